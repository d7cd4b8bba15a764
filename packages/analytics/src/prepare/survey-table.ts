/** The table that stands beneath every picture of survey results, and what is said where nothing may be shown. */
import type { NOT_SHOWN } from '../disclosure/release.ts';

/** A table in words. A row that may not be shown has no cells and a note across them. */
export interface TableTwin {
  readonly caption: string;
  /** The first is that of the row headers. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly header: string;
    readonly cells: readonly string[];
    readonly note: string | null;
  }[];
}

/** "Too few replies to protect people." Never a 0, never an empty place that looks like one. */
export function notShownWords(reason: typeof NOT_SHOWN): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
}

import type { StatusLook } from '@plumbline/analytics/wording';

/** One row of a table in words. `standing` is the look of a requirement where the row is about one. */
export interface SampleRow {
  readonly cells: readonly string[];
  readonly standing: StatusLook | null;
}

/** One part of what is read of somebody: a table in words. The last column says by whom and when a row was recorded, where that is known. */
export interface SamplePart {
  readonly id: string;
  readonly title: string;
  /** What the table means or leaves out; null where nothing need be said. */
  readonly note: string | null;
  readonly columns: readonly string[];
  readonly rows: readonly SampleRow[];
  /** What stands instead of a table without rows. */
  readonly empty: string;
}

/** What is read of one person or one child: dates, what was due, and who recorded, corrected and opened it. No narrative. */
export interface SampleFile {
  readonly kind: 'person' | 'child';
  /** The person's name or the child's reference number. */
  readonly label: string;
  /** Role and team of a person, status of a child, as they stand today. */
  readonly described: string;
  /** A few counts in words. */
  readonly summary: readonly string[];
  readonly parts: readonly SamplePart[];
}

/** A row of a table that is about no requirement. */
export function plainRow(...cells: readonly string[]): SampleRow {
  return { cells, standing: null };
}

export const NOTHING = '–';

import { faultOfValues } from './text-limits.ts';

/** A YAML text that was parsed, aliases not yet written out. */
interface Parsed {
  toJS(options: { readonly maxAliasCount: number }): unknown;
}

export interface DataFault {
  readonly path: string;
  readonly message: string;
}

/** Aliases that one text may use, however often; more were never written by hand. */
const MOST_ALIASES = 1000;

/** The plain data of a parsed text, or why there is none: aliases of nothing or without end, or values nested too deeply. */
export function dataOf(document: Parsed): { readonly data: unknown } | { readonly fault: DataFault } {
  try {
    const data = document.toJS({ maxAliasCount: MOST_ALIASES });
    const fault = faultOfValues(data);
    return fault === null ? { data } : { fault };
  } catch (error) {
    return { fault: { path: '', message: messageOf(error) } };
  }
}

function messageOf(error: unknown): string {
  const said = error instanceof Error ? error.message : '';
  const unknown = /^Unresolved alias .*: (.*)$/.exec(said)?.[1];
  if (unknown !== undefined)
    return `The alias “*${unknown}” refers to nothing: what it stands for has to come before it, marked “&${unknown}”.`;
  if (/alias/i.test(said))
    return 'Aliases repeat one another so often that the text would grow beyond measure. Write the values out.';
  return 'The text is nested too deeply to be read.';
}

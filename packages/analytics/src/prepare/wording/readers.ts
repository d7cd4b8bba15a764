import type { ReaderRow, RefusedSignIns } from '../../compliance/index.ts';
import { dateInWords, timeOfInstant } from './dates.ts';

const GROUNDS: Readonly<Record<string, string>> = {
  line: 'who supervises or manages you',
  team: 'who manages your team or service',
  council: 'whose role is for the whole council',
  sample: 'who was named to audit what was drawn',
};

const LOOKED_AT: Readonly<Record<string, string>> = {
  page: 'opened your page',
  supervision: 'opened a supervision of yours',
  why: 'asked why something is due for you',
  entry: 'opened what is recorded about you',
  audit: 'opened your supervision file for an audit',
  sample: 'opened your record for inspectors',
  'sample-file': 'took a file of your record for inspectors',
};

/** "Sam Tarn, who supervises or manages you, opened your page." and when, for the person whose record it is; with who sat beside inspectors. */
export function readerInWords(row: ReaderRow): { readonly who: string; readonly when: string } {
  const ground = GROUNDS[row.ground];
  const who = `${row.reader.name}${ground === undefined ? '' : `, ${ground},`} ${LOOKED_AT[row.what] ?? 'looked at your record'}${besideInWords(row)}.`;
  const last = `at ${timeOfInstant(row.lastAt)}`;
  return { who, when: `${dateInWords(row.on)}, ${row.times === 1 ? last : `${row.times} times, the last ${last}`}` };
}

function besideInWords({ reader, beside }: ReaderRow): string {
  if (beside === null) return '';
  return beside.id === reader.id ? ', and sat beside them' : `, with ${beside.name} beside them`;
}

const REFUSALS: Readonly<Record<string, string>> = {
  'wrong-password': 'Wrong password',
  'unknown-name': 'Nobody here has this sign-in name',
  locked: 'Tried again while the name was closed for a while',
  'wrong-present-password': 'Wrong present password when changing it',
};

/** Why signing in was refused, and to whose name, for whoever looks after accounts. */
export function refusalInWords(row: RefusedSignIns): { readonly whose: string; readonly why: string; readonly times: string } {
  const names = row.names === 1 ? '' : `, ${row.names} names`;
  return {
    whose: row.person?.name ?? 'A name that nobody has',
    why: REFUSALS[row.reason] ?? 'Refused',
    times: `${row.times}${names}, ${row.times === 1 ? '' : 'the last '}at ${timeOfInstant(row.lastAt)}`,
  };
}

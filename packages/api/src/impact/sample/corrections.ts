import type { FactTrail, StoredFact } from '@plumbline/database';
import { kindOf, type AnyFact, type FactValue } from '@plumbline/domain/facts';
import { plainRow, type SamplePart, type SampleRow } from './sample-file.ts';
import { momentCell } from './sample-moment.ts';
import { byWhom, type IsAbout, type SampleNames } from './trail.ts';

/** Entries of one kind, with what each is called. */
export interface TrailOfKind {
  readonly trails: readonly FactTrail[];
  readonly isAbout: IsAbout;
  /** "Supervision of 12 May 2026". */
  readonly called: (values: AnyFact) => string;
}

interface Change {
  readonly at: string;
  readonly row: SampleRow;
}

/** Who changed, completed or withdrew an entry after it was first recorded, the latest first. Words that somebody typed stay out. */
export function correctionsPart(kinds: readonly TrailOfKind[], names: SampleNames): SamplePart {
  const changes = kinds.flatMap((kind) => kind.trails.flatMap((trail) => changesOf(trail, kind, names)));
  return {
    id: 'corrections',
    title: 'Completed, corrected and withdrawn',
    note: 'Every change of the entries above after they were first recorded. Reasons that somebody typed are not shown.',
    columns: ['When', 'By', 'Entry', 'What was changed'],
    rows: changes.toSorted((a, b) => b.at.localeCompare(a.at)).map(({ row }) => row),
    empty: 'Nothing was changed after it was first recorded.',
  };
}

function changesOf(trail: FactTrail, { isAbout, called }: TrailOfKind, names: SampleNames): Change[] {
  const found: Change[] = [];
  for (const [i, version] of trail.versions.entries()) {
    const before = trail.versions[i - 1];
    if (before === undefined || !isAbout(before.values)) continue;
    // An entry that became somebody else's is nobody's business here.
    const words = isAbout(version.values) ? changeWords(before, version, names) : 'Taken away: it was about somebody else';
    if (words !== '') found.push(change(version.recordedAt, [byWhom(version, names), called(before.values), words]));
  }
  const last = trail.versions.at(-1);
  if (last !== undefined && !last.isCurrent && isAbout(last.values)) found.push(gone(trail, called(last.values), names));
  return found;
}

function gone({ withdrawn }: FactTrail, called: string, names: SampleNames): Change {
  if (withdrawn === null) return change('', ['From a file', called, 'No longer in the file']);
  return change(withdrawn.at, [names.person(withdrawn.by), called, 'Withdrawn as recorded in error']);
}

function change(at: string, cells: readonly string[]): Change {
  return { at, row: plainRow(momentCell(at), ...cells) };
}

/** "Completed: Record shared at. Corrected: Minutes, 60 to 75". */
function changeWords(before: StoredFact, after: StoredFact, names: SampleNames): string {
  const completed: string[] = [];
  const corrected: string[] = [];
  for (const [name, column] of Object.entries(kindOf(after.kind).columns)) {
    const [was, is] = [before.values[name] ?? null, after.values[name] ?? null];
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    if (was === null) completed.push(column.label);
    else corrected.push(`${column.label}${fromTo(column, was, is, names)}`);
  }
  return [wordsOf('Completed', completed), wordsOf('Corrected', corrected)].filter((words) => words !== '').join('. ');
}

function wordsOf(what: string, labels: readonly string[]): string {
  return labels.length === 0 ? '' : `${what}: ${labels.join('; ')}`;
}

interface ColumnShape {
  readonly type: string;
  readonly refersTo?: string;
  readonly options?: Readonly<Record<string, string>>;
}

/** What a value was and is, for values that nobody typed as words of their own. */
function fromTo(column: ColumnShape, was: FactValue, is: FactValue, names: SampleNames): string {
  const words = (value: FactValue): string | null => {
    if (value === null) return 'empty';
    if (column.type === 'date' || column.type === 'instant') return momentCell(value);
    if (column.type === 'integer' || column.type === 'decimal') return String(value);
    if (column.type === 'boolean') return value === true ? 'yes' : 'no';
    if (column.type === 'code') return column.options?.[String(value)] ?? String(value);
    return column.refersTo === 'person' ? names.person(value) : null;
  };
  const [from, to] = [words(was), words(is)];
  return from === null || to === null ? '' : `, ${from} to ${to}`;
}

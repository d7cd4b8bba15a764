import type { SessionDetail } from '@plumbline/analytics/compliance';
import { differenceOf, isSame, type DifferenceRow } from '../../../parts/fact/difference.ts';
import { fieldsOfKind } from '../../../parts/fact/field-model.ts';
import type { LogInput } from './check-log.ts';
import { SESSION } from './session-words.ts';

/** Where the log as it stands and what was typed differ, in words; the children as one row. */
export function sessionDifference(theirs: SessionDetail, mine: LogInput): readonly DifferenceRow[] {
  const names = { supervisee: theirs.supervisee.name };
  const typed = { ...theirs.values, ...mine.values };
  const known = { ...names, ...(typed['supervisor'] === theirs.supervisor.id ? { supervisor: theirs.supervisor.name } : {}) };
  const rows = differenceOf(
    fieldsOfKind(SESSION),
    { values: theirs.values, names: { ...names, supervisor: theirs.supervisor.name } },
    { values: typed, names: known },
  );
  const before = theirs.children.map((entry) => entry.child.id).toSorted();
  const after = mine.children.map((child) => child.childId).toSorted();
  if (isSame(before, after)) return rows;
  return [
    ...rows,
    { name: 'children', label: 'Children discussed', before: countWords(before.length), after: countWords(after.length) },
  ];
}

function countWords(count: number): string {
  return count === 0 ? 'none' : count === 1 ? 'one child' : `${count} children`;
}

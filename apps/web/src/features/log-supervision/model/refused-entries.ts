import type { FormProblem } from '../../../parts/form/form-problem.ts';
import { SESSION_COLUMNS } from './session-words.ts';

/** Where a column of the log is typed, where the entry has another name. */
const ENTRY_OF: Readonly<Record<string, string>> = {
  startedAt: 'heldTime',
  plannedStartAt: 'plannedTime',
  longestBlockMinutes: 'longestBlock',
  recordSharedAt: 'sharedTime',
  recordFiledAt: 'recordFiledTime',
};

/** What the server says of single columns, at the fields where they were typed. */
export function refusedEntries(fields: Readonly<Record<string, string>>): readonly FormProblem[] {
  return Object.entries(fields).map(([column, message]) => ({
    entry: ENTRY_OF[column] ?? column,
    message: `“${SESSION_COLUMNS[column]?.label ?? 'Children discussed'}”: ${message}`,
  }));
}

import type { DutyRow } from '@plumbline/analytics/compliance';
import { clauseInWords, dateInWords, eitherInWords, standingInWords, statusOf } from '@plumbline/analytics/wording';
import { NOTHING, type SamplePart, type SampleRow } from './sample-file.ts';
import type { SampleWindow } from './sample-moment.ts';

const COLUMNS = ['Due', 'What', 'Where the policy says so', 'How it stands', 'Owed by'];

/** What was due of somebody in the time of a sample: supervision by its clocks, and what hangs on records, each with its clause. */
export function dueParts(rows: readonly DutyRow[], window: SampleWindow): SamplePart[] {
  const clocks = rows.filter(({ series }) => series !== null);
  const others = rows.filter(({ series }) => series === null);
  return [
    {
      id: 'due',
      title: 'What was due',
      note: `How each stands on ${dateInWords(window.today)}. “Not known” is what nothing recorded here can show.`,
      columns: COLUMNS,
      rows: clocks.map((row) => dueRow(row, window)),
      empty: 'The policy asked for no supervision with a date in this time.',
    },
    {
      id: 'due-records',
      title: 'What else was due',
      note: 'Records, agreements, lengths and everything else that the policy asks for beside the clocks.',
      columns: COLUMNS,
      rows: others.map((row) => dueRow(row, window)),
      empty: 'Nothing else was due in this time.',
    },
  ];
}

/** How many of the clocks were met on time and how many could be judged, in words; null where none could. */
export function onTimeInWords(rows: readonly DutyRow[]): string | null {
  const judged = rows.filter(
    ({ series, finding }) => series !== null && ['met', 'met-late', 'overdue', 'breached'].includes(finding),
  );
  if (judged.length === 0) return null;
  const met = judged.filter(({ finding }) => finding === 'met').length;
  return `${met} of ${judged.length} due were done on time`;
}

function dueRow(row: DutyRow, { today }: SampleWindow): SampleRow {
  const met = row.metOn === null ? '' : `, on ${dateInWords(row.metOn)}`;
  const moved =
    row.dueOn !== null && row.effectiveDueOn !== null && row.effectiveDueOn !== row.dueOn
      ? `; first after return, due ${dateInWords(row.effectiveDueOn)}`
      : '';
  return {
    cells: [
      row.dueOn === null ? NOTHING : dateInWords(row.dueOn),
      row.title,
      row.clause === '' ? NOTHING : `${clauseInWords(row.clause)}${strengthWords(row.strength)}`,
      `${standingInWords(row, today)}${met}${moved}`,
      row.owedBy === null ? 'Nobody' : eitherInWords(row.owedBy, row.owedWith),
    ],
    standing: statusOf(row, today),
  };
}

/** "Should" is said, so that it never reads as a breach. */
function strengthWords(strength: DutyRow['strength']): string {
  return strength === 'must' ? '' : ` (${strength})`;
}

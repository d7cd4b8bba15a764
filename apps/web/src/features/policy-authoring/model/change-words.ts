import type { PolicyChangeKind, PolicyChangeRow, PolicyChangesView } from '@plumbline/analytics/compliance';
import { dateInWords, daysInWords } from '@plumbline/analytics/wording';

export type ChangeChoice = PolicyChangeKind | 'hidden';

/** The sorts of change, as figures and rows are headed. */
export const CHANGE_WORDS: Readonly<Record<ChangeChoice, string>> = {
  new: 'Newly due',
  gone: 'No longer due',
  earlier: 'Due earlier',
  later: 'Due later',
  'not-known': 'No longer known',
  hidden: 'Overdue now, and would not show',
};

/** One row in words: "Due 4 June 2026 in place of 4 May 2026. It is 12 days overdue now and would no longer show." */
export function changeInWords(row: PolicyChangeRow): string {
  const hidden = row.isHidden ? ` It is ${daysInWords(row.daysLateBefore)} overdue now and would no longer show.` : '';
  return `${bare(row)}${hidden}`;
}

function bare({ change, dueBefore, dueAfter }: PolicyChangeRow): string {
  const before = dueBefore === null ? null : dateInWords(dueBefore);
  const after = dueAfter === null ? null : dateInWords(dueAfter);
  switch (change) {
    case 'new':
      return after === null ? 'Asked for, and not now.' : `Due ${after}, and not asked for now.`;
    case 'gone':
      return before === null ? 'Asked for no longer.' : `Asked for no longer; it is due ${before} now.`;
    case 'not-known':
      return 'Not known: nobody records what this would need.';
    default:
      return `Due ${after ?? 'without a day'} in place of ${before ?? 'no day'}.`;
  }
}

type Done = Extract<PolicyChangesView, { state: 'done' }>;

/** The whole in two sentences. */
export function summaryOf({ people, children, unchanged, totals }: Done): string {
  const changed = totals.new + totals.gone + totals.earlier + totals.later + totals.notKnown;
  const whom = `${counted(people, 'person', 'people')} and ${counted(children, 'child', 'children')}`;
  if (changed === 0)
    return `Looked at for ${whom}: nothing that is due today would be otherwise. ${counted(unchanged, 'requirement stays as it is', 'requirements stay as they are')}.`;
  const hidden =
    totals.hidden === 0
      ? 'Nothing that is overdue today would be hidden by it.'
      : `${counted(totals.hidden, 'thing that is overdue today would no longer show: look at it', 'things that are overdue today would no longer show: look at them')} before you change the rule.`;
  return `Looked at for ${whom}: ${counted(changed, 'requirement', 'requirements')} would stand otherwise than today, ${counted(unchanged, 'stays as it is', 'stay as they are')}. ${hidden}`;
}

/** What really happens when the version begins: dates that people have been given stay. */
export function firstDaySentences({ keeps, ends, endsLate, begins }: Done['firstDay']): string[] {
  return [
    `${counted(keeps, 'requirement that is open then keeps its date', 'requirements that are open then keep their dates')} under the version under which they opened.`,
    ends === 0
      ? 'Nothing ends unfinished.'
      : `${counted(ends, 'requirement ends', 'requirements end')} unfinished, because it is asked no longer.`,
    endsLate === 0
      ? 'Nothing that is late by then is closed.'
      : `${counted(endsLate, 'requirement that is late by then ends', 'requirements that are late by then end')}, and stays not met under the old version.`,
    begins === 0
      ? 'Nothing is asked for the first time on that day.'
      : `${counted(begins, 'requirement is', 'requirements are')} asked for the first time.`,
  ];
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

import type { NeedRow } from '@plumbline/analytics/compliance';
import { formatDay, type Day } from '@plumbline/domain/calendar';

/** More than so many of a kind are one line. */
const MOST_OF_A_KIND = 5;

/** Kinds of which there can be one for each person or child. */
const FOLDED: ReadonlySet<NeedRow['kind']> = new Set([
  'overdue',
  'due-soon',
  'outcome-missing',
  'not-on-file',
  'record-to-share',
]);

/** What must be done today, in this order, whatever the day: somebody may come to harm while it waits. */
const AT_ONCE: readonly NeedRow['kind'][] = ['alert', 'survey-concern', 'audit-alert', 'alert-late'];

/** What `on` says of these is a day by which; of all others it is a day since when or from when. */
const DUE_ON: ReadonlySet<NeedRow['kind']> = new Set([
  'audit-file',
  'audit-action',
  'action-late',
  'survey-to-open',
  'survey-to-close',
  'survey-to-change',
]);

/** The rest, by what hangs on it: people's supervision, then what others wait for, then what is looked after in quieter hours. */
const THEN: readonly NeedRow['kind'][] = [
  'overdue',
  'my-supervision',
  'person-without-supervisor',
  'outcome-missing',
  'record-to-share',
  'due-soon',
  'not-on-file',
  'audit-second-grade',
  'audit-feedback',
  'audit-file',
  'audit-action',
  'action-late',
  'action-close',
  'files-unassigned',
  'survey-to-close',
  'survey-to-open',
  'survey-to-change',
  'survey-comments',
  'survey-to-publish',
  'pack-approve',
  'pack-check',
  'policy-to-publish',
  'import-problem',
  'report-failed',
  'sign-off-due',
  'survey-open',
  'policy-to-read',
  'focus-group-check',
  'focus-group-code',
  'survey-to-decide',
  'survey-to-check',
  'learning-asked',
  'context-missing',
  'feed-missing',
  'impact-new',
  // Last: it is asked once a year, and nothing hangs on the day.
  'to-confirm',
];

/**
 * What needs somebody, in the order in which it is to be done: first what cannot wait, children without a worker before all; then what is
 * past its day; then the rest. Of each kind what is longest past comes first, and more than five of a kind about people or children are
 * one line with their number.
 */
export function inOrder(needs: readonly NeedRow[], today: Day): NeedRow[] {
  const day = formatDay(today);
  return fold(needs)
    .map((need, place) => ({ need, place, tier: tierOf(need, day), kind: kindOf(need) }))
    .toSorted((a, b) => a.tier - b.tier || a.kind - b.kind || a.place - b.place)
    .map(({ need }) => need);
}

function tierOf({ kind, duty, on }: NeedRow, today: string): number {
  if (AT_ONCE.includes(kind)) return 0;
  const isLate = duty?.finding === 'overdue' || kind === 'outcome-missing' || (DUE_ON.has(kind) && on !== null && on < today);
  return isLate ? 1 : 2;
}

function kindOf({ kind }: NeedRow): number {
  const at = AT_ONCE.indexOf(kind);
  return at >= 0 ? at : THEN.indexOf(kind);
}

function fold(needs: readonly NeedRow[]): NeedRow[] {
  const groups = Map.groupBy(needs, (need) => (FOLDED.has(need.kind) ? `${need.kind} ${need.subject?.kind ?? ''}` : need));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length <= MOST_OF_A_KIND || !FOLDED.has(first.kind)) return group;
    const worst = group.reduce((most, need) => ((need.duty?.daysLate ?? 0) > (most.duty?.daysLate ?? 0) ? need : most), first);
    const days = group.flatMap(({ on }) => (on === null ? [] : [on])).toSorted();
    const folded = first.subject?.kind ?? 'person';
    return [{ ...first, duty: worst.duty, subject: null, sessionId: null, on: days[0] ?? null, count: group.length, folded }];
  });
}

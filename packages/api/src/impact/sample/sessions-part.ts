import { sessionKindLabel, sessionStatusLabel } from '@plumbline/analytics/wording';
import type { AnyFact } from '@plumbline/domain/facts';
import { NOTHING, plainRow, type SamplePart, type SampleRow } from './sample-file.ts';
import { dateOf, dayCell, isInWindow, momentCell, type SampleWindow } from './sample-moment.ts';
import { recordedCell, type Entry, type SampleNames } from './trail.ts';

/** What was done, on the day when it was; what never took place, on the day for which it was planned. */
export function sessionDay(values: AnyFact): string | null {
  return dateOf(values['startedAt']) ?? dateOf(values['plannedStartAt']);
}

/** Supervisions of the time of a sample, and those ahead in the diary where it runs to today. */
export function isSessionInSample(values: AnyFact, window: SampleWindow): boolean {
  const day = sessionDay(values);
  const isAhead = values['status'] === 'planned' && window.to === window.today && day !== null && day > window.to;
  return isAhead || isInWindow(day, window);
}

/** Every supervision of somebody, whatever became of it, the latest first. Nothing that was said in it. */
export function sessionsPart(
  entries: readonly Entry[],
  names: SampleNames,
  { childrenIn, window }: { readonly childrenIn: (session: string) => number; readonly window: SampleWindow },
): SamplePart {
  const shown = entries
    .filter(({ values }) => isSessionInSample(values, window))
    .toSorted((a, b) => String(b.values['plannedStartAt']).localeCompare(String(a.values['plannedStartAt'])));
  return {
    id: 'supervisions',
    title: 'Supervisions',
    note: 'Everything planned, held, interrupted, postponed and cancelled. What was said is not shown: this product keeps no narrative of supervision yet.',
    columns: ['Planned for', 'What became of it', 'With', 'Length', 'Record', 'Recorded'],
    rows: shown.map((entry) => sessionRow(entry, names, childrenIn)),
    empty: 'No supervision is recorded for this time: none planned, held or cancelled.',
  };
}

/** "11 held, 1 interrupted, 2 cancelled", in the order in which they are named; "none recorded" where there is none. */
export function countsInWords(entries: readonly Entry[], window: SampleWindow): string {
  const shown = entries.filter(({ values }) => isSessionInSample(values, window));
  const counts = ['held', 'interrupted', 'postponed', 'cancelled', 'abandoned', 'planned'].flatMap((status) => {
    const count = shown.filter(({ values }) => values['status'] === status).length;
    return count === 0 ? [] : [`${count} ${sessionStatusLabel(status).toLowerCase()}`];
  });
  return `Supervisions: ${counts.length === 0 ? 'none recorded' : counts.join(', ')}`;
}

function sessionRow(entry: Entry, names: SampleNames, childrenIn: (session: string) => number): SampleRow {
  const { values } = entry;
  const status = String(values['status']);
  const children = childrenIn(String(values['session']));
  return plainRow(
    momentCell(values['plannedStartAt']),
    outcomeWords(values),
    `${names.person(values['supervisor'])}: ${sessionKindLabel(String(values['kind'])).toLowerCase()}${childrenWords(children)}`,
    lengthWords(values),
    recordWords(values),
    recordedCell(entry, names, {
      happenedOn: status === 'planned' ? null : sessionDay(values),
      since: (version) => version['status'] === status,
    }),
  );
}

/** How many children were talked over in it; which ones is not said, since nobody named them. */
function childrenWords(children: number): string {
  if (children === 0) return '';
  return children === 1 ? ', 1 child talked over' : `, ${children} children talked over`;
}

/** "Held on 14 May 2026", "Cancelled by the supervisor; a reason is recorded; new date 20 May 2026". Never the reason itself. */
function outcomeWords(values: AnyFact): string {
  const status = sessionStatusLabel(String(values['status']));
  const started = dateOf(values['startedAt']);
  const moved = started !== null && started !== dateOf(values['plannedStartAt']) ? ` on ${dayCell(started)}` : '';
  const by = typeof values['cancelledBy'] === 'string' ? ` (${String(values['cancelledBy'])})` : '';
  const isOff = values['status'] === 'cancelled' || values['status'] === 'postponed';
  const reason = isOff ? `; ${values['reason'] === null ? 'no reason recorded' : 'a reason is recorded'}` : '';
  const rearranged = values['rearrangedFor'] === null ? '' : `; new date ${dayCell(values['rearrangedFor'])}`;
  return `${status}${moved}${by}${reason}${rearranged}`;
}

/** "75 of 90 minutes; longest stretch 40". */
function lengthWords(values: AnyFact): string {
  const { minutes, plannedMinutes, longestBlockMinutes } = values;
  if (typeof minutes !== 'number')
    return typeof plannedMinutes === 'number' ? `Planned for ${plannedMinutes} minutes` : 'Not recorded';
  const planned = typeof plannedMinutes === 'number' ? ` of ${plannedMinutes} planned` : '';
  const isBroken = typeof longestBlockMinutes === 'number' && longestBlockMinutes < minutes;
  return `${minutes} minutes${planned}${isBroken ? `; interrupted, longest stretch ${longestBlockMinutes}` : ''}`;
}

const MOMENTS = [
  ['recordSharedAt', 'shared'],
  ['recordFiledAt', 'filed'],
  ['supervisorSignedAt', 'signed by the supervisor'],
  ['superviseeSignedAt', 'signed by the supervisee'],
] as const;

/** When the record was shared, filed and signed; what is not recorded of a supervision that took place is said. */
function recordWords(values: AnyFact): string {
  if (values['status'] !== 'held' && values['status'] !== 'interrupted') return NOTHING;
  const known = MOMENTS.filter(([column]) => values[column] !== null);
  const missing = MOMENTS.slice(0, 2).filter(([column]) => values[column] === null);
  const words = known.map(([column, what]) => `${what} ${momentCell(values[column])}`);
  if (missing.length > 0) words.push(`${missing.map(([, what]) => what).join(' and ')}: not recorded`);
  const text = words.join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

import type { LocalDate } from '@plumbline/domain/calendar';
import type { NeedRow } from '../../compliance/index.ts';
import { dateWithWeekday, daysInWords, relativeToToday } from './dates.ts';
import { dueDateInWords } from './findings.ts';

/** What the one action of a need does; pages turn it into a link or a panel. */
export type NeedAction = 'log-supervision' | 'see-why' | 'see-child' | 'see-my-supervision' | 'see-imports' | 'see-record-starts' | 'see-supervision';

export interface NeedInWords {
  readonly headline: string;
  readonly detail: string;
  readonly action: { readonly kind: NeedAction; readonly label: string };
}

/** One thing that needs this person, as a headline, a quiet line and what the button says. */
export function needInWords(need: NeedRow, today: LocalDate): NeedInWords {
  const who = need.subject?.label ?? need.duty?.subject.label ?? '';
  const title = need.duty?.title ?? 'Supervision';
  const due = need.duty === null ? '' : capital(dueDateInWords(need.duty, today));
  switch (need.kind) {
    case 'overdue':
      return { headline: `${title} for ${who} is ${daysInWords(need.duty?.daysLate ?? 0)} overdue`, detail: due, action: logOrSee(need) };
    case 'due-soon':
      return { headline: `${title} for ${who} is due ${dueSoon(need, today)}`, detail: due, action: logOrSee(need) };
    case 'outcome-missing':
      return { headline: `Say how the supervision with ${who} went`, detail: planned(need), action: { kind: 'see-supervision', label: 'Complete the log' } };
    case 'not-on-file':
      return {
        headline: `${who}: said to be discussed, not yet on the child’s file`,
        detail: need.on === null ? 'It counts once the record is there.' : `Discussed on ${dateWithWeekday(need.on)}. It counts from that day once the record is there.`,
        action: { kind: 'see-child', label: 'Open the child' },
      };
    case 'record-to-share':
      return { headline: `Share the record of the supervision with ${who}`, detail: due === '' ? '' : `Due ${lower(due)}`, action: { kind: 'see-supervision', label: 'Open the supervision' } };
    case 'alert':
      return { headline: `${who} has nobody who can act`, detail: 'An open child without a working chain: see who has to act.', action: { kind: 'see-child', label: 'See who must act' } };
    case 'import-problem':
      return { headline: plural(need.count ?? 1, 'file needs', 'files need') + ' attention before it can be applied', detail: 'Nothing has been changed so far.', action: { kind: 'see-imports', label: 'Open imports' } };
    case 'feed-missing':
      return { headline: `${plural(need.count ?? 1, 'kind of record has', 'kinds of record have')} no start date`, detail: 'Until then, what depends on them is shown as not known.', action: { kind: 'see-record-starts', label: 'Say from when' } };
    case 'my-supervision':
      return { headline: mine(need, today), detail: due, action: { kind: 'see-my-supervision', label: 'See my supervision' } };
  }
}

function logOrSee(need: NeedRow): NeedInWords['action'] {
  return need.subject?.kind === 'child' ? { kind: 'see-child', label: 'Open the child' } : { kind: 'log-supervision', label: 'Log a supervision' };
}

function dueSoon(need: NeedRow, today: LocalDate): string {
  const due = need.duty?.effectiveDueOn ?? need.duty?.dueOn ?? need.on;
  return due == null ? 'soon' : relativeToToday(due, today);
}

function planned(need: NeedRow): string {
  return need.on === null ? 'It was planned and has no outcome.' : `It was planned for ${dateWithWeekday(need.on)}.`;
}

function mine(need: NeedRow, today: LocalDate): string {
  if (need.duty === null) return need.on === null ? 'Your own supervision' : `Your next supervision is ${relativeToToday(need.on, today)}`;
  if (need.duty.finding === 'overdue') return `Your own supervision is ${daysInWords(need.duty.daysLate)} overdue`;
  return `Your own supervision is due ${dueSoon(need, today)}`;
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lower(text: string): string {
  return /^(Was|Would|First|On)\b/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

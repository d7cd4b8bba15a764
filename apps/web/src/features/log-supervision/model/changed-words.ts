import type { DutyRow } from '@plumbline/analytics/compliance';
import { dateInWords, dateWithWeekday, daysInWords, relativeToToday } from '@plumbline/analytics/wording';
import type { LocalDate } from '@plumbline/domain/calendar';

/** What saving changed for one requirement, as a sentence. */
export interface ChangedLine {
  readonly id: string;
  readonly who: string;
  readonly title: string;
  readonly says: string;
}

/** What stood before, by {@link clockOf}: the due dates that the page already showed. */
export type DueBefore = Readonly<Record<string, LocalDate | null>>;

/** One clock of one person or child: the same before and after a supervision is logged. */
export function clockOf(duty: DutyRow): string {
  return `${duty.subject.id}:${duty.series ?? duty.rule}`;
}

/** What is said at once after saving, the person's own first. */
export function changedLines(changed: readonly DutyRow[], before: DueBefore, today: LocalDate): readonly ChangedLine[] {
  return changed
    .toSorted(
      (one, other) =>
        rank(one) - rank(other) ||
        one.subject.label.localeCompare(other.subject.label, 'en-GB') ||
        (one.dueOn ?? '').localeCompare(other.dueOn ?? ''),
    )
    .map((duty) => ({
      id: duty.id,
      who: duty.subject.label,
      title: duty.title,
      says: saysOf(duty, before[clockOf(duty)], today),
    }));
}

function rank(duty: DutyRow): number {
  return duty.subject.kind === 'person' ? 0 : 1;
}

function saysOf(duty: DutyRow, before: LocalDate | null | undefined, today: LocalDate): string {
  if (duty.metOn !== null && duty.finding === 'met-late')
    return `Done on ${dateInWords(duty.metOn)}, ${daysInWords(duty.daysLate)} late.`;
  if (duty.metOn !== null) return `Done on ${dateInWords(duty.metOn)}.`;
  if (duty.finding === 'needs-evidence') return 'Waits for what the policy asks for on the file.';
  const due = duty.effectiveDueOn ?? duty.dueOn;
  if (due === null) return duty.finding === 'breached' ? 'Not met.' : 'No due date.';
  if (duty.finding === 'overdue') return `Still ${daysInWords(duty.daysLate)} overdue: it was due on ${dateInWords(due)}.`;
  const when = `${dateWithWeekday(due)} (${relativeToToday(due, today)})`;
  if (before === undefined || before === null) return `Due by ${when}.`;
  return before === due ? `Still due by ${when}.` : `Due date moved to ${when}; it was ${dateInWords(before)}.`;
}

/** What a ticked child means for that child's own requirement. */
export function childStandingWords(isTicked: boolean, isFiled: boolean): string {
  if (!isTicked) return '';
  return isFiled
    ? 'Counts from the day of this supervision.'
    : "Said to be discussed, not yet on the file. It counts only once the record is on the child's file.";
}

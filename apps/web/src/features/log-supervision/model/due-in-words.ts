import type { DutyRow } from '@plumbline/analytics/compliance';
import { relativeInWords, weekdayInWords } from '../../facts/index.ts';

/** How one requirement stands, with its sign: `▲ 9 days overdue`, `Due Thursday 14 May 2026, in 3 days`. */
export function dueInWords(duty: DutyRow | null, today: string): string {
  if (duty === null) return 'Nothing due';
  const due = duty.effectiveDueOn ?? duty.dueOn;
  if (duty.finding === 'overdue') return `▲ ${duty.daysLate === 1 ? '1 day' : `${duty.daysLate} days`} overdue`;
  if (duty.finding === 'unknown' || due === null) return '? Not known';
  return `Due ${weekdayInWords(due)}, ${relativeInWords(due, today)}`;
}

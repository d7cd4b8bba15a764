import { monthName, STATUS_LOOKS, type StatusLook } from '@plumbline/analytics/wording';
import type { CheckSeriesRow } from './outputs.ts';

/** "Managers’ own checks, Duty North, June 2026". */
export function seriesTitle({ team, month }: Pick<CheckSeriesRow, 'team' | 'month'>): string {
  return `Managers’ own checks, ${team}, ${monthName(Number(month.slice(5, 7)))} ${month.slice(0, 4)}`;
}

/** "1 check", "5 checks". */
export function checksInWords(count: number): string {
  return count === 1 ? '1 check' : `${count.toLocaleString('en-GB')} checks`;
}

/** How far they have come together, and how many are past their last day. */
export function seriesStanding({ progress: { drawn, completed }, overdue }: Pick<CheckSeriesRow, 'progress' | 'overdue'>): {
  readonly look: StatusLook;
  readonly words: string;
} {
  const words = `${completed} of ${drawn} completed`;
  if (overdue > 0)
    return { look: STATUS_LOOKS.overdue, words: `${words}, ${overdue} past ${overdue === 1 ? 'its' : 'their'} last day` };
  return { look: completed === drawn ? STATUS_LOOKS.done : STATUS_LOOKS['due-soon'], words };
}

import { dateInWords } from '@plumbline/analytics/wording';
import { addMonths, formatDay, toDay, type LocalDate } from '@plumbline/domain/calendar';
import { isSamePeriod, type Period } from './period-words.ts';

/** Why the figures of some days cannot be signed off; null where they can. Figures by month reach back twelve months from the last day. */
export function periodProblem({ fromOn, toOn }: Period, today: LocalDate): string | null {
  if (toOn < fromOn) return 'The last day is before the first. Choose days that follow each other.';
  if (toOn >= today) return `These days are not over. They can be signed off from ${dateInWords(formatDay(toDay(toOn) + 1))}.`;
  if (formatDay(addMonths(toDay(fromOn), 12)) <= toOn) return 'These days are more than a year. Choose twelve months or fewer.';
  if (!isWholeMonths(fromOn, toOn))
    return 'Figures are signed for whole months: from the first day of one to the last day of one.';
  return null;
}

/** What fell due is counted by month, so that a part of one would be signed for what was not looked at. */
function isWholeMonths(fromOn: LocalDate, toOn: LocalDate): boolean {
  return fromOn.endsWith('-01') && formatDay(toDay(toOn) + 1).endsWith('-01');
}

interface Signed extends Period {
  readonly service: string;
}

/** Which days are offered where the address names none: the latest of the usual months that the service has not signed off. */
export function periodToSign(periods: readonly Period[], signed: readonly Signed[], service: string): Period | undefined {
  const isSigned = (period: Period): boolean => signed.some((one) => one.service === service && isSamePeriod(one, period));
  return periods.find((period) => !isSigned(period)) ?? periods[0];
}

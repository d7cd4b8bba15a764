import {
  addWorkingDays,
  formatDay,
  isWorkingDay,
  lastWorkingDayOnOrBefore,
  toDay,
  type LocalDate,
} from '@plumbline/domain/calendar';

export interface RoundDates {
  readonly opensOn: LocalDate;
  readonly closesOn: LocalDate;
  readonly reportBy: LocalDate;
}

/** Long enough for people on leave or on nights, short enough that everybody speaks of the same months. */
const OPEN_DAYS = 20;
/** Results are promised within a fortnight of closing. */
const REPORT_DAYS = 14;

/** Dates that do for most rounds: from the next working day, nearly three weeks, and results within a fortnight after. */
export function usualDates(today: LocalDate): RoundDates {
  const from = toDay(today);
  const opens = isWorkingDay(from) ? from : addWorkingDays(from, 1);
  const closes = lastWorkingDayOnOrBefore(opens + OPEN_DAYS);
  return {
    opensOn: formatDay(opens),
    closesOn: formatDay(closes),
    reportBy: formatDay(lastWorkingDayOnOrBefore(closes + REPORT_DAYS)),
  };
}

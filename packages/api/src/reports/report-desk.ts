import type { ReportSchedule } from './report-schedule.ts';

/** Files for reports as the server writes them; absent where it was told no folder. */
export interface ReportDesk {
  readonly schedule: ReportSchedule;
}

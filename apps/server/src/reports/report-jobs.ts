import { findCouncil, listCouncils } from '@plumbline/database';
import type { ReportSchedule } from '@plumbline/api';
import { lookAfterReports, type ReportKeeper } from './look-after-reports.ts';

/** Looks after the files for reports of one council, or of every council: one that fails keeps none of the others from theirs. */
export interface ReportJobs {
  forCouncil(councilId: string): Promise<void>;
  forAll(): Promise<void>;
}

export interface ReportJobOptions extends Omit<ReportKeeper, 'schedule'> {
  /** Told what went wrong, without whose it was. It is tried again with the next look. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * What fails is told and not thrown: when it is tried again is decided here, and not by the worker's own patience. Null where there is no
 * schedule.
 */
export function makeReportJobs(
  schedule: ReportSchedule | null,
  { database, now, onFailure }: ReportJobOptions,
): ReportJobs | null {
  if (schedule === null) return null;
  const keeper = { database, schedule, now };
  const forCouncil = async (councilId: string): Promise<void> => {
    try {
      const council = await findCouncil(database, councilId);
      if (council === null) return;
      for (const error of (await lookAfterReports(keeper, council)).errors) onFailure(error);
    } catch (error) {
      onFailure(error);
    }
  };
  return {
    forCouncil,
    async forAll() {
      for (const { id } of await listCouncils(database)) await forCouncil(id);
    },
  };
}

import { router } from '../trpc.ts';
import { viewReportFilesProcedure } from './view-report-files.ts';
import { writeReportFilesProcedure } from './write-report-files.ts';

/** Files for reports, for whoever looks after them. */
export const reportRouter = router({ view: viewReportFilesProcedure, write: writeReportFilesProcedure });

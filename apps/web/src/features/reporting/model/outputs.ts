import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../../app/api/trpc.ts';

export type ReportFilesView = inferRouterOutputs<AppRouter>['reports']['view'];
export type ReportRun = ReportFilesView['runs'][number];
export type ReportSchedule = NonNullable<ReportFilesView['schedule']>;

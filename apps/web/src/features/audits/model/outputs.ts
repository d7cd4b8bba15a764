import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../../app/api/trpc.ts';

/** What the calls about audits answer. */
type AuditOutputs = inferRouterOutputs<AppRouter>['audits'];

export type ProgrammeView = AuditOutputs['programme'];
export type AuditRow = ProgrammeView['audits'][number];
export type CheckSeriesRow = ProgrammeView['checks'][number];

export type AuditView = AuditOutputs['get'];
export type FileRow = AuditView['files'][number];
export type SecondGradeRow = NonNullable<FileRow['second']>;
export type AuditorRow = AuditOutputs['auditors'][number];
export type ListPreview = AuditOutputs['previewList'];
export type ListedRow = ListPreview['rows'][number];
export type ToolRow = inferRouterOutputs<AppRouter>['auditTools']['list'][number];

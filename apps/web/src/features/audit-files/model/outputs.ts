import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../../app/api/trpc.ts';

type Audits = inferRouterOutputs<AppRouter>['audits'];

/** One audited file, what is the caller's own of audits, and what others shared, as the server answers them. */
export type AuditFile = Audits['file'];
export type MyAudits = Audits['mine'];
export type MyFile = MyAudits['toAudit'][number];
export type AuditAction = AuditFile['actions'][number];
export type Evidence = NonNullable<AuditFile['evidence']>;
export type SecondGrade = NonNullable<AuditFile['second']>;
export type AlertRaised = NonNullable<AuditFile['alert']>;
export type Learning = MyAudits['learning'][number];

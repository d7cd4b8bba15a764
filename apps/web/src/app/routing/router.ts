import { createRouter } from '@tanstack/react-router';
import { accountRoutes } from '../../features/account/index.ts';
import { auditClosingRoutes } from '../../features/audit-closing/index.ts';
import { auditFileRoutes } from '../../features/audit-files/index.ts';
import { auditToolRoutes } from '../../features/audit-tools/index.ts';
import { auditRoutes } from '../../features/audits/index.ts';
import { confirmRoutes } from '../../features/confirm/index.ts';
import { eventsRoutes } from '../../features/events/index.ts';
import { factsRoutes } from '../../features/facts/index.ts';
import { feedsRoutes } from '../../features/feeds/index.ts';
import { focusGroupRoutes } from '../../features/focus-groups/index.ts';
import { homeRoutes } from '../../features/home/index.ts';
import { impactRoutes } from '../../features/impact/index.ts';
import { importsRoutes } from '../../features/imports/index.ts';
import { inspectionRoutes } from '../../features/inspection/index.ts';
import { inspectionSampleRoutes } from '../../features/inspection-sample/index.ts';
import { logSupervisionRoutes } from '../../features/log-supervision/index.ts';
import { mySupervisionRoutes } from '../../features/my-supervision/index.ts';
import { overviewRoutes } from '../../features/overview/index.ts';
import { policyAuthoringRoutes } from '../../features/policy-authoring/index.ts';
import { policyRoutes } from '../../features/policy/index.ts';
import { reportingRoutes } from '../../features/reporting/index.ts';
import { serviceRoutes } from '../../features/service/index.ts';
import { subjectRoutes } from '../../features/subject/index.ts';
import { signInsRoutes } from '../../features/sign-ins/index.ts';
import { surveyDesignRoutes } from '../../features/survey-design/index.ts';
import { surveyCommentsRoutes } from '../../features/survey-comments/index.ts';
import { surveyResultsRoutes } from '../../features/survey-results/index.ts';
import { surveysRoutes } from '../../features/surveys/index.ts';
import { teamRoutes } from '../../features/team/index.ts';
import { whatIfRoutes } from '../../features/what-if/index.ts';
import { PageSkeleton } from '../states/page-skeleton.tsx';
import { rootRoute } from './root-route.ts';

const routeTree = rootRoute.addChildren([
  ...homeRoutes,
  ...mySupervisionRoutes,
  ...teamRoutes,
  ...serviceRoutes,
  ...subjectRoutes,
  ...confirmRoutes,
  ...policyRoutes,
  ...policyAuthoringRoutes,
  ...importsRoutes,
  ...factsRoutes,
  ...logSupervisionRoutes,
  ...surveysRoutes,
  ...surveyResultsRoutes,
  ...surveyCommentsRoutes,
  ...surveyDesignRoutes,
  ...feedsRoutes,
  ...accountRoutes,
  ...signInsRoutes,
  ...reportingRoutes,
  ...focusGroupRoutes,
  ...auditRoutes,
  ...auditToolRoutes,
  ...auditFileRoutes,
  ...auditClosingRoutes,
  ...eventsRoutes,
  ...inspectionRoutes,
  ...inspectionSampleRoutes,
  ...whatIfRoutes,
  ...impactRoutes,
  ...overviewRoutes,
]);

/** The addresses of the product. Each feature lists its own routes; their pages load when first opened. */
export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingComponent: PageSkeleton,
  defaultPendingMs: 300,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';
import { dateIn, numberIn, textIn } from '../../app/routing/search.ts';

/** A stretch of days; the usual ones where absent. */
export interface PeriodSearch {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Which files of an audit are shown, and in which order: `sort` is a column, with a minus before it the other way round. */
export interface FilesSearch {
  /** A state, or `second` for those whose second grade is waited for. */
  readonly show?: string | undefined;
  readonly team?: string | undefined;
  /** The auditor's id, or `nobody`. */
  readonly auditor?: string | undefined;
  readonly sort?: string | undefined;
}

const programmeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audits',
  validateSearch: (search: Record<string, unknown>): PeriodSearch => ({ from: dateIn(search, 'from'), to: dateIn(search, 'to') }),
  component: lazyRouteComponent(() => import('./pages/programme-page.tsx'), 'ProgrammePage'),
});

const boardRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audits/board',
  validateSearch: (search: Record<string, unknown>): { readonly months?: number | undefined } => ({
    months: numberIn(search, 'months'),
  }),
  component: lazyRouteComponent(() => import('./pages/board-page.tsx'), 'BoardPage'),
});

const planRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audits/plan',
  validateSearch: (search: Record<string, unknown>): { readonly tool?: string | undefined } => ({ tool: textIn(search, 'tool') }),
  component: lazyRouteComponent(() => import('./pages/plan-page.tsx'), 'PlanPage'),
});

const auditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audits/$auditId',
  validateSearch: (search: Record<string, unknown>): FilesSearch => ({
    show: textIn(search, 'show'),
    team: textIn(search, 'team'),
    auditor: textIn(search, 'auditor'),
    sort: textIn(search, 'sort'),
  }),
  component: lazyRouteComponent(() => import('./pages/audit-page.tsx'), 'AuditPage'),
});

export const auditRoutes = [programmeRoute, boardRoute, planRoute, auditRoute] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Finding } from '@plumbline/domain/rules';
import { rootRoute } from '../../app/routing/root-route.ts';
import { asOfIn, oneOf, textIn, type AsOfSearch } from '../../app/routing/search.ts';

export interface ServiceSearch extends AsOfSearch {
  /** Which rows are open under the figures. */
  readonly rows?: 'overdue' | 'not-met' | 'unknown' | 'due' | undefined;
  readonly team?: string | undefined;
  readonly why?: string | undefined;
}

export const FINDINGS_OF: Readonly<Record<NonNullable<ServiceSearch['rows']>, Finding[]>> = {
  overdue: ['overdue'],
  'not-met': ['breached', 'met-late'],
  unknown: ['unknown'],
  due: ['due'],
};

const serviceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/service',
  validateSearch: (search: Record<string, unknown>): ServiceSearch => ({
    ...asOfIn(search),
    rows: oneOf(search, 'rows', ['overdue', 'not-met', 'unknown', 'due']),
    team: textIn(search, 'team'),
    why: textIn(search, 'why'),
  }),
  component: lazyRouteComponent(() => import('./pages/service-page.tsx'), 'ServicePage'),
});

export const serviceRoutes = [serviceRoute] as const;

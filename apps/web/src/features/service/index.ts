import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';
import { asOfIn, oneOf, textIn, type AsOfSearch } from '../../app/routing/search.ts';
import { ROW_KINDS, ROWS_ABOUT, type RowKind, type RowsAbout } from './model/rows-of.ts';

export interface ServiceSearch extends AsOfSearch {
  /** Which rows are open under the figures. */
  readonly rows?: RowKind | undefined;
  readonly team?: string | undefined;
  readonly about?: RowsAbout | undefined;
  readonly why?: string | undefined;
}

const serviceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/service',
  validateSearch: (search: Record<string, unknown>): ServiceSearch => ({
    ...asOfIn(search),
    rows: oneOf(search, 'rows', ROW_KINDS),
    team: textIn(search, 'team'),
    about: oneOf(search, 'about', ROWS_ABOUT),
    why: textIn(search, 'why'),
  }),
  component: lazyRouteComponent(() => import('./pages/service-page.tsx'), 'ServicePage'),
});

export const serviceRoutes = [serviceRoute] as const;

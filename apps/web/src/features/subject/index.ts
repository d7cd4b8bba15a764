import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';
import { asOfIn, textIn, type AsOfSearch } from '../../app/routing/search.ts';

interface SubjectSearch extends AsOfSearch {
  readonly why?: string | undefined;
}

const validateSearch = (search: Record<string, unknown>): SubjectSearch => ({ ...asOfIn(search), why: textIn(search, 'why') });

const personRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people/$subjectId',
  validateSearch,
  component: lazyRouteComponent(() => import('./pages/person-page.tsx'), 'PersonPage'),
});

const childRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/children/$subjectId',
  validateSearch,
  component: lazyRouteComponent(() => import('./pages/child-page.tsx'), 'ChildPage'),
});

export const subjectRoutes = [personRoute, childRoute] as const;

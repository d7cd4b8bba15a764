import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';
import { textIn } from '../../app/routing/search.ts';

const validateSearch = (search: Record<string, unknown>): { readonly why?: string | undefined } => ({
  why: textIn(search, 'why'),
});

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

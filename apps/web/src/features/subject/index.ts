import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';

const personRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people/$subjectId',
  component: lazyRouteComponent(() => import('./pages/person-page.tsx'), 'PersonPage'),
});

const childRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/children/$subjectId',
  component: lazyRouteComponent(() => import('./pages/child-page.tsx'), 'ChildPage'),
});

export const subjectRoutes = [personRoute, childRoute] as const;

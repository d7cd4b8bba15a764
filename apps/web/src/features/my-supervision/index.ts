import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';

const mySupervisionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/my-supervision',
  component: lazyRouteComponent(() => import('./pages/my-supervision-page.tsx'), 'MySupervisionPage'),
});

export const mySupervisionRoutes = [mySupervisionRoute] as const;

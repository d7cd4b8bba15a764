import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';

const signInsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-ins',
  component: lazyRouteComponent(() => import('./pages/sign-ins-page.tsx'), 'SignInsPage'),
});

export const signInsRoutes = [signInsRoute] as const;

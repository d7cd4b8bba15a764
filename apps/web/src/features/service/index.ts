import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';

const serviceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/service',
  component: lazyRouteComponent(() => import('./pages/service-page.tsx'), 'ServicePage'),
});

export const serviceRoutes = [serviceRoute] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';

const feedsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/record-starts',
  component: lazyRouteComponent(() => import('./pages/feeds-page.tsx'), 'FeedsPage'),
});

export const feedsRoutes = [feedsRoute] as const;

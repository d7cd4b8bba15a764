import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';

const packsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inspection',
  component: lazyRouteComponent(() => import('./pages/packs-page.tsx'), 'PacksPage'),
});

const packRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inspection/$packId',
  component: lazyRouteComponent(() => import('./pages/pack-page.tsx'), 'PackPage'),
});

export const inspectionRoutes = [packsRoute, packRoute] as const;

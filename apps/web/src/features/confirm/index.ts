import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';

const confirmRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people/$subjectId/confirm',
  component: lazyRouteComponent(() => import('./pages/confirm-page.tsx'), 'ConfirmPage'),
});

export const confirmRoutes = [confirmRoute] as const;

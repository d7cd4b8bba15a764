import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';

const commentsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/surveys/rounds/$roundId/comments',
  component: lazyRouteComponent(() => import('./pages/screening-page.tsx'), 'ScreeningPage'),
});

const concernsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/surveys/rounds/$roundId/concerns',
  component: lazyRouteComponent(() => import('./pages/concerns-page.tsx'), 'ConcernsPage'),
});

export const surveyCommentsRoutes = [commentsRoute, concernsRoute] as const;

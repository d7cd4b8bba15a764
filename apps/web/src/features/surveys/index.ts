import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';

const surveysRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/surveys',
  component: lazyRouteComponent(() => import('./pages/surveys-page.tsx'), 'SurveysPage'),
});

const newRoundRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/surveys/rounds/new',
  component: lazyRouteComponent(() => import('./pages/new-round-page.tsx'), 'NewRoundPage'),
});

const roundRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/surveys/rounds/$roundId',
  component: lazyRouteComponent(() => import('./pages/round-page.tsx'), 'RoundPage'),
});

const paperRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/surveys/rounds/$roundId/paper',
  component: lazyRouteComponent(() => import('./pages/paper-page.tsx'), 'PaperPage'),
});

export const surveysRoutes = [surveysRoute, newRoundRoute, roundRoute, paperRoute] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';

const resultsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/surveys/rounds/$roundId/results',
  component: lazyRouteComponent(() => import('./pages/results-page.tsx'), 'ResultsPage'),
});

export const surveyResultsRoutes = [resultsRoute] as const;

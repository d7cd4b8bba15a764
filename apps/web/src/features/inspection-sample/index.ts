import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';

const samplesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inspection/sample',
  component: lazyRouteComponent(() => import('./pages/samples-page.tsx'), 'SamplesPage'),
});

const takeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inspection/sample/new',
  component: lazyRouteComponent(() => import('./pages/take-sample-page.tsx'), 'TakeSamplePage'),
});

const sampleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inspection/sample/$sampleId',
  component: lazyRouteComponent(() => import('./pages/sample-page.tsx'), 'SamplePage'),
});

export const inspectionSampleRoutes = [samplesRoute, takeRoute, sampleRoute] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';

const reportFilesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/report-files',
  component: lazyRouteComponent(() => import('./pages/report-files-page.tsx'), 'ReportFilesPage'),
});

export const reportingRoutes = [reportFilesRoute] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';
import { textIn } from '../../app/routing/search.ts';

const importsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/imports',
  component: lazyRouteComponent(() => import('./pages/imports-page.tsx'), 'ImportsPage'),
});

const newImportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/imports/new',
  validateSearch: (search: Record<string, unknown>): { kind?: string | undefined } => ({ kind: textIn(search, 'kind') }),
  component: lazyRouteComponent(() => import('./pages/new-import-page.tsx'), 'NewImportPage'),
});

const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/imports/$importId',
  component: lazyRouteComponent(() => import('./pages/import-page.tsx'), 'ImportPage'),
});

export const importsRoutes = [importsRoute, newImportRoute, importRoute] as const;

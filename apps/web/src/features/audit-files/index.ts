import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';
import { textIn } from '../../app/routing/search.ts';

const mineRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audits/mine',
  component: lazyRouteComponent(() => import('./pages/mine-page.tsx'), 'MinePage'),
});

const fileRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audits/files/$itemId',
  validateSearch: (search: Record<string, unknown>): { readonly question?: string | undefined } => ({
    question: textIn(search, 'question'),
  }),
  component: lazyRouteComponent(() => import('./pages/file-page.tsx'), 'FilePage'),
});

export const auditFileRoutes = [mineRoute, fileRoute] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';
import { textIn } from '../../app/routing/search.ts';

const mySupervisionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/my-supervision',
  validateSearch: (search: Record<string, unknown>): { readonly why?: string | undefined } => ({ why: textIn(search, 'why') }),
  component: lazyRouteComponent(() => import('./pages/my-supervision-page.tsx'), 'MySupervisionPage'),
});

export const mySupervisionRoutes = [mySupervisionRoute] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';
import { textIn } from '../../app/routing/search.ts';

const policyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/policy',
  validateSearch: (search: Record<string, unknown>): { readonly find?: string | undefined } => ({ find: textIn(search, 'find') }),
  component: lazyRouteComponent(() => import('./pages/policy-page.tsx'), 'PolicyPage'),
});

export const policyRoutes = [policyRoute] as const;

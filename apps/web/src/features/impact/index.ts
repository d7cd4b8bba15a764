import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';
import { textIn } from '../../app/routing/search.ts';

export interface ImpactSearch {
  /** The number of the version of the policy that is looked at; the one in force where left out. */
  readonly version?: number | undefined;
}

const impactRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/impact',
  validateSearch: (search: Record<string, unknown>): ImpactSearch => {
    const version = Number(textIn(search, 'version'));
    return { version: Number.isInteger(version) && version > 0 ? version : undefined };
  },
  component: lazyRouteComponent(() => import('./pages/impact-page.tsx'), 'ImpactPage'),
});

export const impactRoutes = [impactRoute] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';
import { textIn } from '../../app/routing/search.ts';

export interface ImpactSearch {
  /** The number of the version of the policy that is looked at; the one in force where left out. */
  readonly version?: number | undefined;
}

function impactSearch(search: Record<string, unknown>): ImpactSearch {
  const version = Number(textIn(search, 'version'));
  return { version: Number.isInteger(version) && version > 0 ? version : undefined };
}

const impactRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/impact',
  validateSearch: impactSearch,
  component: lazyRouteComponent(() => import('./pages/impact-page.tsx'), 'ImpactPage'),
});

const partRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/impact/$part',
  validateSearch: impactSearch,
  component: lazyRouteComponent(() => import('./pages/part-page.tsx'), 'PartPage'),
});

export const impactRoutes = [impactRoute, partRoute] as const;

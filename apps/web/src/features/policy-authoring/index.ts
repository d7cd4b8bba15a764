import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';
import { textIn } from '../../app/routing/search.ts';

/** A draft stands behind the question mark with what is open of it: a part of the policy, and a rule. */
export interface DraftSearch {
  readonly id: string;
  readonly part?: string | undefined;
  readonly rule?: string | undefined;
}

const versionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/policy/versions',
  component: lazyRouteComponent(() => import('./pages/versions-page.tsx'), 'VersionsPage'),
});

const draftRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/policy/draft',
  validateSearch: (search: Record<string, unknown>): DraftSearch => ({
    id: textIn(search, 'id') ?? '',
    part: textIn(search, 'part'),
    rule: textIn(search, 'rule'),
  }),
  component: lazyRouteComponent(() => import('./pages/draft-page.tsx'), 'DraftPage'),
});

const readersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/policy/readers',
  component: lazyRouteComponent(() => import('./pages/readers-page.tsx'), 'ReadersPage'),
});

export { DecideOtherwise } from './components/decide-otherwise.tsx';

export const policyAuthoringRoutes = [versionsRoute, draftRoute, readersRoute] as const;

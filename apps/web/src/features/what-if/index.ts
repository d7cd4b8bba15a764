import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';
import { oneOf, textIn } from '../../app/routing/search.ts';

/** Up to three sets of rules, each as one word of the address, and whose list is open. */
export interface WhatIfSearch {
  readonly a?: string | undefined;
  readonly b?: string | undefined;
  readonly c?: string | undefined;
  /** The measure that is shown team by team. */
  readonly by?: string | undefined;
  /** Of which option, from 0, the list of who would have been late is open. */
  readonly of?: '0' | '1' | '2' | undefined;
  readonly late?: 'person' | 'child' | undefined;
  readonly team?: string | undefined;
  readonly only?: 'new' | undefined;
}

const whatIfRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/what-if',
  validateSearch: (search: Record<string, unknown>): WhatIfSearch => ({
    a: textIn(search, 'a'),
    b: textIn(search, 'b'),
    c: textIn(search, 'c'),
    by: textIn(search, 'by'),
    of: oneOf(search, 'of', ['0', '1', '2']),
    late: oneOf(search, 'late', ['person', 'child']),
    team: textIn(search, 'team'),
    only: oneOf(search, 'only', ['new']),
  }),
  component: lazyRouteComponent(() => import('./pages/what-if-page.tsx'), 'WhatIfPage'),
});

export const whatIfRoutes = [whatIfRoute] as const;

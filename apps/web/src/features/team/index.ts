import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';
import { asOfIn, oneOf, textIn, type AsOfSearch } from '../../app/routing/search.ts';

export interface TeamSearch extends AsOfSearch {
  readonly team?: string | undefined;
  readonly show?: 'overdue' | 'week' | undefined;
  readonly find?: string | undefined;
  /** The table twin instead of the lanes. */
  readonly as?: 'table' | undefined;
  /** Whose side panel is open, which of their requirements and which part of the panel. */
  readonly open?: string | undefined;
  readonly why?: string | undefined;
  readonly part?: 'history' | 'log' | undefined;
}

const teamRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/team',
  validateSearch: (search: Record<string, unknown>): TeamSearch => ({
    ...asOfIn(search),
    team: textIn(search, 'team'),
    show: oneOf(search, 'show', ['overdue', 'week']),
    find: textIn(search, 'find'),
    as: oneOf(search, 'as', ['table']),
    open: textIn(search, 'open'),
    why: textIn(search, 'why'),
    part: oneOf(search, 'part', ['history', 'log']),
  }),
  component: lazyRouteComponent(() => import('./pages/team-page.tsx'), 'TeamPage'),
});

export const teamRoutes = [teamRoute] as const;

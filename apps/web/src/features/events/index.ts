import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';
import { dateIn, textIn } from '../../app/routing/search.ts';

export interface EventsSearch {
  /** Whose monthly figures: the code of a team; the whole council where left out. */
  readonly team?: string | undefined;
  /** Any day of the last of the twelve months shown; this month where left out. */
  readonly until?: string | undefined;
}

const eventsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/events',
  validateSearch: (search: Record<string, unknown>): EventsSearch => ({
    team: textIn(search, 'team'),
    until: dateIn(search, 'until'),
  }),
  component: lazyRouteComponent(() => import('./pages/events-page.tsx'), 'EventsPage'),
});

export const eventsRoutes = [eventsRoute] as const;

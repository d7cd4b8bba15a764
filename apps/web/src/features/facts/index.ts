import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';
import { textIn } from '../../app/routing/search.ts';

interface RecordsSearch {
  readonly kind?: string | undefined;
}

const factsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/records',
  validateSearch: (search: Record<string, unknown>): RecordsSearch => ({ kind: textIn(search, 'kind') }),
  component: lazyRouteComponent(() => import('./pages/facts-page.tsx'), 'FactsPage'),
});

const newFactRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/records/new',
  /** `subject` is the page id of the person or child that the new entry is about. */
  validateSearch: (search: Record<string, unknown>): RecordsSearch & { readonly subject?: string | undefined } => ({
    kind: textIn(search, 'kind'),
    subject: textIn(search, 'subject'),
  }),
  component: lazyRouteComponent(() => import('./pages/record-fact-page.tsx'), 'RecordFactPage'),
});

const factRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/records/$factId',
  component: lazyRouteComponent(() => import('./pages/fact-page.tsx'), 'FactPage'),
});

export const factsRoutes = [factsRoute, newFactRoute, factRoute] as const;

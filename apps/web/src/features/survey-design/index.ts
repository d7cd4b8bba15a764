import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';
import { textIn } from '../../app/routing/search.ts';

/** What is open of a survey in the making: a part of the page, and a question. */
export interface DesignSearch {
  readonly part?: string | undefined;
  readonly item?: string | undefined;
}

const designsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/surveys/designs',
  component: lazyRouteComponent(() => import('./pages/designs-page.tsx'), 'DesignsPage'),
});

const designRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/surveys/designs/$designId',
  validateSearch: (search: Record<string, unknown>): DesignSearch => ({
    part: textIn(search, 'part'),
    item: textIn(search, 'item'),
  }),
  component: lazyRouteComponent(() => import('./pages/design-page.tsx'), 'DesignPage'),
});

export const surveyDesignRoutes = [designsRoute, designRoute] as const;

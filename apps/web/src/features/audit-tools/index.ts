import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';
import { textIn } from '../../app/routing/search.ts';

const toolsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audits/tools',
  component: lazyRouteComponent(() => import('./pages/tools-page.tsx'), 'ToolsPage'),
});

const toolRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audits/tools/$toolId',
  validateSearch: (
    search: Record<string, unknown>,
  ): { readonly part?: string | undefined; readonly question?: string | undefined } => ({
    part: textIn(search, 'part'),
    question: textIn(search, 'question'),
  }),
  component: lazyRouteComponent(() => import('./pages/tool-page.tsx'), 'ToolPage'),
});

export const auditToolRoutes = [toolsRoute, toolRoute] as const;

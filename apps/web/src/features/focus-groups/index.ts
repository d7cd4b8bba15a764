import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';
import { oneOf, textIn } from '../../app/routing/search.ts';

const listRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/surveys/focus-groups',
  component: lazyRouteComponent(() => import('./pages/list-page.tsx'), 'ListPage'),
});

const planRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/surveys/focus-groups/plan',
  component: lazyRouteComponent(() => import('./pages/plan-page.tsx'), 'PlanPage'),
});

const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/surveys/focus-groups/import',
  component: lazyRouteComponent(() => import('./pages/import-page.tsx'), 'ImportPage'),
});

const themesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/surveys/focus-groups/themes',
  component: lazyRouteComponent(() => import('./pages/themes-page.tsx'), 'ThemesPage'),
});

const codebookRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/surveys/focus-groups/codebook',
  component: lazyRouteComponent(() => import('./pages/codebook-page.tsx'), 'CodebookPage'),
});

const groupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/surveys/focus-groups/$groupId',
  component: lazyRouteComponent(() => import('./pages/group-page.tsx'), 'GroupPage'),
});

const peopleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/surveys/focus-groups/$groupId/people',
  component: lazyRouteComponent(() => import('./pages/people-page.tsx'), 'PeoplePage'),
});

/** The question at work stands in the address, so that a reload comes back to it. */
const notesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/surveys/focus-groups/$groupId/notes',
  validateSearch: (search: Record<string, unknown>): { readonly question?: string | undefined } => ({
    question: textIn(search, 'question'),
  }),
  component: lazyRouteComponent(() => import('./pages/notes-page.tsx'), 'NotesPage'),
});

const checkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/surveys/focus-groups/$groupId/check',
  component: lazyRouteComponent(() => import('./pages/check-page.tsx'), 'CheckPage'),
});

const codingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/surveys/focus-groups/$groupId/coding',
  validateSearch: (search: Record<string, unknown>): { readonly show?: 'agreement' | undefined } => ({
    show: oneOf(search, 'show', ['agreement']),
  }),
  component: lazyRouteComponent(() => import('./pages/coding-page.tsx'), 'CodingPage'),
});

export { GroupsPanel } from './components/groups-panel.tsx';

export const focusGroupRoutes = [
  listRoute,
  planRoute,
  importRoute,
  themesRoute,
  codebookRoute,
  groupRoute,
  peopleRoute,
  notesRoute,
  checkRoute,
  codingRoute,
] as const;

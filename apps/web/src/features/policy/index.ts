import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';
import { oneOf, textIn } from '../../app/routing/search.ts';

export interface PolicySearch {
  readonly find?: string | undefined;
}

/** The rule stands behind the question mark: an id such as `WIR-11.T3` at the end of a path would look like a file. */
export interface RuleSearch extends PolicySearch {
  readonly id: string;
}

/** A form stands behind the question mark as a rule does. */
export interface FormsSearch extends PolicySearch {
  readonly id?: string | undefined;
}

export interface CompareSearch {
  /** Ids of the policies compared with, between commas; every other one where absent. */
  readonly with?: string | undefined;
  /** Id of the one that the others are told against; ours where absent. */
  readonly against?: string | undefined;
  readonly as?: 'list' | undefined;
}

const findIn = (search: Record<string, unknown>): PolicySearch => ({ find: textIn(search, 'find') });

const policyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/policy',
  validateSearch: findIn,
  component: lazyRouteComponent(() => import('./pages/policy-page.tsx'), 'PolicyPage'),
});

const ruleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/policy/rule',
  validateSearch: (search: Record<string, unknown>): RuleSearch => ({ ...findIn(search), id: textIn(search, 'id') ?? '' }),
  component: lazyRouteComponent(() => import('./pages/rule-page.tsx'), 'RulePage'),
});

const formsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/policy/forms',
  validateSearch: (search: Record<string, unknown>): FormsSearch => ({ ...findIn(search), id: textIn(search, 'id') }),
  component: lazyRouteComponent(() => import('./pages/forms-page.tsx'), 'FormsPage'),
});

const agendasRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/policy/agendas',
  validateSearch: findIn,
  component: lazyRouteComponent(() => import('./pages/agendas-page.tsx'), 'AgendasPage'),
});

const statusesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/policy/statuses',
  validateSearch: findIn,
  component: lazyRouteComponent(() => import('./pages/statuses-page.tsx'), 'StatusesPage'),
});

const wordsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/policy/words',
  validateSearch: findIn,
  component: lazyRouteComponent(() => import('./pages/words-page.tsx'), 'WordsPage'),
});

const bodiesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/policy/bodies',
  validateSearch: findIn,
  component: lazyRouteComponent(() => import('./pages/bodies-page.tsx'), 'BodiesPage'),
});

/** A version that is not in force, by its content. */
const versionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/policy/version',
  validateSearch: (search: Record<string, unknown>): { readonly of: string } => ({ of: textIn(search, 'of') ?? '' }),
  component: lazyRouteComponent(() => import('./pages/version-page.tsx'), 'VersionPage'),
});

const compareRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/policy/compare',
  validateSearch: (search: Record<string, unknown>): CompareSearch => ({
    with: textIn(search, 'with'),
    against: textIn(search, 'against'),
    as: oneOf(search, 'as', ['list']),
  }),
  component: lazyRouteComponent(() => import('./pages/compare-page.tsx'), 'ComparePage'),
});

export const policyRoutes = [
  policyRoute,
  ruleRoute,
  compareRoute,
  versionRoute,
  formsRoute,
  agendasRoute,
  statusesRoute,
  wordsRoute,
  bodiesRoute,
] as const;

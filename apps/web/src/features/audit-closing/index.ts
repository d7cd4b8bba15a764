import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';
import { dateIn, oneOf, textIn } from '../../app/routing/search.ts';
import type { ShownActions } from './model/show-actions.ts';
import { SHOWN_ACTIONS } from './model/shown-actions.ts';

interface ActionsSearch {
  /** Which actions; those that are not closed where left out. */
  readonly show?: ShownActions | undefined;
}

const actionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audits/actions',
  validateSearch: (search: Record<string, unknown>): ActionsSearch => ({ show: oneOf(search, 'show', SHOWN_ACTIONS) }),
  component: lazyRouteComponent(() => import('./pages/actions-page.tsx'), 'ActionsPage'),
});

/** What is to be signed, or the signature that is open. */
export interface SignOffSearch {
  readonly service?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly signed?: string | undefined;
}

const signOffRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audits/sign-off',
  validateSearch: (search: Record<string, unknown>): SignOffSearch => ({
    service: textIn(search, 'service'),
    from: dateIn(search, 'from'),
    to: dateIn(search, 'to'),
    signed: textIn(search, 'signed'),
  }),
  component: lazyRouteComponent(() => import('./pages/sign-off-page.tsx'), 'SignOffPage'),
});

export const auditClosingRoutes = [actionsRoute, signOffRoute] as const;

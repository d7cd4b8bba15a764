import { lazy } from 'react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';
import { textIn } from '../../app/routing/search.ts';

export interface LogSupervisionPanelProps {
  /** Whom it is about (a person's page id); the panel asks the server for the rest. */
  readonly personId: string;
  /** An existing supervision, to complete or correct. */
  readonly sessionId?: string | undefined;
  /** Called once it is saved, or left. */
  readonly onDone: () => void;
}

/** The form itself, for side panels; it loads when it is opened. */
export const LogSupervisionPanel = lazy(() =>
  import('./components/log-supervision-panel.tsx').then((module) => ({ default: module.LogSupervisionPanel })),
);

const newRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/supervisions/new',
  validateSearch: (search: Record<string, unknown>): { person?: string | undefined } => ({ person: textIn(search, 'person') }),
  component: lazyRouteComponent(() => import('./pages/new-supervision-page.tsx'), 'NewSupervisionPage'),
});

const existingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/supervisions/$sessionId',
  component: lazyRouteComponent(() => import('./pages/supervision-page.tsx'), 'SupervisionPage'),
});

export const logSupervisionRoutes = [newRoute, existingRoute] as const;

import { createRootRoute, lazyRouteComponent } from '@tanstack/react-router';
import { AppFrame } from '../layout/app-frame.tsx';
import { RouteProblem } from '../states/route-problem.tsx';
import { NotFound } from '../states/not-found.tsx';

/** Every feature's route hangs under this one. */
export const rootRoute = createRootRoute({
  component: AppFrame,
  errorComponent: RouteProblem,
  notFoundComponent: NotFound,
});

export { lazyRouteComponent };

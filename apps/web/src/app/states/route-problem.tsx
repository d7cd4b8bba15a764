import { type ReactElement } from 'react';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { Problem } from './problem.tsx';

/** What a page shows when its own code or its loading failed. */
export function RouteProblem({ error, reset }: ErrorComponentProps): ReactElement {
  return <Problem error={error} what="This page could not be shown" onRetry={reset} isWholePage />;
}

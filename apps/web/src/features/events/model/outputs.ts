import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../../app/api/trpc.ts';

type Outputs = inferRouterOutputs<AppRouter>['impact'];

/** What else happened, one entry of the list. */
export type EventRow = Outputs['events'][number];

/** The monthly figures that stand beside supervision. */
export type ContextView = Outputs['context'];

export type TeamOption = ContextView['teams'][number];

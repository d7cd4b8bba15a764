import { router } from '../trpc.ts';
import { listEventsProcedure, viewContextProcedure } from './events.ts';

/** What stands beside the policy, by where pages find it. It is written by the procedures for facts. */
export const impactRouter = router({
  events: listEventsProcedure,
  context: viewContextProcedure,
});

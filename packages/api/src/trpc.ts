import type { Permission } from '@plumbline/domain/access';
import { initTRPC } from '@trpc/server';
import { callerOf } from './access/caller.ts';
import type { Context } from './context.ts';
import { ProblemError, refuse, wireError, type Problem } from './problems.ts';

/** Every procedure says which permission it needs; without one it is refused. */
export interface Meta {
  readonly permission?: Permission;
  /** Set where the answer shows somebody's record: the look at it must have been noted. */
  readonly showsRecord?: true;
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    // Where a failure comes from is for the log, never for the caller.
    isDev: false,
    errorFormatter({ shape, error }): typeof shape & { data: { problem: Problem | null } } {
      const problem = error.cause instanceof ProblemError ? error.cause.problem : null;
      return { ...shape, message: problem?.kind ?? shape.data.code, data: { ...shape.data, problem } };
    },
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Denies by default: no permission named, nobody signed in or not permitted, and the procedure never runs. */
export const procedure = t.procedure.use(async ({ ctx, meta, next }) => {
  try {
    if (meta?.permission === undefined) refuse('no-permission');
    const caller = await callerOf(ctx, meta.permission);
    const result = await next({ ctx: { ...ctx, caller } });
    if (!result.ok && result.error.cause instanceof ProblemError) throw wireError(result.error.cause);
    if (result.ok && meta.showsRecord === true && caller.noted.size === 0)
      throw new Error('A record was read and nobody noted by whom.');
    return result;
  } catch (error) {
    if (error instanceof ProblemError) throw wireError(error);
    throw error;
  }
});

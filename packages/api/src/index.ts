export type { Clock, Context, SignedIn } from './context.ts';
export { CODE_OF_PROBLEM, ProblemError, type Problem, type ProblemKind } from './problems.ts';
export { appRouter, type AppRouter } from './router.ts';

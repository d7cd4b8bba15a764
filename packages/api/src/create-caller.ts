import { appRouter } from './router.ts';
import { createCallerFactory } from './trpc.ts';

/** Calls procedures without a socket, for tests and the command line. */
export const createCaller = createCallerFactory(appRouter);

import type { inferRouterInputs } from '@trpc/server';
import type { AppRouter } from '../../../app/api/trpc.ts';

/** What the calls of the server are asked. */
export type RouterInputs = inferRouterInputs<AppRouter>;

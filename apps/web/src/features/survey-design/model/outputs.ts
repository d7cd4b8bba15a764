import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../../app/api/trpc.ts';

type RouterOutputs = inferRouterOutputs<AppRouter>;

/** A survey as the server answers it. */
export type LoadedDesign = RouterOutputs['surveyDesigns']['get'];
export type DesignListRow = RouterOutputs['surveyDesigns']['list']['designs'][number];

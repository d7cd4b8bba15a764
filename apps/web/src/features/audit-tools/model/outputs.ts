import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../../app/api/trpc.ts';

type RouterOutputs = inferRouterOutputs<AppRouter>;

/** An audit tool as the server answers it. */
export type LoadedTool = RouterOutputs['auditTools']['get'];
export type ToolListRow = RouterOutputs['auditTools']['list'][number];
export type ToolChanges = NonNullable<LoadedTool['changes']>;

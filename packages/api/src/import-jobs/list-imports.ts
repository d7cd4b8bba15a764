import type { ImportView } from '@plumbline/analytics/compliance';
import type { Caller } from '../access/caller.ts';
import { procedure } from '../trpc.ts';

export async function listImports(_caller: Caller): Promise<readonly ImportView[]> {
  throw new Error('Not built yet.');
}

export const listImportsProcedure = procedure.meta({ permission: 'imports:read' }).query(({ ctx }) => listImports(ctx.caller));

import type { LaneSubject } from '@plumbline/analytics/compliance';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { procedure } from '../trpc.ts';

const FindSubjectsInput = z.object({ text: z.string().max(100) });

export async function findSubjects(
  _caller: Caller,
  _input: z.infer<typeof FindSubjectsInput>,
): Promise<{ readonly subjects: readonly LaneSubject[] }> {
  throw new Error('Not built yet.');
}

export const findSubjectsProcedure = procedure
  .meta({ permission: 'search:find' })
  .input(FindSubjectsInput)
  .query(({ ctx, input }) => findSubjects(ctx.caller, input));

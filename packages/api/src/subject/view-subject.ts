import type { SubjectView } from '@plumbline/analytics/compliance';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdInput } from '../inputs.ts';
import { procedure } from '../trpc.ts';

const ViewSubjectInput = z.object({ subjectId: IdInput });

export async function viewSubject(_caller: Caller, _input: z.infer<typeof ViewSubjectInput>): Promise<SubjectView> {
  throw new Error('Not built yet.');
}

export const viewSubjectProcedure = procedure
  .meta({ permission: 'subjects:read' })
  .input(ViewSubjectInput)
  .query(({ ctx, input }) => viewSubject(ctx.caller, input));

import { randomUUID } from 'node:crypto';
import { createRound, findDesignVersion, writeAudit } from '@plumbline/database';
import { formatDay, toDay } from '@plumbline/domain/calendar';
import type { RoundDetail } from '@plumbline/domain/surveys';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { IdempotencyKey, IdInput, LocalDateInput, TextInput } from '../../inputs.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { NAMED_INPUT, requireNamedPeople } from './named-people.ts';
import { getRound } from './round-detail.ts';

/** Results are promised within a fortnight of closing. */
export const REPORT_WITHIN_DAYS = 14;
/** A round that stays open for longer asks about different months of people. */
export const LONGEST_ROUND_DAYS = 60;

const CreateRoundInput = z.object({
  designId: IdInput,
  /** Number of the design's published version. */
  version: z.number().int().positive(),
  title: TextInput.trim().min(1).max(120),
  opensOn: LocalDateInput,
  closesOn: LocalDateInput,
  reportBy: LocalDateInput,
  ...NAMED_INPUT,
  idempotencyKey: IdempotencyKey,
});
type Asked = Omit<z.infer<typeof CreateRoundInput>, 'idempotencyKey'>;

/** Plans a round of a published design. Nobody is on its list until it is frozen. */
export async function createSurveyRound(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof CreateRoundInput>,
): Promise<RoundDetail> {
  requireDates(caller, asked);
  const { roundId } = await caller.read((tx) =>
    once(tx, caller, { action: 'surveys.round.create', idempotencyKey, asked }, async () => {
      const design = (await findDesignVersion(tx, asked.designId, asked.version)) ?? refuse('not-found');
      const named = await requireNamedPeople(tx, asked, caller.today);
      const id = randomUUID();
      await createRound(tx, {
        id,
        designId: asked.designId,
        designVersion: asked.version,
        instrument: design.instrument,
        title: asked.title,
        opensOn: asked.opensOn,
        closesOn: asked.closesOn,
        reportBy: asked.reportBy,
        ...named,
        createdBy: caller.signedIn.person,
      });
      await writeAudit(tx, { actor: caller.signedIn.person, action: 'surveys.round.create' });
      return { roundId: id };
    }),
  );
  return await getRound(caller, { roundId });
}

function requireDates(caller: Caller, { opensOn, closesOn, reportBy }: Asked): void {
  const fields: Record<string, string> = {};
  const open = toDay(closesOn) - toDay(opensOn);
  const wait = toDay(reportBy) - toDay(closesOn);
  if (opensOn < formatDay(caller.today)) fields['opensOn'] = 'This day is past.';
  if (open < 0) fields['closesOn'] = 'It closes before it opens.';
  if (open > LONGEST_ROUND_DAYS) fields['closesOn'] = `A round stays open for at most ${LONGEST_ROUND_DAYS} days.`;
  if (wait < 1 || wait > REPORT_WITHIN_DAYS) fields['reportBy'] = `Results come within ${REPORT_WITHIN_DAYS} days after closing.`;
  if (Object.keys(fields).length > 0) refuse('not-valid', { fields });
}

export const createRoundProcedure = procedure
  .meta({ permission: 'surveys:run' })
  .input(CreateRoundInput)
  .mutation(({ ctx, input }) => createSurveyRound(ctx.caller, input));

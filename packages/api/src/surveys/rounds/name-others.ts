import { changeRound, writeAudit } from '@plumbline/database';
import type { RoundDetail } from '@plumbline/domain/surveys';
import type { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { NAMED_INPUT, requireNamedPeople } from './named-people.ts';
import { requireAsSeen, RoundStepInput } from './round-access.ts';
import { getRound } from './round-detail.ts';

const NameOthersInput = RoundStepInput.extend(NAMED_INPUT);

/**
 * Names other people in a round, at any time in its life: people leave while comments wait to be read. Whoever is named afterwards
 * sees what waits, and whoever is not does not.
 */
export async function nameOthers(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof NameOthersInput>,
): Promise<RoundDetail> {
  await caller.read((tx) =>
    once(tx, caller, { action: 'surveys.round.name-others', idempotencyKey, asked }, async () => {
      const round = await requireAsSeen(tx, asked);
      if (round.state === 'discarded') refuse('wrong-state', { fields: { state: round.state } });
      const named = await requireNamedPeople(tx, asked, caller.today);
      await changeRound(tx, round, named);
      await writeAudit(tx, {
        actor: caller.signedIn.person,
        action: 'surveys.round.name-others',
        counts: { paperBy: named.paperBy.length, screeners: named.screeners.length },
      });
      return {};
    }),
  );
  return await getRound(caller, asked);
}

export const nameOthersProcedure = procedure
  .meta({ permission: 'surveys:run' })
  .input(NameOthersInput)
  .mutation(({ ctx, input }) => nameOthers(ctx.caller, input));

import type { LateSubject, WhatIfLatePage } from '@plumbline/analytics/impact';
import { ensureSubjects, loadBook } from '@plumbline/database';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { factsNaming } from '../access/facts-naming.ts';
import { allowedOf } from '../access/require-subject.ts';
import { OffsetInput, orNull, TextInput } from '../inputs.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { optionsOf, whatIfKey, WhatIfOptionsInput } from './what-if-options.ts';

const ListLateInput = z.object({
  options: WhatIfOptionsInput,
  /** Which of the options, from 0. */
  option: z.number().int().min(0).max(2),
  kind: z.enum(['person', 'child']),
  /** The code of a team; every team where absent, none where empty. */
  team: orNull(TextInput.max(64)),
  /** Only those of whom nothing is late under the policy in force. */
  onlyNew: z.boolean().default(false),
  offset: OffsetInput,
});

const PAGE = 50;

/** Who would have been late under one set of rules: the people and children whom the caller may see. */
export async function listLate(caller: Caller, input: z.infer<typeof ListLateInput>): Promise<WhatIfLatePage> {
  const desk = caller.services.whatIf ?? refuse('not-found');
  return await caller.read(async (tx) => {
    const known = desk.known(whatIfKey(caller, await optionsOf(tx, caller, input.options)));
    if (known?.state !== 'done') refuse('wrong-state');
    const outcome = known.answer.outcomes[input.option] ?? refuse('not-found');
    const before = new Set(known.answer.inForce.late.map(keyOf));
    const wanted = outcome.late.filter(
      (one) =>
        one.kind === input.kind &&
        (input.team === null || one.team === input.team) &&
        (!input.onlyNew || !before.has(keyOf(one))),
    );
    const seen = await allowedOf(tx, caller, 'subjects:read', wanted);
    const page = seen.slice(input.offset, input.offset + PAGE);
    await ensureSubjects(tx, page);
    const refs = page.map(({ ref }) => ref);
    const [book, people, teams] = await Promise.all([
      loadBook(tx, { persons: input.kind === 'person' ? refs : [], children: input.kind === 'child' ? refs : [] }),
      factsNaming(tx, 'person', ['person'], input.kind === 'person' ? refs : []),
      factsNaming(tx, 'team'),
    ]);
    const names = new Map(people.map(({ person, name }) => [person, name]));
    const teamNames = new Map(teams.map(({ team, name }) => [team, name]));
    const rows = page.map((one) => ({
      subject: { id: book.id(one.kind, one.ref), kind: one.kind, label: names.get(one.ref) ?? one.ref },
      team: teamNames.get(one.team) ?? one.team,
      late: one.late,
      notDone: one.notDone,
      daysLate: one.daysLate,
      isLateInForce: before.has(keyOf(one)),
    }));
    return { rows, total: seen.length, all: wanted.length };
  });
}

function keyOf({ kind, ref }: LateSubject): string {
  return `${kind}:${ref}`;
}

export const listLateProcedure = procedure
  .meta({ permission: 'policy:draft' })
  .input(ListLateInput)
  .query(({ ctx, input }) => listLate(ctx.caller, input));

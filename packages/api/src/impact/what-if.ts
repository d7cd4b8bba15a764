import { whatIfNotes, type WhatIfOptionView, type WhatIfOutcome, type WhatIfView } from '@plumbline/analytics/impact';
import { clockFactsStamp, type CouncilTransaction } from '@plumbline/database';
import { formatDay, formatInstant } from '@plumbline/domain/calendar';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { factsNaming } from '../access/facts-naming.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { optionsOf, whatIfKey, WhatIfOptionsInput, type WhatIfOption } from './what-if-options.ts';
import type { WorkedOutWhatIf } from './work-out-what-if.ts';

const WhatIfInput = z.object({ options: WhatIfOptionsInput, again: z.boolean().default(false) });

/**
 * What up to three sets of rules would have asked of the council over its last twelve whole months, beside what was really held. It is
 * worked out aside; ask again until it is done. The answer is kept until the rules, the day or anything recorded changes.
 */
export async function getWhatIf(caller: Caller, { options: asked, again }: z.infer<typeof WhatIfInput>): Promise<WhatIfView> {
  const desk = caller.services.whatIf ?? refuse('not-found');
  const { options, stamp, teams } = await caller.read(async (tx) => ({
    options: await optionsOf(tx, caller, asked),
    stamp: await clockFactsStamp(tx),
    teams: await teamNames(tx),
  }));
  const unreadable = options.find(({ isReadable }) => !isReadable);
  if (unreadable !== undefined) return { state: 'not-readable', name: unreadable.name, draftId: unreadable.draftId };
  const key = whatIfKey(caller, options);
  const before = desk.known(key);
  if (again || (before?.state === 'done' && before.answer.stamp !== stamp)) desk.forget(key);
  const packs = options.map(({ pack }) => pack);
  const known = desk.ask(key, { councilId: caller.signedIn.councilId, on: formatDay(caller.today), packs });
  if (known.state !== 'done') return known;
  return { state: 'done', at: formatInstant(Math.floor(known.at / 60_000)), ...shown(known.answer, options), teams };
}

function shown({ months, real, inForce, outcomes }: WorkedOutWhatIf, options: readonly WhatIfOption[]) {
  const before = new Set(inForce.late.map((one) => `${one.kind}:${one.ref}`));
  const views = options.flatMap(({ name, kind }, i): WhatIfOptionView[] => {
    const outcome = outcomes[i];
    return outcome === undefined ? [] : [optionView(name, kind === 'in-force', outcome, before)];
  });
  return {
    months,
    real,
    inForce: optionView('The policy in force', true, inForce, before),
    options: views,
    notes: whatIfNotes(views, real),
  };
}

/** Figures alone: whom they are about is asked for apart, by those who may see them. */
function optionView(
  name: string,
  isInForce: boolean,
  { whole, teams, series, minutesFrom, late }: WhatIfOutcome,
  before: ReadonlySet<string>,
): WhatIfOptionView {
  const newly = late.filter((one) => !before.has(`${one.kind}:${one.ref}`));
  const count = (about: 'person' | 'child'): number => newly.filter((one) => one.kind === about).length;
  const newlyLate = { people: count('person'), children: count('child') };
  return { name, isInForce, whole, teams, series, minutesFrom, newlyLate };
}

async function teamNames(tx: CouncilTransaction): Promise<{ code: string; name: string }[]> {
  const teams = await factsNaming(tx, 'team');
  return teams.map(({ team, name }) => ({ code: team, name })).toSorted((a, b) => a.name.localeCompare(b.name));
}

export const whatIfProcedure = procedure
  .meta({ permission: 'policy:draft' })
  .input(WhatIfInput)
  .query(({ ctx, input }) => getWhatIf(ctx.caller, input));

import type { PersonLabel, SessionPreparation } from '@plumbline/analytics/compliance';
import { logWords } from '@plumbline/analytics/prepare';
import { formatDay } from '@plumbline/domain/calendar';
import { SESSION_KINDS } from '@plumbline/domain/facts';
import type { PolicyPack } from '@plumbline/domain/policy';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { requireSubject } from '../access/require-subject.ts';
import { IdInput, NOW } from '../inputs.ts';
import { byAttention } from '../lanes/lane.ts';
import { loadStage, questionOf } from '../lanes/load-stage.ts';
import { childLanes, childrenOf } from '../lanes/person-lanes.ts';
import { isWithin, labelOf, type Stage } from '../lanes/scene.ts';
import { refuse } from '../problems.ts';
import { childrenHeldBy } from '../team/choose-people.ts';
import { procedure } from '../trpc.ts';
import { listSessionRows } from './session-rows.ts';

const PrepareSessionInput = z.object({ personId: IdInput });

/** What the form for logging a supervision starts from: who may have held it, which children, what was planned. */
export async function prepareSession(
  caller: Caller,
  { personId }: z.infer<typeof PrepareSessionInput>,
): Promise<SessionPreparation> {
  return await caller.read(async (tx) => {
    const { kind, ref } = await requireSubject(tx, caller, personId);
    if (kind !== 'person') refuse('not-found');
    const question = questionOf(caller, NOW);
    const stage = await loadStage(tx, question, {
      persons: [ref, caller.signedIn.person],
      children: await childrenHeldBy(tx, question.asOf.on, [ref]),
    });
    const lanes = childrenOf(stage, ref).flatMap((child) => childLanes(stage, child).slice(0, 1));
    const sessions = await listSessionRows(tx, { column: 'supervisee', refs: [ref] });
    return {
      supervisee: labelOf(stage, ref) ?? refuse('not-found'),
      supervisors: supervisorsOf(stage, ref, caller.signedIn.person),
      children: lanes.toSorted(byAttention).map(({ subject, current }) => ({ subject, current })),
      kinds: kindsOf(stage.pack),
      words: logWords(stage.pack),
      planned: sessions.filter((session) => session.status === 'planned').toReversed(),
    };
  });
}

/** Whoever supervises the person today in any capacity, whoever manages their post, and the caller, the caller first. */
function supervisorsOf(stage: Stage, supervisee: string, caller: string): PersonLabel[] {
  const on = formatDay(stage.asOf.on);
  const answer = stage.answering.get(`person:${supervisee}`);
  const pairs = stage.facts['supervision-pair'].filter(
    (pair) => pair.supervisee === supervisee && isWithin(on, pair.from, pair.to),
  );
  const refs = new Set([
    caller,
    ...pairs.map((pair) => pair.supervisor),
    answer?.supervisor ?? caller,
    answer?.lineManager ?? caller,
    answer?.secondLineManager ?? caller,
  ]);
  refs.delete(supervisee);
  return [...refs].flatMap((ref) => labelOf(stage, ref) ?? []);
}

/** The kinds of supervision that the policy's rules name; all where none does. */
function kindsOf(pack: PolicyPack): string[] {
  const named = new Set<string>();
  for (const rule of pack.rules) {
    const test = rule.kind === 'counting' || rule.kind === 'quota' ? rule.counts : 'which' in rule ? rule.which : undefined;
    for (const kind of test?.kinds ?? []) named.add(kind);
  }
  const known = Object.keys(SESSION_KINDS).filter((kind) => named.has(kind));
  return known.length === 0 ? Object.keys(SESSION_KINDS) : known;
}

export const prepareSessionProcedure = procedure
  .meta({ permission: 'supervisions:log' })
  .input(PrepareSessionInput)
  .query(({ ctx, input }) => prepareSession(ctx.caller, input));

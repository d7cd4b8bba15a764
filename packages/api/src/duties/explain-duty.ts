import type { ExplanationView } from '@plumbline/analytics/compliance';
import { loadFacts, type CouncilTransaction } from '@plumbline/database';
import { explain, versionOf, type Duty, type Explanation } from '@plumbline/domain/rules';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { knownAtOf, timelineOf } from '../access/policy-of.ts';
import { noteRead } from '../access/note-read.ts';
import { requireSubject } from '../access/require-subject.ts';
import { AsOfInput } from '../inputs.ts';
import { aboutIdOf, dutyId } from '../lanes/duty-id.ts';
import { dutyRow } from '../lanes/duty-row.ts';
import { loadStage, questionOf, type About, type Question } from '../lanes/load-stage.ts';
import type { Stage } from '../lanes/scene.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';

const ExplainDutyInput = AsOfInput.extend({ dutyId: z.string().max(80) });

/** Why something is due when it is: the facts used, the clause, the conventions and the arithmetic. */
export async function explainDuty(caller: Caller, input: z.infer<typeof ExplainDutyInput>): Promise<ExplanationView> {
  const aboutId = aboutIdOf(input.dutyId) ?? refuse('not-found');
  return await caller.read(async (tx) => {
    const subject = await requireSubject(tx, caller, aboutId);
    await noteRead(tx, caller, subject, 'why');
    const question = questionOf(caller, input);
    const about: About = {
      withHistory: true,
      persons: subject.kind === 'person' ? [subject.ref] : [],
      children: subject.kind === 'child' ? [subject.ref] : [],
    };
    const stage = await loadStage(tx, question, about);
    const duty = stage.duties.find((candidate) => dutyId(aboutId, candidate) === input.dutyId) ?? refuse('not-found');
    const explanation = await explainFromFacts(tx, question, about, duty);
    return { ...explanation, row: dutyRow(stage, duty), names: namesIn(explanation, stage) };
  });
}

/** Lanes stand on the facts of the last year; an explanation needs all of them. */
async function explainFromFacts(tx: CouncilTransaction, question: Question, about: About, duty: Duty): Promise<Explanation> {
  const { policy } = versionOf(await timelineOf(tx, question.knownOn), duty);
  const facts = await loadFacts(tx, about, question.knownOn === null ? {} : { knownAt: knownAtOf(question.knownOn) });
  return explain(policy, facts, duty, question.asOf);
}

/** The names of the staff whom an explanation mentions, and of nobody else. */
function namesIn(explanation: Explanation, stage: Stage): Record<string, string> {
  const mentioned = new Set<string>();
  JSON.stringify(explanation, (_key, value: unknown) => {
    if (typeof value === 'string' && stage.people.has(value)) mentioned.add(value);
    return value;
  });
  return Object.fromEntries([...mentioned].map((ref) => [ref, stage.people.get(ref)?.name ?? ref]));
}

export const explainDutyProcedure = procedure
  .meta({ permission: 'subjects:read', showsRecord: true })
  .input(ExplainDutyInput)
  .query(({ ctx, input }) => explainDuty(ctx.caller, input));

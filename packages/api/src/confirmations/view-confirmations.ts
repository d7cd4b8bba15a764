import type { ConfirmationQuestion, ConfirmationsView } from '@plumbline/analytics/compliance';
import { listFeeds, type CouncilTransaction } from '@plumbline/database';
import { formatDay, type Day } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import { isConfirmed, type ConfirmedRule } from '@plumbline/domain/policy';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { factsNaming } from '../access/facts-naming.ts';
import { noteRead } from '../access/note-read.ts';
import { canDo, requireSubject, type SubjectReference } from '../access/require-subject.ts';
import { IdInput, NOW } from '../inputs.ts';
import { laneSubject } from '../lanes/lane-subject.ts';
import { loadStage, questionOf } from '../lanes/load-stage.ts';
import type { Stage } from '../lanes/scene.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { waitsOn } from './waits-on.ts';

const ViewConfirmationsInput = z.object({ subjectId: IdInput });

/** What is to be confirmed about a person: what waits, how each was last answered, and when it is asked again. */
export async function viewConfirmations(
  caller: Caller,
  input: z.infer<typeof ViewConfirmationsInput>,
): Promise<ConfirmationsView> {
  return await caller.read(async (tx) => {
    const subject = await requireSubject(tx, caller, input.subjectId);
    if (subject.kind !== 'person') refuse('not-found');
    await noteRead(tx, caller, subject, 'page');
    return await confirmationsOf(tx, caller, subject);
  });
}

/** The same, of somebody whom the caller has been found to be allowed to look at. */
export async function confirmationsOf(
  tx: CouncilTransaction,
  caller: Caller,
  subject: SubjectReference,
): Promise<ConfirmationsView> {
  const stage = await loadStage(tx, questionOf(caller, NOW), { persons: [subject.ref], children: [], withHistory: true });
  const [answers, feeds] = await Promise.all([factsNaming(tx, 'confirmation', ['person'], [subject.ref]), listFeeds(tx)]);
  const people = await factsNaming(tx, 'person', ['person'], [...new Set(answers.map(({ confirmedBy }) => confirmedBy))]);
  const names = new Map(people.map(({ person, name }) => [person, name]));
  const rules = stage.pack.rules.filter(isConfirmed).filter(({ of }) => of === 'person');
  return {
    person: laneSubject(stage, 'person', subject.ref),
    today: formatDay(caller.today),
    recordsFrom: feeds.confirmation ?? null,
    mayAnswer: await canDo(tx, caller, 'confirmations:answer', subject),
    questions: rules.flatMap((rule) => questionFor(rule, stage, caller.today, answers, names) ?? []),
  };
}

function questionFor(
  rule: ConfirmedRule,
  stage: Stage,
  today: Day,
  answers: readonly FactOf<'confirmation'>[],
  names: ReadonlyMap<string, string>,
): ConfirmationQuestion | null {
  const asked = stage.duties.filter((duty) => duty.rule === rule.id && duty.judged === 'asked');
  const waiting = asked.find((duty) => waitsOn(duty, today));
  const next = asked.find(({ openedOn }) => openedOn > today);
  const on = formatDay(today);
  const last = answers
    .filter((answer) => answer.rule === rule.id && answer.on <= on)
    .toSorted((a, b) => (a.on === b.on ? (a.confirmation < b.confirmation ? -1 : 1) : a.on < b.on ? -1 : 1))
    .at(-1);
  // What was never asked of this person, and is not going to be, is not theirs.
  if (waiting === undefined && next === undefined && last === undefined) return null;
  const { id, clause, says, asks, strength } = rule;
  return {
    rule: id,
    clause,
    says,
    asks,
    strength,
    waitsSince: waiting === undefined ? null : formatDay(waiting.openedOn),
    last: last === undefined ? null : { on: last.on, answer: last.answer, by: names.get(last.confirmedBy) ?? last.confirmedBy },
    askedAgainOn: next === undefined ? null : formatDay(next.openedOn),
  };
}

export const viewConfirmationsProcedure = procedure
  .meta({ permission: 'facts:read', showsRecord: true })
  .input(ViewConfirmationsInput)
  .query(({ ctx, input }) => viewConfirmations(ctx.caller, input));

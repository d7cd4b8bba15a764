import { randomUUID } from 'node:crypto';
import type { ConfirmationsView } from '@plumbline/analytics/compliance';
import { findFactByKey, type CouncilTransaction, type FactChange } from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import { CONFIRMATION_ANSWERS, factKey, type AnyFact, type ConfirmationAnswer } from '@plumbline/domain/facts';
import { confirmationFaults } from '@plumbline/domain/policy';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { factsNaming } from '../access/facts-naming.ts';
import { policyOf } from '../access/policy-of.ts';
import { requireSubject } from '../access/require-subject.ts';
import { checkValues } from '../facts/check-values.ts';
import { writeFor } from '../facts/write.ts';
import { IdempotencyKey, IdInput, LocalDateInput, orNull } from '../inputs.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { confirmationsOf } from './view-confirmations.ts';

const Answer = z.enum(Object.keys(CONFIRMATION_ANSWERS) as [ConfirmationAnswer, ...ConfirmationAnswer[]]);

const AnswerConfirmationsInput = z.object({
  subjectId: IdInput,
  /** The day on which it was answered; today where absent. */
  on: orNull(LocalDateInput),
  answers: z
    .array(z.object({ rule: z.string().min(1).max(100), answer: Answer }))
    .min(1)
    .max(100),
  idempotencyKey: IdempotencyKey,
});

type Input = z.infer<typeof AnswerConfirmationsInput>;

/** Keeps the answers to several questions about one person at once: all of them stand, or none does. */
export async function answerConfirmations(caller: Caller, input: Input): Promise<ConfirmationsView> {
  const on = input.on ?? formatDay(caller.today);
  if (on > formatDay(caller.today)) refuse('not-valid', { fields: { on: 'This lies ahead.' } });
  const rules = input.answers.map(({ rule }) => rule);
  if (new Set(rules).size < rules.length) refuse('not-valid', { fields: { answers: 'One question was answered twice.' } });
  const { subject, changes } = await caller.read(async (tx) => {
    const found = await requireSubject(tx, caller, input.subjectId);
    if (found.kind !== 'person') refuse('not-found');
    return { subject: found, changes: await changesFor(tx, caller, found.ref, on, input.answers) };
  });
  const { subjectId, answers, idempotencyKey } = input;
  await writeFor(caller, { action: 'confirmations.answer', idempotencyKey, asked: [subjectId, on, answers], changes });
  return await caller.read((tx) => confirmationsOf(tx, caller, subject));
}

/** A new answer to each question; another answer of the same day corrects the one before it. */
async function changesFor(
  tx: CouncilTransaction,
  caller: Caller,
  person: string,
  on: string,
  answers: Input['answers'],
): Promise<FactChange[]> {
  const { rules } = (await policyOf(tx, caller.today)).pack;
  const sameDay = (await factsNaming(tx, 'confirmation', ['person'], [person])).filter((fact) => fact.on === on);
  return await Promise.all(
    answers.map(async ({ rule, answer }): Promise<FactChange> => {
      const values = { ...NOTHING, rule, person, on, answer, confirmedBy: caller.signedIn.person };
      if (confirmationFaults(rules, values).length > 0)
        refuse('not-valid', { fields: { [rule]: 'Nobody is asked to confirm this about a person.' } });
      const checked = checkValues('confirmation', { ...values, confirmation: `CF-${randomUUID()}` });
      if (!checked.ok) refuse('not-valid', { fields: checked.fields });
      const earlier = sameDay
        .filter((fact) => fact.rule === rule)
        .toSorted((a, b) => (a.confirmation < b.confirmation ? -1 : 1))
        .at(-1);
      const stored =
        earlier === undefined
          ? null
          : await findFactByKey(tx, 'confirmation', factKey('confirmation', earlier as unknown as AnyFact));
      if (stored === null) return { op: 'record', kind: 'confirmation', values: checked.values };
      const { id, version } = stored;
      const kept = { ...values, confirmation: String(stored.values['confirmation']) };
      return { op: 'correct', kind: 'confirmation', factId: id, baseVersion: version, values: kept };
    }),
  );
}

const NOTHING = { child: null, session: null, discussedOn: null, record: null, event: null };

export const answerConfirmationsProcedure = procedure
  .meta({ permission: 'confirmations:answer' })
  .input(AnswerConfirmationsInput)
  .mutation(({ ctx, input }) => answerConfirmations(ctx.caller, input));

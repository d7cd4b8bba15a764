import {
  addMails,
  askSecondGrade,
  changeAudit,
  changeItem,
  countCompletedBy,
  findAlert,
  findAudit,
  findSecondGrade,
  listItems,
  raiseAlert,
  readReturn,
  withdrawSecondGrade,
  writeAudit,
  type AuditItem,
  type StoredAudit,
  type WordsTransaction,
} from '@plumbline/database';
import {
  auditKind,
  completionProblems,
  countedAnswers,
  INADEQUATE,
  nextItemState,
  secondGradeBasis,
  type CompletionProblem,
} from '@plumbline/domain/audits';
import { addWorkingDays, formatDay, formatInstant, londonInstant, toDay } from '@plumbline/domain/calendar';
import type { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { LocalDateInput, orNull, TextInput } from '../../inputs.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { responderFor } from '../closing/responders.ts';
import { standsInTheWay } from '../people.ts';
import { ItemEditInput, requireAuditOf, requireItemAt } from '../require.ts';
import { addFeedback, enterObservation, inWordsWithFacts, withdrawObservation } from './observation-log.ts';

/** The alert goes out the same day; an answer is wanted by five in the afternoon of the next working day. Ours, and labelled so. */
const ANSWER_BY_MINUTE = 17 * 60;

/** A file that is the caller's to audit, at the version that their page has. */
async function requireMine(tx: WordsTransaction, caller: Caller, asked: z.infer<typeof ItemEditInput>): Promise<AuditItem> {
  const item = await requireItemAt(tx, asked);
  return item.auditor === caller.signedIn.person ? item : refuse('not-found');
}

export interface FileCompleted {
  readonly version: number;
  /** Whether somebody was told at once, because the file is inadequate. */
  readonly isRaised: boolean;
  readonly getsSecondGrade: boolean;
  /** Whether an observation was entered into the supervision log with it. */
  readonly isLogged: boolean;
}

const CompleteInput = ItemEditInput.extend({
  /** Of an observation the day on which the supervision was watched; today where absent. */
  watchedOn: orNull(LocalDateInput),
});

/**
 * Completes an audit: refused, with everything that is missing, until nothing is, and where its auditor answers for the person by now:
 * what they wrote stays for whoever is named in their place. From here on its auditor no longer sees the records. An inadequate file is
 * raised the same day with the audit's named responder, and an observation stands in the supervision log from now on.
 */
export async function completeFile(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof CompleteInput>,
): Promise<FileCompleted> {
  const watchedOn = asked.watchedOn === null ? caller.today : toDay(asked.watchedOn);
  if (watchedOn > caller.today) refuse('not-valid', { fields: { watchedOn: 'This day is still to come.' } });
  return await inWordsWithFacts(caller, (tx, write) =>
    once(tx, caller, { action: 'audits.complete', idempotencyKey, asked }, async () => {
      const item = await requireMine(tx, caller, { ...asked, idempotencyKey });
      const { audit, tool } = await requireAuditOf(tx, item);
      const state = nextItemState(item.state, 'complete');
      if (state === null || audit.state !== 'open') refuse('wrong-state', { currentVersion: item.version });
      const moved = await standsInTheWay(tx, audit.kind, item, caller);
      if (moved !== null) refuse('not-valid', { fields: { auditor: moved } });
      const { made } = await readReturn(tx, item.id);
      const problems = completionProblems(tool, made);
      if (problems.length > 0) refuse('not-valid', { fields: asFields(problems) });
      const by = caller.signedIn.person;
      const overall = auditKind(audit.kind).isGraded ? made.overall : null;
      const answers = countedAnswers(tool, made);
      const { version } = await changeItem(tx, item, { by, state, overall, answers, completedOn: formatDay(caller.today) });
      const earlier = await countCompletedBy(tx, by, item.id);
      const isSample = auditKind(audit.kind).by === 'sample';
      const basis = isSample ? secondGradeBasis({ isForSecondGrade: item.isForSecondGrade, overall, earlier }) : null;
      if (basis !== null) await askSecondGrade(tx, item.id, basis);
      const isRaised = overall === INADEQUATE;
      if (isRaised) await raise(tx, caller, audit, item);
      const isLogged = await enterObservation(tx, write, caller, { audit, item, on: watchedOn });
      await writeAudit(tx, { actor: by, action: 'audits.complete' });
      return { version, isRaised, getsSecondGrade: basis !== null, isLogged };
    }),
  );
}

function asFields(problems: readonly CompletionProblem[]): Record<string, string> {
  return Object.fromEntries(problems.map((problem) => ['question' in problem ? problem.question : problem.kind, problem.kind]));
}

/** Not a word of what was found is in the mail: it can be read by others, and stays. */
async function raise(tx: WordsTransaction, caller: Caller, audit: StoredAudit, item: AuditItem): Promise<void> {
  const day = addWorkingDays(caller.today, 1);
  const respondBy = formatInstant(londonInstant(day, ANSWER_BY_MINUTE));
  const responder = responderFor(audit, item, caller.signedIn.person);
  await raiseAlert(tx, { itemId: item.id, responder, raisedAt: formatInstant(caller.now), respondBy });
  await addMails(tx, [{ person: responder, template: 'audit-alert', values: { title: audit.title, closesOn: formatDay(day) } }]);
}

export const completeFileProcedure = procedure
  .meta({ permission: 'audits:mine' })
  .input(CompleteInput)
  .mutation(({ ctx, input }) => completeFile(ctx.caller, input));

/** Takes a completed audit back to work, until somebody has graded it a second time, was told that it is inadequate, or it was talked over. */
export async function takeFileBack(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof ItemEditInput>,
): Promise<{ readonly version: number }> {
  return await inWordsWithFacts(caller, (tx, write) =>
    once(tx, caller, { action: 'audits.take-back', idempotencyKey, asked }, async () => {
      const item = await requireMine(tx, caller, { ...asked, idempotencyKey });
      const { audit } = await requireAuditOf(tx, item);
      const state = nextItemState(item.state, 'take-back');
      const second = await findSecondGrade(tx, item.id, true);
      const isTold = (await findAlert(tx, item.id)) !== null;
      if (state === null || audit.state !== 'open' || isTold || (second !== null && second.state !== 'waiting'))
        refuse('wrong-state', { currentVersion: item.version });
      await withdrawSecondGrade(tx, item.id);
      const by = caller.signedIn.person;
      const { version } = await changeItem(tx, item, { by, state, overall: null, answers: null, completedOn: null });
      await withdrawObservation(tx, write, caller, item);
      await writeAudit(tx, { actor: by, action: 'audits.take-back' });
      return { version };
    }),
  );
}

export const takeFileBackProcedure = procedure
  .meta({ permission: 'audits:mine' })
  .input(ItemEditInput)
  .mutation(({ ctx, input }) => takeFileBack(ctx.caller, input));

const FeedBackInput = ItemEditInput.extend({ on: LocalDateInput, said: TextInput.trim().max(6000) });

/** Keeps that what was found was talked over with whoever's practice it is, when, and what they said. They can read it from then on. */
export async function feedBack(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof FeedBackInput>,
): Promise<{ readonly version: number }> {
  return await inWordsWithFacts(caller, (tx, write) =>
    once(tx, caller, { action: 'audits.feed-back', idempotencyKey, asked }, async () => {
      const item = await requireMine(tx, caller, { ...asked, idempotencyKey });
      const state = nextItemState(item.state, 'feed-back') ?? refuse('wrong-state', { currentVersion: item.version });
      if (asked.on > formatDay(caller.today)) refuse('not-valid', { fields: { on: 'This day is still to come.' } });
      if (item.completedOn !== null && asked.on < item.completedOn)
        refuse('not-valid', { fields: { on: 'The audit was completed later than that.' } });
      const by = caller.signedIn.person;
      const { version } = await changeItem(tx, item, { by, state, fedBackOn: asked.on, feedback: asked.said });
      await addFeedback(tx, write, caller, { item, made: (await readReturn(tx, item.id)).made, on: asked.on });
      await closeOwnCheck(tx, caller, item.auditId);
      await writeAudit(tx, { actor: by, action: 'audits.feed-back' });
      return { version };
    }),
  );
}

/** A check that somebody began by themselves is over once it is talked over; what others planned, they close. */
async function closeOwnCheck(tx: WordsTransaction, caller: Caller, auditId: string): Promise<void> {
  const me = caller.signedIn.person;
  const audit = (await findAudit(tx, auditId, true)) ?? refuse('not-found');
  if (audit.state !== 'open' || audit.basis !== 'own-line' || audit.createdBy !== me) return;
  const isOver = (await listItems(tx, auditId)).every(({ state }) => state === 'fed-back' || state === 'put-aside');
  if (isOver) await changeAudit(tx, audit, { by: me, state: 'closed' });
}

export const feedBackProcedure = procedure
  .meta({ permission: 'audits:mine' })
  .input(FeedBackInput)
  .mutation(({ ctx, input }) => feedBack(ctx.caller, input));

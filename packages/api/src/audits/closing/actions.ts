import { randomUUID } from 'node:crypto';
import { addAction, changeAction, findAction, findItem, listActions, writeAudit, type AuditAction } from '@plumbline/database';
import { AUDIT_ACTION_EVENTS, isCompleted, nextActionState, type AuditActionEvent } from '@plumbline/domain/audits';
import { formatDay } from '@plumbline/domain/calendar';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { inWords } from '../../access/in-words.ts';
import { IdempotencyKey, IdInput, LocalDateInput, TextInput, VersionInput } from '../../inputs.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { accessTo, ItemInput, requireAuditOf, requirePerson } from '../require.ts';
import { actionRows, mayStep, type ActionRow } from './action-rows.ts';
import { seenActions } from './seen-actions.ts';

const AddActionInput = ItemInput.extend({
  what: TextInput.trim().min(1).max(2000),
  ownerId: IdInput,
  dueOn: LocalDateInput,
  idempotencyKey: IdempotencyKey,
});

/** Agrees an action after a completed audit: what, by whom, by when. Whoever may read the audit may agree one, the person audited may not. */
export async function addAuditAction(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof AddActionInput>,
): Promise<{ readonly actionId: string }> {
  return await inWords(caller, (tx) =>
    once(tx, caller, { action: 'audits.action.add', idempotencyKey, asked }, async () => {
      const item = (await findItem(tx, asked.itemId)) ?? refuse('not-found');
      const { audit } = await requireAuditOf(tx, item);
      const access = await accessTo(tx, caller, item, audit);
      if (!access.seesAudit || access.isOwnPractice) refuse('not-found');
      if (!isCompleted(item.state)) refuse('wrong-state', { currentVersion: item.version });
      const raisedOn = formatDay(caller.today);
      if (asked.dueOn < raisedOn) refuse('not-valid', { fields: { dueOn: 'This day has passed.' } });
      const id = randomUUID();
      const raisedBy = caller.signedIn.person;
      const owner = await requirePerson(tx, asked.ownerId);
      const { what, dueOn, itemId } = asked;
      const from = { auditId: item.auditId, itemId, signOffId: null, team: item.team };
      await addAction(tx, { id, ...from, owner, raisedBy, raisedOn, dueOn, what });
      await writeAudit(tx, { actor: raisedBy, action: 'audits.action.add' });
      return { actionId: id };
    }),
  );
}

export const addActionProcedure = procedure
  .meta({ permission: 'audits:mine' })
  .input(AddActionInput)
  .mutation(({ ctx, input }) => addAuditAction(ctx.caller, input));

const StepActionInput = z.object({
  actionId: IdInput,
  baseVersion: VersionInput,
  event: z.enum(AUDIT_ACTION_EVENTS as [AuditActionEvent, ...AuditActionEvent[]]),
  /** What shows that it is done, or why it is sent back, opened again or given up. */
  text: TextInput.trim().max(4000),
  idempotencyKey: IdempotencyKey,
});

/** Takes an action one step on. Its owner says what shows that it is done; only somebody else can close it. */
export async function stepAction(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof StepActionInput>,
): Promise<{ readonly actionId: string }> {
  return await inWords(caller, (tx) =>
    once(tx, caller, { action: 'audits.action.step', idempotencyKey, asked }, async () => {
      const found = await findAction(tx, asked.actionId, true);
      const [action = refuse('not-found')] = found === null ? [] : await seenActions(tx, caller, [found]);
      if (action.version !== asked.baseVersion)
        refuse('out-of-date', { yourVersion: asked.baseVersion, currentVersion: action.version });
      if (!mayStep(caller, action, asked.event)) refuse('wrong-state', { currentVersion: action.version });
      if (asked.event !== 'close' && asked.text === '') refuse('not-valid', { fields: { text: 'Say it in a few words.' } });
      await changeAction(tx, action, stepped(action, asked, caller.signedIn.person, formatDay(caller.today)));
      await writeAudit(tx, { actor: caller.signedIn.person, action: `audits.action.${asked.event}` });
      return { actionId: action.id };
    }),
  );
}

function stepped(
  action: AuditAction,
  { event, text }: Pick<z.infer<typeof StepActionInput>, 'event' | 'text'>,
  by: string,
  on: string,
): Parameters<typeof changeAction>[2] {
  const state = nextActionState(action.state, event) ?? action.state;
  const said = text === '' ? action.said : [...action.said, { by, on, text }];
  const isClosed = event === 'close';
  return {
    by,
    state,
    said,
    closedBy: isClosed ? by : null,
    closedOn: isClosed ? on : null,
    ...(event === 'show' ? { evidence: text } : {}),
  };
}

export const stepActionProcedure = procedure
  .meta({ permission: 'audits:mine' })
  .input(StepActionInput)
  .mutation(({ ctx, input }) => stepAction(ctx.caller, input));

/** More than this on one page nobody looks through. */
const MOST_ACTIONS = 500;

/** Actions that the caller owns, raised, or sees because they answer for the team or plan audits; open ones first, by the day they are due. */
export async function listAuditActions(caller: Caller): Promise<ActionRow[]> {
  return await inWords(caller, async (tx) => {
    const mine = await seenActions(tx, caller, await listActions(tx, { all: true }));
    const rank = ({ state }: AuditAction) => (state === 'open' || state === 'shown' ? 0 : 1);
    const sorted = mine.toSorted((a, b) => rank(a) - rank(b) || (a.dueOn < b.dueOn ? -1 : 1));
    return await actionRows(tx, caller, sorted.slice(0, MOST_ACTIONS));
  });
}

export const listActionsProcedure = procedure
  .meta({ permission: 'audits:mine' })
  .query(({ ctx }) => listAuditActions(ctx.caller));

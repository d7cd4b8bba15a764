import { changeAudit, listItems, writeAudit, type AuditItem } from '@plumbline/database';
import { AUDIT_EVENTS, isAtWork, nextAuditState, type AuditEvent, type AuditState } from '@plumbline/domain/audits';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { AuditEditInput, requireAuditAt } from '../require.ts';

/** Drawing and drawing again are calls of their own. */
const STEPS = AUDIT_EVENTS.filter((event) => event !== 'draw' && event !== 'draw-again');

const MoveAuditInput = AuditEditInput.extend({ event: z.enum(STEPS as [AuditEvent, ...AuditEvent[]]) });

/**
 * Takes an audit one step on. It opens once every file has its auditor, and closes once every file is completed or put aside; what
 * stands in the way is said with its number.
 */
export async function moveAudit(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof MoveAuditInput>,
): Promise<{ readonly state: AuditState; readonly version: number }> {
  return await caller.read((tx) =>
    once(tx, caller, { action: 'audits.move', idempotencyKey, asked }, async () => {
      const audit = await requireAuditAt(tx, asked);
      const state = nextAuditState(audit.state, asked.event) ?? refuse('wrong-state', { currentVersion: audit.version });
      requireReady(asked.event, await listItems(tx, audit.id));
      const by = caller.signedIn.person;
      const { version } = await changeAudit(tx, audit, { by, state });
      await writeAudit(tx, { actor: by, action: `audits.${asked.event}` });
      return { state, version };
    }),
  );
}

function requireReady(event: AuditEvent, items: readonly AuditItem[]): void {
  const atWork = items.filter((item) => isAtWork(item.state));
  if (event === 'open') {
    const without = atWork.filter(({ auditor }) => auditor === null).length;
    if (atWork.length === 0) refuse('not-valid', { fields: { items: 'There is nothing in it yet.' } });
    if (without > 0) refuse('not-valid', { fields: { auditors: `${without} of ${atWork.length} have no auditor yet.` } });
  }
  if (event === 'close' && atWork.length > 0)
    refuse('not-valid', { fields: { items: `${atWork.length} are not completed and not put aside.` } });
}

export const moveAuditProcedure = procedure
  .meta({ permission: 'audits:plan' })
  .input(MoveAuditInput)
  .mutation(({ ctx, input }) => moveAudit(ctx.caller, input));

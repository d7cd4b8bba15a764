import { randomUUID } from 'node:crypto';
import {
  changeAudit,
  createAudit,
  findToolVersion,
  writeAudit,
  type AuditPlan,
  type CouncilTransaction,
} from '@plumbline/database';
import { auditKind } from '@plumbline/domain/audits';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { factsNaming } from '../../access/facts-naming.ts';
import { IdempotencyKey, IdInput, LocalDateInput, TextInput, VersionInput } from '../../inputs.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { passOpenAlerts } from '../closing/responders.ts';
import { AuditEditInput, requireAuditAt, requirePerson } from '../require.ts';
import { requireTool } from '../tools/tool-access.ts';

const PlanInput = z.object({
  title: TextInput.trim().min(1).max(200),
  startsOn: LocalDateInput,
  dueOn: LocalDateInput,
  /** Codes of teams; none stands for all. */
  teams: z.array(TextInput.max(80)).max(500),
  leadId: IdInput,
  responderId: IdInput,
  size: z.number().int().min(0).max(2000),
  reserves: z.number().int().min(0).max(500),
});

const PlanAuditInput = PlanInput.extend({
  toolId: IdInput,
  toolNumber: VersionInput,
  basis: z.enum(['random', 'targeted']),
  idempotencyKey: IdempotencyKey,
});

/**
 * Puts an audit into the programme, with the version of the tool that holds for all of it. Managers' own checks are picked and never
 * drawn. What ends before it begins, a team that is not there, a tool that was taken off
 * the list, or a draw of nothing is refused.
 */
export async function planAudit(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof PlanAuditInput>,
): Promise<{ readonly auditId: string }> {
  return await caller.read((tx) =>
    once(tx, caller, { action: 'audits.plan', idempotencyKey, asked }, async () => {
      const id = randomUUID();
      const by = caller.signedIn.person;
      const { content } = (await findToolVersion(tx, asked.toolId, asked.toolNumber)) ?? refuse('not-found');
      await requireTool(tx, asked.toolId);
      const basis = auditKind(content.kind).by === 'own-line' ? 'own-line' : asked.basis;
      const plan = await planOf(tx, asked, basis);
      const { toolId, toolNumber } = asked;
      await createAudit(tx, { ...plan, id, by, kind: content.kind, about: content.about, basis, toolId, toolNumber });
      await writeAudit(tx, { actor: by, action: 'audits.plan' });
      return { auditId: id };
    }),
  );
}

async function planOf(tx: CouncilTransaction, asked: z.infer<typeof PlanInput>, basis: AuditPlan['basis']) {
  if (asked.dueOn < asked.startsOn) refuse('not-valid', { fields: { dueOn: 'It ends before it begins.' } });
  if (basis === 'random' && asked.size === 0) refuse('not-valid', { fields: { size: 'Say how many to draw.' } });
  const known = new Set((await factsNaming(tx, 'team')).map(({ team }) => team));
  if (asked.teams.some((team) => !known.has(team))) refuse('not-valid', { fields: { teams: 'One of the teams is not there.' } });
  const { title, startsOn, dueOn, teams, size, reserves } = asked;
  const [lead, responder] = [await requirePerson(tx, asked.leadId), await requirePerson(tx, asked.responderId)];
  return { title, startsOn, dueOn, teams: [...new Set(teams)].toSorted(), lead, responder, size, reserves };
}

export const planAuditProcedure = procedure
  .meta({ permission: 'audits:plan' })
  .input(PlanAuditInput)
  .mutation(({ ctx, input }) => planAudit(ctx.caller, input));

const ChangePlanInput = AuditEditInput.extend(PlanInput.shape);

export interface PlanChanged {
  readonly version: number;
  /** How many inadequate files that nobody had answered for went to another responder. */
  readonly passed: number;
}

/**
 * Changes a plan: everything before the draw; once drawn only its title, its last day, who leads it and who responds. What nobody has
 * answered yet goes to whoever responds by now.
 */
export async function changePlan(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof ChangePlanInput>,
): Promise<PlanChanged> {
  return await caller.read((tx) =>
    once(tx, caller, { action: 'audits.change-plan', idempotencyKey, asked }, async () => {
      const audit = await requireAuditAt(tx, asked);
      if (audit.state === 'closed' || audit.state === 'dropped') refuse('wrong-state', { currentVersion: audit.version });
      const plan = await planOf(tx, asked, audit.basis);
      const { startsOn, teams, size, reserves } = audit;
      const kept = audit.state === 'planned' ? plan : { ...plan, startsOn, teams, size, reserves };
      const by = caller.signedIn.person;
      const changed = await changeAudit(tx, audit, { by, plan: kept });
      const isRenamed = changed.responder !== audit.responder || changed.lead !== audit.lead;
      const passed = isRenamed ? await passOpenAlerts(tx, changed, by) : 0;
      await writeAudit(tx, { actor: by, action: 'audits.change-plan', counts: { alertsPassed: passed } });
      return { version: changed.version, passed };
    }),
  );
}

export const changePlanProcedure = procedure
  .meta({ permission: 'audits:plan' })
  .input(ChangePlanInput)
  .mutation(({ ctx, input }) => changePlan(ctx.caller, input));

import { randomUUID } from 'node:crypto';
import {
  addItems,
  changeAudit,
  createAudit,
  findAudit,
  listTools,
  listToolVersions,
  writeAudit,
  type CouncilTransaction,
  type ToolVersion,
} from '@plumbline/database';
import { auditKind, emptyReturn, type AuditKind } from '@plumbline/domain/audits';
import { formatDay } from '@plumbline/domain/calendar';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { factsNaming } from '../../access/facts-naming.ts';
import { inWords } from '../../access/in-words.ts';
import { IdempotencyKey, IdInput } from '../../inputs.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { standingOf } from '../people.ts';
import { requirePerson } from '../require.ts';
import { listedOn } from './list-of.ts';

/** So many days a manager's own check is given, unless its plan is changed. */
const DAYS = 30;

export interface CheckTool {
  readonly toolId: string;
  readonly kind: AuditKind;
  readonly title: string;
}

/** The latest version of each tool on the list for managers' own checks of people. */
async function checkTools(tx: CouncilTransaction): Promise<ToolVersion[]> {
  const onList = new Set((await listTools(tx)).map(({ id }) => id));
  const latest = new Map<string, ToolVersion>();
  for (const version of await listToolVersions(tx, null)) if (!latest.has(version.toolId)) latest.set(version.toolId, version);
  return [...latest.values()].filter(
    ({ toolId, content }) => onList.has(toolId) && auditKind(content.kind).by === 'own-line' && content.about === 'person',
  );
}

/** With what a manager can begin a check of their own. */
export async function listCheckTools(caller: Caller): Promise<CheckTool[]> {
  return await caller.read(async (tx) =>
    (await checkTools(tx)).map(({ toolId, content }) => ({ toolId, kind: content.kind, title: content.title })),
  );
}

export const listCheckToolsProcedure = procedure
  .meta({ permission: 'audits:read' })
  .query(({ ctx }) => listCheckTools(ctx.caller));

const BeginCheckInput = z.object({ toolId: IdInput, personId: IdInput, idempotencyKey: IdempotencyKey });

/**
 * Begins a manager's own check of somebody of their line, without waiting for a programme: a record check, an observation, a
 * conversation or a workload check. Of anybody else it is refused. Their own line manager answers where the file is inadequate.
 */
export async function beginCheck(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof BeginCheckInput>,
): Promise<{ readonly itemId: string }> {
  return await inWords(caller, (tx) =>
    once(tx, caller, { action: 'audits.begin-check', idempotencyKey, asked }, async () => {
      const me = caller.signedIn.person;
      const ref = await requirePerson(tx, asked.personId);
      const tool = (await checkTools(tx)).find(({ toolId }) => toolId === asked.toolId) ?? refuse('not-found');
      const { kind, about, title } = tool.content;
      const line = (await listedOn(tx, { about, teams: [] }, caller.today)).find((one) => one.ref === ref) ?? refuse('not-found');
      const item = { id: randomUUID(), kind: 'person' as const, ref, person: ref };
      if ((await standingOf(tx, kind, [me], [item], caller.today))(me, item.id) !== null) refuse('not-found');
      const auditId = randomUUID();
      const responder = (await lineManagerOf(tx, me, formatDay(caller.today))) ?? me;
      const days = { startsOn: formatDay(caller.today), dueOn: formatDay(caller.today + DAYS) };
      const { toolId, number: toolNumber } = tool;
      const plan = { title, kind, about, basis: 'own-line' as const, toolId, toolNumber, ...days, teams: [line.stratum] };
      await createAudit(tx, { ...plan, lead: me, responder, size: 0, reserves: 0, id: auditId, by: me });
      const drawn = {
        ...item,
        auditId,
        team: line.stratum,
        place: 1,
        isForSecondGrade: false,
        state: 'waiting' as const,
        auditor: me,
      };
      await addItems(tx, [drawn], { by: me, content: emptyReturn() });
      const audit = (await findAudit(tx, auditId, true)) ?? refuse('not-found');
      await changeAudit(tx, audit, { by: me, state: 'open' });
      await writeAudit(tx, { actor: me, action: 'audits.begin-check' });
      return { itemId: item.id };
    }),
  );
}

async function lineManagerOf(tx: CouncilTransaction, person: string, on: string): Promise<string | null> {
  const posts = await factsNaming(tx, 'post', ['person'], [person]);
  return posts.find(({ from, to }) => from <= on && (to === null || to >= on))?.lineManager ?? null;
}

export const beginCheckProcedure = procedure
  .meta({ permission: 'audits:read' })
  .input(BeginCheckInput)
  .mutation(({ ctx, input }) => beginCheck(ctx.caller, input));

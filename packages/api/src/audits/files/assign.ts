import {
  askSecondGrade,
  changeItem,
  findAlert,
  findAudit,
  findItem,
  findSecondGrade,
  listItems,
  membersOf,
  nameModerator,
  rolesOn,
  writeAudit,
  type AuditItem,
  type CouncilTransaction,
  type StoredAudit,
} from '@plumbline/database';
import { isRole, permissionsOf, ROLES } from '@plumbline/domain/access';
import { auditKind, INADEQUATE, isAtWork, isCompleted, shareOut, type LineProblem } from '@plumbline/domain/audits';
import { formatDay } from '@plumbline/domain/calendar';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { factsNaming } from '../../access/facts-naming.ts';
import { inWords } from '../../access/in-words.ts';
import { labelsOf } from '../../access/labels.ts';
import { IdempotencyKey, IdInput, orNull, TextInput } from '../../inputs.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { everAsked } from '../closing/responders.ts';
import { standingOf } from '../people.ts';
import { AuditInput, ItemEditInput, requireAuditOf, requireItemAt, requirePerson } from '../require.ts';

const MOST_AUDITORS = 60;

const ListAuditorsInput = AuditInput.extend({ text: orNull(TextInput.max(100)) });

export interface AuditorRow {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly team: string;
  /** How many files of this audit they have. */
  readonly has: number;
  /** Files that they may not audit, with why. */
  readonly mayNot: Readonly<Record<string, LineProblem>>;
}

/** Whoever signs in here, with the files of an audit that they may not audit: their own work, or their own line. */
export async function listAuditors(caller: Caller, { auditId, text }: z.infer<typeof ListAuditorsInput>): Promise<AuditorRow[]> {
  return await caller.read(async (tx) => {
    const audit = (await findAudit(tx, auditId)) ?? refuse('not-found');
    const items = await listItems(tx, auditId);
    const found = await peopleWhoSignIn(tx, caller);
    const asked = (text ?? '').trim().toLowerCase();
    const has = (person: string) => items.filter(({ auditor }) => auditor === person).length;
    const shown = found
      .filter((one) => `${one.name} ${one.team} ${one.roles.join(' ')}`.toLowerCase().includes(asked))
      .toSorted((a, b) => has(b.person) - has(a.person) || a.name.localeCompare(b.name))
      .slice(0, MOST_AUDITORS);
    const persons = shown.map(({ person }) => person);
    const mayNot = await standingOf(tx, audit.kind, persons, items, caller.today);
    return shown.map(({ person, id, name, roles, team }) => {
      const problems = items.flatMap((item) => {
        const problem = mayNot(person, item.id);
        return problem === null ? [] : [[item.id, problem] as const];
      });
      return { id, name, roles, team, has: has(person), mayNot: Object.fromEntries(problems) };
    });
  });
}

interface Candidate {
  readonly person: string;
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly team: string;
}

async function peopleWhoSignIn(tx: CouncilTransaction, caller: Caller): Promise<Candidate[]> {
  const on = formatDay(caller.today);
  const persons = [...new Set((await membersOf(tx, on)).map(({ person }) => person))];
  const [roles, post, team, label] = await Promise.all([
    rolesOn(tx, persons, on),
    factsNaming(tx, 'post', ['person'], persons),
    factsNaming(tx, 'team'),
    labelsOf(tx, persons),
  ]);
  const teamNames = new Map(team.map((one) => [one.team, one.name]));
  return persons.map((person) => {
    const held = post.find((one) => one.person === person && one.from <= on && (one.to === null || one.to >= on));
    return {
      person,
      ...label(person),
      roles: [...(roles.get(person) ?? [])].filter(isRole).map((role) => ROLES[role]),
      team: held === undefined ? '' : (teamNames.get(held.team) ?? held.team),
    };
  });
}

export const listAuditorsProcedure = procedure
  .meta({ permission: 'audits:plan' })
  .input(ListAuditorsInput)
  .query(({ ctx, input }) => listAuditors(ctx.caller, input));

const AssignInput = ItemEditInput.extend({ auditorId: IdInput });

/** Names the auditor of one file that waits or is at work. Their own work and, for a sample, their own line are refused. */
export async function assignFile(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof AssignInput>,
): Promise<{ readonly version: number }> {
  return await inWords(caller, (tx) =>
    once(tx, caller, { action: 'audits.assign', idempotencyKey, asked }, async () => {
      const item = await requireItemAt(tx, asked);
      const { audit } = await requireAuditOf(tx, item);
      if (!isAtWork(item.state) || isOver(audit)) refuse('wrong-state', { currentVersion: item.version });
      const auditor = await requirePerson(tx, asked.auditorId);
      await requireMay(tx, caller, audit.kind, auditor, item);
      const { version } = await changeItem(tx, item, { by: caller.signedIn.person, auditor });
      await writeAudit(tx, { actor: caller.signedIn.person, action: 'audits.assign' });
      return { version };
    }),
  );
}

/** Whether nobody is given anything of it any more. */
function isOver({ state }: StoredAudit): boolean {
  return state === 'closed' || state === 'dropped';
}

async function requireMay(
  tx: CouncilTransaction,
  caller: Caller,
  kind: Parameters<typeof standingOf>[1],
  person: string,
  item: AuditItem,
  field: 'auditor' | 'moderator' = 'auditor',
): Promise<void> {
  const problem = (await standingOf(tx, kind, [person], [item], caller.today))(person, item.id);
  if (problem !== null) refuse('not-valid', { fields: { [field]: problem } });
}

export const assignFileProcedure = procedure
  .meta({ permission: 'audits:plan' })
  .input(AssignInput)
  .mutation(({ ctx, input }) => assignFile(ctx.caller, input));

const ShareOutInput = AuditInput.extend({ auditorIds: z.array(IdInput).min(1).max(60), idempotencyKey: IdempotencyKey });

/** Shares the files without an auditor out among some people, as evenly as who may audit what allows. */
export async function shareFilesOut(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof ShareOutInput>,
): Promise<{ readonly named: number; readonly left: number }> {
  return await inWords(caller, (tx) =>
    once(tx, caller, { action: 'audits.share-out', idempotencyKey, asked }, async () => {
      const audit = (await findAudit(tx, asked.auditId, true)) ?? refuse('not-found');
      if (isOver(audit)) refuse('wrong-state', { currentVersion: audit.version });
      const persons: string[] = [];
      for (const id of asked.auditorIds) persons.push(await requirePerson(tx, id));
      const open = await lockedWithoutAuditor(tx, audit.id);
      const mayNot = await standingOf(tx, audit.kind, persons, open, caller.today);
      const shared = shareOut(open, persons, (person, id) => mayNot(person, id) === null);
      const by = caller.signedIn.person;
      for (const item of open) {
        const auditor = shared.get(item.id);
        if (auditor !== undefined) await changeItem(tx, item, { by, auditor });
      }
      await writeAudit(tx, { actor: by, action: 'audits.share-out', counts: { named: shared.size } });
      return { named: shared.size, left: open.length - shared.size };
    }),
  );
}

/** Files that nobody has yet, locked: one that somebody is given at the same moment is theirs. */
async function lockedWithoutAuditor(tx: CouncilTransaction, auditId: string): Promise<AuditItem[]> {
  const isFree = ({ state, auditor }: AuditItem): boolean => state === 'waiting' && auditor === null;
  const locked: AuditItem[] = [];
  for (const { id } of (await listItems(tx, auditId)).filter(isFree)) {
    const item = await findItem(tx, id, true);
    if (item !== null && isFree(item)) locked.push(item);
  }
  return locked;
}

export const shareFilesOutProcedure = procedure
  .meta({ permission: 'audits:plan' })
  .input(ShareOutInput)
  .mutation(({ ctx, input }) => shareFilesOut(ctx.caller, input));

const NameModeratorInput = ItemEditInput.extend({ moderatorId: IdInput });

/**
 * Names who gives the second grade of a completed audit: never its auditor, nobody of the line, and somebody who may moderate. Named
 * for a file that gets none by rule, it gets one now, as one picked for its grade. A manager's own check gets none: whoever could give
 * it answers for the person, and reads the check.
 */
export async function nameSecondGrader(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof NameModeratorInput>,
): Promise<{ readonly itemId: string }> {
  return await inWords(caller, (tx) =>
    once(tx, caller, { action: 'audits.name-moderator', idempotencyKey, asked }, async () => {
      const item = await requireItemAt(tx, asked);
      const { audit } = await requireAuditOf(tx, item);
      const isOwnCheck = auditKind(audit.kind).by === 'own-line';
      if (!isCompleted(item.state) || item.overall === null || isOwnCheck)
        refuse('wrong-state', { currentVersion: item.version });
      const moderator = await requirePerson(tx, asked.moderatorId);
      if (moderator === item.auditor) refuse('not-valid', { fields: { moderator: 'own-work' } });
      if (await knowsGrade(tx, item, audit, moderator)) refuse('not-valid', { fields: { moderator: 'knows-grade' } });
      if (!(await mayModerate(tx, moderator, formatDay(caller.today))))
        refuse('not-valid', { fields: { moderator: 'no-permission' } });
      await requireMay(tx, caller, audit.kind, moderator, item, 'moderator');
      const found = await findSecondGrade(tx, item.id, true);
      if (found === null) await askSecondGrade(tx, item.id, 'extreme');
      else if (found.state !== 'waiting') refuse('wrong-state', { currentVersion: item.version });
      await nameModerator(tx, item.id, moderator);
      await writeAudit(tx, { actor: caller.signedIn.person, action: 'audits.name-moderator' });
      return { itemId: item.id };
    }),
  );
}

/** Whether somebody was told that a file is inadequate, or answered for it: they know the first grade. */
async function knowsGrade(tx: CouncilTransaction, item: AuditItem, audit: StoredAudit, person: string): Promise<boolean> {
  if (item.overall !== INADEQUATE) return false;
  const alert = await findAlert(tx, item.id);
  return [audit.responder, alert?.responder, alert?.answeredBy].includes(person) || (await everAsked(tx, item.id)).has(person);
}

async function mayModerate(tx: CouncilTransaction, person: string, on: string): Promise<boolean> {
  const roles = [...((await rolesOn(tx, [person], on)).get(person) ?? [])].filter(isRole);
  return permissionsOf(roles, false).includes('audits:moderate');
}

export const nameSecondGraderProcedure = procedure
  .meta({ permission: 'audits:plan' })
  .input(NameModeratorInput)
  .mutation(({ ctx, input }) => nameSecondGrader(ctx.caller, input));

import {
  findAlert,
  findAudit,
  findItem,
  findSecondGrade,
  findSubject,
  findToolVersion,
  type AuditItem,
  type CouncilTransaction,
  type SecondGrade,
  type StoredAudit,
} from '@plumbline/database';
import { groundOf } from '@plumbline/domain/access';
import { INADEQUATE, isAtWork, isCompleted, type AuditTool } from '@plumbline/domain/audits';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { accessSubjects } from '../access/require-subject.ts';
import { IdempotencyKey, IdInput, VersionInput } from '../inputs.ts';
import { refuse } from '../problems.ts';
import { everAsked } from './closing/responders.ts';
import { answeringFor } from './people.ts';

export const AuditInput = z.object({ auditId: IdInput });
export const ItemInput = z.object({ itemId: IdInput });

/** What every change of an audit sends, and every change of one file that was drawn. */
export const AuditEditInput = AuditInput.extend({ baseVersion: VersionInput, idempotencyKey: IdempotencyKey });
export const ItemEditInput = ItemInput.extend({ baseVersion: VersionInput, idempotencyKey: IdempotencyKey });

export function mayPlan(caller: Caller): boolean {
  return caller.permissions.includes('audits:plan');
}

/** An audit, locked, at the version that the page began with; any other is refused with both versions. */
export async function requireAuditAt(
  tx: CouncilTransaction,
  { auditId, baseVersion }: { readonly auditId: string; readonly baseVersion: number },
): Promise<StoredAudit> {
  const audit = (await findAudit(tx, auditId, true)) ?? refuse('not-found');
  if (audit.version !== baseVersion) refuse('out-of-date', { yourVersion: baseVersion, currentVersion: audit.version });
  return audit;
}

/** One file that was drawn, locked, at the version that the page began with. */
export async function requireItemAt(
  tx: CouncilTransaction,
  { itemId, baseVersion }: { readonly itemId: string; readonly baseVersion: number },
): Promise<AuditItem> {
  const item = (await findItem(tx, itemId, true)) ?? refuse('not-found');
  if (item.version !== baseVersion) refuse('out-of-date', { yourVersion: baseVersion, currentVersion: item.version });
  return item;
}

/** The audit that something was drawn for, and the version of the tool with which it is looked at. */
export async function requireAuditOf(
  tx: CouncilTransaction,
  item: AuditItem,
): Promise<{ readonly audit: StoredAudit; readonly tool: AuditTool }> {
  const audit = (await findAudit(tx, item.auditId)) ?? refuse('not-found');
  return { audit, tool: await toolOf(tx, audit) };
}

export async function toolOf(tx: CouncilTransaction, audit: StoredAudit): Promise<AuditTool> {
  const version = await findToolVersion(tx, audit.toolId, audit.toolNumber);
  if (version === null) throw new Error('An audit has lost its tool.');
  return version.content;
}

/** What of one audited file somebody may see. What they may not see is not there. */
export interface FileAccess {
  /** It is theirs to audit now: they may write, and look at the records that it is about. */
  readonly isAtWork: boolean;
  /** It is theirs to grade a second time, and they do not know the first grade. */
  readonly isToGradeBlind: boolean;
  readonly seesRecords: boolean;
  readonly seesAudit: boolean;
  readonly isAuditor: boolean;
  readonly isOwnPractice: boolean;
}

/**
 * What the caller may see of a file that was drawn. Its auditor sees the records while it is theirs to audit, a moderator until
 * the second grade is given; the audit itself is read by both, by whoever plans audits once no second grade is waited for, by whoever
 * answers for the person (who is never named for a second grade of it), by its responder where it is inadequate, and by the person
 * once it has been talked over with them, whatever else they are.
 */
export async function accessTo(
  tx: CouncilTransaction,
  caller: Caller,
  item: AuditItem,
  audit: StoredAudit,
): Promise<FileAccess & { readonly second: SecondGrade | null }> {
  const me = caller.signedIn.person;
  const second = await findSecondGrade(tx, item.id);
  const isAuditor = item.auditor === me;
  const isOwnPractice = item.person === me && !isAuditor;
  const isToGradeBlind = second?.moderator === me && second.state === 'waiting';
  const isTheirs = isAuditor && isAtWork(item.state) && audit.state === 'open';
  const readsCompleted = isOwnPractice
    ? item.state === 'fed-back'
    : isCompleted(item.state) &&
      ((mayPlan(caller) && second?.state !== 'waiting') ||
        second?.moderator === me ||
        (await answersFor(tx, caller, item)) ||
        (await isResponder(tx, audit, caller, item)));
  const seesAudit = !isToGradeBlind && (isAuditor || readsCompleted);
  return {
    second,
    isAtWork: isTheirs,
    isToGradeBlind,
    seesRecords: isTheirs || isToGradeBlind,
    seesAudit,
    isAuditor,
    isOwnPractice,
  };
}

/** Whoever was told of an inadequate file, though somebody else answers for it by now, or is named for the audit by now, reads it. */
async function isResponder(tx: CouncilTransaction, audit: StoredAudit, caller: Caller, item: AuditItem): Promise<boolean> {
  if (item.overall !== INADEQUATE) return false;
  const me = caller.signedIn.person;
  if (audit.responder === me || (await findAlert(tx, item.id))?.responder === me) return true;
  return (await everAsked(tx, item.id)).has(me);
}

/** Whether the caller answers for whoever's practice it is: in the line, or for the team. A role for the whole council is not enough. */
async function answersFor(tx: CouncilTransaction, caller: Caller, item: AuditItem): Promise<boolean> {
  if (!caller.permissions.includes('audits:read')) return false;
  const about =
    item.person !== null
      ? { kind: 'person' as const, ref: item.person }
      : item.kind === 'child'
        ? { kind: item.kind, ref: item.ref }
        : null;
  const [subject] = about === null ? [] : await accessSubjects(tx, [about]);
  if (subject === undefined || !['line', 'team'].includes(groundOf(caller.actor, subject, caller.today))) return false;
  return item.person === null || !(await isAbove(tx, item.person, caller));
}

/** Nobody reads what was found about whoever supervises or manages them, though their post lies in the same team. */
async function isAbove(tx: CouncilTransaction, person: string, caller: Caller): Promise<boolean> {
  const me = caller.signedIn.person;
  return (await answeringFor(tx, [me], caller.today)).get(me)?.has(person) === true;
}

/** A file of an audit that the caller may see something of. */
export async function requireFile(
  tx: CouncilTransaction,
  caller: Caller,
  itemId: string,
): Promise<{
  readonly item: AuditItem;
  readonly audit: StoredAudit;
  readonly tool: AuditTool;
  readonly access: Awaited<ReturnType<typeof accessTo>>;
}> {
  const item = (await findItem(tx, itemId)) ?? refuse('not-found');
  const { audit, tool } = await requireAuditOf(tx, item);
  const access = await accessTo(tx, caller, item, audit);
  if (!access.seesAudit && !access.seesRecords) refuse('not-found');
  return { item, audit, tool, access };
}

/** The staff number behind a random id. */
export async function requirePerson(tx: CouncilTransaction, id: string): Promise<string> {
  const found = await findSubject(tx, id);
  return found?.kind === 'person' ? found.ref : refuse('not-found');
}

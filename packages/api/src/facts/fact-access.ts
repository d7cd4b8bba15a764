import { findSubjects, type CouncilTransaction } from '@plumbline/database';
import { can, isSupervisorOn, reachOf, type Permission } from '@plumbline/domain/access';
import { kindOf, KINDS_BESIDE_THE_POLICY, type AnyFact, type FactKindName, type FactValue } from '@plumbline/domain/facts';
import type { Caller } from '../access/caller.ts';
import { factsNaming } from '../access/facts-naming.ts';
import { canDo, type SubjectReference } from '../access/require-subject.ts';
import { refuse } from '../problems.ts';
import { checkValues } from './check-values.ts';

/**
 * Whose fact it is: the first person or child that its declaration names. The others that it names say nothing about who
 * may write it; otherwise anybody could make themselves somebody's supervisor.
 */
export function holderOf(kind: FactKindName, values: AnyFact): SubjectReference | null {
  if (kind === 'agreed-interval') {
    const holder = values['subjectKind'];
    return holder === 'person' || holder === 'child' ? { kind: holder, ref: String(values['subject']) } : null;
  }
  // What an audit found elsewhere is the council's: people hear of it when it is talked over with them.
  if (kind === 'audit-result') return null;
  if (kind === 'session') return { kind: 'person', ref: String(values['supervisee']) };
  for (const { column, kind: subject } of kindOf(kind).subjects) {
    const ref = values[column];
    if ((subject === 'person' || subject === 'child') && typeof ref === 'string') return { kind: subject, ref };
  }
  return null;
}

/** Refuses unless the caller may do what the procedure is for to the holder of these facts. */
export async function requireHolder(
  tx: CouncilTransaction,
  caller: Caller,
  kind: FactKindName,
  versions: readonly AnyFact[],
): Promise<void> {
  for (const values of versions)
    if (!(await reachesHolder(tx, caller, kind, values))) refuse(isBesideThePolicy(kind) ? 'no-permission' : 'not-found');
}

/** Whether the caller may do what the procedure is for to the holder of a fact; what nobody holds is the council's. */
export async function reachesHolder(
  tx: CouncilTransaction,
  caller: Caller,
  kind: FactKindName,
  values: AnyFact,
): Promise<boolean> {
  if (isBesideThePolicy(kind)) return mayTouchBesideThePolicy(caller);
  const holder = await findHolder(tx, kind, values);
  if (kind === 'confirmation' && WRITING.includes(caller.permission)) return await mayConfirm(tx, caller, holder);
  return holder === null ? reachesCouncil(caller) : await canDo(tx, caller, caller.permission, holder);
}

/** Whose fact it is, looked up where it only names a supervision, a record or an event of theirs; null for what is the council's. */
export async function findHolder(tx: CouncilTransaction, kind: FactKindName, values: AnyFact): Promise<SubjectReference | null> {
  return holderOf(kind, values) ?? (await holderOfNamed(tx, kind, values));
}

const WRITING: readonly Permission[] = ['facts:record', 'facts:correct', 'facts:withdraw'];

/** Events and monthly figures are about nobody: that they are there is no secret from whoever may not write them. */
function isBesideThePolicy(kind: FactKindName): boolean {
  return KINDS_BESIDE_THE_POLICY.some((name) => name === kind);
}

/** Whoever writes them for the council may, and whoever sees figures of the service reads them, whatever else they may record. */
function mayTouchBesideThePolicy(caller: Caller): boolean {
  if (WRITING.includes(caller.permission)) return reachesCouncil(caller, 'events:record');
  return caller.permissions.includes('service:read') || reachesCouncil(caller);
}

/** Whoever may answer on the page for it may do so by hand; what is about the whole policy, whoever may for the whole council. */
async function mayConfirm(tx: CouncilTransaction, caller: Caller, holder: SubjectReference | null): Promise<boolean> {
  return holder === null
    ? reachesCouncil(caller, 'confirmations:answer')
    : await canDo(tx, caller, 'confirmations:answer', holder);
}

/** What is confirmed about a supervision, a record or an event belongs to whoever that belongs to. */
async function holderOfNamed(tx: CouncilTransaction, kind: FactKindName, values: AnyFact): Promise<SubjectReference | null> {
  if (kind !== 'confirmation') return null;
  for (const named of ['session', 'record', 'event'] as const) {
    const ref = values[named];
    if (typeof ref !== 'string') continue;
    const [found] = await factsNaming(tx, named, [named as never], [ref]);
    return found === undefined ? null : holderOf(named, found as unknown as AnyFact);
  }
  return null;
}

function reachesCouncil(caller: Caller, permission: Permission = caller.permission): boolean {
  return reachOf(permission, caller.actor.roles, isSupervisorOn(caller.actor, caller.today)) === 'council';
}

/**
 * Refuses a fact that would give somebody more to see than the writer could give: a post makes a manager of its team answer
 * for everybody in it, so only who manages that team puts somebody there, or leaves them there for longer.
 */
export function requireOwnTeam(caller: Caller, kind: FactKindName, values: AnyFact): void {
  const { team } = values;
  if (kind !== 'post' || typeof team !== 'string') return;
  if (can(caller.actor, caller.permission, { kind: 'team', ref: team }, caller.today)) return;
  refuse('not-valid', { fields: { team: 'Only somebody who manages this team can record who works in it.' } });
}

const RANDOM_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Values in which people and children chosen by their random ids stand by their references. */
export async function withReferences(
  tx: CouncilTransaction,
  kind: FactKindName,
  sent: Readonly<Record<string, FactValue>>,
): Promise<Record<string, FactValue>> {
  const named = Object.entries(kindOf(kind).columns).filter(([name]) => subjectKindOf(kind, name, sent) !== null);
  const ids = named
    .map(([name]) => sent[name])
    .filter((value): value is string => typeof value === 'string' && RANDOM_ID.test(value));
  if (ids.length === 0) return { ...sent };
  const found = await findSubjects(tx, ids);
  const values: Record<string, FactValue> = { ...sent };
  for (const [name] of named) {
    const value = sent[name];
    if (typeof value !== 'string' || !RANDOM_ID.test(value)) continue;
    const subject = found.get(value);
    if (subject === undefined || subject.kind !== subjectKindOf(kind, name, sent))
      refuse('not-valid', { fields: { [name]: 'Nobody here has this reference.' } });
    values[name] = subject.ref;
  }
  return values;
}

/** Whether a column names a person or a child, and which; null where it names neither. */
function subjectKindOf(kind: FactKindName, name: string, values: Readonly<Record<string, FactValue>>): FactValue {
  if (kind === 'agreed-interval' && name === 'subject') return values['subjectKind'] ?? null;
  const refersTo = kindOf(kind).columns[name]?.refersTo;
  return refersTo === 'person' || refersTo === 'child' ? refersTo : null;
}

/** What a form sent, with people and children by reference, checked against its kind; or a refusal that names the fields. */
export async function checkedValues(
  tx: CouncilTransaction,
  kind: FactKindName,
  sent: Readonly<Record<string, FactValue>>,
): Promise<AnyFact> {
  const checked = checkValues(kind, await withReferences(tx, kind, sent));
  return checked.ok ? checked.values : refuse('not-valid', { fields: checked.fields });
}

import type { AuditedKind, AuditKind, AuditState, Listed } from '@plumbline/domain/audits';
import type { CouncilTransaction } from '../access/database.ts';

/** Why something was left off the list from which was drawn. */
export interface Excluded extends Listed {
  readonly because: string;
}

/** What was drawn from, kept so that anybody can draw again. */
export interface Draw {
  readonly seed: string;
  readonly listHash: string;
  readonly listedOn: string;
  readonly list: readonly Listed[];
  readonly excluded: readonly Excluded[];
}

export interface AuditPlan {
  readonly title: string;
  readonly kind: AuditKind;
  readonly about: AuditedKind;
  readonly basis: 'random' | 'targeted' | 'own-line';
  readonly toolId: string;
  readonly toolNumber: number;
  readonly startsOn: string;
  readonly dueOn: string;
  readonly teams: readonly string[];
  readonly lead: string;
  readonly responder: string;
  readonly size: number;
  readonly reserves: number;
}

/** An audit of the programme, without its list. */
export interface StoredAudit extends AuditPlan {
  readonly id: string;
  readonly state: AuditState;
  readonly seed: string | null;
  readonly listHash: string | null;
  readonly listedOn: string | null;
  /** How many stood on the list; null before the draw. */
  readonly listed: number | null;
  readonly version: number;
  readonly createdBy: string;
  readonly updatedBy: string;
  readonly updatedAt: string;
}

function columns(tx: CouncilTransaction) {
  return tx.sql`id, title, kind, about, basis, tool_id as "toolId", tool_number as "toolNumber", starts_on as "startsOn", due_on as "dueOn",
    teams, lead, responder, state, size, reserves, seed, list_hash as "listHash", listed_on as "listedOn", jsonb_array_length(list) as listed, version,
    created_by as "createdBy", updated_by as "updatedBy", updated_at as "updatedAt"`;
}

export async function createAudit(
  tx: CouncilTransaction,
  { id, by, ...plan }: AuditPlan & { id: string; by: string },
): Promise<void> {
  await tx.sql`
    insert into audit (council_id, id, title, kind, about, basis, tool_id, tool_number, starts_on, due_on, teams, lead, responder, state, size,
      reserves, created_by, updated_by)
    values (${tx.councilId}, ${id}, ${plan.title}, ${plan.kind}, ${plan.about}, ${plan.basis}, ${plan.toolId}, ${plan.toolNumber}, ${plan.startsOn},
      ${plan.dueOn}, ${[...plan.teams]}, ${plan.lead}, ${plan.responder}, 'planned', ${plan.size}, ${plan.reserves}, ${by}, ${by})`;
}

/** Audits whose time touches these days, the earliest first; dropped ones too. */
export async function listAudits(tx: CouncilTransaction, from: string, to: string): Promise<StoredAudit[]> {
  return await tx.sql<StoredAudit[]>`
    select ${columns(tx)} from audit where council_id = ${tx.councilId} and starts_on <= ${to} and due_on >= ${from} order by starts_on, title, id`;
}

/** One audit; with `isLocked` nobody else changes it until the transaction ends. */
export async function findAudit(tx: CouncilTransaction, id: string, isLocked = false): Promise<StoredAudit | null> {
  const [found] = await tx.sql<StoredAudit[]>`
    select ${columns(tx)} from audit where council_id = ${tx.councilId} and id = ${id} ${isLocked ? tx.sql`for update` : tx.sql``}`;
  return found ?? null;
}

/** The list from which was drawn; null before the draw. */
export async function findDraw(tx: CouncilTransaction, id: string): Promise<Draw | null> {
  const [found] = await tx.sql<Draw[]>`
    select seed, list_hash as "listHash", listed_on as "listedOn", list, excluded from audit
     where council_id = ${tx.councilId} and id = ${id} and seed is not null`;
  return found ?? null;
}

export interface AuditChange {
  readonly by: string;
  readonly state?: AuditState;
  readonly plan?: Pick<AuditPlan, 'title' | 'startsOn' | 'dueOn' | 'teams' | 'lead' | 'responder' | 'size' | 'reserves'>;
  /** Null takes the draw away. */
  readonly draw?: Draw | null;
}

/** Changes an audit that the caller holds locked; its version counts up. */
export async function changeAudit(tx: CouncilTransaction, audit: StoredAudit, change: AuditChange): Promise<StoredAudit> {
  const { title, startsOn, dueOn, teams, lead, responder, size, reserves } = { ...audit, ...change.plan };
  const { draw } = change;
  const drawn =
    draw === undefined
      ? tx.sql``
      : tx.sql`seed = ${draw?.seed ?? null}, list_hash = ${draw?.listHash ?? null}, listed_on = ${draw?.listedOn ?? null},
          list = ${draw === null ? null : JSON.stringify(draw.list)}::text::jsonb, excluded = ${draw === null ? null : JSON.stringify(draw.excluded)}::text::jsonb,`;
  const [changed] = await tx.sql<StoredAudit[]>`
    update audit set title = ${title}, starts_on = ${startsOn}, due_on = ${dueOn}, teams = ${[...teams]}, lead = ${lead}, responder = ${responder},
      size = ${size}, reserves = ${reserves}, ${drawn} state = ${change.state ?? audit.state}, version = version + 1, updated_by = ${change.by},
      updated_at = now()
     where council_id = ${tx.councilId} and id = ${audit.id} returning ${columns(tx)}`;
  if (changed === undefined) throw new Error('An audit went while it was being changed.');
  return changed;
}

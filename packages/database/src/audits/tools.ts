import type { AuditTool } from '@plumbline/domain/audits';
import type { CouncilTransaction } from '../access/database.ts';

/** A tool as it is worked on. */
export interface StoredTool {
  readonly id: string;
  readonly draft: AuditTool;
  readonly version: number;
  /** The number of the version published last; null before the first. */
  readonly published: number | null;
  readonly isDiscarded: boolean;
  readonly createdBy: string;
  readonly updatedBy: string;
  readonly updatedAt: string;
}

/** A published version of a tool. */
export interface ToolVersion {
  readonly toolId: string;
  readonly number: number;
  readonly content: AuditTool;
  readonly contentHash: string;
  readonly publishedBy: string;
  readonly publishedAt: string;
}

function toolColumns(tx: CouncilTransaction) {
  return tx.sql`id, draft, version, published, is_discarded as "isDiscarded", created_by as "createdBy", updated_by as "updatedBy", updated_at as "updatedAt"`;
}

export async function createTool(tx: CouncilTransaction, tool: { id: string; draft: AuditTool; by: string }): Promise<void> {
  await tx.sql`
    insert into audit_tool (council_id, id, draft, created_by, updated_by)
    values (${tx.councilId}, ${tool.id}, ${JSON.stringify(tool.draft)}::text::jsonb, ${tool.by}, ${tool.by})`;
}

/** Tools that are not discarded, the one changed last first. */
export async function listTools(tx: CouncilTransaction): Promise<StoredTool[]> {
  return await tx.sql<StoredTool[]>`
    select ${toolColumns(tx)} from audit_tool where council_id = ${tx.councilId} and not is_discarded order by updated_at desc, id`;
}

/** One tool; with `isLocked` nobody else changes it until the transaction ends. */
export async function findTool(tx: CouncilTransaction, id: string, isLocked = false): Promise<StoredTool | null> {
  const [found] = await tx.sql<StoredTool[]>`
    select ${toolColumns(tx)} from audit_tool where council_id = ${tx.councilId} and id = ${id} ${isLocked ? tx.sql`for update` : tx.sql``}`;
  return found ?? null;
}

export interface ToolChange {
  readonly by: string;
  readonly draft?: AuditTool;
  readonly published?: number;
  readonly isDiscarded?: boolean;
}

/** Changes a tool that the caller holds locked; its version counts up. */
export async function changeTool(
  tx: CouncilTransaction,
  tool: StoredTool,
  { by, draft = tool.draft, published, isDiscarded = tool.isDiscarded }: ToolChange,
): Promise<Pick<StoredTool, 'version' | 'updatedAt'>> {
  const [changed] = await tx.sql<Pick<StoredTool, 'version' | 'updatedAt'>[]>`
    update audit_tool set draft = ${JSON.stringify(draft)}::text::jsonb, published = ${published ?? tool.published}, is_discarded = ${isDiscarded},
      version = version + 1, updated_by = ${by}, updated_at = now()
     where council_id = ${tx.councilId} and id = ${tool.id} returning version, updated_at as "updatedAt"`;
  if (changed === undefined) throw new Error('A tool went while it was being changed.');
  return changed;
}

function versionColumns(tx: CouncilTransaction) {
  return tx.sql`tool_id as "toolId", number, content, content_hash as "contentHash", published_by as "publishedBy", published_at as "publishedAt"`;
}

export async function addToolVersion(
  tx: CouncilTransaction,
  { toolId, number, content, contentHash, publishedBy }: Omit<ToolVersion, 'publishedAt'>,
): Promise<void> {
  await tx.sql`
    insert into audit_tool_version (council_id, tool_id, number, content, content_hash, published_by)
    values (${tx.councilId}, ${toolId}, ${number}, ${JSON.stringify(content)}::text::jsonb, ${contentHash}, ${publishedBy})`;
}

export async function findToolVersion(tx: CouncilTransaction, toolId: string, number: number): Promise<ToolVersion | null> {
  const [found] = await tx.sql<ToolVersion[]>`
    select ${versionColumns(tx)} from audit_tool_version where council_id = ${tx.councilId} and tool_id = ${toolId} and number = ${number}`;
  return found ?? null;
}

/** Versions of one tool, or of all of them, the latest first. */
export async function listToolVersions(tx: CouncilTransaction, toolId: string | null): Promise<ToolVersion[]> {
  return await tx.sql<ToolVersion[]>`
    select ${versionColumns(tx)} from audit_tool_version
     where council_id = ${tx.councilId} ${toolId === null ? tx.sql`` : tx.sql`and tool_id = ${toolId}`} order by tool_id, number desc`;
}

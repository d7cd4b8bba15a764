import type { PersonLabel } from '@plumbline/analytics/compliance';
import { listTools } from '@plumbline/database';
import type { AuditedKind, AuditKind } from '@plumbline/domain/audits';
import type { Caller } from '../../access/caller.ts';
import { labelsOf } from '../../access/labels.ts';
import { procedure } from '../../trpc.ts';

export interface ToolRow {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly kind: AuditKind;
  readonly about: AuditedKind;
  readonly questions: number;
  /** The number of the version published last; null before the first. */
  readonly published: number | null;
  readonly updatedAt: string;
  readonly updatedBy: PersonLabel;
}

/** The tools of the council, the one changed last first. */
export async function listAuditTools(caller: Caller): Promise<ToolRow[]> {
  return await caller.read(async (tx) => {
    const tools = await listTools(tx);
    const label = await labelsOf(
      tx,
      tools.map(({ updatedBy }) => updatedBy),
    );
    return tools.map(({ id, version, draft, published, updatedAt, updatedBy }) => ({
      id,
      version,
      title: draft.title,
      kind: draft.kind,
      about: draft.about,
      questions: draft.questions.length,
      published,
      updatedAt,
      updatedBy: label(updatedBy),
    }));
  });
}

export const listToolsProcedure = procedure.meta({ permission: 'audits:plan' }).query(({ ctx }) => listAuditTools(ctx.caller));

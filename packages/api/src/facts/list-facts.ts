import type { FactPage } from '@plumbline/analytics/compliance';
import { listFacts as queryFacts } from '@plumbline/database';
import { isSupervisorOn, reachOf } from '@plumbline/domain/access';
import { kindOf, type FactKindName } from '@plumbline/domain/facts';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { noteRead } from '../access/note-read.ts';
import { requireSubject, type SubjectReference } from '../access/require-subject.ts';
import { IdInput, KindInput, OffsetInput, TextInput, orNull } from '../inputs.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { factRows } from './fact-rows.ts';

const ListFactsInput = z.object({
  kind: KindInput,
  subjectId: orNull(IdInput),
  text: orNull(TextInput.max(100)),
  offset: OffsetInput,
});

const PAGE = 50;

/** What is recorded now of one kind: about one person or child, or, for whoever may read the whole council, of everybody. */
export async function listFacts(caller: Caller, input: z.infer<typeof ListFactsInput>): Promise<FactPage> {
  return await caller.read(async (tx) => {
    const subject = input.subjectId === null ? null : await requireSubject(tx, caller, input.subjectId);
    if (subject !== null) await noteRead(tx, caller, subject, 'entry');
    const reach = reachOf('facts:read', caller.actor.roles, isSupervisorOn(caller.actor, caller.today));
    if (subject === null && reach !== 'council') refuse('no-permission');
    const columns = subject === null ? [] : columnsNaming(input.kind, subject.kind);
    if (subject !== null && columns.length === 0) return { rows: [], total: 0 };
    const naming = subject === null ? {} : { naming: { columns, refs: [subject.ref] } };
    const text = input.text === null || input.text === '' ? {} : { text: input.text };
    const found = await queryFacts(tx, { kind: input.kind, ...naming, ...text, offset: input.offset, limit: PAGE });
    return { rows: await factRows(tx, found.rows), total: found.total };
  });
}

/** The columns by which a fact of a kind is about a person or child. */
export function columnsNaming(kind: FactKindName, subject: SubjectReference['kind']): string[] {
  if (kind === 'agreed-interval') return ['subject'];
  return kindOf(kind)
    .subjects.filter((named) => named.kind === subject)
    .map((named) => named.column);
}

export const listFactsProcedure = procedure
  .meta({ permission: 'facts:read' })
  .input(ListFactsInput)
  .query(({ ctx, input }) => listFacts(ctx.caller, input));

import type { FactPage } from '@plumbline/analytics/compliance';
import { listFacts as queryFacts, type CouncilTransaction, type StoredFact } from '@plumbline/database';
import { isSupervisorOn, reachOf } from '@plumbline/domain/access';
import { kindOf, type FactKindName } from '@plumbline/domain/facts';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { noteRead } from '../access/note-read.ts';
import { allowedOf, requireSubject, type SubjectReference } from '../access/require-subject.ts';
import { IdInput, KindInput, OffsetInput, TextInput, orNull } from '../inputs.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { holderOf } from './fact-access.ts';
import { factRows } from './fact-rows.ts';

const ListFactsInput = z.object({
  kind: KindInput,
  subjectId: orNull(IdInput),
  text: orNull(TextInput.max(100)),
  offset: OffsetInput,
});

const PAGE = 50;
/** More of one kind than are about anybody. */
const MOST = 10_000;

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
    const query = { kind: input.kind, ...naming, ...text };
    if (reach !== 'council') {
      const seen = await withinReach(tx, caller, (await queryFacts(tx, { ...query, limit: MOST })).rows);
      return { rows: await factRows(tx, seen.slice(input.offset, input.offset + PAGE)), total: seen.length };
    }
    const found = await queryFacts(tx, { ...query, offset: input.offset, limit: PAGE });
    return { rows: await factRows(tx, found.rows), total: found.total };
  });
}

/** What names somebody may be another's: whom they supervise or supervised, a child whose case they passed on. */
async function withinReach(tx: CouncilTransaction, caller: Caller, facts: readonly StoredFact[]): Promise<StoredFact[]> {
  const held = facts.flatMap((fact) => {
    const holder = holderOf(fact.kind, fact.values);
    return holder === null ? [] : [{ ...holder, fact }];
  });
  return (await allowedOf(tx, caller, 'facts:read', held)).map(({ fact }) => fact);
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

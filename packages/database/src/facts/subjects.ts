import { randomUUID } from 'node:crypto';
import { kindOf, type AnyFact, type FactKindName } from '@plumbline/domain/facts';
import type { CouncilTransaction } from '../access/database.ts';

/** A person by staff number or a child by case reference. */
export interface SubjectRef {
  readonly kind: 'person' | 'child';
  readonly ref: string;
}

/** Random ids by what they stand for. Sessions go by their reference, discussions by their fact key. */
export interface IdBook {
  id(kind: 'person' | 'child' | 'session' | 'discussion', ref: string): string;
}

export interface BookContents {
  readonly persons?: Iterable<string>;
  readonly children?: Iterable<string>;
  readonly sessions?: Iterable<string>;
  readonly discussions?: Iterable<string>;
}

/** Every person and child that a fact names. */
export function subjectsIn(kind: FactKindName, fact: AnyFact): SubjectRef[] {
  const found: SubjectRef[] = [];
  const { columns, subjects } = kindOf(kind);
  const add = (refersTo: string | undefined, value: unknown): void => {
    if ((refersTo === 'person' || refersTo === 'child') && typeof value === 'string') found.push({ kind: refersTo, ref: value });
  };
  for (const subject of subjects) add(subject.kind, fact[subject.column]);
  for (const [name, column] of Object.entries(columns)) if (column.type === 'reference') add(column.refersTo, fact[name]);
  if (kind === 'agreed-interval') add(String(fact['subjectKind']), fact['subject']);
  return found;
}

/** Gives a random id to each of these subjects that has none yet. */
export async function ensureSubjects(tx: CouncilTransaction, subjects: readonly SubjectRef[]): Promise<void> {
  const distinct = [...new Map(subjects.map((subject) => [`${subject.kind}:${subject.ref}`, subject])).values()];
  distinct.sort((a, b) => (a.kind === b.kind ? (a.ref < b.ref ? -1 : 1) : a.kind < b.kind ? -1 : 1));
  if (distinct.length === 0) return;
  await tx.sql`
    insert into subject (council_id, id, kind, ref)
    select ${tx.councilId}, s.id, s.kind, s.ref
      from unnest(${distinct.map(() => randomUUID())}::uuid[], ${distinct.map((s) => s.kind)}::text[], ${distinct.map((s) => s.ref)}::text[]) as s(id, kind, ref)
     where not exists (select from subject o where o.council_id = ${tx.councilId} and o.kind = s.kind and o.ref = s.ref)
    on conflict do nothing`;
}

/** Who or what a random id stands for: a person, a child, or a session by its own id. Null for none of these. */
export async function findSubject(tx: CouncilTransaction, id: string): Promise<SubjectRef | null> {
  const [found] = await tx.sql<SubjectRef[]>`select kind, ref from subject where council_id = ${tx.councilId} and id = ${id}`;
  return found === undefined ? null : { kind: found.kind, ref: found.ref };
}

/** The references behind random ids, by id. Unknown ids are left out. */
export async function findSubjects(tx: CouncilTransaction, ids: readonly string[]): Promise<Map<string, SubjectRef>> {
  const rows = await tx.sql<{ id: string; kind: 'person' | 'child'; ref: string }[]>`
    select id, kind, ref from subject where council_id = ${tx.councilId} and id = any(${[...ids]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, { kind: row.kind, ref: row.ref }]));
}

/** The random ids of everything asked for. Asking the book for something that was not loaded is a mistake and throws. */
export async function loadBook(tx: CouncilTransaction, contents: BookContents): Promise<IdBook> {
  const ids = new Map<string, string>();
  const [subjects, sessions, discussions] = await Promise.all([
    subjectRows(tx, [...(contents.persons ?? [])], [...(contents.children ?? [])]),
    factIds(tx, 'fact_session', 'session', [...(contents.sessions ?? [])]),
    factIds(tx, 'fact_discussion', 'key', [...(contents.discussions ?? [])]),
  ]);
  for (const row of subjects) ids.set(`${row.kind}:${row.ref}`, row.id);
  for (const row of sessions) ids.set(`session:${row.ref}`, row.id);
  for (const row of discussions) ids.set(`discussion:${row.ref}`, row.id);
  return {
    id(kind, ref) {
      const found = ids.get(`${kind}:${ref}`);
      if (found === undefined) throw new RangeError(`The book was not asked to hold this ${kind}.`);
      return found;
    },
  };
}

type IdRow = { id: string; kind: string; ref: string };

async function subjectRows(tx: CouncilTransaction, persons: string[], children: string[]): Promise<IdRow[]> {
  if (persons.length + children.length === 0) return [];
  return await tx.sql<IdRow[]>`
    select id, kind, ref from subject
     where council_id = ${tx.councilId} and ((kind = 'person' and ref = any(${persons}::text[])) or (kind = 'child' and ref = any(${children}::text[])))`;
}

async function factIds(
  tx: CouncilTransaction,
  table: string,
  column: string,
  refs: string[],
): Promise<{ id: string; ref: string }[]> {
  if (refs.length === 0) return [];
  return await tx.sql<{ id: string; ref: string }[]>`
    select id, ${tx.sql(column)} as ref from ${tx.sql(table)}
     where council_id = ${tx.councilId} and known_to is null and ${tx.sql(column)} = any(${refs}::text[])`;
}

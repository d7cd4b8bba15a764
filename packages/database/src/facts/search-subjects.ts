import type { CouncilTransaction } from '../access/database.ts';
import { escapeLike } from './stored-fact.ts';
import type { SubjectRef } from './subjects.ts';

export interface FoundSubject extends SubjectRef {
  readonly id: string;
  /** The name of a person, the reference number of a child. */
  readonly label: string;
}

/** Later than any text that begins in the same way. */
const LAST = '\u{10ffff}';

/** People by name or staff number and children by reference number, whoever begins with the text first. */
export async function searchSubjects(tx: CouncilTransaction, text: string, limit = 12): Promise<FoundSubject[]> {
  const wanted = text.trim();
  if (wanted === '') return [];
  const anywhere = `%${escapeLike(wanted)}%`;
  const start = `${escapeLike(wanted)}%`;
  const council = tx.councilId;
  // References are looked up by range, as typed and in capitals: no index serves a pattern under row-level security.
  const [typed, capital] = [wanted, wanted.toUpperCase()];
  return await tx.sql<FoundSubject[]>`
    select s.id, f.kind, f.ref, f.label from (
      select 'person' as kind, person as ref, name as label from fact_person
       where council_id = ${council} and known_to is null and (name ilike ${anywhere} or person ilike ${start})
      union all
      select distinct 'child', child, child from fact_child
       where council_id = ${council} and known_to is null
         and ((child >= ${typed} and child < ${typed + LAST}) or (child >= ${capital} and child < ${capital + LAST}))
    ) f join subject s on s.council_id = ${council} and s.kind = f.kind and s.ref = f.ref
    order by f.label not ilike ${start}, f.label limit ${limit}`;
}

import type { CouncilTransaction } from '../access/database.ts';

/** Staff numbers and case references of everybody of whom there is a current fact. */
export async function listSubjectRefs(tx: CouncilTransaction): Promise<{ persons: string[]; children: string[] }> {
  const of = async (table: 'fact_person' | 'fact_child', column: 'person' | 'child'): Promise<string[]> => {
    const rows = await tx.sql<{ ref: string }[]>`
      select distinct ${tx.sql(column)} as ref from ${tx.sql(table)} where council_id = ${tx.councilId} and known_to is null order by 1`;
    return rows.map(({ ref }) => ref);
  };
  return { persons: await of('fact_person', 'person'), children: await of('fact_child', 'child') };
}

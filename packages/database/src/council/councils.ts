import type { Database } from '../access/database.ts';
import { inCouncil } from '../access/database.ts';

export interface Council {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly isDemonstration: boolean;
}

const COLUMNS = ['id', 'slug', 'name', 'is_demonstration'] as const;

/** Every council, by name. */
export async function listCouncils(db: Database): Promise<Council[]> {
  return await db.sql<Council[]>`select id, slug, name, is_demonstration as "isDemonstration" from council order by name`;
}

export async function findCouncil(db: Database, slugOrId: string): Promise<Council | null> {
  const [found] = await db.sql<Council[]>`
    select id, slug, name, is_demonstration as "isDemonstration" from council where slug = ${slugOrId} or id::text = ${slugOrId}`;
  return found ?? null;
}

/** Makes a council. */
export async function createCouncil(db: Database, council: Council): Promise<void> {
  await inCouncil(db, council.id, async (tx) => {
    await tx.sql`insert into council ${tx.sql({ id: council.id, slug: council.slug, name: council.name, is_demonstration: council.isDemonstration }, ...COLUMNS)}`;
  });
}

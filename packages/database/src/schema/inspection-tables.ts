import { sql } from 'drizzle-orm';
import { date, foreignKey, index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { council } from './council-tables.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const now = sql`now()`;

/** A drafted inspection pack. A row is only ever added: other figures are another pack. */
export const inspectionPack = pgTable(
  'inspection_pack',
  {
    councilId: uuid('council_id')
      .notNull()
      .references(() => council.id),
    id: uuid('id').notNull(),
    /** The team code of the children's home whose pack it is; null for the whole council's. */
    home: text('home'),
    asOf: date('as_of', { mode: 'string' }).notNull(),
    /** What was recorded by then is what its figures were made of. */
    knownAt: instant('known_at').notNull(),
    policyVersion: text('policy_version').notNull(),
    content: jsonb('content').notNull(),
    contentHash: text('content_hash').notNull(),
    draftedBy: text('drafted_by').notNull(),
    draftedAt: instant('drafted_at').notNull().default(now),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.id] }),
    index('inspection_pack_drafted').on(table.councilId, table.draftedAt),
  ],
);

/** Who checked a pack and who approved it; each once, and never taken back. */
export const inspectionPackStep = pgTable(
  'inspection_pack_step',
  {
    councilId: uuid('council_id').notNull(),
    packId: uuid('pack_id').notNull(),
    step: text('step', { enum: ['checked', 'approved'] }).notNull(),
    /** The hash of what was in front of whoever did it. */
    contentHash: text('content_hash').notNull(),
    doneBy: text('done_by').notNull(),
    doneAt: instant('done_at').notNull().default(now),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.packId, table.step] }),
    foreignKey({
      columns: [table.councilId, table.packId],
      foreignColumns: [inspectionPack.councilId, inspectionPack.id],
      name: 'inspection_pack_step_pack',
    }),
  ],
);

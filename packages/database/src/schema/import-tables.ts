import { sql } from 'drizzle-orm';
import {
  boolean,
  customType,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { council } from './council-tables.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** One file on its way in. */
export const importRun = pgTable(
  'import_run',
  {
    councilId: uuid('council_id')
      .notNull()
      .references(() => council.id),
    id: uuid('id').notNull(),
    kind: text('kind').notNull(),
    fileName: text('file_name').notNull(),
    state: text('state', {
      enum: ['arriving', 'reading', 'needs-mapping', 'has-problems', 'ready', 'applying', 'applied', 'failed', 'discarded'],
    }).notNull(),
    columns: jsonb('columns').notNull().default([]),
    unmapped: jsonb('unmapped').notNull().default([]),
    rows: integer('rows').notNull().default(0),
    problems: integer('problems').notNull().default(0),
    changes: jsonb('changes'),
    /** What the dry run rests on: another basis when it is applied means that something else would change. */
    basis: text('basis'),
    /** What somebody has to say yes to before it is applied. */
    concerns: jsonb('concerns').notNull().default([]),
    /** Files that wait as well and hold what this one refers to, each with the basis that its dry run had: applied in one step with it. */
    awaits: jsonb('awaits').notNull().default([]),
    progress: integer('progress_percent').notNull().default(0),
    isFullExtract: boolean('is_full_extract').notNull().default(false),
    extractOn: date('extract_on', { mode: 'string' }),
    fileHash: text('file_hash'),
    uploadedAt: instant('uploaded_at')
      .notNull()
      .default(sql`now()`),
    uploadedBy: text('uploaded_by').notNull(),
    failure: text('failure'),
    appliedAt: instant('applied_at'),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.id] }),
    index('import_run_recent').on(table.councilId, table.uploadedAt),
  ],
);

/** The file as it came, in pieces. */
export const importFile = pgTable(
  'import_file',
  {
    councilId: uuid('council_id').notNull(),
    importId: uuid('import_id').notNull(),
    chunk: integer('chunk').notNull(),
    bytes: bytes('bytes').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.importId, table.chunk] }),
    foreignKey({ columns: [table.councilId, table.importId], foreignColumns: [importRun.councilId, importRun.id] }).onDelete(
      'cascade',
    ),
  ],
);

/** The rows of a file once read: the cells as they stood, the values they became, and what is wrong with them. */
export const importRow = pgTable(
  'import_row',
  {
    councilId: uuid('council_id').notNull(),
    importId: uuid('import_id').notNull(),
    row: integer('row_no').notNull(),
    cells: jsonb('cells'),
    /** The fact's key and values; null where the row cannot be read as one. */
    key: text('key'),
    values: jsonb('values'),
    problems: jsonb('problems'),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.importId, table.row] }),
    index('import_row_problems')
      .on(table.councilId, table.importId, table.row)
      .where(sql`problems is not null`),
    foreignKey({ columns: [table.councilId, table.importId], foreignColumns: [importRun.councilId, importRun.id] }).onDelete(
      'cascade',
    ),
  ],
);

/** What the dry run of an import found that it would change; the first so many. */
export const importChange = pgTable(
  'import_change',
  {
    councilId: uuid('council_id').notNull(),
    importId: uuid('import_id').notNull(),
    no: integer('no').notNull(),
    change: text('change', { enum: ['added', 'changed', 'ended', 'held-by-hand'] }).notNull(),
    row: integer('row_no'),
    before: jsonb('before'),
    after: jsonb('after'),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.importId, table.no] }),
    foreignKey({ columns: [table.councilId, table.importId], foreignColumns: [importRun.councilId, importRun.id] }).onDelete(
      'cascade',
    ),
  ],
);

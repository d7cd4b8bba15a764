import postgres from 'postgres';
import { promptSocket } from './socket.ts';

/** A connection pool of the application's own role, which sees nothing outside {@link inCouncil}. */
export interface Database {
  /** @internal Only this package writes SQL. */
  readonly sql: Sql;
  close(): Promise<void>;
}

export type Sql = postgres.Sql<Parsed>;
export type TransactionSql = postgres.TransactionSql<Parsed>;

/** Dates and instants stay text, numbers become numbers. */
interface Parsed extends Record<string, unknown> {
  date: string;
  instant: string;
  numeric: number;
  bigint: number;
}

/** One transaction in the context of one council. */
export interface CouncilTransaction {
  /** @internal */
  readonly sql: TransactionSql;
  readonly councilId: string;
}

const asText = (value: unknown): string => String(value);
const asIs = (value: string): string => value;

const TYPES = {
  date: { to: 1082, from: [1082], serialize: asText, parse: asIs },
  instant: { to: 1184, from: [1114, 1184], serialize: asText, parse: asIs },
  numeric: { to: 1700, from: [1700], serialize: asText, parse: Number },
  bigint: { to: 20, from: [20], serialize: asText, parse: Number },
};

export interface DatabaseOptions {
  readonly connections?: number;
}

/** Opens the pool. `appUrl` is that of the role `plumbline_app`, never the owner's. */
export function openDatabase(appUrl: string, options: DatabaseOptions = {}): Database {
  const sql = postgres(appUrl, {
    max: options.connections ?? 10,
    types: TYPES,
    onnotice: () => undefined,
    connection: { application_name: 'plumbline', TimeZone: 'UTC' },
    // The driver's types do not know this option of it.
    ...({ socket: promptSocket } as object),
  }) as unknown as Sql;
  return { sql, close: () => sql.end({ timeout: 5 }) };
}

/**
 * Runs something as one transaction in the context of one council: row-level security then shows and accepts its rows only.
 * The context ends with the transaction.
 */
export async function inCouncil<Result>(
  db: Database,
  councilId: string,
  work: (tx: CouncilTransaction) => Promise<Result>,
): Promise<Result> {
  const result = await db.sql.begin(async (sql) => {
    // Not waited for: what is asked next stands behind it on the same connection, and fails where it fails.
    const context = sql`select set_config('plumbline.council', ${councilId}, true)`.execute();
    const [value] = await Promise.all([work({ sql: sql as TransactionSql, councilId }), context]);
    return { value };
  });
  return (result as { value: Result }).value;
}

/** `2026-05-12 09:00:00+00` as the database writes it, to the minute as the domain does: `2026-05-12T09:00Z`. */
export function instantText(stored: string): string {
  return `${stored.slice(0, 10)}T${stored.slice(11, 16)}Z`;
}

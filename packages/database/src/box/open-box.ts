import postgres from 'postgres';

/** The connections of the box, under its own role: it sees its own schema and nothing of any council. */
export interface BoxDatabase {
  /** @internal Only this package writes SQL. */
  readonly sql: postgres.Sql;
  close(): Promise<void>;
}

/** Opens the box. `boxUrl` is that of the role `plumbline_box`. */
export function openBox(boxUrl: string, connections = 6): BoxDatabase {
  const sql = postgres(boxUrl, {
    max: connections,
    onnotice: () => undefined,
    connection: { application_name: 'plumbline box', TimeZone: 'UTC' },
  });
  return { sql, close: () => sql.end({ timeout: 5 }) };
}

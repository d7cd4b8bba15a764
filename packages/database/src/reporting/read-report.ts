import type { Database, TransactionSql } from '../access/database.ts';
import { REPORT_VIEWS, type ReportView } from './report-views.ts';

/** A view with its rows: every cell as PostgreSQL writes it, null where it is empty. */
export interface ReportTable {
  readonly view: ReportView;
  readonly rows: readonly (readonly (string | null)[])[];
}

export interface Report {
  /** The day in London on which it was read. */
  readonly on: string;
  readonly tables: readonly ReportTable[];
}

/** Everything that the reports of a council show, read at one moment, in an order that is always the same. */
export async function readReport(db: Database, councilId: string): Promise<Report> {
  const report = await db.sql.begin('isolation level repeatable read read only', async (given) => {
    const sql = given as TransactionSql;
    await sql`select set_config('plumbline.council', ${councilId}, true)`;
    const [today] = await sql<{ on: string }[]>`select (now() at time zone 'Europe/London')::date as on`;
    const tables: ReportTable[] = [];
    for (const view of REPORT_VIEWS) tables.push({ view, rows: await rowsOf(sql, view) });
    return { on: today?.on ?? '', tables };
  });
  return report as Report;
}

async function rowsOf(sql: TransactionSql, { name, key, columns }: ReportView): Promise<(string | null)[][]> {
  const cells = columns.map((column) => `${column.name}::text`).join(', ');
  const order = (key.length > 0 ? key : columns.map((column) => column.name)).join(', ');
  return await sql.unsafe(`select ${cells} from reporting.${name} v order by ${qualified(order)}`).values();
}

/** The columns of the view, not the texts made of them: dates and numbers are put in their own order. */
function qualified(order: string): string {
  return order.replaceAll(/\w+/g, (name) => `v.${name}`);
}

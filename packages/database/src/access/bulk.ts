import type { Writable } from 'node:stream';
import type { TransactionSql } from './database.ts';

/** Above this many rows a COPY into a temporary table is worth its cost. */
export const COPY_FROM_ROWS = 2000;

const FLUSH_CHARACTERS = 256 * 1024;

/** One value as COPY's text format writes it. */
export function copyCell(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (Array.isArray(value))
    return escapeCell(`{${value.map((item) => `"${String(item).replaceAll(/["\\]/g, (sign) => `\\${sign}`)}"`).join(',')}}`);
  if (typeof value === 'string') return escapeCell(value);
  if (typeof value === 'object') return escapeCell(JSON.stringify(value));
  return String(value);
}

const NEEDS_ESCAPE = /[\\\n\r\t]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeCell(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return text;
  return text.replaceAll(/[\\\n\r\t]/g, (sign) => ESCAPES[sign] ?? sign);
}

/**
 * Copies rows into a table (`target` is its name with its columns, as SQL). Row-level security does not allow COPY into the
 * council's own tables, so the target is a temporary one.
 */
export async function copyInto(
  sql: TransactionSql,
  target: string,
  rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
): Promise<number> {
  const stream = await sql.unsafe(`copy ${target} from stdin`).writable();
  let failure: Error | null = null;
  // Heard for as long as the stream lives: one that nobody hears would end the process.
  stream.on('error', (error: Error) => (failure = error));
  const write = (chunk: string): Promise<void> =>
    new Promise((resolve, reject) => {
      stream.write(chunk, (error) => (error === null || error === undefined ? resolve() : reject(failure ?? error)));
    });
  let count = 0;
  let buffer = '';
  const add = (row: readonly unknown[]): void => {
    let line = copyCell(row[0]);
    for (let i = 1; i < row.length; i += 1) line += `\t${copyCell(row[i])}`;
    buffer += `${line}\n`;
    count += 1;
  };
  const flush = async (): Promise<void> => {
    await write(buffer);
    buffer = '';
  };
  // Plain rows are not awaited one by one: a promise for each costs more than the row.
  if (Symbol.iterator in rows) {
    for (const row of rows) {
      add(row);
      if (buffer.length > FLUSH_CHARACTERS) await flush();
    }
  } else {
    for await (const row of rows) {
      add(row);
      if (buffer.length > FLUSH_CHARACTERS) await flush();
    }
  }
  if (buffer !== '') await write(buffer);
  await finished(sql, stream);
  return count;
}

/**
 * Ends a COPY and waits for it. Of one whose rows the server refuses after the last of them was sent the driver tells
 * nobody; but then the next question fails, so one is asked.
 */
async function finished(sql: TransactionSql, stream: Writable): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    stream.once('error', reject);
    stream.once('finish', resolve);
    stream.end();
    const refused = (cause: unknown): void => reject(new Error('The database refused rows of a bulk write.', { cause }));
    void sql`select 1`.catch(refused);
  });
}

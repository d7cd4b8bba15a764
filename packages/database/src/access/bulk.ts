import type { Writable } from 'node:stream';
import { CopyText } from './copy-text.ts';
import type { TransactionSql } from './database.ts';

/** Above this many rows a COPY into a temporary table is worth its cost. */
export const COPY_FROM_ROWS = 2000;

/** Puts the cells of one item into a row. */
export type Cells<Item> = (text: CopyText, item: Item) => void;

const AS_THEY_ARE: Cells<readonly unknown[]> = (text, row) => {
  for (const value of row) text.cell(value);
};

/**
 * Copies rows into a table (`target` is its name with its columns, as SQL). Row-level security does not allow COPY into the
 * council's own tables, so the target is a temporary one.
 */
export async function copyInto(
  sql: TransactionSql,
  target: string,
  rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
): Promise<number> {
  return await copyEach(sql, target, rows, AS_THEY_ARE);
}

/** The same for items of which a function makes the cells. Returns how many there were. */
export async function copyEach<Item>(
  sql: TransactionSql,
  target: string,
  items: Iterable<Item> | AsyncIterable<Item>,
  cells: Cells<Item>,
): Promise<number> {
  const text = new CopyText();
  const copy = await openCopy(sql, target);
  // Plain items are not awaited one by one: a promise for each costs more than the row.
  if (Symbol.iterator in items) {
    for (const item of items) {
      addRow(text, item, cells);
      if (text.isWorthSending) await copy.write(text.take());
    }
  } else {
    for await (const item of items) {
      addRow(text, item, cells);
      if (text.isWorthSending) await copy.write(text.take());
    }
  }
  await copy.write(text.take(true));
  await copy.finish();
  return text.count;
}

function addRow<Item>(text: CopyText, item: Item, cells: Cells<Item>): void {
  cells(text, item);
  text.endRow();
}

/** Copies what was turned into text before. */
export async function copyTextInto(sql: TransactionSql, target: string, text: CopyText): Promise<void> {
  const copy = await openCopy(sql, target);
  await copy.write(text.take(true));
  await copy.finish();
}

interface OpenCopy {
  write(pieces: readonly Buffer[]): Promise<void>;
  finish(): Promise<void>;
}

async function openCopy(sql: TransactionSql, target: string): Promise<OpenCopy> {
  const stream = await sql.unsafe(`copy ${target} from stdin`).writable();
  let failure: Error | null = null;
  // Heard for as long as the stream lives: one that nobody hears would end the process.
  stream.on('error', (error: Error) => (failure = error));
  const writeOne = (piece: Buffer): Promise<void> =>
    new Promise((resolve, reject) => {
      stream.write(piece, (error) => (error === null || error === undefined ? resolve() : reject(failure ?? error)));
    });
  return {
    async write(pieces) {
      for (const piece of pieces) await writeOne(piece);
    },
    finish: () => finished(sql, stream),
  };
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

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyInto } from '../src/access/bulk.ts';
import { inCouncil } from '../src/index.ts';
import { openTestDatabase, type TestDatabase } from '../src/testing/index.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

/** Copies rows of a text and a number, of which one may be none. */
async function copy(rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>): Promise<number> {
  return await inCouncil(test.db, randomUUID(), async (tx) => {
    await tx.sql.unsafe('create temporary table copied (name text, size int) on commit drop');
    return await copyInto(tx.sql, 'copied (name, size)', rows);
  });
}

async function* manyRows(bad: number): AsyncGenerator<readonly unknown[]> {
  for (let row = 0; row < 40_000; row += 1) yield ['y'.repeat(40), row === bad ? 'many' : row];
}

it('says that rows were refused, instead of waiting for ever, wherever the bad one stands', async () => {
  await expect(copy([['a', 'many']])).rejects.toThrow(/refused|invalid input/);
  await expect(copy(manyRows(3))).rejects.toThrow(/refused|invalid input/);
  await expect(copy(manyRows(39_999))).rejects.toThrow(/refused|invalid input/);
}, 20_000);

it('copies on the same connections afterwards, and keeps every sign of a text', async () => {
  expect(await copy(manyRows(-1))).toBe(40_000);
  const text = 'tab\t, line\n, return\r, slash \\ and \\N';
  const kept = await inCouncil(test.db, randomUUID(), async (tx) => {
    await tx.sql.unsafe('create temporary table copied (name text, size int) on commit drop');
    await copyInto(tx.sql, 'copied (name, size)', [[text, null]]);
    return await tx.sql`select name, size from copied`;
  });
  expect([...kept]).toEqual([{ name: text, size: null }]);
});

it.each([
  ['an empty text', ''],
  ['signs of two, three and four bytes among tabs', 'Zoë\tŁódź\n€ \\ 🌊'],
  ['a text longer than a message to the server', `${'é'.repeat(300_000)}\\`],
  ['a text that looks like none', '\\N'],
])('keeps %s, in the first column and in the last', async (_, text) => {
  const kept = await inCouncil(test.db, randomUUID(), async (tx) => {
    await tx.sql.unsafe('create temporary table copied (first text, last text) on commit drop');
    await copyInto(tx.sql, 'copied (first, last)', [
      [text, null],
      [null, text],
    ]);
    return await tx.sql`select first, last from copied order by first is null`;
  });
  expect([...kept]).toEqual([
    { first: text, last: null },
    { first: null, last: text },
  ]);
});

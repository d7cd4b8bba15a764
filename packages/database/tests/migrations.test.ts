import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { FACT_KIND_NAMES, kindOf } from '@plumbline/domain/facts';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate } from '../src/index.ts';
import { factColumnName, factTableName } from '../src/schema/fact-columns.ts';
import { openTestDatabase, type TestDatabase } from '../src/testing/index.ts';

const PACKAGE = path.join(import.meta.dirname, '..');

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

it('applies to an empty database, once', async () => {
  expect(await migrate(test.ownerUrl)).toEqual([]);
});

it('leaves a database alone that a newer version has changed', async () => {
  const sql = postgres(test.ownerUrl, { max: 1 });
  await sql`insert into plumbline.migration (tag, hash) values ('9999_of_tomorrow', 'x')`;
  await expect(migrate(test.ownerUrl)).rejects.toThrow(/by a newer Plumbline \(9999_of_tomorrow\)/);
  await sql`delete from plumbline.migration where tag = '9999_of_tomorrow'`;
  await sql.end();
  expect(await migrate(test.ownerUrl)).toEqual([]);
});

it('leaves nothing to generate: the tables and the migrations say the same', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'plumbline-drift-'));
  cpSync(path.join(PACKAGE, 'migrations'), path.join(folder, 'migrations'), { recursive: true });
  for (const name of ['src', 'node_modules', 'package.json', 'drizzle.config.ts'])
    symlinkSync(path.join(PACKAGE, name), path.join(folder, name));
  const before = readdirSync(path.join(folder, 'migrations'));
  const output = execFileSync(process.execPath, [path.join(PACKAGE, 'node_modules/drizzle-kit/bin.cjs'), 'generate'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(output).toContain('No schema changes');
  expect(readdirSync(path.join(folder, 'migrations'))).toEqual(before);
  rmSync(folder, { recursive: true });
  expect(existsSync(path.join(PACKAGE, 'migrations'))).toBe(true);
}, 120_000);

it('has a table with a column for every column of every kind of fact', async () => {
  const sql = postgres(test.ownerUrl, { max: 1 });
  const columns = await sql<
    { name: string }[]
  >`select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`;
  await sql.end();
  const known = new Set(columns.map((column) => column.name));
  for (const kind of FACT_KIND_NAMES) {
    for (const column of Object.keys(kindOf(kind).columns))
      expect(known.has(`${factTableName(kind)}.${factColumnName(column)}`), `${kind}.${column}`).toBe(true);
  }
});

it('forbids two facts at once wherever a kind says so', async () => {
  const sql = postgres(test.ownerUrl, { max: 1 });
  const found = await sql<{ name: string; definition: string }[]>`
    select conrelid::regclass::text as name, pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'x' and connamespace = 'public'::regnamespace`;
  await sql.end();
  const constraints = new Map(found.map((row) => [row.name, row.definition]));
  for (const kind of FACT_KIND_NAMES) {
    const { noOverlapBy, interval } = kindOf(kind);
    if (noOverlapBy === undefined || interval === undefined) continue;
    const definition = constraints.get(factTableName(kind)) ?? '';
    const same = definition.slice(0, definition.indexOf(' WITH ='));
    for (const column of ['council_id', ...noOverlapBy.map(factColumnName)])
      expect(same, kind).toMatch(new RegExp(`\\b${column}\\b`));
    expect(definition, kind).toContain(
      `daterange(${factColumnName(interval.from)}, ${factColumnName(interval.to)}, '[]'::text) WITH &&`,
    );
    expect(definition, kind).toContain('WHERE ((known_to IS NULL))');
  }
});

import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findCouncil, inCouncil, listAudit, openDatabase, REPORT_VIEWS, type Database, type Report } from '@plumbline/database';
import { DEMO_COUNCILS } from '@plumbline/demo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareRoles } from '../src/cli/commands/database.ts';
import { writeReport } from '../src/cli/commands/report.ts';
import { reportFiles } from '../src/reports/report-files.ts';
import { startForTests, type TestServer } from '../src/testing.ts';
import { runCommand, type Ran } from './_command.ts';
import { viewTables } from './_view-tables.ts';

const COUNCIL = DEMO_COUNCILS.find((council) => council.packId === 'wirral')?.id ?? '';

let folder = '';
let target = '';
let server: TestServer;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'plumbline-test-'));
  chmodSync(folder, 0o755);
  target = path.join(folder, 'reports', 'marlhaven');
  server = await startForTests({ dataFolder: folder });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const report = (...words: readonly string[]): Promise<Ran> => runCommand(writeReport, folder, '--council', COUNCIL, ...words);
const written = (name: string): string => readFileSync(path.join(target, name), 'utf8');

/** Connects as the login that the command printed. */
function asPrinted(said: readonly string[]): Database {
  const printed = (what: string): string =>
    said
      .find((line) => line.startsWith(`  ${what} `))
      ?.split(/ +/)
      .at(-1) ?? '';
  const url = new URL(`postgres://${printed('Server')}/${printed('Database')}`);
  url.username = printed('User');
  url.password = printed('Password');
  return openDatabase(url.href, { connections: 1 });
}

describe('plumbline report', () => {
  it('writes a file for every view, with what the login of the council reads', async () => {
    const { code, said } = await report('--to', target);
    const names = [...REPORT_VIEWS.map(({ name }) => `${name}.csv`), 'README.txt'];
    expect([code, said.at(-1)]).toEqual([
      0,
      `Marlhaven: ${names.length} files in ${target}, ${names.length} of them new or changed.`,
    ]);
    expect(readdirSync(target).toSorted()).toEqual(names.toSorted());
    const reader = asPrinted((await runCommand(prepareRoles, folder, '--reporting', COUNCIL)).said);
    for (const { name, columns } of REPORT_VIEWS) {
      const [head, ...rows] = written(`${name}.csv`).split('\r\n').slice(0, -1);
      expect(head).toBe(`\uFEFF${columns.map((column) => column.name).join(',')}`);
      const [found] = await reader.sql.unsafe<{ count: number }[]>(`select count(*)::int from reporting.${name}`);
      expect(rows.length, name).toBe(found?.count);
    }
    const lines = await reader.sql<{ line: string }[]>`
      select concat_ws(',', month, team, measure, due, on_time, late, excused, not_done, unknown) as line from reporting.requirement_month order by month, team, measure`;
    await reader.close();
    expect(lines.length).toBeGreaterThan(100);
    expect(written('requirement_month.csv').split('\r\n').slice(1, -1)).toEqual(lines.map(({ line }) => line));
  });

  it('says beside them what they are, of which day and under which policy', () => {
    const text = written('README.txt');
    expect(text).toMatch(/^Supervision figures of Marlhaven\r\n\r\nRead on \d{1,2} [A-Z][a-z]+ \d{4}\.\r\n/);
    expect(text).toMatch(/Policy in force: Supervision policy .*, version \d+\.\d+\.\d+ \(number 1\), from \d/);
    for (const { name, columns } of REPORT_VIEWS) {
      const part = text.slice(text.indexOf(`${name}.csv (`)).split('\r\n\r\n')[0] ?? '';
      for (const column of columns)
        expect(part, `${name}.${column.name}`).toMatch(new RegExp(`^  ${column.name} +${column.type} +\\S`, 'm'));
    }
    expect(text).not.toMatch(/undefined|null|`/);
  });

  it('gives the same files again, leaves them as they are, and mends one that is not', async () => {
    const stamps = (): number[] => readdirSync(target).map((name) => statSync(path.join(target, name)).mtimeMs);
    const before = stamps();
    expect((await report('--to', target)).said.at(-1)).toMatch(/, 0 of them new or changed\.$/);
    expect(stamps()).toEqual(before);
    const events = written('event.csv');
    writeFileSync(path.join(target, 'event.csv'), events.slice(0, 5));
    expect((await report('--to', target)).said.at(-1)).toMatch(/, 1 of them new or changed\.$/);
    expect(written('event.csv')).toBe(events);
    expect(readdirSync(target).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('names nobody: no name and no staff number of the council is in any file', async () => {
    const { database } = server.running.services;
    const council = await findCouncil(database, COUNCIL);
    const persons = await inCouncil(
      database,
      council?.id ?? '',
      (tx) => tx.sql<{ person: string; name: string }[]>`select person, name from fact_person`,
    );
    const everything = readdirSync(target).map(written).join('\n');
    expect(persons.length).toBeGreaterThan(20);
    for (const { person, name } of persons) {
      expect(everything).not.toMatch(new RegExp(`\\b${person}\\b`));
      expect(everything).not.toContain(name);
    }
  });

  it('refuses what cannot be, in words', async () => {
    expect(await runCommand(writeReport, folder)).toMatchObject({
      code: 2,
      said: [expect.stringMatching(/^Say the folder to write to/)],
    });
    const file = path.join(folder, 'a file');
    writeFileSync(file, '');
    expect(await report('--to', file)).toMatchObject({ code: 2, said: [`${file} is a file. Say a folder with --to.`] });
    const { code, said } = await runCommand(writeReport, folder, '--council', 'nowhere', '--to', target);
    expect([code, said.at(-1)]).toEqual([2, expect.stringMatching(/^There is no council "nowhere"\./)]);
  });
});

it('makes formulas harmless, and quotes what needs it', () => {
  const [view] = REPORT_VIEWS;
  if (view === undefined) throw new Error('There is no view.');
  const rows = [['T1', '=HYPERLINK("x")', 'A, B', null, '@kind', 'false']];
  const made: Report = { on: '2026-06-15', tables: [{ view, rows }] };
  const [file] = reportFiles('Marlhaven', made);
  expect(file?.text.split('\r\n')[1]).toBe(`T1,"'=HYPERLINK(""x"")","A, B",,'@kind,false`);
});

describe('plumbline database prepare --reporting', () => {
  const prepared = (...words: readonly string[]): Promise<Ran> =>
    runCommand(prepareRoles, folder, '--reporting', COUNCIL, ...words);

  it('gives a new password each time, ends the old one, and writes down that it did', async () => {
    const [first, second] = [await prepared(), await prepared()];
    expect([first.code, second.code]).toEqual([0, 0]);
    const [old, present] = [asPrinted(first.said), asPrinted(second.said)];
    await expect(old.sql`select 1`).rejects.toThrow(/authentication failed/);
    expect(await present.sql`select 1 from team limit 1`).toHaveLength(1);
    await Promise.all([old.close(), present.close()]);
    const { database } = server.running.services;
    const council = await findCouncil(database, COUNCIL);
    const [entry] = await inCouncil(database, council?.id ?? '', (tx) => listAudit(tx, 1));
    expect(entry).toMatchObject({ actor: 'system', action: 'make-report-login' });
  });

  it('prints the SQL for somebody else, and changes nothing', async () => {
    const before = asPrinted((await prepared()).said);
    const { said } = await prepared('--print');
    expect(said.join('\n')).toMatch(/grant plumbline_reporting to plumbline_reporting_\w+;[^]*insert into reporting\.reader/);
    expect(await before.sql`select 1 from team limit 1`).toHaveLength(1);
    await before.close();
  });
});

it('is written down for whoever connects, view by view and column by column', () => {
  const text = readFileSync(path.join(import.meta.dirname, '../../../docs/operations/reporting.md'), 'utf8');
  expect(text).toContain(`## Every view and column\n\n`);
  expect(text.slice(text.indexOf('\n### '))).toBe(`\n${viewTables()}\n`);
});

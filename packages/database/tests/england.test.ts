import { loadPack } from '@plumbline/policies';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  inCouncil,
  makeEnglandLogin,
  makeReportLogin,
  newEnglandLogin,
  newReportLogin,
  openDatabase,
  refreshEnglandMonths,
  type Database,
} from '../src/index.ts';
import { asOwner, openTestDatabase, seedTestCouncil, type TestDatabase } from '../src/testing/index.ts';
import { reportingWorld, writeFigures, type FigureRow } from './_reporting-world.ts';

const OWN = 'own-supervision';
const MONTH = '2024-01-01';

let test: TestDatabase;
let councils: string[];
let reader: Database;
const login = newEnglandLogin();

beforeAll(async () => {
  test = await openTestDatabase();
  councils = [
    await seedTestCouncil(test.db, reportingWorld(), loadPack('wirral')),
    await seedTestCouncil(test.db, reportingWorld(), loadPack('kent')),
  ];
  await makeEnglandLogin(test.ownerUrl, login);
  reader = connect(login.name, login.password);
});

afterAll(async () => {
  await reader.close();
  await asOwner(test, `drop role if exists ${login.name}`);
  await test.close();
});

function connect(name: string, password: string): Database {
  const url = new URL(test.ownerUrl);
  url.username = name;
  url.password = password;
  return openDatabase(url.href, { connections: 1 });
}

/** Puts figures into one council and makes its part of England again. */
async function figures(council: number, ...rows: FigureRow[]): Promise<void> {
  const id = councils[council] ?? '';
  await writeFigures(test.db, id, rows);
  await inCouncil(test.db, id, refreshEnglandMonths);
}

/** Clocks of the two packs about people and about children. */
function clocks(packId: 'wirral' | 'kent'): { own: string; cases: string } {
  const of = (subject: string): string => loadPack(packId).series.find((series) => series.subject === subject)?.id ?? '';
  return { own: of('person'), cases: of('child') };
}

const england = async (): Promise<string[]> => {
  const rows = await reader.sql<{ line: string }[]>`
    select concat_ws(' ', month, about, councils, due, on_time, late, excused, not_done, unknown) as line from england.month order by 1`;
  return rows.map(({ line }) => line);
};

describe('England by month', () => {
  it('adds up what the reports of every council show, people and children apart, whatever its clocks are called', async () => {
    const [first, second] = [clocks('wirral'), clocks('kent')];
    expect(first.own).toBe(OWN);
    await figures(0, ['BIG', first.own, MONTH, 7, 3, 2, 1, 4], ['BIG', first.cases, MONTH, 20, 11, 5, 0, 0]);
    await figures(1, ['BIG', second.own, MONTH, 6, 6, 0, 0, 1]);
    expect(await england()).toEqual([`${MONTH} child 1 20 11 5 0 4 0`, `${MONTH} person 2 13 9 2 1 1 5`]);
  });

  it('leaves out what a council’s own reports leave out, and what is no clock', async () => {
    const { own } = clocks('wirral');
    await figures(
      0,
      ['LONE', own, MONTH, 9, 1, 8, 0, 0],
      ['BIG', own, MONTH, 4, 0, 4, 0, 0],
      ['BIG', 'WIR-7.4', MONTH, 9, 9, 0, 0, 0],
    );
    await figures(1, ['BIG', clocks('kent').own, MONTH, 6, 6, 0, 0, 1]);
    expect(await england()).toEqual([`${MONTH} person 1 6 6 0 0 0 1`]);
  });

  it('is the same when made again, and shows each council by its short name', async () => {
    await figures(0, ['BIG', OWN, MONTH, 7, 3, 2, 1, 4]);
    const before = await reader.sql`select * from england.requirement_month order by council`;
    await inCouncil(test.db, councils[0] ?? '', refreshEnglandMonths);
    expect(await reader.sql`select * from england.requirement_month order by council`).toEqual(before);
    const known = await reader.sql<{ council: string }[]>`select council from england.council order by council`;
    expect(before.map((row) => row['council'])).toEqual(known.map(({ council }) => council));
    expect(before).toHaveLength(2);
  });
});

describe('the login', () => {
  it('reads three views, and no table, no council’s reports and no function', async () => {
    const granted = await reader.sql<{ name: string }[]>`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^(pg_|information_schema$)' and has_any_column_privilege(c.oid, 'select,insert,update,references')`;
    expect(granted.map(({ name }) => name).toSorted()).toEqual(['england.council', 'england.month', 'england.requirement_month']);
    for (const table of [
      'england.council_month',
      'england.reader',
      'public.figure_month',
      'public.fact_person',
      'reporting.team',
    ])
      await expect(reader.sql.unsafe(`select 1 from ${table}`), table).rejects.toThrow(/permission denied/);
    await expect(reader.sql`create temp table t as select 1`).rejects.toThrow(/read-only/);
  });

  it('shows England to nobody else: not to a council’s reports, not to a member of the group who was not written down', async () => {
    const own = newReportLogin({ id: councils[0] ?? '', slug: `test-${councils[0]?.slice(0, 8)}` });
    await makeReportLogin(test.ownerUrl, own);
    await asOwner(test, `create role stray_${process.pid} login password 'stray-password' in role plumbline_reporting__england`);
    const [council, stray] = [connect(own.name, own.password), connect(`stray_${process.pid}`, 'stray-password')];
    try {
      await expect(council.sql`select 1 from england.month`).rejects.toThrow(/permission denied/);
      await stray.sql.unsafe(`set plumbline.council = '${councils[0]}'`);
      for (const view of ['council', 'month', 'requirement_month'])
        expect(await stray.sql.unsafe(`select 1 from england.${view}`), view).toHaveLength(0);
    } finally {
      await Promise.all([council.close(), stray.close()]);
      await asOwner(test, `drop role stray_${process.pid}`, `drop role ${own.name}`);
    }
  });

  it('lets the application see and write the part of one council only', async () => {
    const rows = await inCouncil(
      test.db,
      councils[0] ?? '',
      (tx) => tx.sql<{ id: string }[]>`select distinct council_id as id from england.council_month`,
    );
    expect(rows.map(({ id }) => id)).toEqual([councils[0]]);
    const write = inCouncil(
      test.db,
      councils[0] ?? '',
      (tx) => tx.sql`insert into england.council_month values (${councils[1] ?? ''}, ${MONTH}, 'person', 9, 9, 0, 0, 0)`,
    );
    await expect(write).rejects.toThrow(/row-level security/);
  });
});

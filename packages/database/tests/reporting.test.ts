import { CONTEXT_MEASURES } from '@plumbline/domain/facts';
import { loadPack } from '@plumbline/policies';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  inCouncil,
  makeReportLogin,
  newReportLogin,
  publishAndFollow,
  REPORT_VIEWS,
  readReport,
  type ReportLogin,
} from '../src/index.ts';
import { openTestDatabase, seedTestCouncil, type TestDatabase } from '../src/testing/index.ts';
import { reportingWorld, writeFact, writeFigures, type FigureRow } from './_reporting-world.ts';

const OWN = 'own-supervision';

let test: TestDatabase;
let council: string;
let other: string;
let login: ReportLogin;
let reader: postgres.Sql;

beforeAll(async () => {
  test = await openTestDatabase();
  council = await seedTestCouncil(test.db, reportingWorld(), loadPack('wirral'));
  other = await seedTestCouncil(test.db, reportingWorld(), loadPack('kent'));
  await writeFigures(test.db, other, [['BIG', 'of-another-council', '2024-01-01', 9, 9, 0, 0, 0]]);
  login = newReportLogin({ id: council, slug: `test-${council.slice(0, 8)}` });
  await makeReportLogin(test.ownerUrl, login);
  reader = connect(login);
});

afterAll(async () => {
  await reader.end();
  const owner = postgres(test.ownerUrl, { max: 1, onnotice: () => undefined });
  await owner.unsafe(`drop role if exists ${login.name}`);
  await owner.end();
  await test.close();
});

function connect({ name, password }: ReportLogin, onNotice: (text: string) => void = () => undefined): postgres.Sql {
  const url = new URL(test.ownerUrl);
  url.username = name;
  url.password = password;
  const asText = { to: 1082, from: [1082], serialize: String, parse: String };
  return postgres(url.href, { max: 1, onnotice: (notice) => onNotice(String(notice['message'])), types: { date: asText } });
}

/** What the reader sees of requirements, as the figures were written. */
async function shown(): Promise<string[]> {
  const rows = await reader<{ line: string }[]>`
    select concat_ws(' ', team, measure, month, due, on_time, late, excused, unknown) as line from reporting.requirement_month`;
  return rows.map(({ line }) => line).toSorted();
}

async function shownOf(...rows: FigureRow[]): Promise<string[]> {
  await writeFigures(test.db, council, rows);
  return await shown();
}

describe('requirements by month', () => {
  it('show a team of at least five people by itself, and what is not done', async () => {
    expect(await shownOf(['BIG', OWN, '2024-01-01', 7, 3, 2, 1, 4])).toEqual([`BIG ${OWN} 2024-01-01 7 3 2 1 4`]);
    const [row] = await reader<{ not_done: number }[]>`select not_done from reporting.requirement_month`;
    expect(row?.not_done).toBe(1);
  });

  it('count smaller teams together where they have five people between them, each person once', async () => {
    const tiny: FigureRow = ['TINY', OWN, '2024-01-01', 4, 1, 1, 1, 0];
    const wee: FigureRow = ['WEE', OWN, '2024-01-01', 3, 2, 0, 0, 1];
    expect(await shownOf(tiny, wee)).toEqual([`*other:Assessment ${OWN} 2024-01-01 7 3 1 1 1`]);
    // T1 is in both: without W2 there are four people, although the teams have three and two.
    await inCouncil(test.db, council, (tx) => tx.sql`update fact_post set to_on = '2023-12-31' where person = 'W2'`);
    expect(await shown()).toEqual([]);
    await inCouncil(test.db, council, (tx) => tx.sql`update fact_post set to_on = null where person = 'W2'`);
  });

  it('leave out what stays too small, and never count it in anything else', async () => {
    const alone: FigureRow = ['LONE', OWN, '2024-01-01', 9, 1, 8, 0, 0];
    expect(await shownOf(alone, ['BIG', OWN, '2024-01-01', 6, 6, 0, 0, 0])).toEqual([`BIG ${OWN} 2024-01-01 6 6 0 0 0`]);
    expect(await shownOf(['TWICE', OWN, '2024-01-01', 9, 1, 8, 0, 0], ['', OWN, '2024-01-01', 9, 1, 8, 0, 0])).toEqual([]);
  });

  it('show no count of one to four requirements, whose lateness could be somebody’s', async () => {
    for (const due of [1, 4]) expect(await shownOf(['BIG', OWN, '2024-01-01', due, 0, due, 0, 0])).toEqual([]);
    expect(await shownOf(['BIG', OWN, '2024-01-01', 0, 0, 0, 0, 2])).toEqual([`BIG ${OWN} 2024-01-01 0 0 0 0 2`]);
    const few: FigureRow = ['BIG', OWN, '2024-01-01', 2, 0, 2, 0, 0];
    expect(await shownOf(few, ['TINY', OWN, '2024-01-01', 3, 3, 0, 0, 0])).toEqual([
      `*other:Assessment ${OWN} 2024-01-01 5 3 2 0 0`,
    ]);
  });

  it('look at the people of each month, all month long', async () => {
    const months = ['2024-04-01', '2024-05-01', '2024-06-01', '2024-07-01'];
    const rows = months.map((month): FigureRow => ['GROWN', OWN, month, 8, 8, 0, 0, 0]);
    expect(await shownOf(...rows)).toEqual([`GROWN ${OWN} 2024-05-01 8 8 0 0 0`, `GROWN ${OWN} 2024-06-01 8 8 0 0 0`]);
  });

  it('end with the last month that is over', async () => {
    const [now] = await reader<{ now: string; before: string }[]>`
      select date_trunc('month', now() at time zone 'Europe/London')::date as now, (date_trunc('month', now() at time zone 'Europe/London') - interval '1 month')::date as before`;
    const rows = [now?.before ?? '', now?.now ?? ''].map((month): FigureRow => ['BIG', OWN, month, 8, 8, 0, 0, 0]);
    expect(await shownOf(...rows)).toEqual([`BIG ${OWN} ${now?.before} 8 8 0 0 0`]);
    const [last] = await reader<
      { month: string; last_day: string }[]
    >`select month, last_day from reporting.month order by month desc limit 1`;
    expect(last?.month).toBe(now?.before);
  });
});

describe('what stands beside them', () => {
  it('shows no monthly figure of a small team, nor a total that would give it back', async () => {
    const add = (team: string | null, measure: string, value: number): Promise<void> =>
      writeFact(test.db, council, 'fact_context_figure', { measure, team, month: '2024-01-01', value });
    for (const [team, measure, value] of [
      ['BIG', 'leavers', 1],
      ['LONE', 'leavers', 2],
      [null, 'leavers', 3],
      ['BIG', 'caseload', 17.5],
      [null, 'caseload', 18],
      ['TINY', 'sickness', 4],
      ['LONE', 'sickness', 5],
      [null, 'sickness', 6],
    ] as const)
      await add(team, measure, value);
    const rows = await reader<
      { line: string }[]
    >`select concat_ws(' ', month, team, measure, value) as line from reporting.context_month`;
    expect(rows.map(({ line }) => line).toSorted()).toEqual([
      '2024-01-01 *council caseload 18',
      '2024-01-01 *council sickness 6',
      '2024-01-01 BIG caseload 17.5',
      '2024-01-01 BIG leavers 1',
    ]);
  });

  it('tells of events without their words', async () => {
    const words = { event: 'E1', title: 'Rowan Ashdown left', kind: 'leadership' };
    await writeFact(test.db, council, 'fact_rival_event', {
      ...words,
      happened_on: '2024-02-03',
      team: 'BIG',
      is_new_start: true,
    });
    await writeFact(test.db, council, 'fact_rival_event', { ...words, event: 'E2', happened_on: '2024-02-04' });
    const rows = await reader`select * from reporting.event order by from_on`;
    expect(rows).toEqual([
      { from_on: '2024-02-03', to_on: null, team: 'BIG', kind: 'leadership', is_new_start: true },
      { from_on: '2024-02-04', to_on: null, team: '*council', kind: 'leadership', is_new_start: false },
    ]);
  });

  it('counts completed audits of teams of five, and of smaller ones together', async () => {
    const graded = { kind: 'supervision-file', person: 'B1', auditor: 'B2', overall: 'inadequate', happened_on: '2024-02-03' };
    const add = (team: string, basis: string): Promise<void> =>
      writeFact(test.db, council, 'fact_audit_result', { ...graded, audit: crypto.randomUUID(), team, basis });
    for (const team of ['BIG', 'BIG', 'TINY', 'WEE', 'LONE']) await add(team, 'random');
    await add('BIG', 'targeted');
    const rows = await reader<
      { line: string }[]
    >`select concat_ws(' ', quarter, team, audit_kind, basis, completed) as line from reporting.audit_quarter`;
    expect(rows.map(({ line }) => line).toSorted()).toEqual([
      '2024-01-01 *other:Assessment supervision-file random 2',
      '2024-01-01 BIG supervision-file random 2',
      '2024-01-01 BIG supervision-file targeted 1',
    ]);
  });

  it('names measures by the policy, and monthly figures as pages do', async () => {
    await writeFigures(test.db, council, [['BIG', 'WIR-7.4', '2024-01-01', 9, 9, 0, 0, 0]]);
    const rows = await reader<
      { measure: string; kind: string; title: string }[]
    >`select measure, kind, title from reporting.measure`;
    const titles = new Map(rows.map(({ measure, kind, title }) => [`${kind} ${measure}`, title]));
    expect(titles.get(`clock ${OWN}`)).toBe('Own supervision');
    expect(titles.get('rule WIR-7.4')).toMatch(/^In any twelve months each of the four topics/);
    expect(
      Object.fromEntries([...titles].flatMap(([name, title]) => (name.startsWith('context ') ? [[name.slice(8), title]] : []))),
    ).toEqual(CONTEXT_MEASURES);
    expect(titles.size).toBe(rows.length);
  });

  it('says when each version of the policy was in force', async () => {
    const pack = loadPack('wirral');
    const next = { ...pack, version: '99.0.0', validFrom: '2024-03-01' };
    const replaced = { ...pack, version: '98.0.0', validFrom: '2024-03-01' };
    for (const version of [replaced, next])
      await inCouncil(test.db, council, (tx) => publishAndFollow(tx, { pack: version, publishedBy: 'system' }, '2027-01-01'));
    const rows = await reader`select version, from_on, to_on, is_in_force from reporting.policy_version order by number`;
    const before = { version: pack.version, from_on: pack.validFrom, to_on: '2024-02-29', is_in_force: false };
    expect(rows).toEqual([before, { version: '99.0.0', from_on: '2024-03-01', to_on: null, is_in_force: true }]);
  });
});

describe('the login', () => {
  it('sees its own council only, whatever it sets', async () => {
    await writeFigures(test.db, council, [['BIG', OWN, '2024-01-01', 9, 9, 0, 0, 0]]);
    const mine = await readReport(test.db, council);
    for (const { view, rows } of mine.tables) expect(rows.length, view.name).toBeGreaterThan(0);
    for (const set of [`set plumbline.council = '${other}'`, `set role plumbline_reporting`, 'reset all']) {
      await reader.unsafe(set);
      for (const { view, rows } of mine.tables) {
        const [found] = await reader.unsafe<{ count: number }[]>(`select count(*)::int from reporting.${view.name}`);
        expect(found?.count, `${view.name} after ${set}`).toBe(rows.length);
      }
      expect(await reader`select 1 from reporting.requirement_month where measure = 'of-another-council'`).toEqual([]);
    }
    for (const refused of ['plumbline_app', 'plumbline_owner']) {
      await expect(reader.unsafe(`set role ${refused}`)).rejects.toThrow(/permission denied/);
      await expect(reader.unsafe(`set session authorization ${refused}`)).rejects.toThrow(/permission denied/);
    }
    await reader.unsafe('reset role');
  });

  it('is shown nothing early by a function of its own', async () => {
    await writeFigures(test.db, council, [['LONE', OWN, '2024-01-01', 9, 1, 8, 0, 0]]);
    const elsewhere = { event: 'E9', title: 'Elsewhere', kind: 'other', happened_on: '2024-02-03', team: 'ELSEWHERE' };
    await writeFact(test.db, other, 'fact_rival_event', elsewhere);
    const seen: string[] = [];
    const sql = connect(login, (notice) => seen.push(notice));
    await sql.unsafe(`set default_transaction_read_only = off; set plumbline.council = '${other}'`);
    await sql.unsafe(`create function pg_temp.tell(given text) returns boolean language plpgsql cost 0.0000001 as
      $$ begin raise notice 'saw %', given; return true; end $$`);
    expect(await sql`select 1 from reporting.requirement_month where pg_temp.tell(team || late)`).toEqual([]);
    expect(await sql`select 1 from reporting.event where pg_temp.tell(team)`).not.toEqual([]);
    await sql.end();
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.filter((line) => /LONE|ELSEWHERE/.test(line))).toEqual([]);
  });

  it('may read the views of reports and no other table or view', async () => {
    const granted = await reader<{ name: string }[]>`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and n.nspname !~ '^(pg_|information_schema$)'
         and (case when c.relkind = 'S' then has_sequence_privilege(c.oid, 'usage,select,update') else has_any_column_privilege(c.oid, 'select,insert,update,references') or has_table_privilege(c.oid, 'delete,truncate,trigger') end)`;
    expect(granted.map(({ name }) => name).toSorted()).toEqual(REPORT_VIEWS.map(({ name }) => `reporting.${name}`).toSorted());
    for (const table of [
      'fact_person',
      'figure_month',
      'council',
      'reporting.reader',
      'reporting.post_step',
      'identity.user',
      'box.ballot',
    ])
      await expect(reader.unsafe(`select 1 from ${table.includes('.') ? table : `public.${table}`}`), table).rejects.toThrow(
        /permission denied/,
      );
  });

  it('may run no function of ours, and uses no other schema of ours but the public one, where it makes nothing', async () => {
    const functions = await reader`
      select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname !~ '^(pg_|information_schema$)' and has_schema_privilege(n.oid, 'usage') and has_function_privilege(p.oid, 'execute')
         and p.prorettype <> 'trigger'::regtype and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`;
    expect(functions).toEqual([]);
    const schemas = await reader<{ name: string; makes: boolean }[]>`
      select nspname as name, has_schema_privilege(oid, 'create') as makes from pg_namespace
       where nspname !~ '^(pg_|information_schema$)' and has_schema_privilege(oid, 'usage') order by 1`;
    expect(schemas.map((row) => ({ ...row }))).toEqual([
      { name: 'public', makes: false },
      { name: 'reporting', makes: false },
    ]);
  });

  it('writes nothing, even where it takes off what keeps it to reading', async () => {
    await expect(reader`create table reporting.mine_too (a int)`).rejects.toThrow(/read-only transaction/);
    await reader`set default_transaction_read_only = off`;
    for (const write of [
      'create table reporting.mine_too (a int)',
      'create view public.mine_too as select 1',
      `insert into reporting.team (team) values ('X')`,
      `update reporting.event set kind = 'other'`,
      'delete from reporting.event',
      `insert into reporting.reader values ('plumbline_app', '${other}')`,
    ])
      await expect(reader.unsafe(write), write).rejects.toThrow(
        /permission denied|no privileges|must be owner|cannot (insert|update|delete)/,
      );
    await reader`reset default_transaction_read_only`;
  });

  it('has a time limit, a limit of connections, and no other power', async () => {
    const fresh = connect(login);
    expect([
      ...(await fresh`select current_setting('statement_timeout') as time, current_setting('default_transaction_read_only') as reads`),
    ]).toEqual([{ time: '1min', reads: 'on' }]);
    const roles = await fresh`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolcanlogin, rolconnlimit from pg_roles where rolname in (${login.name}, 'plumbline_reporting') order by rolname`;
    await fresh.end();
    const none = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false };
    expect([...roles]).toEqual([
      { ...none, rolcanlogin: false, rolconnlimit: -1 },
      { ...none, rolcanlogin: true, rolconnlimit: 10 },
    ]);
  });

  it('takes a new password, and reads no second council', async () => {
    const before = login;
    login = newReportLogin({ id: council, slug: `test-${council.slice(0, 8)}` });
    await makeReportLogin(test.ownerUrl, login);
    const [old, renewed] = [connect(before), connect(login)];
    await expect(old`select 1`).rejects.toThrow(/authentication failed/);
    expect(await renewed`select 1 from reporting.team limit 1`).toHaveLength(1);
    await Promise.all([old.end(), renewed.end()]);
    await expect(makeReportLogin(test.ownerUrl, { ...login, councilId: other })).rejects.toThrow(/reads another council/);
  });

  it('shows nothing to a member of the group whom no council was given', async () => {
    const owner = postgres(test.ownerUrl, { max: 1, onnotice: () => undefined });
    const name = `stray_${process.pid}`;
    await owner.unsafe(`create role ${name} login password 'stray-password' in role plumbline_reporting`);
    const stray = connect({ name, password: 'stray-password', councilId: '' });
    try {
      await stray.unsafe(`set plumbline.council = '${council}'`);
      for (const { name: view } of REPORT_VIEWS)
        expect(await stray.unsafe(`select 1 from reporting.${view}`), view).toHaveLength(0);
    } finally {
      await stray.end();
      await owner.unsafe(`drop role ${name}`);
      await owner.end();
    }
  });
});

it('has the columns that its declaration says, and rows that its key tells apart', async () => {
  const columns = await reader<{ table_name: string; column_name: string; data_type: string }[]>`
    select table_name, column_name, data_type from information_schema.columns where table_schema = 'reporting' order by table_name, ordinal_position`;
  const found = Map.groupBy(columns, (column) => column.table_name);
  expect([...found.keys()].toSorted()).toEqual(REPORT_VIEWS.map(({ name }) => name).toSorted());
  for (const { name, columns: declared, key } of REPORT_VIEWS) {
    expect(found.get(name)?.map(({ column_name, data_type }) => [column_name, data_type])).toEqual(
      declared.map((column) => [column.name, column.type]),
    );
    if (key.length === 0) continue;
    expect(await reader.unsafe(`select 1 from reporting.${name} group by ${key.join(', ')} having count(*) > 1`), name).toEqual(
      [],
    );
  }
});

import { FACT_KIND_NAMES } from '@plumbline/domain/facts';
import { loadPack } from '@plumbline/policies';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inCouncil, keepMembership, keepRead, membershipsOf, openDatabase } from '../src/index.ts';
import { factTableName } from '../src/schema/fact-columns.ts';
import { openTestDatabase, seedTestCouncil, type TestDatabase } from '../src/testing/index.ts';
import { smallWorld } from './_world.ts';

let test: TestDatabase;
let council: string;
let other: string;

beforeAll(async () => {
  test = await openTestDatabase();
  council = await seedTestCouncil(test.db, smallWorld(2), loadPack('wirral'));
  other = await seedTestCouncil(test.db, smallWorld(3), loadPack('wirral'));
});
afterAll(() => test.close());

const TABLES = [
  ...FACT_KIND_NAMES.map(factTableName),
  'duty',
  'responsibility',
  'figure_month',
  'subject',
  'council_policy',
  'feed',
  'audit_entry',
  'record_read',
  'focus_group',
  'focus_group_version',
  'focus_group_member',
  'focus_group_correction',
  'codebook_version',
  'coded_extract',
  'extract_coding',
  'theme',
];

describe('a council sees its own rows only', () => {
  it('shows nothing without a council, on a fresh connection', async () => {
    const fresh = openDatabase(test.urls.app, { connections: 1 });
    for (const table of TABLES) expect(await fresh.sql`select 1 from ${fresh.sql(table)} limit 1`, table).toHaveLength(0);
    await fresh.close();
  });

  it('shows nothing without a council on a connection that served one before', async () => {
    const reused = openDatabase(test.urls.app, { connections: 1 });
    expect(await inCouncil(reused, council, (tx) => tx.sql`select 1 from fact_person`)).not.toHaveLength(0);
    for (const table of TABLES) expect(await reused.sql`select 1 from ${reused.sql(table)} limit 1`, table).toHaveLength(0);
    await reused.close();
  });

  it('never shows or changes rows of another council', async () => {
    await inCouncil(test.db, council, async (tx) => {
      for (const table of TABLES) {
        const [found] = await tx.sql`select count(*) as others from ${tx.sql(table)} where council_id <> ${council}`;
        expect(found?.['others'], table).toBe(0);
      }
      expect((await tx.sql`update fact_person set name = 'x' where council_id = ${other}`).count).toBe(0);
      expect((await tx.sql`delete from duty where council_id = ${other}`).count).toBe(0);
    });
    await expect(
      inCouncil(
        test.db,
        council,
        (tx) => tx.sql`insert into feed (council_id, kind, from_on) values (${other}, 'x', '2026-01-01')`,
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('lets somebody who signed in see their own memberships in all councils and nobody else', async () => {
    for (const id of [council, other])
      await inCouncil(test.db, id, (tx) =>
        keepMembership(tx, { userId: 'u1', person: 'M1', roles: ['team-manager'], fromOn: '2026-01-01', toOn: null }),
      );
    await inCouncil(test.db, council, (tx) =>
      keepMembership(tx, { userId: 'u2', person: 'W1', roles: ['social-worker'], fromOn: '2026-01-01', toOn: '2026-03-31' }),
    );
    expect((await membershipsOf(test.db, 'u1', '2026-06-01')).map((membership) => membership.councilId).sort()).toEqual(
      [council, other].sort(),
    );
    expect(await membershipsOf(test.db, 'u2', '2026-06-01')).toEqual([]);
  });
});

describe('the catalog', () => {
  const owner = (): postgres.Sql => postgres(test.ownerUrl, { max: 1, onnotice: () => undefined });

  it('has a forced policy on every table that belongs to councils', async () => {
    const sql = owner();
    const tables = await sql<{ name: string; forced: boolean; enabled: boolean; policies: number }[]>`
      select c.relname as name, c.relforcerowsecurity as forced, c.relrowsecurity as enabled, (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
        from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;
    await sql.end();
    expect(tables.length).toBeGreaterThan(FACT_KIND_NAMES.length + 12);
    for (const table of tables) expect(table, table.name).toMatchObject({ forced: true, enabled: true });
    for (const table of tables) expect(table.policies, table.name).toBeGreaterThan(0);
  });

  it('gives the login roles no way around it', async () => {
    const sql = owner();
    const roles =
      await sql`select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin from pg_roles where rolname like 'plumbline\\_%' and rolname <> 'plumbline_owner' and rolname not like 'plumbline\\_reporting%'`;
    const owned =
      await sql`select relname from pg_class where pg_get_userbyid(relowner) in ('plumbline_app', 'plumbline_identity', 'plumbline_jobs', 'plumbline_box')`;
    await sql.end();
    expect(roles).toHaveLength(4);
    for (const role of roles)
      expect(role).toMatchObject({
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolcanlogin: true,
      });
    expect(owned).toEqual([]);
  });

  it('keeps sign-in, jobs and councils apart', async () => {
    const app = openDatabase(test.urls.app, { connections: 1 });
    const identity = openDatabase(test.urls.identity, { connections: 1 });
    const jobs = openDatabase(test.urls.jobs, { connections: 1 });
    await expect(app.sql`select 1 from identity.user`).rejects.toThrow(/permission denied/);
    await expect(identity.sql`select 1 from fact_person`).rejects.toThrow(/permission denied/);
    await expect(jobs.sql`select 1 from fact_person`).rejects.toThrow(/permission denied/);
    expect(await identity.sql`select 1 from identity.user`).toEqual([]);
    await Promise.all([app.close(), identity.close(), jobs.close()]);
  });

  it.each(['audit_entry', 'record_read'])('lets nobody change or remove what was written in %s', async (table) => {
    const read = { reader: 'M1', aboutKind: 'person', aboutRef: 'W1', what: 'page', ground: 'line' } as const;
    await inCouncil(test.db, council, (tx) => keepRead(tx, read));
    for (const change of [`delete from ${table}`, `update ${table} set at = now()`])
      await expect(inCouncil(test.db, council, (tx) => tx.sql.unsafe(change))).rejects.toThrow(/permission denied/);
    const sql = owner();
    await sql`select set_config('plumbline.council', ${council}, false)`;
    await expect(sql.unsafe(`delete from ${table}`)).rejects.toThrow(/only ever added/);
    await expect(sql.unsafe(`truncate ${table}`)).rejects.toThrow(/only ever added/);
    await sql.end();
  });

  it('lets nobody change or remove a sign-in that was refused', async () => {
    const identity = openDatabase(test.urls.identity, { connections: 1 });
    await identity.sql`insert into identity.sign_in_failure (name_digest, reason) values ('x', 'wrong-password')`;
    await expect(identity.sql`delete from identity.sign_in_failure`).rejects.toThrow(/permission denied/);
    await identity.close();
    const sql = owner();
    await expect(sql`delete from identity.sign_in_failure`).rejects.toThrow(/only ever added/);
    await sql.end();
  });
});

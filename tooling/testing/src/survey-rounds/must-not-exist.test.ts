/** What must not exist in the box: one test for each line of the rules on unlinkable answers. */
import { inCouncil, openDatabase, type Database } from '@plumbline/database';
import type { RoundDetail, Ticket } from '@plumbline/domain/surveys';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSurveyOffice, type SurveyOffice } from './_office.ts';
import { answersWith, blind } from './_respondent.ts';

let office: SurveyOffice;
let owner: Database;
let round: RoundDetail;
beforeAll(async () => {
  office = await openSurveyOffice({ A1: { service: 'Assessment', roles: { 'social-worker': 16 } } });
  owner = openDatabase(office.test.ownerUrl, { connections: 1 });
  round = await office.open();
});
afterAll(async () => {
  await owner.close();
  await office.close();
});

async function ticketOf(person: string): Promise<Ticket> {
  const blinding = await blind(round.manifest?.cells[0]?.publicKey ?? '');
  const { signature } = await office
    .as(person, 'social-worker')
    .surveyRounds.issue({ roundId: round.id, blinded: blinding.blinded });
  return await blinding.finish(signature);
}

/** Every column of the box, and its kind. */
const COLUMNS = {
  'ballot.answers': 'jsonb',
  'ballot.cell': 'text',
  'ballot.key': 'uuid',
  'ballot.round': 'uuid',
  'ballot.token_hash': 'text',
  'carry_over.ciphertext': 'text',
  'carry_over.key': 'text',
  'carry_over.round': 'uuid',
  'comment.item': 'text',
  'comment.key': 'uuid',
  'comment.may_quote': 'boolean',
  'comment.round': 'uuid',
  'comment.text': 'text',
  'counted.answers': 'jsonb',
  'counted.cell': 'text',
  'counted.key': 'uuid',
  'counted.round': 'uuid',
  'receipt.round': 'uuid',
  'receipt.token_hash': 'text',
  'round.id': 'uuid',
  'round.instrument': 'jsonb',
  'round.manifest': 'jsonb',
  'round.manifest_hash': 'text',
  'round.state': 'text',
  'words.item': 'text',
  'words.key': 'text',
  'words.may_quote': 'boolean',
  'words.round': 'uuid',
  'words.text': 'text',
};

it('no times: the box has these columns and no others, and none of them is a time', async () => {
  const found = await owner.sql<{ name: string; type: string; fallback: string | null }[]>`
    select table_name || '.' || column_name as name, data_type as type, column_default as fallback
      from information_schema.columns where table_schema = 'box' order by 1`;
  expect(Object.fromEntries(found.map(({ name, type }) => [name, type]))).toEqual(COLUMNS);
  // And no numbers that count up: the only value that the database fills in is a random one.
  expect(new Set(found.map(({ fallback }) => fallback))).toEqual(new Set([null, 'gen_random_uuid()']));
});

it('no serial or ordered keys: no sequence, no identity, and keys of the fourth version', async () => {
  const [found] = await owner.sql`
    select (select count(*)::int from pg_class where relnamespace = 'box'::regnamespace and relkind = 'S') as sequences,
           (select count(*)::int from pg_attribute a join pg_class c on c.oid = a.attrelid
             where c.relnamespace = 'box'::regnamespace and (a.attidentity <> '' or a.attgenerated <> '')) as counted,
           (select count(*)::int from pg_trigger t join pg_class c on c.oid = t.tgrelid
             where c.relnamespace = 'box'::regnamespace and not t.tgisinternal) as triggers`;
  expect(found).toEqual({ sequences: 0, counted: 0, triggers: 0 });
});

it('no address, browser, language, cookie, session or request number: nothing that a request carries beside its body is kept', async () => {
  const marks = [
    '203.0.113.77',
    'MarkOfTheBrowser/1.0',
    'cy-MARK',
    'plumbline-mark=session-mark',
    'request-mark',
    'referrer-mark',
  ];
  const [address = '', browser = '', language = '', cookie = '', request = '', referrer = ''] = marks;
  const ticket = await ticketOf('A1-social-worker-1');
  const response = await fetch(`${office.boxUrl}/rounds/${round.id}/answers?who=query-mark`, {
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': address,
      'user-agent': browser,
      'accept-language': language,
      cookie,
      'x-request-id': request,
      referer: `https://council.example/${referrer}`,
    },
    body: JSON.stringify({ ...ticket, answers: answersWith(4, 'Words that are kept') }),
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('set-cookie')).toBeNull();
  const dump = JSON.stringify(await dumpOf(office.boxDatabase.sql as unknown as Database['sql'], Object.keys(COLUMNS)));
  expect(dump).toContain('Words that are kept');
  for (const mark of [...marks, 'query-mark', ticket.token, ticket.signature]) expect(dump).not.toContain(mark);
});

async function dumpOf(sql: Database['sql'], columns: readonly string[]): Promise<unknown[]> {
  const tables = [...new Set(columns.map((column) => column.split('.')[0] ?? ''))];
  return await Promise.all(tables.map((table) => sql`select t.*, ctid::text, xmin::text from ${sql(`box.${table}`)} t`));
}

it('no counting by person: hundreds of calls from one address are all answered, and nothing counts them', async () => {
  const answers = await Promise.all(Array.from({ length: 150 }, () => fetch(`${office.boxUrl}/rounds/${round.id}`)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  for (const { headers } of answers) expect([...headers.keys()].filter((name) => name.includes('ratelimit'))).toEqual([]);
  const identity = openDatabase(office.test.urls.identity, { connections: 1 });
  expect(await identity.sql`select 1 from identity.rate_limit`).toEqual([]);
  await identity.close();
});

it('no references between the box and anything else', async () => {
  const found = await owner.sql`
    select c.conname from pg_constraint c join pg_class a on a.oid = c.conrelid join pg_class b on b.oid = c.confrelid
     where c.contype = 'f' and (a.relnamespace = 'box'::regnamespace) <> (b.relnamespace = 'box'::regnamespace)`;
  expect(found).toEqual([]);
});

describe('no role that sees both sides', () => {
  it('lets the box work with its own tables and with nothing else in the database', async () => {
    const found = await owner.sql<{ name: string }[]>`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname not in ('pg_catalog', 'information_schema', 'box') and n.nspname not like 'pg\\_%' and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
         and case when c.relkind = 'S' then has_sequence_privilege('plumbline_box', c.oid, 'usage, select, update')
                  else has_table_privilege('plumbline_box', c.oid, 'select, insert, update, delete, truncate, references, trigger')
                       or has_any_column_privilege('plumbline_box', c.oid, 'select, insert, update, references') end`;
    expect(found).toEqual([]);
    const functions = await owner.sql<{ name: string }[]>`
      select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname not in ('pg_catalog', 'information_schema', 'box')
         -- What runs with the caller's own rights gives none.
         and p.prosecdef
         and has_schema_privilege('plumbline_box', n.oid, 'usage') and has_function_privilege('plumbline_box', p.oid, 'execute')`;
    expect(functions).toEqual([]);
    const members = await owner.sql`
      select 1 from pg_auth_members m join pg_roles r on r.oid in (m.roleid, m.member) where r.rolname = 'plumbline_box' and m.inherit_option`;
    expect(members).toEqual([]);
  });

  it.each(['plumbline_app', 'plumbline_identity', 'plumbline_jobs'])('lets %s see nothing of the box', async (role) => {
    const [schema] = await owner.sql`
      select has_schema_privilege(${role}, 'box', 'usage') as usage, has_schema_privilege(${role}, 'box', 'create') as create`;
    expect(schema).toEqual({ usage: false, create: false });
    const found = await owner.sql`
      select relname from pg_class where relnamespace = 'box'::regnamespace and relkind = 'r'
         and has_table_privilege(${role}, oid, 'select, insert, update, delete, truncate, references, trigger')`;
    expect(found).toEqual([]);
    const [mix] = await owner.sql`select has_function_privilege(${role}, 'box.mix(uuid)', 'execute') as may`;
    expect(mix).toEqual({ may: false });
  });

  it('refuses each on the other’s side, in the database and not only in the catalogue', async () => {
    const box = openDatabase(office.test.urls.box, { connections: 1 });
    for (const table of ['survey_invitation', 'survey_round', 'membership', 'fact_person', 'identity.user', 'audit_entry'])
      await expect(box.sql`select 1 from ${box.sql(table)}`, table).rejects.toThrow(/permission denied/);
    await box.close();
    for (const table of ['ballot', 'counted', 'words', 'receipt'])
      await expect(
        inCouncil(office.test.db, office.council, (tx) => tx.sql`select 1 from ${tx.sql(`box.${table}`)}`),
        table,
      ).rejects.toThrow(/permission denied/);
  });

  it('lets the box add to what is mixed only by mixing', async () => {
    const box = openDatabase(office.test.urls.box, { connections: 1 });
    for (const change of [
      'delete from box.counted',
      'delete from box.receipt',
      "update box.counted set cell = 'c9'",
      'truncate box.ballot',
      "update box.comment set text = 'x'",
    ])
      await expect(box.sql.unsafe(change), change).rejects.toThrow(/permission denied/);
    await expect(box.sql`select box.mix(${round.id})`).rejects.toThrow(/closed round/);
    await box.close();
  });
});

it('no database that keeps times or copies: what its settings would keep stands in the way of opening', async () => {
  expect(await office.services.box.obstacles()).toEqual([]);
  const settings = await owner.sql<{ name: string; setting: string }[]>`
    select name, setting from pg_settings where name in ('track_commit_timestamp', 'archive_mode', 'log_statement', 'log_min_duration_statement')`;
  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    track_commit_timestamp: 'off',
    archive_mode: 'off',
    log_statement: 'none',
    log_min_duration_statement: '-1',
  });
});

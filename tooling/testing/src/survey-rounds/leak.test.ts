/**
 * A whole round over the real servers: many people sign in, take their link and answer, most of them straight after and some on
 * another occasion. Then somebody who owns the machine takes everything there is (both sides of the database with the place and
 * the transaction of every row, what the server said at its most talkative, what the database wrote down, the files) and tries to
 * join who came with what was answered. The attacker even knows in which order people took their links and answered.
 */
import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { boxObstacles, inCouncil, loadBook, openBox, openDatabase } from '@plumbline/database';
import { seedTestCouncil } from '@plumbline/database/testing';
import type { Role } from '@plumbline/domain/access';
import { formatDay, londonDay } from '@plumbline/domain/calendar';
import type { MyRound, RoundDetail, Ticket } from '@plumbline/domain/surveys';
import { loadPack } from '@plumbline/policies';
import { makeLog, startForTests, type TestServer } from '@plumbline/server/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminUrlOf, databaseLogOf, orderOnDisk, rankCorrelation, sameRank, takeEvidence, type Evidence } from './_evidence.ts';
import { publishForm } from './_office.ts';
import { blind, callBox, send } from './_respondent.ts';
import { PAPER, RUNNER, staffOf } from './_staff.ts';

const PEOPLE = 120;
/** With 120 in each order, chance goes beyond this once in several million. */
const CHANCE = 0.5;
const CHANCE_LINKS = 10;

const dataFolder = mkdtempSync(path.join(tmpdir(), 'plumbline-leak-'));
let said = '';
const log = makeLog(
  'debug',
  new Writable({
    write(line, _encoding, done) {
      said += String(line);
      done();
    },
  }),
);

let server: TestServer;
let round: RoundDetail;
/** The truth that the attacker is after: whose answers have which mark, and the orders in which people came. */
const ticketOf = new Map<string, Ticket>();
const cookieOf = new Map<string, string>();
const linkOrder: string[] = [];
const answerOrder: string[] = [];
const markOf = new Map<string, number>();
let open: Evidence;
let closed: Evidence;
let logWhileOpen: string[];

beforeAll(async () => {
  chmodSync(dataFolder, 0o755);
  server = await startForTests({ dataFolder, packIds: [], log });
  const { facts, staff } = staffOf({ A1: { service: 'Assessment', roles: { 'social-worker': PEOPLE - 2 } } });
  const { database } = server.running.store;
  const council = await seedTestCouncil(database, facts, loadPack('wirral'));
  await server.addAccounts(
    council,
    staff.map((person) => ({ person, roles: rolesOf(person) })),
  );
  for (const person of staff) await signIn(person);
  round = await openRound(council);
  await simulate(staff);
  open = await takeEvidence(adminUrlOf(dataFolder));
  logWhileOpen = onDisk('pg_wal');
  await call(RUNNER, 'close', { roundId: round.id, baseVersion: round.version, idempotencyKey: randomUUID() });
  closed = await takeEvidence(adminUrlOf(dataFolder));
}, 400_000);
afterAll(async () => {
  await server.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

function rolesOf(person: string): Role[] {
  if (person === RUNNER) return ['principal-social-worker'];
  return person === PAPER ? ['administrator', 'service-manager'] : ['social-worker'];
}

async function signIn(person: string): Promise<void> {
  const response = await fetch(`${server.url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: person.toLowerCase(), password: server.password }),
  });
  cookieOf.set(
    person,
    response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; '),
  );
}

async function call<Data>(person: string, procedure: string, input?: object): Promise<Data> {
  const headers = { 'content-type': 'application/json', cookie: cookieOf.get(person) ?? '' };
  const post = input === undefined ? {} : { method: 'POST', body: JSON.stringify(input) };
  const response = await fetch(`${server.url}/api/trpc/surveyRounds.${procedure}`, { headers, ...post });
  const body = (await response.json()) as { result?: { data: Data }; error?: unknown };
  if (body.result === undefined) throw new Error(`${person}, ${procedure}: ${JSON.stringify(body.error)}`);
  return body.result.data;
}

async function openRound(council: string): Promise<RoundDetail> {
  const { database } = server.running.store;
  const designId = await publishForm(database, council);
  const book = await inCouncil(database, council, (tx) => loadBook(tx, { persons: [RUNNER, PAPER] }));
  const [runner, paper] = [RUNNER, PAPER].map((person) => book.id('person', person));
  const today = londonDay(Math.floor(Date.now() / 60_000));
  const planned = await call<RoundDetail>(RUNNER, 'create', {
    designId,
    version: 1,
    title: 'How supervision goes',
    opensOn: formatDay(today),
    closesOn: formatDay(today + 14),
    reportBy: formatDay(today + 20),
    paperBy: [paper],
    screeners: [runner, paper],
    safeguardingTo: runner,
    idempotencyKey: randomUUID(),
  });
  const step = (at: RoundDetail) => ({ roundId: at.id, baseVersion: at.version, idempotencyKey: randomUUID() });
  const frozen = await call<RoundDetail>(RUNNER, 'freeze', step(planned));
  return await call<RoundDetail>(RUNNER, 'open', step(frozen));
}

/** People come in an order of their own; most answer as soon as they have their link, one in five later, one in ten never. */
async function simulate(staff: readonly string[]): Promise<void> {
  const waiting: string[] = [];
  const shuffled = staff.map((person) => ({ person, at: hashOf(person) })).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  for (const [at, { person }] of shuffled.entries()) {
    await takeLink(person);
    if (at % 10 === 9) continue;
    if (at % 5 === 4) waiting.push(person);
    else await answer(person);
    const earlier = at % 7 === 6 ? waiting.shift() : undefined;
    if (earlier !== undefined) await answer(earlier);
  }
  for (const person of waiting) await answer(person);
}

async function takeLink(person: string): Promise<void> {
  const { rounds } = await call<{ rounds: MyRound[] }>(person, 'mine');
  const blinding = await blind(rounds[0]?.cell.publicKey ?? '');
  const { signature } = await call<{ signature: string }>(person, 'issue', { roundId: round.id, blinded: blinding.blinded });
  ticketOf.set(person, await blinding.finish(signature));
  linkOrder.push(person);
}

/** Every answer has a mark by which the test, and nobody else, knows whose it is. */
async function answer(person: string): Promise<void> {
  const ticket = ticketOf.get(person);
  if (ticket === undefined) throw new Error(`${person} has no link.`);
  const mark = answerOrder.length + 1;
  const answers = {
    route: 'receives',
    values: {
      '3h@receives': { kind: 'number', value: mark },
      '6f': { kind: 'words', text: `Words ${mark} of somebody`, mayQuote: false },
    },
  } as const;
  const { status } = await send(server.boxUrl, round.id, { ...ticket, answers });
  expect(status).toBe(200);
  markOf.set(person, mark);
  answerOrder.push(person);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const receiptOf = (person: string): string =>
  createHash('sha256')
    .update(Buffer.from(ticketOf.get(person)?.token ?? '', 'base64url'))
    .digest('hex');

/** Whose rows these are, in the order in which they lie: known to the test by their marks and to nobody else. */
function people(rows: Evidence['box'][string] = []): string[] {
  const byMark = new Map([...markOf].map(([person, mark]) => [mark, person]));
  return rows.map(({ row }) => {
    const { answers, text } = row as { answers?: { values: Record<string, { value: number }> }; text?: string };
    const mark = answers?.values['3h@receives']?.value ?? Number(/\d+/.exec(text ?? '')?.[0]);
    return byMark.get(mark) ?? `nobody ${mark}`;
  });
}

/** Whose receipts stand in the files of the database, in the order in which they stand there. */
function onDisk(folder: string): string[] {
  const receipts = answerOrder.map(receiptOf);
  return orderOnDisk(path.join(dataFolder, 'postgres', 'cluster', folder), receipts).map((at) => answerOrder[at] ?? '');
}

const byKey = (rows: Evidence['box'][string] = []) =>
  rows.toSorted((a, b) => (String(a.row['key']) < String(b.row['key']) ? -1 : 1));

describe('while it is open', () => {
  it('a database owner can see the order of arrival, which is why staff are told so', () => {
    const inOrder = (open.box['ballot'] ?? []).toSorted((a, b) => Number(a.xmin) - Number(b.xmin));
    expect(people(inOrder)).toEqual(answerOrder);
    const links = open.invitations
      .filter(({ row }) => row['issued_on'] !== null)
      .toSorted((a, b) => Number(a.xmin) - Number(b.xmin));
    expect(links.map(({ row }) => row['person'])).toEqual(linkOrder);
    // The database's own log has it too, and times beside it: it must go, and not only the rows.
    expect(logWhileOpen).toEqual(answerOrder);
  });
});

describe('after closing', () => {
  const ORDERS = [
    ['the order of links', () => linkOrder.filter((person) => markOf.has(person))],
    ['the order of answers', () => answerOrder],
    ['the list of staff', () => answerOrder.toSorted()],
  ] as const;
  const PLACES = [
    ['answers as they lie', () => people(closed.box['counted'])],
    ['answers by their keys', () => people(byKey(closed.box['counted']))],
    ['comments as they lie', () => people(closed.box['comment'])],
    ['comments by their keys', () => people(byKey(closed.box['comment']))],
  ] as const;

  it.each(ORDERS.flatMap(([order, of]) => PLACES.map(([place, rows]) => [place, order, rows, of] as const)))(
    'there are no links between %s and %s',
    (_place, _order, rows, of) => {
      expect(rows()).toHaveLength(answerOrder.length);
      expect(Math.abs(rankCorrelation(rows(), of()))).toBeLessThan(CHANCE);
      expect(sameRank(rows(), of())).toBeLessThan(CHANCE_LINKS);
    },
  );

  it('everything was written by one transaction on each side, so that none tells an order', () => {
    const writers = ['counted', 'comment', 'receipt'].flatMap((table) => (closed.box[table] ?? []).map(({ xmin }) => xmin));
    expect(new Set(writers).size).toBe(1);
    expect(new Set(closed.invitations.map(({ xmin }) => xmin)).size).toBe(1);
    for (const table of ['ballot', 'words', 'carry_over']) expect(closed.box[table]).toEqual([]);
  });

  it('a comment and the answers beside it are not joined by anything either', () => {
    expect(Math.abs(rankCorrelation(people(closed.box['comment']), people(closed.box['counted'])))).toBeLessThan(CHANCE);
    expect(sameRank(people(byKey(closed.box['comment'])), people(byKey(closed.box['counted'])))).toBeLessThan(CHANCE_LINKS);
  });

  it('nothing that stands in the box stands in the register, and no time stands in the box', () => {
    const rows = ['counted', 'comment', 'receipt'].flatMap((table) => closed.box[table] ?? []);
    expect(rows.length).toBeGreaterThan(300);
    for (const { row } of rows) {
      const { round: roundId, ...rest } = row;
      expect(roundId).toBe(round.id);
      for (const value of longTexts(rest)) expect([value, closed.register.includes(value)]).toEqual([value, false]);
      expect(JSON.stringify(rest)).not.toMatch(/\d{4}-\d\d-\d\d|\d\d:\d\d/);
    }
  });

  it('the screening knows comments by keys of after the closing, and nobody by name', () => {
    const byComment = new Map((closed.box['comment'] ?? []).map((one) => [one.row['key'], people([one])[0] ?? '']));
    const known = closed.screening.map(({ row }) => byComment.get(row['key']) ?? 'nobody');
    expect(new Set(known)).toEqual(new Set(answerOrder));
    for (const order of [answerOrder, linkOrder.filter((person) => markOf.has(person)), people(closed.box['counted'])]) {
      expect(Math.abs(rankCorrelation(known, order))).toBeLessThan(CHANCE);
      expect(sameRank(known, order)).toBeLessThan(CHANCE_LINKS);
    }
    const told = JSON.stringify(closed.screening);
    expect(linkOrder.filter((person) => told.includes(person))).toEqual([]);
  });

  it('the register says of each of the invited nothing but their group, a day and how', () => {
    const told = closed.invitations.map(({ row }) => JSON.stringify({ ...row, person: null, role_family: null }));
    // With a link and without: the days are the same, and nothing else differs.
    expect(new Set(told).size).toBeLessThanOrEqual(2);
  });

  it('sizes say nothing: what is kept of each answer has the length of its own words only', () => {
    const answers = (closed.box['counted'] ?? []).map(
      ({ row }) => JSON.stringify(row['answers']).replace(/\d+(?=,|})/, '').length,
    );
    expect(new Set(answers).size).toBe(1);
  });

  it('neither log has a token, a signature, a receipt, an answer or a call of the box', () => {
    const logs = said + databaseLogOf(dataFolder);
    for (const [person, { token, signature }] of ticketOf)
      for (const secret of [token, signature, receiptOf(person)]) expect(logs.includes(secret)).toBe(false);
    expect(logs).not.toMatch(/Words \d+ of somebody|\/rounds\/|surveyRounds\.issue/);
  });

  it('the database’s own log no longer holds what came in, and its files hold it in no order of arrival', () => {
    expect(onDisk('pg_wal')).toEqual([]);
    const found = onDisk('base');
    expect(found.length).toBe(answerOrder.length);
    expect(Math.abs(rankCorrelation(found, answerOrder))).toBeLessThan(CHANCE);
  });

  it('everybody finds their own receipt, and no group has more answers than links', async () => {
    const { body } = await callBox(server.boxUrl, 'GET', `/rounds/${round.id}/receipts`);
    expect(body['receipts']).toEqual(answerOrder.map(receiptOf).toSorted());
    const { cells } = await call<{ cells: { issued: number; received: number }[] }>(
      RUNNER,
      `receipts?input=${encodeURIComponent(JSON.stringify({ roundId: round.id }))}`,
    );
    expect(cells).toMatchObject([{ issued: linkOrder.length, received: answerOrder.length }]);
  });
});

it('a database that is set to write statements down stands in the way of the next round', async () => {
  const admin = openDatabase(adminUrlOf(dataFolder), { connections: 1 });
  const url = new URL(adminUrlOf(dataFolder));
  url.username = 'plumbline_box';
  url.password = server.running.store.secrets.passwords.plumbline_box;
  const obstaclesNow = async (): Promise<string[]> => {
    const box = openBox(url.href, 1);
    const found = await boxObstacles(box);
    await box.close();
    return found;
  };
  expect(await obstaclesNow()).toEqual([]);
  await admin.sql`alter database plumbline set log_min_duration_statement = 0`;
  expect(await obstaclesNow()).toEqual(['statements-logged']);
  await admin.sql`alter database plumbline set log_parameter_max_length_on_error = -1`;
  expect(await obstaclesNow()).toEqual(['statements-logged', 'parameters-logged']);
  await admin.close();
});

function longTexts(value: unknown): string[] {
  if (typeof value === 'string') return value.length >= 12 ? [value] : [];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(longTexts) : [];
}

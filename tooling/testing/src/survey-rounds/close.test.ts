import { createHash, randomUUID } from 'node:crypto';
import { finishRounds } from '@plumbline/api';
import { inCouncil, openDatabase, restInvitations } from '@plumbline/database';
import { toDay } from '@plumbline/domain/calendar';
import type { RoundDetail, Ticket } from '@plumbline/domain/surveys';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSurveyOffice, RUNNER, TODAY, type SurveyOffice } from './_office.ts';
import { answersWith, blind, callBox, send } from './_respondent.ts';

let office: SurveyOffice;
beforeAll(async () => {
  office = await openSurveyOffice({ A1: { service: 'Assessment', roles: { 'social-worker': 20 } } });
});
afterAll(() => office.close());

const rounds = () => office.as(RUNNER, 'principal-social-worker').surveyRounds;
const state = async (roundId: string): Promise<string> => (await rounds().get({ roundId })).state;

async function close(roundId: string): Promise<RoundDetail> {
  const { version } = await rounds().get({ roundId });
  return await rounds().close({ roundId, baseVersion: version, idempotencyKey: randomUUID() });
}

async function ticketFor(round: RoundDetail, person: string): Promise<Ticket> {
  const blinding = await blind(round.manifest?.cells[0]?.publicKey ?? '');
  const { signature } = await office
    .as(person, 'social-worker')
    .surveyRounds.issue({ roundId: round.id, blinded: blinding.blinded });
  return await blinding.finish(signature);
}

interface Sent {
  readonly round: RoundDetail;
  readonly tickets: readonly Ticket[];
}

const ANSWERED = 12;

/** An open round with twelve answers in the order of their number of sessions, and a draft. */
async function answered(): Promise<Sent> {
  const round = await office.open();
  const tickets: Ticket[] = [];
  for (let at = 1; at <= ANSWERED; at += 1) {
    const ticket = await ticketFor(round, `A1-social-worker-${at}`);
    await send(office.boxUrl, round.id, { ...ticket, answers: answersWith(at, `Words of ${at}`) });
    tickets.push(ticket);
  }
  const draft = { ...tickets[0], ciphertext: 'ZHJhZnQ' };
  await callBox(office.boxUrl, 'PUT', `/rounds/${round.id}/carry-over/${'cd'.repeat(32)}`, draft);
  return { round, tickets };
}

const receiptOf = ({ token }: Ticket): string => createHash('sha256').update(Buffer.from(token, 'base64url')).digest('hex');

const boxRows = async (table: string, roundId: string) =>
  await office.boxDatabase.sql`
    select ctid::text as place, xmin::text as writer, * from ${office.boxDatabase.sql(`box.${table}`)} where round = ${roundId} order by ctid`;

/** Everything that must hold once a round is mixed, however it came there. */
async function expectMixed({ round, tickets }: Sent): Promise<void> {
  expect(await state(round.id)).toBe('mixed');
  for (const table of ['ballot', 'words', 'carry_over']) expect([table, await boxRows(table, round.id)]).toEqual([table, []]);
  const counted = await boxRows('counted', round.id);
  const comments = await boxRows('comment', round.id);
  const sessions = counted.map((row) => Number(row['answers'].values['3a@receives'].value));
  const inOrder = Array.from({ length: ANSWERED }, (_, at) => at + 1);
  expect(sessions.toSorted((a, b) => a - b)).toEqual(inOrder);
  // One in 479 million that a fair order is the order of arrival.
  expect(sessions).not.toEqual(inOrder);
  expect(comments.map((row) => row['text'])).not.toEqual(inOrder.map((at) => `Words of ${at}`));
  expect(comments.map((row) => row['text']).toSorted()).toEqual(inOrder.map((at) => `Words of ${at}`).toSorted());
  const receipts = await boxRows('receipt', round.id);
  expect(new Set([...counted, ...comments, ...receipts].map((row) => row['writer'])).size).toBe(1);
  expect(JSON.stringify([counted, comments])).not.toMatch(new RegExp(tickets.map(receiptOf).join('|')));
  const { receipts: published, cells } = await rounds().receipts({ roundId: round.id });
  expect(published).toEqual(tickets.map(receiptOf).toSorted());
  expect(cells).toMatchObject([{ issued: ANSWERED, received: ANSWERED }]);
  expect((await callBox(office.boxUrl, 'GET', `/rounds/${round.id}/receipts`)).body).toMatchObject({ receipts: published });
  const kept = await inCouncil(
    office.test.db,
    office.council,
    (tx) => tx.sql`
      select (select count(*) from survey_cell where round_id = ${round.id} and private_key is not null) as keys,
             (select count(*) from survey_invitation where round_id = ${round.id} and blinded_hash is not null) as blinded,
             (select count(distinct xmin::text) from survey_invitation where round_id = ${round.id}) as writers`,
  );
  expect(kept).toMatchObject([{ keys: 0, blinded: 0, writers: 1 }]);
}

describe('closing', () => {
  it('mixes, publishes receipts in order and destroys the keys; a second time nothing changes', async () => {
    const sent = await answered();
    const closed = await close(sent.round.id);
    expect(closed).toMatchObject({ state: 'mixed', closedOn: TODAY, issuedAbout: ANSWERED, receivedAbout: ANSWERED });
    await expectMixed(sent);
    const before = await boxRows('counted', sent.round.id);
    await finishRounds(office.services, office.council, toDay(TODAY));
    await expect(close(sent.round.id)).rejects.toThrow('wrong-state');
    expect(await boxRows('counted', sent.round.id)).toEqual(before);
  });

  it('takes neither answers nor changes nor one-time links any more', async () => {
    const { round, tickets } = await answered();
    const late = await ticketFor(round, 'A1-social-worker-15');
    await close(round.id);
    expect((await send(office.boxUrl, round.id, { ...late, answers: answersWith(1) })).body).toEqual({ problem: 'not-open' });
    const [first] = tickets;
    if (first === undefined) throw new Error('Nobody answered.');
    expect((await send(office.boxUrl, round.id, { ...first, answers: answersWith(9) })).body).toEqual({ problem: 'not-open' });
    expect((await callBox(office.boxUrl, 'POST', `/rounds/${round.id}/withdraw`, first)).body).toEqual({ problem: 'not-open' });
    await expect(ticketFor(round, 'A1-social-worker-16')).rejects.toThrow('wrong-state');
    const { cells } = await rounds().receipts({ roundId: round.id });
    expect(cells).toMatchObject([{ issued: ANSWERED + 1, received: ANSWERED }]);
  });

  it('leaves other open rounds as they are but for the order in which they lie', async () => {
    const open = await answered();
    const keysBefore = (await boxRows('words', open.round.id)).map((row) => String(row['key']));
    const closing = await answered();
    await close(closing.round.id);
    const words = await boxRows('words', open.round.id);
    expect(words.map((row) => String(row['key'])).toSorted()).toEqual(keysBefore.toSorted());
    expect(words.map((row) => String(row['key']))).not.toEqual(keysBefore);
    expect(await boxRows('carry_over', open.round.id)).toHaveLength(1);
    const [first] = open.tickets;
    if (first === undefined) throw new Error('Nobody answered.');
    await send(office.boxUrl, open.round.id, { ...first, answers: answersWith(1, 'Said otherwise') });
    expect((await boxRows('words', open.round.id)).map((row) => row['text'])).not.toContain('Words of 1');
    await send(office.boxUrl, open.round.id, { ...first, answers: answersWith(1, 'Words of 1') });
    await close(open.round.id);
    await expectMixed(open);
  });

  it('leaves no order of the days before at night: everything open is written anew, and the tokens still hold', async () => {
    const open = await answered();
    const arrived = (await boxRows('ballot', open.round.id)).map((row) => String(row['token_hash']));
    expect(arrived).toEqual(open.tickets.map(receiptOf));
    await office.services.box.stir();
    await inCouncil(office.test.db, office.council, restInvitations);
    const stirred = await boxRows('ballot', open.round.id);
    expect(stirred.map((row) => String(row['token_hash'])).toSorted()).toEqual(arrived.toSorted());
    expect(stirred.map((row) => String(row['token_hash']))).not.toEqual(arrived);
    const words = await boxRows('words', open.round.id);
    expect(new Set([...stirred, ...words].map((row) => row['writer'])).size).toBe(1);
    const [invitations] = await inCouncil(
      office.test.db,
      office.council,
      (tx) => tx.sql`select count(distinct xmin::text) as writers from survey_invitation where round_id = ${open.round.id}`,
    );
    expect(invitations?.['writers']).toBe(1);
    const [first] = open.tickets;
    if (first === undefined) throw new Error('Nobody answered.');
    await send(office.boxUrl, open.round.id, { ...first, answers: answersWith(1, 'Said otherwise') });
    expect(await boxRows('ballot', open.round.id)).toHaveLength(ANSWERED);
    expect((await boxRows('words', open.round.id)).map((row) => row['text'])).not.toContain('Words of 1');
    await send(office.boxUrl, open.round.id, { ...first, answers: answersWith(1, 'Words of 1') });
    await close(open.round.id);
    await expectMixed(open);
  });

  it('happens by itself once the last day is past', async () => {
    const sent = await answered();
    office.setDay('2026-06-29');
    await finishRounds(office.services, office.council, toDay('2026-06-29'));
    expect((await rounds().get({ roundId: sent.round.id })).closedOn).toBe('2026-06-29');
    office.setDay(TODAY);
    await expectMixed(sent);
  });
});

describe('broken off', () => {
  it('at one round, the others of that day are closed all the same', async () => {
    const sent = [await answered(), await answered(), await answered()];
    // In the order in which the night takes them, so that others come before and after the one that fails.
    const [, failing] = sent.map(({ round }) => round.id).toSorted();
    const { box } = office.services;
    const cut = async (roundId: string): Promise<void> => {
      if (roundId === failing) throw new Error('power cut');
      await box.close(roundId);
    };
    office.setDay('2026-06-29');
    const broken = { ...office.services, box: { ...box, close: cut } };
    await expect(finishRounds(broken, office.council, toDay('2026-06-29'))).rejects.toThrow('power cut');
    expect(await state(failing ?? '')).toBe('closed');
    for (const one of sent.filter(({ round }) => round.id !== failing)) await expectMixed(one);
    await finishRounds(office.services, office.council, toDay('2026-06-29'));
    office.setDay(TODAY);
    for (const one of sent) await expectMixed(one);
  });

  const POINTS = ['close', 'mix', 'receipts'] as const;

  it.each(POINTS)('before the box has done its “%s”, it is taken up again', async (point) => {
    const sent = await answered();
    const broken = { ...office.services, box: { ...office.services.box, [point]: () => Promise.reject(new Error('power cut')) } };
    office.setDay('2026-06-29');
    await expect(finishRounds(broken, office.council, toDay('2026-06-29'))).rejects.toThrow('power cut');
    expect(await state(sent.round.id)).toBe('closed');
    await finishRounds(office.services, office.council, toDay('2026-06-29'));
    office.setDay(TODAY);
    await expectMixed(sent);
  });

  it.each(POINTS)('after the box has done its “%s”, the same button does the rest', async (point) => {
    const sent = await answered();
    const { box } = office.services;
    const work = box[point].bind(box) as (roundId: string) => Promise<unknown>;
    const cut = async (roundId: string): Promise<never> => {
      await work(roundId);
      throw new Error('power cut');
    };
    const services = { ...office.services, box: { ...box, [point]: cut } };
    office.setDay('2026-06-29');
    await expect(finishRounds(services, office.council, toDay('2026-06-29'))).rejects.toThrow('power cut');
    office.setDay(TODAY);
    await close(sent.round.id);
    await expectMixed(sent);
  });

  it('in the middle of mixing, everything is as it was before, and mixing is done later', async () => {
    const sent = await answered();
    const owner = openDatabase(office.test.ownerUrl, { connections: 1 });
    // Its own role may see and end what the box does.
    const watcher = openDatabase(office.test.urls.box, { connections: 1 });
    const before = (await boxRows('ballot', sent.round.id)).length;
    await owner.sql.begin(async (sql) => {
      await sql`lock table box.words in share mode`;
      const closing = close(sent.round.id).then(
        () => 'done',
        (error: unknown) => String(error),
      );
      await endWhoWaits(watcher.sql);
      expect(await closing).toMatch(/terminat|CONNECTION/);
    });
    await Promise.all([owner.close(), watcher.close()]);
    expect((await boxRows('ballot', sent.round.id)).length).toBe(before);
    expect(await boxRows('counted', sent.round.id)).toEqual([]);
    await close(sent.round.id);
    await expectMixed(sent);
  });
});

/** Ends the connection that mixes, once it waits for what somebody else holds. */
async function endWhoWaits(sql: ReturnType<typeof openDatabase>['sql']): Promise<void> {
  for (let tried = 0; tried < 400; tried += 1) {
    const [ended] = await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'plumbline box' and wait_event_type = 'Lock' and datname = current_database()`;
    if (ended !== undefined) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('Nobody waited.');
}

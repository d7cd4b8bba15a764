import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { openDatabase } from '@plumbline/database';
import type { RoundDetail, Ticket } from '@plumbline/domain/surveys';
import { makeBoxApp } from '@plumbline/server/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSurveyOffice, RUNNER, TODAY, type SurveyOffice } from './_office.ts';
import { answersWith, blind, callBox, send } from './_respondent.ts';

let office: SurveyOffice;
let round: RoundDetail;
let other: RoundDetail;
beforeAll(async () => {
  office = await openSurveyOffice({ A1: { service: 'Assessment', roles: { 'social-worker': 24 } } });
  round = await office.open();
  other = await office.open();
});
afterAll(() => office.close());

let next = 0;

/** A ticket of somebody who had none yet. */
async function ticketFor(of: RoundDetail = round, person = `A1-social-worker-${(next += 1)}`): Promise<Ticket> {
  const blinding = await blind(of.manifest?.cells[0]?.publicKey ?? '');
  const { signature } = await office
    .as(person, 'social-worker')
    .surveyRounds.issue({ roundId: of.id, blinded: blinding.blinded });
  return await blinding.finish(signature);
}

const rows = async (table: string, of: RoundDetail = round) =>
  await office.boxDatabase.sql`select * from ${office.boxDatabase.sql(`box.${table}`)} where round = ${of.id}`;

const hashOf = ({ token }: Ticket): string => createHash('sha256').update(Buffer.from(token, 'base64url')).digest('hex');

/** The same bytes with one bit turned. */
function changed(text: string): string {
  const bytes = Buffer.from(text, 'base64url');
  bytes.writeUInt8(bytes.readUInt8(40) ^ 1, 40);
  return bytes.toString('base64url');
}

describe('answers', () => {
  it('are kept under a random key with the receipt that was handed out, and sent again they replace', async () => {
    const ticket = await ticketFor();
    const first = await send(office.boxUrl, round.id, { ...ticket, answers: answersWith(2, 'Fewer meetings.') });
    expect(first).toMatchObject({ status: 200, body: { receipt: hashOf(ticket) } });
    const again = await send(office.boxUrl, round.id, { ...ticket, answers: answersWith(5, 'Better rooms.') });
    expect(again.body).toEqual(first.body);
    const kept = (await rows('ballot')).filter((row) => row['token_hash'] === hashOf(ticket));
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatchObject({
      cell: 'c1',
      answers: { route: 'receives', values: { '3a@receives': { kind: 'number', value: 5 } } },
    });
    expect(kept[0]?.['key']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    expect((await rows('words')).map((row) => row['text'])).toEqual(['Better rooms.']);
  });

  it('are removed with their words by whoever holds the token, and may be given anew', async () => {
    const ticket = await ticketFor();
    await send(office.boxUrl, round.id, { ...ticket, answers: answersWith(2, 'Taken back.') });
    expect((await callBox(office.boxUrl, 'POST', `/rounds/${round.id}/withdraw`, ticket)).body).toEqual({ withdrawn: true });
    expect((await rows('ballot')).map((row) => row['token_hash'])).not.toContain(hashOf(ticket));
    expect((await rows('words')).map((row) => row['text'])).not.toContain('Taken back.');
    expect((await send(office.boxUrl, round.id, { ...ticket, answers: answersWith(3) })).status).toBe(200);
  });

  it('that do not fit the form are refused and nothing of them is kept', async () => {
    const ticket = await ticketFor();
    const values = { '3a@receives': { kind: 'number', value: 3 } } as const;
    const bodies: unknown[] = [
      { ...ticket, answers: { route: 'receives', values: { ...values, 'no-item': { kind: 'choice', value: '1' } } } },
      { ...ticket, answers: { route: 'receives', values: { '3a@receives': { kind: 'number', value: 61 } } } },
      { ...ticket, answers: { route: 'receives', values: { '6f': { kind: 'words', text: 'a\u0000b', mayQuote: true } } } },
      { ...ticket, answers: { route: 'receives', values: { '6f': { kind: 'words', text: '\ud800', mayQuote: true } } } },
      { ...ticket, answers: { route: 'receives', values, name: 'Somebody' } },
      { ...ticket, answers: { route: 'receives', values }, when: '2026-06-15T10:00' },
      { ...ticket, answers: { route: 'elsewhere', values } },
      { ...ticket },
      [],
      null,
    ];
    for (const body of bodies) {
      const answer = await callBox(office.boxUrl, 'PUT', `/rounds/${round.id}/answers`, body);
      expect([JSON.stringify(body), answer.status]).toEqual([JSON.stringify(body), 400]);
    }
    expect((await rows('ballot')).map((row) => row['token_hash'])).not.toContain(hashOf(ticket));
  });
});

describe('a ticket', () => {
  it('that was forged, altered, or is another round’s is refused', async () => {
    const ticket = await ticketFor();
    const answers = answersWith(1);
    const forged = [
      { token: randomBytes(64).toString('base64url'), signature: randomBytes(256).toString('base64url') },
      { token: randomBytes(64).toString('base64url'), signature: ticket.signature },
      { token: changed(ticket.token), signature: ticket.signature },
      { token: ticket.token, signature: changed(ticket.signature) },
    ];
    for (const one of forged)
      expect((await send(office.boxUrl, round.id, { ...one, answers })).body).toEqual({ problem: 'not-signed' });
    expect((await send(office.boxUrl, other.id, { ...ticket, answers })).body).toEqual({ problem: 'not-signed' });
    expect((await callBox(office.boxUrl, 'POST', `/rounds/${round.id}/withdraw`, forged[2])).status).toBe(403);
    expect((await send(office.boxUrl, randomUUID(), { ...ticket, answers })).status).toBe(404);
    expect((await send(office.boxUrl, round.id, { ...ticket, answers })).status).toBe(200);
  });

  it('counts once however many times and however fast it is used', async () => {
    const ticket = await ticketFor();
    const before = (await rows('ballot')).length;
    const sent = await Promise.all(
      Array.from({ length: 8 }, (_, at) => send(office.boxUrl, round.id, { ...ticket, answers: answersWith(at, `Words ${at}`) })),
    );
    expect(sent.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect((await rows('ballot')).length).toBe(before + 1);
    expect((await rows('words')).filter((row) => String(row['text']).startsWith('Words '))).toHaveLength(1);
  });
});

describe('a draft', () => {
  const key = 'ab'.repeat(32);
  const at = (): string => `/rounds/${round.id}/carry-over/${key}`;

  const put = async (ticket: object, ciphertext: string, of = round) =>
    await callBox(office.boxUrl, 'PUT', `/rounds/${of.id}/carry-over/${key}`, { ...ticket, ciphertext });

  it('lies under the key that its writer made up, is replaced and removed, and nothing of the ticket lies with it', async () => {
    const ticket = await ticketFor();
    expect((await callBox(office.boxUrl, 'GET', at())).status).toBe(404);
    expect((await put(ticket, 'c2VhbGVk')).body).toEqual({ kept: true });
    expect((await put(ticket, 'YW5ldw')).body).toEqual({ kept: true });
    expect((await callBox(office.boxUrl, 'GET', at())).body).toEqual({ ciphertext: 'YW5ldw' });
    expect(await rows('carry_over')).toEqual([{ round: round.id, key, ciphertext: 'YW5ldw' }]);
    expect((await rows('ballot')).map((row) => row['token_hash'])).not.toContain(hashOf(ticket));
    await callBox(office.boxUrl, 'DELETE', at());
    expect((await callBox(office.boxUrl, 'GET', at())).status).toBe(404);
  });

  it('is taken from nobody but whoever may answer this round', async () => {
    const ticket = await ticketFor();
    expect((await put({}, 'c2VhbGVk')).status).toBe(400);
    expect((await put({ token: ticket.token }, 'c2VhbGVk')).status).toBe(400);
    const forged = { ...ticket, signature: changed(ticket.signature) };
    expect(await put(forged, 'c2VhbGVk')).toMatchObject({ status: 403, body: { problem: 'not-signed' } });
    expect((await put(ticket, 'c2VhbGVk', other)).body).toEqual({ problem: 'not-signed' });
    expect([...(await rows('carry_over')), ...(await rows('carry_over', other))]).toEqual([]);
  });

  it('is refused where it is no ciphertext, too long, or under no key; the longest goes through', async () => {
    const ticket = await ticketFor();
    expect((await put(ticket, 'plain words')).status).toBe(400);
    // 65,536 characters are promised to the pages that seal drafts.
    expect((await put(ticket, 'a'.repeat(65_537))).status).toBe(400);
    expect((await put(ticket, 'a'.repeat(65_536))).body).toEqual({ kept: true });
    expect((await put(ticket, 'a'.repeat(200_000))).status).toBe(413);
    const short = { ...ticket, ciphertext: 'aaaa' };
    expect((await callBox(office.boxUrl, 'PUT', `/rounds/${round.id}/carry-over/short`, short)).status).toBe(400);
    await callBox(office.boxUrl, 'DELETE', at());
  });
});

describe('the box', () => {
  it('lists rounds by name for whoever comes without a link, and nothing of their groups', async () => {
    const { body } = await callBox(office.boxUrl, 'GET', '/rounds');
    const rounds = body['rounds'] as Record<string, unknown>[];
    expect(rounds.map(({ id }) => id).toSorted()).toEqual([round.id, other.id].toSorted());
    expect(rounds[0]).toEqual({
      id: expect.any(String),
      council: expect.any(String),
      title: round.title,
      closesOn: round.closesOn,
      isOpen: true,
    });
  });

  it('shows a round to everybody alike and takes nothing outside its days', async () => {
    const seen = await callBox(office.boxUrl, 'GET', `/rounds/${round.id}`);
    expect(seen.body).toMatchObject({ isOpen: true, manifestHash: round.manifestHash, manifest: { roundId: round.id } });
    const ticket = await ticketFor();
    office.setDay('2026-06-29');
    expect((await callBox(office.boxUrl, 'GET', `/rounds/${round.id}`)).body).toMatchObject({ isOpen: false });
    expect((await send(office.boxUrl, round.id, { ...ticket, answers: answersWith(1) })).body).toEqual({ problem: 'not-open' });
    await expect(ticketFor()).rejects.toThrow('wrong-state');
    office.setDay(TODAY);
    expect((await send(office.boxUrl, round.id, { ...ticket, answers: answersWith(1) })).status).toBe(200);
  });

  it('sets no cookie, allows no other origin, keeps nothing in caches and sends no referrer', async () => {
    const { headers } = await callBox(office.boxUrl, 'GET', `/rounds/${round.id}`);
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-request-id')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    const elsewhere = await fetch(`${office.boxUrl}/rounds/${round.id}/withdraw`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://elsewhere.example' },
      body: JSON.stringify(await ticketFor()),
    });
    expect(elsewhere.status).toBe(403);
  });

  it('says while it is open only about how many have answered, in fives, and no receipts', async () => {
    expect((await callBox(office.boxUrl, 'GET', `/rounds/${round.id}/receipts`)).body).toEqual({ problem: 'not-mixed' });
    const { receivedAbout, issuedAbout, cells } = await office
      .as(RUNNER, 'principal-social-worker')
      .surveyRounds.get({ roundId: round.id });
    expect([(receivedAbout ?? 1) % 5, (issuedAbout ?? 1) % 5]).toEqual([0, 0]);
    for (const cell of cells) expect([cell.issued, cell.received]).toEqual([null, null]);
  });
});

describe('the box under load and over https', () => {
  it('says later to whom it cannot serve yet, and serves again once it can', async () => {
    const owner = openDatabase(office.test.ownerUrl, { connections: 1 });
    const asked: Promise<Response>[] = [];
    await owner.sql.begin(async (sql) => {
      await sql`lock table box.round in access exclusive mode`;
      for (let at = 0; at < 230; at += 1) asked.push(fetch(`${office.boxUrl}/rounds/${round.id}`));
      const statuses = await Promise.race([Promise.all(asked.map(async (one) => (await one).status)), firstsOf(asked, 30)]);
      expect(statuses.filter((status) => status !== 503)).toEqual([]);
    });
    await owner.close();
    const all = (await Promise.all(asked)).map(({ status }) => status);
    expect(all.filter((status) => status === 200)).toHaveLength(200);
    expect((await fetch(`${office.boxUrl}/rounds/${round.id}`)).status).toBe(200);
  });

  it('takes nothing over plain http where it stands behind https, and says so to browsers for good', async () => {
    const box = makeBoxApp({
      database: office.boxDatabase,
      pagesFolder: '/nonexistent',
      isSecure: true,
      origins: () => ['https://answers.example'],
      mainUrl: () => 'https://plumbline.example',
      today: () => TODAY,
      onFailure: () => undefined,
    });
    const over = (proto: string, method: 'GET' | 'PUT') =>
      box.inject({ method, url: `/rounds/${round.id}`, headers: { 'x-forwarded-proto': proto } });
    const moved = await over('http', 'GET');
    expect([moved.statusCode, moved.headers.location]).toEqual([308, 'https://answers.example/']);
    expect((await over('http', 'PUT')).statusCode).toBe(403);
    const secure = await over('https', 'GET');
    expect(secure.statusCode).toBe(200);
    expect(secure.headers['strict-transport-security']).toContain('max-age=');
    await box.close();
  });
});

/** The statuses of as many answers as come first. */
async function firstsOf(asked: readonly Promise<Response>[], count: number): Promise<number[]> {
  return await new Promise((resolve, reject) => {
    const found: number[] = [];
    for (const one of asked)
      one.then(({ status }) => {
        found.push(status);
        if (found.length === count) resolve([...found]);
      }, reject);
  });
}

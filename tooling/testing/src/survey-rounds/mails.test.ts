import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { addMails, inCouncil, type CouncilTransaction, type NewMail } from '@plumbline/database';
import { MOST_ATTEMPTS, makeTransport, sendMails, waitAfter } from '@plumbline/server/testing';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openSurveyOffice, RUNNER, TODAY, type SurveyOffice } from './_office.ts';

interface Received {
  readonly to: readonly string[];
  readonly source: string;
}

/** What the other side has taken, and what it says to an address. */
const received: Received[] = [];
const answers = new Map<string, { readonly code: number }>();

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _session, done) => {
    const said = answers.get(address);
    done(said === undefined ? null : Object.assign(new Error('Not now'), { responseCode: said.code }));
  },
  onData: (stream, session, done) => {
    let source = '';
    stream.on('data', (piece: Buffer) => {
      source += piece.toString();
    });
    stream.on('end', () => {
      received.push({ to: session.envelope.rcptTo.map(({ address }) => address), source });
      done();
    });
  },
});

const ADDRESSES = new Map([
  ['A1-social-worker-1', 'one@council.example'],
  ['A1-social-worker-2', 'two@council.example'],
  ['A1-social-worker-3', 'three@council.example'],
]);

let office: SurveyOffice;
let line: ReturnType<typeof makeTransport>;
beforeAll(async () => {
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', () => resolve()));
  const { port } = smtp.server.address() as AddressInfo;
  line = makeTransport({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'Staff survey <survey@council.example>', isSecure: false });
  office = await openSurveyOffice(
    { A1: { service: 'Assessment', roles: { 'social-worker': 12 } } },
    { isOn: true, addressesOf: async () => ADDRESSES },
  );
});
afterAll(async () => {
  line.close();
  await office.close();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
});
afterEach(async () => {
  received.splice(0);
  answers.clear();
  await inOffice((tx) => tx.sql`delete from outbox`);
});

const inOffice = async <Result>(work: (tx: CouncilTransaction) => Promise<Result>): Promise<Result> =>
  await inCouncil(office.test.db, office.council, work);

const deliver = async (post = line.post, today = TODAY): Promise<number> => {
  const mail = { addressesOf: async () => ADDRESSES };
  const url = (): string => 'https://plumbline.example';
  return await sendMails({ database: office.test.db, post, mail, url, today: () => today }, office.council);
};

const outbox = async () =>
  await inOffice(
    (tx) => tx.sql`
      select payload, attempts, sent_at is not null as sent, given_up_at is not null as "givenUp",
             extract(epoch from not_before - now()) / 60 as minutes from outbox order by id`,
  );

function reminderTo(person: string): NewMail {
  const values = {
    title: 'Spring',
    closesOn: '2026-06-28',
    minutes: 11,
    group: 'Everybody',
    fingerprint: 'ab'.repeat(32),
    manifestHash: 'cd'.repeat(32),
  };
  return { person, template: 'survey-reminder', values };
}

/** The text of a mail as it was before it was put into lines for the way. */
function textOf({ source }: Received): string {
  const [, body = ''] = source.split(/\r\n\r\n([\s\S]*)/);
  const bytes = body
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n');
}

describe('invitations and reminders', () => {
  it('leave in plain text, one for each person with an address, and say the same to everybody', async () => {
    const round = await office.open();
    expect(await deliver()).toBe(3);
    expect(received.map(({ to }) => to).toSorted()).toEqual([...ADDRESSES.values()].map((address) => [address]).toSorted());
    const texts = new Set(received.map(textOf));
    expect(texts.size).toBe(1);
    const [text = ''] = texts;
    for (const part of ['“How supervision goes”', 'Sunday 28 June 2026', round.cells[0]?.label ?? '', 'one-time link'])
      expect(text).toContain(part);
    expect(text.replaceAll(/\s/g, '')).toContain(round.cells[0]?.fingerprint);
    expect(text.replaceAll(/\s/g, '')).toContain(round.manifestHash);
    // A group that was made up to recognise somebody is found by nobody but two who compare theirs.
    expect(text.replaceAll(/\s+/g, ' ')).toMatch(
      /Compare the name of the group and the number of its key with a colleague of the same group/,
    );
    // One link, the same for everybody: where people sign in.
    expect(text.match(/https?:\/\/\S+/g)).toEqual(['https://plumbline.example']);
    for (const { source } of received) {
      expect(source).toMatch(/^Content-Type: text\/plain; charset=utf-8/m);
      expect(source).toMatch(/^Auto-Submitted: auto-generated/m);
      expect(source).not.toMatch(/text\/html|<img|X-Mailer|List-Unsubscribe|A1-social-worker/i);
    }
    const rounds = office.as(RUNNER, 'principal-social-worker').surveyRounds;
    expect((await rounds.get({ roundId: round.id })).withoutAddress).toBe(round.invited - 3);
    await rounds.remind({ roundId: round.id, baseVersion: round.version, idempotencyKey: randomUUID() });
    received.splice(0);
    await deliver();
    expect(textOf(received[0] ?? { to: [], source: '' })).toContain('We cannot know who has answered');
  });

  it('of people without an address are given up at once, and nothing of their text is kept once sent', async () => {
    await inOffice((tx) => addMails(tx, [reminderTo('A1-social-worker-1'), reminderTo('NOBODY')]));
    expect(await deliver()).toBe(1);
    const [sent, kept] = await outbox();
    expect(sent).toMatchObject({ sent: true, payload: { person: 'A1-social-worker-1', template: 'survey-reminder' } });
    expect(JSON.stringify(sent)).not.toContain('Spring');
    expect(kept).toMatchObject({ sent: false, givenUp: true });
    expect(await deliver()).toBe(0);
  });
});

it('asks nobody to a survey that is over, however long mail was off', async () => {
  await inOffice((tx) => addMails(tx, [reminderTo('A1-social-worker-1')]));
  expect(await deliver(line.post, '2026-06-29')).toBe(0);
  expect(await outbox()).toMatchObject([{ sent: false, givenUp: true }]);
  expect(received).toEqual([]);
});

describe('what the other side says', () => {
  it('puts a mail off when it asks for that, longer each time, and in the end gives up', async () => {
    answers.set('one@council.example', { code: 451 });
    await inOffice((tx) => addMails(tx, [reminderTo('A1-social-worker-1'), reminderTo('A1-social-worker-2')]));
    expect(await deliver()).toBe(1);
    const waits: number[] = [];
    for (let attempt = 1; ; attempt += 1) {
      const [put] = await outbox();
      expect(put?.['attempts']).toBe(attempt);
      if (put?.['givenUp'] === true) break;
      waits.push(Math.round(Number(put?.['minutes'])));
      expect(await deliver()).toBe(0);
      await inOffice((tx) => tx.sql`update outbox set not_before = now()`);
      await deliver();
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320]);
    expect(waits).toHaveLength(MOST_ATTEMPTS - 1);
    expect(waitAfter(0)).toBe(5);
    expect(received).toHaveLength(1);
  });

  it('gives up an address that does not exist, and tries again what was put off once it may', async () => {
    answers.set('one@council.example', { code: 550 });
    answers.set('two@council.example', { code: 452 });
    await inOffice((tx) =>
      addMails(
        tx,
        [1, 2, 3].map((at) => reminderTo(`A1-social-worker-${at}`)),
      ),
    );
    expect(await deliver()).toBe(1);
    expect((await outbox()).map(({ sent, givenUp }) => [sent, givenUp])).toEqual([
      [false, true],
      [false, false],
      [true, false],
    ]);
    answers.clear();
    await inOffice((tx) => tx.sql`update outbox set not_before = now() where not_before is not null`);
    expect(await deliver()).toBe(1);
    expect(received.map(({ to }) => to[0])).toEqual(['three@council.example', 'two@council.example']);
  });

  it('is a reason to try the whole work again where nobody answers, and the reason names no address', async () => {
    const dead = makeTransport({ smtpUrl: 'smtp://127.0.0.1:1', from: 'survey@council.example', isSecure: false });
    await inOffice((tx) => addMails(tx, [reminderTo('A1-social-worker-1')]));
    const failure = await deliver(dead.post).catch((error: unknown) => String(error));
    dead.close();
    expect(failure).toMatch(/did not take a mail \(E\w+\)/);
    expect(failure).not.toContain('council.example');
    expect(await outbox()).toMatchObject([{ sent: false, givenUp: false, attempts: 0 }]);
    expect(await deliver()).toBe(1);
  });

  it('sends nothing over an open line in production', async () => {
    const { port } = smtp.server.address() as AddressInfo;
    const secure = makeTransport({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'survey@council.example', isSecure: true });
    await expect(secure.post({ to: 'one@council.example', subject: 'a', text: 'b' })).rejects.toThrow(/did not take a mail/);
    secure.close();
    expect(received).toEqual([]);
  });
});

it('takes each waiting mail for one sender, also where several send at once', async () => {
  await inOffice((tx) =>
    addMails(
      tx,
      Array.from({ length: 9 }, (_, at) => reminderTo(`A1-social-worker-${(at % 3) + 1}`)),
    ),
  );
  const sent = await Promise.all([deliver(), deliver(), deliver()]);
  expect(sent.reduce((sum, count) => sum + count, 0)).toBe(9);
  expect(received).toHaveLength(9);
});

import { randomUUID } from 'node:crypto';
import { inCouncil, listAudit } from '@plumbline/database';
import type { RoundDetail } from '@plumbline/domain/surveys';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAPER, RUNNER, type SurveyOffice } from '../survey-rounds/_office.ts';
import { closeAndMix, fillBox, openLargeOffice, publish, type Words } from './_published.ts';

let office: SurveyOffice;
let round: RoundDetail;

/** Twelve on one question, one of them by somebody who names a colleague, one about a child's safety; three on another. */
const WORDS: readonly Words[] = [
  ...Array.from({ length: 10 }, (_, i) => ({ item: '6f', text: `More time, said ${i + 1} times`, mayQuote: i < 8 })),
  { item: '6f', text: 'Name of PSW never has time; ring 0151 496 0123', mayQuote: true },
  { item: '6f', text: 'A child I know of is not safe', mayQuote: true },
  ...Array.from({ length: 3 }, (_, i) => ({ item: '8e-what', text: `The rota, ${i + 1}`, mayQuote: true })),
];

const first = () => office.as(RUNNER, 'principal-social-worker').surveyComments;
const second = () => office.as(PAPER, 'service-manager').surveyComments;
const key = () => ({ roundId: round.id, idempotencyKey: randomUUID() });
const open = async () => (await first().screening({ roundId: round.id })).open;
const oneWith = async (words: string) => {
  const found = (await open()).find((row) => row.words.includes(words));
  if (found === undefined) throw new Error(`No comment says “${words}”.`);
  return found;
};

beforeAll(async () => {
  office = await openLargeOffice();
  round = await office.open();
  await fillBox(office, round, WORDS);
});
afterAll(() => office.close());

describe('who may read comments', () => {
  it('is nobody before the round is mixed', async () => {
    await expect(first().screening({ roundId: round.id })).rejects.toThrow('wrong-state');
    await closeAndMix(office, round.id);
    expect(await open()).toHaveLength(WORDS.length);
  });

  it('is nobody but the round’s named screeners, whatever else they may do', async () => {
    const other = office.as('A1-team-manager-1', 'principal-social-worker').surveyComments;
    await expect(other.screening({ roundId: round.id })).rejects.toThrow('not-found');
    const worker = office.as(RUNNER, 'social-worker').surveyComments;
    await expect(worker.screening({ roundId: round.id })).rejects.toThrow('no-permission');
    const audit = await inCouncil(office.test.db, office.council, (tx) => listAudit(tx, 50));
    expect(audit.filter(({ action }) => action === 'surveys.comments.read').length).toBeGreaterThan(0);
  });
});

describe('screening', () => {
  it('proposes what gives somebody away, and names of staff', async () => {
    const row = await oneWith('0151');
    expect(row.found.map(({ from, to, kind }) => [row.words.slice(from, to), kind])).toContainEqual(['0151 496 0123', 'phone']);
    expect(row.found.some(({ kind }) => kind === 'name')).toBe(true);
    expect((await oneWith('More time, said 3')).found).toEqual([]);
  });

  it('takes two people: whoever proposed is refused, and what was written is destroyed with the second', async () => {
    const row = await oneWith('0151');
    const proposal = { outcome: 'release' as const, themeId: null, paraphrase: null };
    const step = { key: row.key, baseVersion: row.version };
    const outside = [{ from: 0, to: 999, kind: 'name' as const }];
    await expect(first().propose({ ...key(), ...step, ...proposal, marks: outside })).rejects.toThrow('not-valid');
    await first().propose({ ...key(), ...step, ...proposal, marks: [...row.found] });
    await expect(second().approve({ ...key(), ...step })).rejects.toThrow('out-of-date');
    const now = { key: row.key, baseVersion: row.version + 1 };
    await expect(first().approve({ ...key(), ...now })).rejects.toThrow('no-permission');
    const asked = { ...key(), ...now };
    await second().approve(asked);
    await second().approve(asked);
    expect(await office.services.box.comment(round.id, row.key)).toBeNull();
    const view = await first().screening({ roundId: round.id });
    const done = view.settled.find((one) => one.key === row.key);
    expect(done?.text).toContain('[phone number]');
    expect(done?.text).not.toContain('0151');
    expect(done).toMatchObject({ state: 'released', screenedBy: `Name of ${RUNNER}`, settledBy: `Name of ${PAPER}` });
  });

  it('keeps no word of a comment in the register before it is released', async () => {
    const row = await oneWith('More time, said 1 times');
    const proposal = { outcome: 'release' as const, themeId: null, paraphrase: 'Somebody speaks of time in words of ours' };
    await first().propose({ ...key(), key: row.key, baseVersion: row.version, marks: [], ...proposal });
    const rows = await inCouncil(office.test.db, office.council, async (tx) => [
      await tx.sql`select * from survey_comment`,
      await tx.sql`select * from audit_entry`,
      await tx.sql`select * from outbox`,
      await tx.sql`select * from idempotency`,
    ]);
    const dump = JSON.stringify(rows, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    );
    expect(dump).not.toContain('More time');
    expect(dump).not.toContain('words of ours');
    await second().sendBack({ ...key(), key: row.key, baseVersion: row.version + 1 });
    expect((await oneWith('More time, said 1 times')).state).toBe('waiting');
  });
});

describe('a comment about safety', () => {
  it('goes at once to the named person and to nobody else, with a mail that says nothing of it', async () => {
    const row = await oneWith('not safe');
    await second().refer({ ...key(), key: row.key, baseVersion: row.version, kind: 'safeguarding' });
    expect(await office.services.box.comment(round.id, row.key)).toBeNull();
    const { concerns } = await first().concerns({ roundId: round.id });
    expect(concerns).toMatchObject([{ kind: 'safeguarding', words: 'A child I know of is not safe', closedOn: null }]);
    await expect(second().concerns({ roundId: round.id })).rejects.toThrow('not-found');
    const mails = await inCouncil(
      office.test.db,
      office.council,
      (tx) => tx.sql`select payload from outbox where payload ->> 'template' = 'survey-concern'`,
    );
    expect(mails).toHaveLength(1);
    expect(JSON.stringify(mails)).not.toContain('safe ');
    expect(JSON.stringify(mails)).not.toContain('child');
    await first().closeConcern({ ...key(), key: row.key, outcome: 'passed-on' });
    const after = await first().concerns({ roundId: round.id });
    expect(after.concerns).toMatchObject([{ words: null, outcome: 'passed-on' }]);
  });
});

describe('what is shown', () => {
  it('is nothing until the last comment is settled, then all at once by theme', async () => {
    await publish(office, round.id);
    const results = office.as('A1-social-worker-1', 'social-worker').surveyResults;
    expect((await results.get({ roundId: round.id })).comments).toEqual({ state: 'being-read', questions: [] });
    const { themeId } = await first().saveTheme({ ...key(), themeId: null, item: '6f', label: 'Time' });
    for (const row of await open()) {
      const theme = row.item === '6f' ? themeId : null;
      const step = { key: row.key, marks: [], outcome: 'release' as const, themeId: theme, paraphrase: null };
      await first().propose({ ...key(), ...step, baseVersion: row.version });
      await second().approve({ ...key(), key: row.key, baseVersion: row.version + 1 });
    }
    const { comments } = await results.get({ roundId: round.id });
    const obstacle = comments.questions.find(({ item }) => item === '6f');
    expect(obstacle?.themes.map(({ label, count, comments: shown }) => [label, count, shown.length])).toEqual([
      // Ten in the theme, eight of whose writers allow to be quoted; the one without a theme is not quoted.
      ['Time', 10, 8],
      ['Other', null, 0],
    ]);
    const few = comments.questions.find(({ item }) => item === '8e-what');
    expect(few).toMatchObject({ state: 'not-shown', themes: [] });
    expect(JSON.stringify(comments)).not.toContain('rota');
    // Nor can one person alone put words there afterwards, by calling a theme otherwise.
    await expect(first().saveTheme({ ...key(), themeId, item: '6f', label: 'Words of one' })).rejects.toThrow('wrong-state');
  });
});

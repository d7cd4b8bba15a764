import { notesFromGuide, type FocusGroupRecord } from '@plumbline/domain/focus-groups';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mergeRecords, typedPlaces } from './merge-records.ts';
import { withMergedUp, withNote, withOwnQuestion, withSupplementary, withSupplementaryWords } from './record-edits.ts';
import { RecordSaver, type Attempt, type RecordServer, type SavedRecord } from './record-saver.ts';

const BASE: FocusGroupRecord = {
  format: 1,
  title: 'Carers',
  heldOn: null,
  facilitator: '',
  noteTaker: '',
  audience: '',
  site: '',
  invited: {},
  present: {},
  groupsMissing: '',
  policyVersion: null,
  guideVersion: '1',
  questions: notesFromGuide(),
  unplaced: '',
  retainedUntil: null,
};

/** A server of one record, which refuses what was begun upon another version. */
class OneRecord implements RecordServer {
  stored: SavedRecord = { record: BASE, version: 1, updatedAt: '2026-06-15T11:00:00Z', updatedBy: 'Somebody' };
  readonly attempts: Attempt[] = [];
  isReachable = true;
  isReadable = true;
  private keys = 0;
  async save(attempt: Attempt) {
    this.attempts.push(attempt);
    if (!this.isReachable) throw new Error('offline');
    if (attempt.baseVersion !== this.stored.version) throw new Error('out-of-date');
    this.stored = { ...this.stored, record: attempt.record, version: this.stored.version + 1, updatedAt: '2026-06-15T11:02:00Z' };
    return this.stored;
  }
  async load() {
    if (!this.isReadable) throw new Error('offline');
    return this.stored;
  }
  why = (error: unknown) => (error as Error).message as 'offline' | 'out-of-date';
  newKey = () => `key ${(this.keys += 1)}`;
}

const wrote = (id: string, summary: string) => (record: FocusGroupRecord) => withNote(record, id, { summary });

describe('saving notes', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('saves two seconds after typing stops, and says so only then', async () => {
    const server = new OneRecord();
    const saver = new RecordSaver(server.stored, server);
    saver.edit(wrote('q1', 'On'));
    await vi.advanceTimersByTimeAsync(1500);
    saver.edit(wrote('q1', 'One said so.'));
    await vi.advanceTimersByTimeAsync(1900);
    expect([server.attempts.length, saver.read().saving.kind]).toEqual([0, 'waiting']);
    await vi.advanceTimersByTimeAsync(200);
    expect(server.stored.record.questions[0]?.summary).toBe('One said so.');
    expect(saver.read()).toMatchObject({ version: 2, saving: { kind: 'saved', at: '2026-06-15T11:02:00Z' } });
  });

  it('saves while somebody goes on typing without a pause', async () => {
    const server = new OneRecord();
    const saver = new RecordSaver(server.stored, server);
    for (let second = 0; second < 17; second += 1) {
      saver.edit(wrote('q1', 'x'.repeat(second + 1)));
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(server.attempts.length).toBe(1);
  });

  it('keeps what could not be sent, and sends the same words under the same key', async () => {
    const server = new OneRecord();
    server.isReachable = false;
    const saver = new RecordSaver(server.stored, server);
    saver.edit(wrote('q1', 'Kept.'));
    expect(saver.lastAttempt()?.idempotencyKey).toBe('key 1');
    expect(await saver.saveNow()).toBeNull();
    expect(saver.read().saving).toEqual({ kind: 'failed', why: 'offline' });
    server.isReachable = true;
    expect(await saver.saveNow()).toBe(2);
    expect(server.attempts.map(({ idempotencyKey }) => idempotencyKey)).toEqual(['key 1', 'key 1']);
    expect(saver.lastAttempt()).toBeNull();
  });

  it('shows both versions where a second tab saved first, and keeps both where both wrote', async () => {
    const server = new OneRecord();
    const first = new RecordSaver(server.stored, server);
    const second = new RecordSaver(server.stored, server);
    second.edit(wrote('q2', 'From the second tab.'));
    await second.saveNow();
    first.edit(wrote('q1', 'From the first.'));
    await first.saveNow();
    expect(first.read().saving).toMatchObject({
      kind: 'conflict',
      places: [{ place: 'Question 1: notes', mine: 'From the first.', theirs: '' }],
    });
    first.keepMine();
    await first.saveNow();
    expect(server.stored.record.questions.slice(0, 2).map(({ summary }) => summary)).toEqual([
      'From the first.',
      'From the second tab.',
    ]);
    expect(server.stored.version).toBe(3);
  });

  it('goes on saving where the other version could not be fetched', async () => {
    const server = new OneRecord();
    const saver = new RecordSaver(server.stored, server);
    server.stored = { ...server.stored, version: 2 };
    server.isReadable = false;
    saver.edit(wrote('q1', 'Kept.'));
    expect(await saver.saveNow()).toBeNull();
    expect(saver.read().saving).toEqual({ kind: 'failed', why: 'offline' });
    server.isReadable = true;
    await saver.saveNow();
    expect(saver.read().saving.kind).toBe('conflict');
    saver.keepMine();
    await saver.saveNow();
    expect(server.stored.record.questions[0]?.summary).toBe('Kept.');
  });
});

it('puts a question that is none under the one before, with every word', () => {
  const read = withSupplementaryWords(withSupplementary(withNote(BASE, 'q4', { summary: 'Said.' }), 'q4'), 'q4', 's1', {
    question: 'And?',
  });
  const merged = withMergedUp(withSupplementary(read, 'q3'), 'q4');
  expect(merged.questions.map(({ id }) => id)).not.toContain('q4');
  expect(merged.questions[2]).toMatchObject({ id: 'q3', summary: `${BASE.questions[3]?.asked}\nSaid.` });
  expect(merged.questions[2]?.supplementary.map(({ id, question }) => [id, question])).toEqual([
    ['s1', ''],
    ['s2', 'And?'],
  ]);
  expect(withMergedUp(BASE, 'q1')).toBe(BASE);
});

describe('putting two versions together', () => {
  it('takes mine where I wrote, theirs elsewhere, and both supplementary questions', () => {
    const mine = withSupplementaryWords(withSupplementary(BASE, 'q3'), 'q3', 's1', { question: 'Mine?' });
    const theirs = withSupplementaryWords(withSupplementary(withNote(BASE, 'q3', { band: 'some' }), 'q3'), 'q3', 's1', {
      question: 'Theirs?',
    });
    const note = mergeRecords(BASE, mine, theirs).questions[2];
    expect(note?.band).toBe('some');
    expect(note?.supplementary.map(({ question }) => question)).toEqual(['Theirs?', 'Mine?']);
    expect(new Set(note?.supplementary.map(({ id }) => id)).size).toBe(2);
  });

  it('keeps a question of our own that each added, under two ids', () => {
    const mine = withNote(withOwnQuestion(BASE), 'q14', { summary: 'Mine.' });
    const theirs = withNote(withOwnQuestion(BASE), 'q14', { summary: 'Theirs.' });
    const { questions } = mergeRecords(BASE, mine, theirs);
    expect(questions.slice(13).map(({ summary }) => summary)).toEqual(['Theirs.', 'Mine.']);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(15);
  });

  it('names every place where I typed', () => {
    const mine = { ...withNote(BASE, 'q13', { band: 'all' }), audience: 'Carers' };
    expect(typedPlaces(BASE, mine, BASE)).toEqual([
      { place: 'Whom it was for', mine: 'Carers', theirs: '' },
      { place: 'Question 13: for how many', mine: 'all', theirs: '' },
    ]);
  });
});

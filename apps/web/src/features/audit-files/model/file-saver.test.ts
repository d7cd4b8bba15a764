import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { audit, tool } from './_audit.ts';
import { withNote, withValue } from './file-edits.ts';
import { FileSaver, type Attempt, type FileServer, type SavedFile } from './file-saver.ts';

const TOOL = tool();

/** A server of one audit, which refuses what was begun upon another version. */
class OneAudit implements FileServer {
  stored: SavedFile = { made: audit(), version: 1, updatedAt: '2026-11-20T11:00:00Z' };
  readonly attempts: Attempt[] = [];
  isReachable = true;
  isReadable = true;
  private keys = 0;
  async save(attempt: Attempt) {
    this.attempts.push(attempt);
    if (!this.isReachable) throw new Error('offline');
    if (attempt.baseVersion !== this.stored.version) throw new Error('out-of-date');
    this.stored = { made: attempt.made, version: this.stored.version + 1, updatedAt: '2026-11-20T11:02:00Z' };
    return this.stored;
  }
  async load() {
    if (!this.isReadable) throw new Error('offline');
    return this.stored;
  }
  why = (error: unknown) => (error as Error).message as 'offline' | 'out-of-date';
  newKey = () => `key ${(this.keys += 1)}`;
}

const begun = (server: OneAudit) => new FileSaver(server.stored, TOOL, server);

describe('saving an audit', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('saves shortly after typing stops, and says so only then', async () => {
    const server = new OneAudit();
    const saver = begun(server);
    saver.edit((made) => withValue(made, 'a', 3));
    await vi.advanceTimersByTimeAsync(1000);
    saver.edit((made) => withNote(made, 'a', 'Signed by both.'));
    await vi.advanceTimersByTimeAsync(1400);
    expect([server.attempts.length, saver.read().saving.kind]).toEqual([0, 'waiting']);
    await vi.advanceTimersByTimeAsync(200);
    expect(server.stored.made.answers).toEqual({ a: { value: 3, note: 'Signed by both.' } });
    expect(saver.read()).toMatchObject({ version: 2, saving: { kind: 'saved', at: '2026-11-20T11:02:00Z' } });
  });

  it('saves nothing where nothing was changed', async () => {
    const server = new OneAudit();
    const saver = begun(server);
    saver.edit((made) => withNote(made, 'a', ''));
    expect(await saver.saveNow()).toBe(1);
    expect(server.attempts).toEqual([]);
    expect(saver.lastAttempt()).toBeNull();
  });

  it('keeps what could not be sent, and sends the same under the same key', async () => {
    const server = new OneAudit();
    server.isReachable = false;
    const saver = begun(server);
    saver.edit((made) => withNote(made, 'b', 'Kept.'));
    expect(saver.lastAttempt()?.idempotencyKey).toBe('key 1');
    expect(await saver.saveNow()).toBeNull();
    expect(saver.read().saving).toEqual({ kind: 'failed', why: 'offline' });
    server.isReachable = true;
    expect(await saver.saveNow()).toBe(2);
    expect(server.attempts.map(({ idempotencyKey }) => idempotencyKey)).toEqual(['key 1', 'key 1']);
  });

  it('takes in what a second window wrote elsewhere, says so, and loses nothing', async () => {
    const server = new OneAudit();
    const first = begun(server);
    const second = begun(server);
    second.edit((made) => withValue(made, 'b', 4));
    await second.saveNow();
    first.edit((made) => withValue(made, 'a', 2));
    await first.saveNow();
    expect(first.read()).toMatchObject({ tookInAt: '2026-11-20T11:02:00Z', saving: { kind: 'waiting' } });
    await vi.advanceTimersByTimeAsync(1500);
    expect(server.stored.made.answers).toEqual({ a: { value: 2, note: '' }, b: { value: 4, note: '' } });
    expect(first.read().saving.kind).toBe('saved');
  });

  it('asks where both wrote in one place, saves nothing meanwhile, and keeps what is chosen', async () => {
    const server = new OneAudit();
    const first = begun(server);
    const second = begun(server);
    second.edit((made) => withNote(withValue(made, 'a', 4), 'a', 'Theirs.'));
    await second.saveNow();
    first.edit((made) => withValue(withNote(withValue(made, 'a', 2), 'a', 'Mine.'), 'c', 3));
    await first.saveNow();
    expect(first.read().saving).toMatchObject({
      kind: 'conflict',
      clashes: [{ place: 'answer:a', mine: 'Requires improvement. Mine.', theirs: 'Outstanding. Theirs.' }],
    });
    expect(first.lastAttempt()).toBeNull();
    expect(await first.saveNow()).toBeNull();
    first.edit((made) => withNote(made, 'a', 'Mine, longer.'));
    expect(first.read().saving).toMatchObject({ clashes: [{ mine: 'Requires improvement. Mine, longer.' }] });
    first.settle({ 'answer:a': 'theirs' });
    expect(await first.saveNow()).toBe(3);
    expect(server.stored.made.answers).toEqual({ a: { value: 4, note: 'Theirs.' }, c: { value: 3, note: '' } });
  });

  it('goes on saving where the other version could not be fetched', async () => {
    const server = new OneAudit();
    const saver = begun(server);
    server.stored = { ...server.stored, version: 2 };
    server.isReadable = false;
    saver.edit((made) => withNote(made, 'a', 'Kept.'));
    expect(await saver.saveNow()).toBeNull();
    expect(saver.read().saving).toEqual({ kind: 'failed', why: 'offline' });
    server.isReadable = true;
    await saver.saveNow();
    expect(await saver.saveNow()).toBe(3);
    expect(server.stored.made.answers).toEqual({ a: { value: null, note: 'Kept.' } });
  });
});

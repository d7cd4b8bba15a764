import { fullForm, pulseOf, type Instrument } from '@plumbline/domain/surveys';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withoutItem } from './edit-form.ts';
import { FormSaver, type FormServer } from './form-saver.ts';
import type { LoadedDesign } from './outputs.ts';

const pulse = pulseOf(fullForm);
const design = (draft: Instrument, version: number): LoadedDesign =>
  ({
    id: 'd',
    draft,
    version,
    updatedAt: '2026-01-05T09:00:00Z',
    updatedBy: { id: 'p', name: 'P' },
    versions: [],
  }) as unknown as LoadedDesign;

/** A server that keeps one form and counts versions, as the real one does. */
class OneForm implements FormServer {
  draft = pulse;
  version = 1;
  saves = 0;
  isDown = false;
  isMute = false;
  readonly keys: string[] = [];

  async save(baseVersion: number, draft: Instrument, key: string) {
    this.saves += 1;
    this.keys.push(key);
    if (this.isDown) throw new Error('offline');
    if (baseVersion !== this.version) throw new Error('out-of-date');
    this.draft = draft;
    this.version += 1;
    return await Promise.resolve({ version: this.version, updatedAt: '2026-01-05T09:01:00Z', broken: [] });
  }
  load = () => (this.isMute ? Promise.reject(new Error('offline')) : Promise.resolve(design(this.draft, this.version)));
  newKey = () => `key ${this.keys.length + 1}`;
  why = (error: unknown) => (error instanceof Error && error.message === 'out-of-date' ? 'out-of-date' : 'offline');
}

let server: OneForm;
let saver: FormSaver;
beforeEach(() => {
  vi.useFakeTimers();
  server = new OneForm();
  saver = new FormSaver(design(pulse, 1), server);
});
afterEach(() => vi.useRealTimers());

const out = (id: string) => (form: Instrument) => withoutItem(form, id);

describe('saving', () => {
  it('waits until nothing changes for a moment, and says saved only afterwards', async () => {
    saver.edit(out('1a'), 'Took out 1a');
    saver.edit(out('3a'), 'Took out 3a');
    expect([saver.read().saving.kind, server.saves]).toEqual(['waiting', 0]);
    await vi.advanceTimersByTimeAsync(1600);
    expect([saver.read().saving.kind, server.saves, server.draft.items.length]).toEqual(['saved', 1, 10]);
  });

  it('keeps back what has no words, and goes on when it has', async () => {
    saver.edit((form) => ({ ...form, title: '' }), 'Changed the title');
    await vi.advanceTimersByTimeAsync(20_000);
    expect([saver.read().saving.kind, server.saves]).toEqual(['unfinished', 0]);
    expect(await saver.saveNow()).toBeNull();
    saver.edit((form) => ({ ...form, title: 'A title' }), 'Changed the title');
    await vi.advanceTimersByTimeAsync(1600);
    expect([saver.read().saving.kind, server.draft.title]).toEqual(['saved', 'A title']);
  });

  it('loses nothing while the server cannot be reached', async () => {
    server.isDown = true;
    saver.edit(out('1a'), 'Took out 1a');
    await vi.advanceTimersByTimeAsync(1600);
    expect(saver.read().saving).toEqual({ kind: 'failed', why: 'offline' });
    server.isDown = false;
    expect(await saver.saveNow()).toBe(2);
    expect(server.draft.items).toHaveLength(11);
  });
});

it('sends the same form again under the same key, and another under another', async () => {
  server.isDown = true;
  saver.edit(out('1a'), 'Took out 1a');
  await saver.saveNow();
  await saver.saveNow();
  saver.edit(out('3a'), 'Took out 3a');
  await saver.saveNow();
  expect(server.keys[1]).toBe(server.keys[0]);
  expect(server.keys[2]).not.toBe(server.keys[0]);
});

describe('taking back', () => {
  it('goes step by step; typing in one field is one step', () => {
    saver.edit(out('1a'), 'Took out 1a');
    for (const title of ['A', 'Ab', 'Abc']) saver.edit((form) => ({ ...form, title }), 'Changed the title');
    saver.undo();
    expect([saver.read().form.title, saver.read().form.items.length]).toEqual([pulse.title, 11]);
    saver.undo();
    expect([saver.read().form.items.length, saver.read().undoable]).toEqual([12, null]);
    saver.undo();
    expect(saver.read().form).toBe(pulse);
  });

  it('is saved as it stood, and says so', async () => {
    saver.edit(out('1a'), 'Took out 1a');
    saver.undo();
    await vi.advanceTimersByTimeAsync(1600);
    expect([saver.read().saving.kind, server.saves]).toEqual(['saved', 0]);
  });
});

describe('somebody else saved first', () => {
  beforeEach(async () => {
    server.draft = withoutItem(pulse, '13d');
    server.version = 5;
    saver.edit(out('1a'), 'Took out 1a');
    await vi.advanceTimersByTimeAsync(1600);
  });

  it('stops, keeps both, and saves nothing more by itself', async () => {
    expect(saver.read().saving.kind).toBe('conflict');
    saver.edit(out('3a'), 'Took out 3a');
    await vi.advanceTimersByTimeAsync(20_000);
    expect([server.version, saver.read().form.items.length]).toEqual([5, 10]);
  });

  it('puts mine in its place only when asked', async () => {
    saver.keepMine();
    await vi.advanceTimersByTimeAsync(10);
    expect([server.version, server.draft.items.length, saver.read().saving.kind]).toEqual([6, 11, 'saved']);
  });

  it('goes on saving where the other form could not be fetched', async () => {
    saver.takeTheirs();
    server.version = 6;
    server.isMute = true;
    saver.edit(out('1a'), 'Took out 1a');
    expect(await saver.saveNow()).toBeNull();
    expect(saver.read().saving).toEqual({ kind: 'failed', why: 'offline' });
    server.isMute = false;
    await saver.saveNow();
    expect(saver.read().saving.kind).toBe('conflict');
  });

  it('or takes theirs', () => {
    saver.takeTheirs();
    expect([saver.read().form.items.at(-1)?.id, saver.read().version, saver.hasUnsent]).toEqual(['13a', 5, false]);
  });
});

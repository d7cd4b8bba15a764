import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DraftEdit } from './draft-edits.ts';
import { DraftSaver, type DraftServer } from './draft-saver.ts';
import type { LoadedDraft } from './outputs.ts';

const draft = (version: number, title: string): LoadedDraft =>
  ({
    id: 'd',
    version,
    pack: { title, rules: [] },
    remarks: [],
    isWellFormed: true,
    updatedAt: '2026-11-22T14:02Z',
  }) as unknown as LoadedDraft;
const title = (value: string): DraftEdit => ({ op: 'set', path: ['title'], value });

/** A server that keeps one draft, as the real one does: what is saved upon another version is refused. */
function server(stored = draft(1, 'A')) {
  const state = { stored, isDown: false, isMute: false, gate: Promise.resolve(), saves: [] as (readonly DraftEdit[])[] };
  const calls: DraftServer = {
    save: async (baseVersion, edits) => {
      await state.gate;
      if (state.isDown) throw new Error('offline');
      if (baseVersion !== state.stored.version) throw new Error('out-of-date');
      state.saves.push(edits);
      const last = edits.at(-1);
      state.stored = draft(baseVersion + 1, last?.op === 'set' ? String(last.value) : 'A');
      return {
        version: state.stored.version,
        updatedAt: '2026-11-22T14:03Z',
        remarks: [],
        isWellFormed: true,
        suggestedVersion: null,
      };
    },
    load: async () => {
      if (state.isMute) throw new Error('offline');
      return state.stored;
    },
    why: (error) => ((error as Error).message === 'offline' ? 'offline' : 'out-of-date'),
  };
  return { state, saver: new DraftSaver(stored, calls) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a draft at work', () => {
  it('is saved once typing stops, and at the latest fifteen seconds after it began', async () => {
    const { state, saver } = server();
    for (let second = 0; second < 20; second += 1) {
      saver.edit(title(`Title ${second}`));
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(state.saves).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2000);
    expect(state.saves.map((edits) => edits.length)).toEqual([1, 1]);
    expect(saver.read().saving).toEqual({ kind: 'saved', at: '2026-11-22T14:03Z' });
    expect(state.stored.pack).toMatchObject({ title: 'Title 19' });
  });

  it('goes on saving where the other version could not be fetched', async () => {
    const { state, saver } = server();
    state.stored = draft(2, 'B');
    state.isMute = true;
    saver.edit(title('Mine'));
    expect(await saver.saveNow()).toBeNull();
    expect(saver.read().saving).toEqual({ kind: 'failed', why: 'offline' });
    state.isMute = false;
    await saver.saveNow();
    expect(saver.read().saving.kind).toBe('conflict');
  });

  it('keeps what was typed while the server cannot be reached', async () => {
    const { state, saver } = server();
    state.isDown = true;
    saver.edit(title('B'));
    expect(await saver.saveNow()).toBeNull();
    expect([saver.read().saving, saver.hasUnsent]).toEqual([{ kind: 'failed', why: 'offline' }, true]);
    state.isDown = false;
    expect(await saver.saveNow()).toBe(2);
    expect([saver.hasUnsent, state.stored.pack]).toEqual([false, { title: 'B', rules: [] }]);
  });

  it('shows both versions where somebody else saved first, and saves nothing until it is decided', async () => {
    const { state, saver } = server();
    state.stored = draft(2, 'Theirs');
    saver.edit(title('Mine'));
    await saver.saveNow();
    saver.edit(title('Mine, longer'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(saver.read().saving).toMatchObject({
      kind: 'conflict',
      theirs: { version: 2 },
      places: [{ place: 'title', mine: 'Mine, longer', theirs: 'Theirs' }],
    });
    expect(state.saves).toEqual([]);
    saver.keepMine();
    await vi.advanceTimersByTimeAsync(2000);
    expect(state.stored.pack).toMatchObject({ title: 'Mine, longer' });
  });

  it('takes the other version where that is wanted', async () => {
    const { state, saver } = server();
    state.stored = draft(2, 'Theirs');
    saver.edit(title('Mine'));
    await saver.saveNow();
    saver.takeTheirs();
    expect([saver.read().pack, saver.read().version, saver.hasUnsent]).toEqual([{ title: 'Theirs', rules: [] }, 2, false]);
  });

  it('sends what is typed while it saves after that, upon the new version', async () => {
    const { state, saver } = server();
    let release = (): void => undefined;
    state.gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    saver.edit(title('B'));
    const first = saver.saveNow();
    await vi.advanceTimersByTimeAsync(10);
    saver.edit({ op: 'set', path: ['council'], value: 'C' });
    const second = saver.saveNow();
    release();
    expect(await Promise.all([first, second])).toEqual([2, 3]);
    expect(state.saves).toHaveLength(2);
  });
});

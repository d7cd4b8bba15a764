import type { AuditTool } from '@plumbline/domain/audits';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loaded, question, tool } from './_tool.ts';
import { withoutQuestion } from './edit-tool.ts';
import { ToolSaver, type ToolServer } from './tool-saver.ts';

/** A server that keeps one tool and counts versions, as the real one does. */
class OneTool implements ToolServer {
  draft = tool();
  version = 1;
  saves = 0;
  isDown = false;
  isMute = false;
  takesMs = 0;
  readonly keys: string[] = [];

  async save(baseVersion: number, draft: AuditTool, key: string) {
    this.saves += 1;
    this.keys.push(key);
    if (this.takesMs > 0) await new Promise((resolve) => setTimeout(resolve, this.takesMs));
    if (this.isDown) throw new Error('offline');
    if (baseVersion !== this.version) throw new Error('out-of-date');
    this.draft = draft;
    this.version += 1;
    return await Promise.resolve({ version: this.version, updatedAt: '2026-01-05T09:01:00Z' });
  }
  load = () => (this.isMute ? Promise.reject(new Error('offline')) : Promise.resolve(loaded(this.draft, this.version)));
  newKey = () => `key ${this.keys.length + 1}`;
  why = (error: unknown) => (error instanceof Error && error.message === 'out-of-date' ? 'out-of-date' : 'offline');
}

let server: OneTool;
let saver: ToolSaver;
beforeEach(() => {
  vi.useFakeTimers();
  server = new OneTool();
  saver = new ToolSaver(loaded(server.draft, 1), server);
});
afterEach(() => vi.useRealTimers());

const out = (id: string) => (before: AuditTool) => withoutQuestion(before, id);
const titled = (title: string) => (before: AuditTool) => ({ ...before, title });

describe('saving', () => {
  it('waits until nothing changes for a moment, and says saved only afterwards', async () => {
    saver.edit(out('a'), 'Took out a');
    saver.edit(out('b'), 'Took out b');
    expect([saver.read().saving.kind, server.saves]).toEqual(['waiting', 0]);
    await vi.advanceTimersByTimeAsync(1600);
    expect(saver.read().saving).toEqual({ kind: 'saved', at: '2026-01-05T09:01:00Z' });
    expect([server.saves, server.draft.questions.length]).toEqual([1, 3]);
  });

  it('saves a tool that is not finished too, so that a reload loses nothing', async () => {
    saver.edit(titled(''), 'Changed the title');
    await vi.advanceTimersByTimeAsync(1600);
    expect([saver.read().saving.kind, server.draft.title]).toEqual(['saved', '']);
  });

  it('saves within fifteen seconds although somebody never stops typing', async () => {
    for (let second = 0; second < 16; second += 1) {
      saver.edit(titled(`T${second}`), 'Changed the title');
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(server.saves).toBe(1);
  });

  it('saves what was changed while another saving was under way', async () => {
    server.takesMs = 500;
    saver.edit(titled('One'), 'Changed the title');
    const first = saver.saveNow();
    await vi.advanceTimersByTimeAsync(100);
    saver.edit(titled('Two'), 'Changed the title');
    await vi.advanceTimersByTimeAsync(500);
    expect(await first).toBe(2);
    expect(saver.read().saving.kind).toBe('waiting');
    await vi.advanceTimersByTimeAsync(2000);
    expect([saver.read().saving.kind, server.draft.title, server.version]).toEqual(['saved', 'Two', 3]);
  });

  it('loses nothing while the server cannot be reached, and sends the same again under the same key', async () => {
    server.isDown = true;
    saver.edit(out('a'), 'Took out a');
    await vi.advanceTimersByTimeAsync(1600);
    expect(saver.read().saving).toEqual({ kind: 'failed', why: 'offline' });
    expect(saver.hasUnsent).toBe(true);
    server.isDown = false;
    expect(await saver.saveNow()).toBe(2);
    expect(server.draft.questions).toHaveLength(4);
    saver.edit(out('b'), 'Took out b');
    await saver.saveNow();
    expect(server.keys[1]).toBe(server.keys[0]);
    expect(server.keys[2]).not.toBe(server.keys[0]);
  });

  it('keeps the questions of each area side by side', async () => {
    saver.edit((before) => ({ ...before, questions: [...before.questions, question('x', 'recording')] }), 'Added x');
    await saver.saveNow();
    expect(server.draft.questions.map(({ id }) => id).join('')).toBe('abxcde');
  });
});

describe('taking back', () => {
  it('goes step by step; typing in one field is one step', () => {
    saver.edit(out('a'), 'Took out a');
    for (const title of ['A', 'Ab', 'Abc']) saver.edit(titled(title), 'Changed the title');
    expect(saver.read().undoable).toBe('Changed the title');
    saver.undo();
    expect([saver.read().tool.title, saver.read().tool.questions.length]).toEqual(['Files of the north', 4]);
    expect(saver.read().undoable).toBe('Took out a');
    saver.undo();
    expect([saver.read().tool.questions.length, saver.read().undoable]).toEqual([5, null]);
    saver.undo();
    expect(saver.read().tool).toBe(server.draft);
  });

  it('is saved as it stood, and says so', async () => {
    saver.edit(out('a'), 'Took out a');
    saver.undo();
    await vi.advanceTimersByTimeAsync(1600);
    expect([saver.read().saving.kind, server.saves]).toEqual(['saved', 0]);
  });

  it('is offered for what changed something alone', () => {
    saver.edit(out('none'), 'Took out nothing');
    expect([saver.read().undoable, saver.hasUnsent]).toEqual([null, false]);
  });
});

describe('somebody else saved first', () => {
  beforeEach(async () => {
    server.draft = withoutQuestion(tool(), 'e');
    server.version = 5;
    saver.edit(out('a'), 'Took out a');
    await vi.advanceTimersByTimeAsync(1600);
  });

  it('stops, keeps both, and saves nothing more by itself', async () => {
    expect(saver.read().saving.kind).toBe('conflict');
    saver.edit(out('b'), 'Took out b');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await saver.saveNow()).toBeNull();
    expect([server.version, saver.read().tool.questions.length]).toEqual([5, 3]);
  });

  it('puts mine in its place only when asked', async () => {
    saver.keepMine();
    await vi.advanceTimersByTimeAsync(10);
    expect([server.version, server.draft.questions.at(-1)?.id, saver.read().saving.kind]).toEqual([6, 'e', 'saved']);
  });

  it('or takes theirs, and what can be taken back begins anew', () => {
    saver.takeTheirs();
    const { tool: now, version, undoable } = saver.read();
    expect([now.questions.map(({ id }) => id).join(''), version, undoable, saver.hasUnsent]).toEqual(['abcd', 5, null, false]);
  });

  it('decides nothing where the other could not be fetched', async () => {
    saver.takeTheirs();
    server.version = 6;
    server.isMute = true;
    saver.edit(out('a'), 'Took out a');
    expect(await saver.saveNow()).toBeNull();
    expect(saver.read().saving).toEqual({ kind: 'failed', why: 'offline' });
    server.isMute = false;
    await saver.saveNow();
    expect(saver.read().saving.kind).toBe('conflict');
  });
});

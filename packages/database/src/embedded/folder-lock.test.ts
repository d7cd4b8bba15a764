import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withFolderLock } from './folder-lock.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plumbline-lock-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lockFile = (): string => path.join(folder, 'starting.lock');

it('lets one in at a time and leaves nothing behind', async () => {
  let inside = 0;
  let most = 0;
  const work = async (): Promise<void> => {
    inside += 1;
    most = Math.max(most, inside);
    await sleep(5);
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 8 }, () => withFolderLock(folder, work)));
  expect([most, existsSync(lockFile())]).toEqual([1, false]);
});

it('does not wait for a process that is gone, nor for one whose number something else has by now', async () => {
  writeFileSync(lockFile(), '999999999 gone');
  expect(await withFolderLock(folder, async () => 'in')).toBe('in');
  writeFileSync(lockFile(), `${process.pid} silent`);
  utimesSync(lockFile(), new Date(Date.now() - 60_000), new Date(Date.now() - 60_000));
  expect(await withFolderLock(folder, async () => 'in')).toBe('in');
});

it('takes away its own lock only', async () => {
  await withFolderLock(folder, async () => writeFileSync(lockFile(), `${process.pid} another`));
  expect(existsSync(lockFile())).toBe(true);
  rmSync(lockFile());
});

import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { NewFile } from './put-files.ts';

/** The list of the files with their SHA-256, as `sha256sum -c` reads it. */
export const CHECKSUMS = 'SHA256SUMS';

export interface WrittenFolder {
  readonly files: number;
  readonly bytes: number;
  /** SHA-256 of the list. */
  readonly checksum: string;
}

/**
 * Writes files with their list of checksums as one new folder `name` within `parent`, which is made where only it is missing. The folder has that name
 * once everything in it lies on the disk, and not before: whoever looks meanwhile, or after a process that was killed or a power cut, sees a whole folder or none.
 * One of the same name is replaced. What earlier processes began and never finished is removed: only one may write for a parent at a time.
 * The process goes on meanwhile, however slow the disk is.
 */
export async function writeFolder(parent: string, name: string, files: Iterable<NewFile>): Promise<WrittenFolder> {
  await makeOne(parent);
  await removeUnfinished(parent);
  const draft = path.join(parent, unfinished(name));
  try {
    const written = await fill(draft, files);
    await putInPlace(draft, path.join(parent, name), path.join(parent, unfinished(name)));
    return written;
  } finally {
    await remove(draft);
  }
}

/** Removes a whole folder so that nobody ever sees a part of it; one that is gone already is left so. */
export async function removeFolder(parent: string, name: string): Promise<void> {
  const aside = path.join(parent, unfinished(name));
  if (await moveIfThere(path.join(parent, name), aside)) await remove(aside);
}

function unfinished(name: string): string {
  return `.${name}.${randomBytes(4).toString('hex')}.part`;
}

async function makeOne(folder: string): Promise<void> {
  await mkdir(folder).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error;
  });
}

async function removeUnfinished(parent: string): Promise<void> {
  for (const name of await readdir(parent)) if (/^\..+\.[0-9a-f]{8}\.part$/.test(name)) await remove(path.join(parent, name));
}

async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

async function fill(draft: string, files: Iterable<NewFile>): Promise<WrittenFolder> {
  await mkdir(draft);
  const lines: string[] = [];
  let bytes = 0;
  for (const { name, text } of files) {
    await writeThrough(path.join(draft, name), text);
    lines.push(`${sha256(text)}  ${name}\n`);
    bytes += Buffer.byteLength(text);
  }
  const list = lines.join('');
  await writeThrough(path.join(draft, CHECKSUMS), list);
  await flush(draft);
  return { files: lines.length, bytes, checksum: sha256(list) };
}

async function putInPlace(draft: string, target: string, aside: string): Promise<void> {
  await moveIfThere(target, aside);
  await rename(draft, target);
  await flush(path.dirname(target));
  await remove(aside);
}

async function moveIfThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

async function writeThrough(file: string, text: string): Promise<void> {
  await using handle = await open(file, 'w');
  await handle.writeFile(text);
  await handle.sync();
}

/** A folder's own entries lie on the disk after this. Windows keeps them by itself and opens no folders. */
async function flush(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using handle = await open(folder, 'r');
  await handle.sync();
}

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? '';
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

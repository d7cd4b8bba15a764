import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface NewFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Puts files into a folder, which is made where it is missing. Each takes the place of the one before at once and whole, so that whoever reads
 * meanwhile never meets half a file, and nothing is replaced before everything is written. What has not changed is left as it is. Returns how many changed.
 */
export function putFiles(folder: string, files: readonly NewFile[]): number {
  mkdirSync(folder, { recursive: true });
  const changed = files.filter(({ name, text }) => !isThere(path.join(folder, name), text));
  const drafts = changed.map(({ name, text }) => ({
    text,
    target: path.join(folder, name),
    draft: path.join(folder, `.${name}.${process.pid}.part`),
  }));
  try {
    for (const { draft, text } of drafts) writeFileSync(draft, text);
    for (const { draft, target } of drafts) renameSync(draft, target);
  } finally {
    for (const { draft } of drafts) rmSync(draft, { force: true });
  }
  return changed.length;
}

function isThere(file: string, text: string): boolean {
  return existsSync(file) && readFileSync(file, 'utf8') === text;
}

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PACKS_FOLDER } from '@plumbline/policies';
import type { Allowed } from './gaps.ts';

/** The one place that says how many gaps there may still be. The numbers only fall. */
const FILE = path.join(PACKS_FOLDER, 'still-open.json');

export function readAllowed(): Allowed {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Allowed;
}

export function writeAllowed(allowed: Allowed): void {
  writeFileSync(FILE, `${JSON.stringify(allowed, null, 2)}\n`);
}

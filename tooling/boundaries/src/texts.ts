import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './problem.ts';

/** Commands of the package managers themselves. */
const BUILT_IN = new Set([
  'install',
  'i',
  'ci',
  'exec',
  'add',
  'remove',
  'update',
  'dlx',
  'why',
  'list',
  'audit',
  'approve-builds',
  'run',
  'view',
]);
const TEXT = /\.(?:ts|tsx|mts|mjs|js|json|jsonc|yaml|yml|md|sql|css|html|sh|csv)$|(?:^|\/)\.ci\/run$/;

/** Paths of one machine: home folders and checkouts, whoever's. The words are put together so that this file passes its own test. */
const MACHINE_PATH = new RegExp(['(?<![\\w./:-])/(?:root|wor', 'k|home/[a-z]\\w*|Users/\\w+)/[\\w.-]+'].join(''));

/** Commands in documents that do not exist, and paths of one machine anywhere. */
export function problemsOfTexts(root: string, files: readonly string[]): Problem[] {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts?: Record<string, string> };
  const scripts = new Set(Object.keys(manifest.scripts ?? {}));
  return files
    .filter((path) => TEXT.test(path) && path !== 'pnpm-lock.yaml')
    .flatMap((path) => {
      const lines = readFileSync(join(root, path), 'utf8').split('\n');
      return lines.flatMap((text, n) => [
        ...(path.endsWith('.md') ? unknownCommands(text, scripts) : []).map((message) => ({ path, line: n + 1, message })),
        ...(MACHINE_PATH.test(text) ? [{ path, line: n + 1, message: 'A path of one machine.' }] : []),
      ]);
    });
}

/** Commands in a line of a document (`npm run x`, `pnpm x`) that the root package.json does not have. */
export function unknownCommands(line: string, scripts: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (const match of line.matchAll(
    /(?:^|[`$\s(])(npm|pnpm)((?:\s+(?:--?[\w-]+(?:[= ][\w@/.-]+)?))*)\s+([a-z][\w:-]*)(?:\s+([a-z][\w:-]*))?/g,
  )) {
    const [, manager = '', options = '', word = '', next] = match;
    if (options.includes('--filter') || !isCode(line, match.index)) continue;
    const script = word === 'run' ? next : word;
    const isNpmWord = manager === 'npm' && word !== 'run' && !['start', 'test'].includes(word);
    if (script === undefined || (word !== 'run' && BUILT_IN.has(word))) continue;
    if (isNpmWord) found.push(`"npm ${word}" is no command; "npm run ${word}" may be meant.`);
    else if (!scripts.has(script))
      found.push(`"${manager} ${word === 'run' ? `run ${script}` : word}" does not exist in package.json.`);
  }
  return found;
}

/** Prose may say "npm and pnpm"; commands stand in back-ticks, after a prompt or at the start of a line. */
function isCode(line: string, index: number): boolean {
  const before = line.slice(0, index + 1);
  return index === 0 || before.split('`').length % 2 === 0 || /^\s*\$?\s*$/.test(before);
}

import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { contentHash } from '@plumbline/domain/policy';
import { EXAMPLES_FOLDER, loadPack } from '@plumbline/policies';
import { readPackText } from '@plumbline/policies/text';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMMANDS } from '../commands.ts';
import { runCommand } from './_run-command.ts';

const EXAMPLE = path.join(EXAMPLES_FOLDER, 'larkwater');
const GUIDE = path.join(EXAMPLES_FOLDER, '../../../docs/policy-authors/writing-a-policy.md');

/** What the guide tells its reader to do, one after the other. */
const STEPS =
  /^Write `(?<write>[^`]+)`:\n\n```yaml\n(?<text>[\s\S]*?)^```$|^Delete (?<remove>[^\n]+)\.$|^Change `(?<from>[^`]+)` to `(?<to>[^`]+)` in `(?<change>[^`]+)`\.$|^Copy \[`(?<copy>[^`]+)`\]\([^)]*\) into `larkwater`\.$|^```console\n\$ npm run plumbline -- (?<command>[^\n]+)\n(?<output>[\s\S]*?)\n```$/gm;

let folder = '';
const differences: { command: string; said: string; written: string }[] = [];
let commands = 0;

/** Does everything that the guide says, in a folder of its own, and keeps each answer beside the one that is printed. */
beforeAll(async () => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'writing-')), 'policies');
  mkdirSync(folder);
  for (const { groups } of readFileSync(GUIDE, 'utf8').matchAll(STEPS)) await take(groups ?? {});
}, 120_000);

afterAll(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

async function take(step: Partial<Record<string, string>>): Promise<void> {
  if (step['write'] !== undefined) put(step['write'], step['text'] ?? '');
  if (step['copy'] !== undefined) {
    mkdirSync(path.dirname(path.join(folder, 'larkwater', step['copy'])), { recursive: true });
    copyFileSync(path.join(EXAMPLE, step['copy']), path.join(folder, 'larkwater', step['copy']));
  }
  for (const [, file = ''] of (step['remove'] ?? '').matchAll(/`([^`]+)`/g)) rmSync(path.join(folder, file));
  if (step['change'] !== undefined) {
    const text = readFileSync(path.join(folder, step['change']), 'utf8');
    expect(text).toContain(step['from']);
    put(step['change'], text.replace(step['from'] ?? '', step['to'] ?? ''));
  }
  if (step['command'] !== undefined) await run(step['command'], step['output'] ?? '');
}

function put(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

async function run(command: string, written: string): Promise<void> {
  const words = command.split(' ').map((word) => word.replace('../policies', folder));
  const found = COMMANDS.find(({ name }) => name.every((word, i) => words[i] === word));
  if (found === undefined) throw new Error(`The guide names a command that there is not: ${command}`);
  const { said } = await runCommand(await found.load(), folder, words.slice(found.name.length));
  commands += 1;
  differences.push({ command, said: said.replaceAll(folder, '../policies').trimEnd(), written });
}

function filesBelow(place: string): string[] {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'policy.md')
    .map((entry) => path.relative(place, path.join(entry.parentPath, entry.name)))
    .toSorted();
}

test('every command of the guide for a new policy says what the guide says that it says', () => {
  expect(commands).toBe(7);
  for (const { command, said, written } of differences) expect(said, command).toBe(written);
});

test('whoever follows the guide has the worked example at the end, file by file', () => {
  const place = path.join(folder, 'larkwater');
  expect(filesBelow(place)).toEqual(filesBelow(EXAMPLE));
  for (const file of filesBelow(EXAMPLE))
    expect(readFileSync(path.join(place, file), 'utf8'), file).toBe(readFileSync(path.join(EXAMPLE, file), 'utf8'));
});

test('the one file for the pages holds the same policy', () => {
  const read = readPackText(readFileSync(path.join(folder, 'larkwater.yaml'), 'utf8'));
  expect(read.problems).toEqual([]);
  expect(read.pack === null ? null : contentHash(read.pack)).toBe(contentHash(loadPack('larkwater', EXAMPLES_FOLDER)));
});

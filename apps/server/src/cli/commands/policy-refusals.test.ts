import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EXAMPLES_FOLDER } from '@plumbline/policies';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCommand, type Ran } from './_run-command.ts';
import { checkPolicies } from './policy-check.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'refused-'));
  cpSync(path.join(EXAMPLES_FOLDER, 'larkwater'), path.join(folder, 'larkwater'), { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string | Uint8Array): void {
  writeFileSync(path.join(folder, 'larkwater', file), text);
}

/** Changes one text of a file and gives the line, from 1, on which the new one begins. */
function change(file: string, from: string, to: string): number {
  const text = readFileSync(path.join(folder, 'larkwater', file), 'utf8');
  expect(text).toContain(from);
  write(
    file,
    text.replace(from, () => to),
  );
  return text.slice(0, text.indexOf(from)).split('\n').length;
}

async function checked(): Promise<Ran> {
  return await runCommand(checkPolicies, folder, [path.join(folder, 'larkwater'), '--no-notes']);
}

test('days that are in no calendar are told by file, line and field', async () => {
  const from = change('pack.yaml', "validFrom: '2026-04-01'", "validFrom: '2026-02-31'");
  const approved = change('interpretations.yaml', "approvedOn: '2026-03-24'", "approvedOn: '2026-13-24'");
  const { code, said } = await checked();
  expect(code).toBe(1);
  expect(said).toContain(`- larkwater/pack.yaml:${from}, validFrom\n  "2026-02-31" is not a day of the calendar`);
  expect(said).toContain(
    `- larkwater/interpretations.yaml:${approved}, interpretations.0.approvedOn\n  "2026-13-24" is not a day`,
  );
});

test('a policy that ends before it begins, and a circle of relaxations', async () => {
  const until = change('pack.yaml', 'validTo: null', "validTo: '2026-01-01'");
  change('rules/frequency.yaml', 'every: { weeks: 8 }', 'every: { weeks: 8 }\n    relaxes: [LARK-2.5]');
  const { code, said } = await checked();
  expect(code).toBe(1);
  expect(said).toContain(
    `- larkwater/pack.yaml:${until}, validTo\n  The policy ends on 2026-01-01, before it begins on 2026-04-01.`,
  );
  expect(said).toMatch(
    /rules\/frequency\.yaml:\d+, rules\.2\.relaxes, rule LARK-2\.3\n.*LARK-2\.3 relaxes LARK-2\.5 relaxes LARK-2\.3/,
  );
});

test.each([
  [
    'too many rules',
    `rules:\n${'  - { id: R-1 }\n'.repeat(5001)}`,
    'larkwater/rules/more.yaml:1, rules: The file has 5001 rules; 5000 is the most.',
  ],
  ['too large a file', `# ${'x'.repeat(3 * 1024 * 1024)}`, 'larkwater/rules/more.yaml: The file has 3 MB; 2 MB is the most.'],
  ['an alias of itself', 'rules: &a\n  - *a\n', 'larkwater/rules/more.yaml'],
  [
    'rules that are none',
    'rules:\n  - hello\n',
    'larkwater/rules/more.yaml:2, rules.0.kind: This is missing; one of these belongs here: cadence, ',
  ],
])('%s is refused by file and place', async (_what, text, words) => {
  write('rules/more.yaml', text);
  const { code, said } = await checked();
  expect(code).toBe(1);
  expect(said).toContain('The policy "larkwater" cannot be used:');
  expect(said).toContain(words);
});

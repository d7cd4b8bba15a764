import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PACKS_FOLDER } from '@plumbline/policies';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCommand } from './_run-command.ts';
import { checkPolicies } from './policy-check.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'broken-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A copy of one of our policies with one thing broken, each text replaced once. */
function broken(id: string, file: string, changes: readonly (readonly [from: string, to: string])[]): string {
  const place = path.join(folder, id);
  cpSync(path.join(PACKS_FOLDER, id), place, { recursive: true });
  let text = readFileSync(path.join(place, file), 'utf8');
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, () => to);
  }
  writeFileSync(path.join(place, file), text);
  return place;
}

async function checked(place: string): Promise<{ code: number; said: string }> {
  return runCommand(checkPolicies, folder, [place, '--no-notes']);
}

test('our own policies have nothing to mend', async () => {
  const place = path.join(folder, 'wirral');
  cpSync(path.join(PACKS_FOLDER, 'wirral'), place, { recursive: true });
  expect((await checked(place)).code).toBe(0);
});

test('a hole: a foster placement of exactly twelve months, once "under twelve" and "over twelve" are both taken at their word', async () => {
  // T10 held after month three without an end; here it ends on day 364, and T11 begins the day after twelve months.
  const { code, said } = await checked(
    broken('wirral', 'rules/frequency-case.yaml', [
      [
        'phase: { of: placement:foster, after: { months: 3 } }',
        'phase: { of: placement:foster, after: { months: 3 }, upTo: { days: 364 } }',
      ],
    ]),
  );
  expect(code).toBe(1);
  expect(said).toMatch(/No rule covers day[s]? 365/);
  expect(said).toContain('rule WIR-11.T10');
  expect(said).toContain('wirral/rules/frequency-case.yaml:');
});

test('two numbers for the same children, and no word on which of them counts', async () => {
  const { code, said } = await checked(
    broken('wirral', 'rules/frequency-case.yaml', [['when: status:pre-proceedings', 'when: status:child-protection']]),
  );
  expect(code).toBe(1);
  expect(said).toMatch(/rule WIR-11\.T2\n\s+WIR-11\.T2 \(2 months\) and WIR-11\.T4 \(1 month\) hold for exactly the same people/);
});

test('a number without a clause, and a convention without a source', async () => {
  const clause = await checked(
    broken('kent', 'rules/frequency.yaml', [
      ['  - id: KEN-2.18\n    kind: cadence\n', "  - id: KEN-2.18\n    kind: cadence\n    clause: '-'\n"],
    ]),
  );
  expect(clause).toMatchObject({ code: 1, said: expect.stringContaining('rule KEN-2.18') as string });
  const source = await checked(
    broken('bcp', 'pack.yaml', [
      ['absence: { value: excused-while-away, cites: CV-17 }', 'absence: { value: excused-while-away, cites: tbc }'],
    ]),
  );
  expect(source).toMatchObject({ code: 1, said: expect.stringContaining('conventions.absence.cites') as string });
});

test('a phase that nobody can reach', async () => {
  const { code, said } = await checked(
    broken('wirral', 'rules/frequency-staff.yaml', [
      ['after: { days: 42 }, upTo: { months: 6 }', 'after: { months: 6 }, upTo: { months: 6 }'],
    ]),
  );
  expect(code).toBe(1);
  expect(said).toContain('rule WIR-6.2c');
  expect(said).toContain('The phase has no day in it');
});

test('a rule without examples', async () => {
  const { code, said } = await checked(
    broken('kent', 'scenarios/supervision.yaml', [
      [
        'shows: boundary, expect: { finding: due, dueOn: 2026-04-27, rule: KEN-2.18 }',
        'expect: { finding: due, dueOn: 2026-04-27, rule: KEN-2.18 }',
      ],
    ]),
  );
  expect(code).toBe(1);
  expect(said).toMatch(/rule KEN-2\.18\n\s+No scenario shows the rule on the boundary\./);
});

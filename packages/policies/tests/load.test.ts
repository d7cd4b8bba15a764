import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadPack, listPackIds, PACKS_FOLDER } from '../src/load.ts';
import { loadScenarios } from '../src/load-scenarios.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'packs-'));
  cpSync(join(PACKS_FOLDER, 'kent'), join(folder, 'kent'), { recursive: true });
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function change(file: string, from: string, to: string): void {
  const path = join(folder, 'kent', file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

test('a pack reads the same from anywhere', () => {
  expect(listPackIds(folder)).toEqual(['kent']);
  expect(loadPack('kent', folder)).toEqual(loadPack('kent'));
});

test('a wrong value is named with its file, place and rule', () => {
  change('rules/frequency.yaml', 'every: { days: 28 }', 'every: { days: many }');
  expect(() => loadPack('kent', folder)).toThrow(/kent\/rules\/frequency\.yaml, rules\.0\.every.*rule KEN-2\.18/);
});

test('every problem is listed, not the first alone', () => {
  change('rules/frequency.yaml', 'strength: must', 'strength: perhaps');
  change('rules/sessions.yaml', 'metBy: allocation.discussedAt', 'metBy: allocation.whenever');
  expect(() => loadPack('kent', folder)).toThrow(/frequency\.yaml[\s\S]*sessions\.yaml/);
});

test('a reading that is not recorded is refused', () => {
  change('rules/frequency.yaml', 'KEN-AMB-02', 'KEN-AMB-99');
  expect(() => loadPack('kent', folder)).toThrow('There is no interpretation "KEN-AMB-99".');
});

test('broken YAML and a missing file are named', () => {
  change('rules/frequency.yaml', 'rules:', 'rules: [');
  rmSync(join(folder, 'kent', 'silences.yaml'));
  expect(() => loadPack('kent', folder)).toThrow(/rules\/frequency\.yaml[\s\S]*silences\.yaml: The file is missing/);
});

test.each([
  ['aliases that multiply', bomb(), 'Aliases repeat one another so often'],
  ['an alias of nothing', '- topic: *nothing\n', 'The alias “*nothing” refers to nothing'],
  ['an alias of itself', '- &itself\n  topic: *itself\n', 'An alias here refers to what contains it'],
  ['brackets without end', '['.repeat(5000), 'Brackets are nested more than 40 deep'],
])('a file that cannot be written out is named, with why: %s', (_name, text, message) => {
  writeFileSync(join(folder, 'kent', 'silences.yaml'), text);
  expect(() => loadPack('kent', folder)).toThrow(new RegExp(`kent/silences\\.yaml(, [^:]*)?: ${message.replaceAll('*', '\\*')}`));
});

function bomb(): string {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  return names
    .map(
      (name, i) =>
        `${name}: &${name} [${Array(9)
          .fill(i === 0 ? 'x' : `*${names[i - 1]}`)
          .join(', ')}]\n`,
    )
    .join('');
}

test('a slip in a scenario is named with its file', () => {
  change('scenarios/supervision.yaml', 'finding: met,', 'finding: fine,');
  expect(() => loadScenarios('kent', folder)).toThrow(
    /kent\/scenarios\/supervision\.yaml, scenarios\.0\.ask\.0\.expect\.finding/,
  );
});

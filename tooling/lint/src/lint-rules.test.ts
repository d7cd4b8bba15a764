import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'plumbline-lint-'));
copyFileSync(join(ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The names of the rules that complain about a file with this text at this place. */
function complaintsAbout(path: string, text: string): string[] {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  try {
    execFileSync(join(ROOT, 'node_modules/.bin/oxlint'), ['-f', 'json', file], { cwd: folder, stdio: 'pipe' });
    return [];
  } catch (error) {
    const report = JSON.parse(String((error as { stdout: Buffer }).stdout)) as { diagnostics: { code: string }[] };
    return report.diagnostics.map((found) => found.code).toSorted();
  }
}

test.each([
  'Date.now()',
  'new Date()',
  'Temporal.Now.plainDateISO()',
  'new Intl.NumberFormat()',
  'globalThis.setTimeout',
  'performance.now()',
  'crypto.randomUUID()',
])('the domain may not use %s', (expression) => {
  expect(complaintsAbout('packages/domain/src/sample.ts', `export const value = ${expression};\n`)).toEqual([
    'eslint(no-restricted-globals)',
  ]);
});

test('the domain and the analytics may not draw random numbers', () => {
  for (const name of ['domain', 'analytics']) {
    expect(complaintsAbout(`packages/${name}/src/sample.ts`, 'export const value = Math.random();\n')).toEqual([
      'eslint(no-restricted-properties)',
    ]);
  }
});

test('the analytics may format for people but not read the clock', () => {
  expect(complaintsAbout('packages/analytics/src/sample.ts', 'export const value = new Intl.NumberFormat();\n')).toEqual([]);
  expect(complaintsAbout('packages/analytics/src/sample.ts', 'export const value = new Date();\n')).toEqual([
    'eslint(no-restricted-globals)',
  ]);
});

test('the tests of the domain may ask Temporal', () => {
  expect(complaintsAbout('packages/domain/src/sample.test.ts', 'export const value = Temporal.Now.plainDateISO();\n')).toEqual(
    [],
  );
});

test('the environment is read in env.ts alone', () => {
  const text = "export const value = process.env['HOME'];\n";
  expect(complaintsAbout('apps/server/src/env.ts', text)).toEqual([]);
  expect(complaintsAbout('apps/server/src/http.ts', text)).toEqual(['node(no-process-env)']);
});

test('only the command line writes to the console', () => {
  const text = "console.log('hello');\nexport {};\n";
  expect(complaintsAbout('apps/server/src/cli/main.ts', text)).toEqual([]);
  expect(complaintsAbout('apps/server/src/http.ts', text)).toEqual(['eslint(no-console)']);
});

test('default exports are for configuration files', () => {
  expect(complaintsAbout('apps/web/vite.config.ts', 'export default {};\n')).toEqual([]);
  expect(complaintsAbout('apps/web/src/page.ts', 'export default {};\n')).toEqual(['import(no-default-export)']);
});

test('long files and deep nesting are refused', () => {
  expect(complaintsAbout('packages/api/src/long.ts', `${'// a line\n'.repeat(401)}export {};\n`)).toEqual(['eslint(max-lines)']);
  const deep =
    'export function f(a: boolean): void {\n  if (a) {\n    if (a) {\n      if (a) {\n        if (a) f(a);\n      }\n    }\n  }\n}\n';
  expect(complaintsAbout('packages/api/src/deep.ts', deep)).toEqual(['eslint(max-depth)']);
});

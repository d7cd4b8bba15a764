import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkTree } from './check.ts';
import { unknownCommands } from './texts.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A sound little workspace: two packages, one import between them. */
const SOUND: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ scripts: { test: 'x', lint: 'x' } }),
  'packages/domain/package.json': JSON.stringify({
    name: '@plumbline/domain',
    exports: { './calendar': './src/calendar/index.ts' },
    dependencies: { zod: '4' },
  }),
  'packages/domain/src/calendar/index.ts': "export * from './day.ts';\n",
  'packages/domain/src/calendar/day.ts': "import { z } from 'zod';\nexport const Day = z.number();\n",
  'packages/analytics/package.json': JSON.stringify({
    name: '@plumbline/analytics',
    exports: { '.': './src/index.ts' },
    dependencies: { '@plumbline/domain': 'workspace:*' },
  }),
  'packages/analytics/src/index.ts': "import { Day } from '@plumbline/domain/calendar';\nexport const late = Day;\n",
  'apps/web/package.json': JSON.stringify({ name: '@plumbline/web', dependencies: { '@plumbline/api': 'workspace:*' } }),
  'apps/web/src/main.ts': "import type { AppRouter } from '@plumbline/api/router-types';\nexport type Router = AppRouter;\n",
  'packages/api/package.json': JSON.stringify({
    name: '@plumbline/api',
    exports: { './router-types': './src/router-types.ts' },
    dependencies: {},
  }),
  'packages/api/src/router-types.ts': 'export type AppRouter = { a: 1 };\n',
};

/** What is wrong with the sound workspace once these files are added or replaced. */
function problemsWith(changes: Readonly<Record<string, string>>, fewest = { modules: 3, imports: 3 }): string[] {
  const root = mkdtempSync(join(tmpdir(), 'plumbline-boundaries-'));
  folders.push(root);
  for (const [path, text] of Object.entries({ ...SOUND, ...changes })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return checkTree(root, fewest).problems.map((problem) => `${problem.path}:${problem.line}: ${problem.message}`);
}

test('a sound tree has no problems', () => {
  expect(problemsWith({})).toEqual([]);
});

test.each([
  [
    'a package that may not be imported',
    'packages/domain/src/a.ts',
    "import '@plumbline/analytics';",
    'domain may not import analytics.',
  ],
  [
    'a deep import',
    'packages/analytics/src/a.ts',
    "import '@plumbline/domain/calendar/day';",
    'is not among the exports of domain.',
  ],
  [
    'a package without an entry of its own',
    'packages/analytics/src/a.ts',
    "import '@plumbline/domain';",
    'is not among the exports of domain.',
  ],
  [
    'a path out of the package',
    'packages/analytics/src/a.ts',
    "import '../../domain/src/calendar/day.ts';",
    'leaves the package',
  ],
  ['a re-export', 'packages/domain/src/a.ts', "export { late } from '@plumbline/analytics';", 'domain may not import analytics.'],
  [
    'a dynamic import',
    'packages/domain/src/a.ts',
    "export const load = () => import('@plumbline/analytics');",
    'domain may not import analytics.',
  ],
  ['a package nobody has', 'packages/analytics/src/a.ts', "import '@plumbline/nothing';", 'There is no package'],
  ['itself by name', 'packages/domain/src/a.ts', "import '@plumbline/domain/calendar';", 'is this package itself'],
  [
    'values of the api in the web',
    'apps/web/src/a.ts',
    "import { x } from '@plumbline/api/router-types';",
    'may take types only from api',
  ],
  [
    'a dependency that is not declared',
    'packages/api/src/a.ts',
    "import '@plumbline/domain/calendar';",
    'is not in the package.json of api.',
  ],
  ['a foreign package that is not declared', 'packages/api/src/a.ts', "import 'zod';", 'is not in the package.json of api.'],
  ['Node in a pure package', 'packages/domain/src/a.ts', "import 'node:fs';", 'domain is pure'],
  ['a foreign package in a pure package', 'packages/analytics/src/a.ts', "import 'react';", 'analytics is pure'],
  ['Node without its prefix', 'packages/api/src/a.ts', "import 'fs';", 'Write "node:fs"'],
  ['YAML outside its one file', 'packages/api/src/a.ts', "import 'yaml';", 'may be imported only in'],
  ['an absolute path', 'packages/api/src/a.ts', "import '/srv/x.ts';", 'is a path of one machine.'],
])('refuses %s', (_name, path, text, message) => {
  expect(problemsWith({ [path]: `${text}\nexport {};\n` })).toContainEqual(expect.stringContaining(message));
});

test('tests may use the packs, the demonstration councils and the test packages', () => {
  const problems = problemsWith({
    'packages/policies/package.json': JSON.stringify({
      name: '@plumbline/policies',
      exports: { '.': './src/load.ts' },
      dependencies: { yaml: '2' },
    }),
    'packages/policies/src/load.ts': "import 'yaml';\n",
    'packages/api/package.json': JSON.stringify({
      name: '@plumbline/api',
      exports: { './router-types': './src/router-types.ts' },
      devDependencies: { '@plumbline/policies': '*' },
    }),
    'packages/api/src/a.test.ts': "import '@plumbline/policies';\nimport 'vitest';\nimport 'node:fs';\n",
  });
  expect(problems).toEqual([]);
});

test('circles of modules are told once, circles of types are allowed', () => {
  expect(
    problemsWith({
      'packages/domain/src/a.ts': "import './b.ts';\n",
      'packages/domain/src/b.ts': "import './c.ts';\n",
      'packages/domain/src/c.ts': "import './a.ts';\n",
    }),
  ).toEqual([expect.stringContaining('Imports run in a circle')]);
  expect(
    problemsWith({
      'packages/domain/src/a.ts': "import type { B } from './b.ts';\nexport type A = B;\n",
      'packages/domain/src/b.ts': "import type { A } from './a.ts';\nexport type B = A | 1;\n",
    }),
  ).toEqual([]);
});

test('a feature is entered by its index', () => {
  const files = {
    'apps/web/src/features/team/index.ts': 'export const a = 1;\n',
    'apps/web/src/features/team/model/lanes.ts': 'export const b = 1;\n',
  };
  expect(problemsWith({ ...files, 'apps/web/src/features/home/page.ts': "import '../team/index.ts';\n" })).toEqual([]);
  expect(problemsWith({ ...files, 'apps/web/src/features/home/page.ts': "import '../team/model/lanes.ts';\n" })).toEqual([
    expect.stringContaining('reaches into the feature "team"'),
  ]);
});

test.each([
  'packages/domain/src/utils/day.ts',
  'packages/domain/src/types.ts',
  'packages/domain/src/common.test.ts',
  'packages/domain/src/helpers/a.ts',
])('refuses the name %s', (path) => {
  expect(problemsWith({ [path]: 'export {};\n' })).toEqual([expect.stringContaining('says nothing')]);
});

test('refuses file names with capitals', () => {
  expect(problemsWith({ 'packages/domain/src/DayOf.ts': 'export {};\n' })).toEqual([expect.stringContaining('lower case')]);
});

test('notices that it sees too little', () => {
  expect(problemsWith({}, { modules: 100, imports: 3 })).toEqual([expect.stringContaining('modules were looked at')]);
  expect(problemsWith({}, { modules: 3, imports: 100 })).toEqual([expect.stringContaining('imports were found')]);
  expect(problemsWith({ 'packages/demo/package.json': JSON.stringify({ name: '@plumbline/demo' }) })).toEqual([
    expect.stringContaining('No module of this package'),
  ]);
  expect(problemsWith({ 'packages/stray/src/a.ts': 'export {};\n' })).toEqual([expect.stringContaining('Belongs to no package')]);
});

test('an export that points at nothing', () => {
  const manifest = JSON.stringify({
    name: '@plumbline/domain',
    exports: { './calendar': './src/calendar/index.ts', './rules': './src/rules.ts' },
    dependencies: { zod: '4' },
  });
  expect(problemsWith({ 'packages/domain/package.json': manifest })).toEqual([
    expect.stringContaining('"./rules" points at nothing'),
  ]);
});

test('what is declared and never used is told, by import or by name', () => {
  const manifest = JSON.stringify({
    name: '@plumbline/api',
    exports: { './router-types': './src/router-types.ts' },
    dependencies: { 'left-over': '1', 'looked-up': '1' },
    devDependencies: { '@types/node': '26' },
  });
  const path = 'packages/api/src/a.ts';
  expect(
    problemsWith({ 'packages/api/package.json': manifest, [path]: "export const at = require.resolve('looked-up');\n" }),
  ).toEqual([expect.stringContaining('Nothing of api uses "left-over".')]);
});

test('paths of one machine are found wherever they stand', () => {
  const path = ['', 'home', 'alex', 'plumbline'].join('/');
  expect(problemsWith({ 'docs/operations.md': `Go to ${path} first.\n` })).toEqual([
    expect.stringContaining('A path of one machine.'),
  ]);
  expect(problemsWith({ 'docs/operations.md': 'See https://example.org/home/alex and packages/home/a.\n' })).toEqual([]);
});

const SCRIPTS = new Set(['test', 'start', 'lint', 'policy:check']);

test.each([
  ['Type `npm start`.', []],
  ['npm run lint', []],
  ['    pnpm lint', []],
  ['`npx --yes pnpm@12.21.0 install`', []],
  ['`pnpm install` fetches what is missing', []],
  ['both npm and pnpm work', []],
  ['pnpm exec turbo run types', []],
  ['`npm run biuld`', ['"npm run biuld" does not exist in package.json.']],
  ['`pnpm policy:chekc`', ['"pnpm policy:chekc" does not exist in package.json.']],
  ['`npm lint`', ['"npm lint" is no command; "npm run lint" may be meant.']],
  ['$ npm run nothing', ['"npm run nothing" does not exist in package.json.']],
])('commands in "%s"', (line, expected) => {
  expect(unknownCommands(line, SCRIPTS)).toEqual(expected);
});

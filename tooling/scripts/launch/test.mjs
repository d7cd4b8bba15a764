import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { findBrowser, HOW_TO_GET_ONE, listJourneys } from './browser.mjs';
import { ensureWebBuilt } from './build-web.mjs';
import { ensureInstalled } from './install.mjs';
import { pinnedNode, ROOT, run } from './run.mjs';
import { MAIN } from './start.mjs';
import { describeFailures, runProject, runWithSecondTry } from './vitest.mjs';

const ATTACK = path.join(ROOT, 'tooling', 'testing', 'src', 'survey-attack', 'main.ts');
const AGREE = path.join(ROOT, 'tooling', 'testing', 'src', 'slow-evaluator', 'main.ts');

/** Runs every check and ends with one line that says how many passed and failed. */
export async function runTests(args) {
  await ensureInstalled();
  const totals = { passed: 0, failures: [], notes: [] };
  for (const step of steps(args)) {
    console.log(`\n── ${step.title}`);
    const began = Date.now();
    const result = await step.run(totals);
    totals.passed += result.passed;
    totals.failures.push(...result.failures);
    console.log(`   ${result.failures.length === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  }
  for (const note of totals.notes) console.log(`\n${note}`);
  if (totals.failures.length > 0) console.log(`\nWhat failed:\n${describeFailures(totals.failures)}`);
  console.log(`\n${totals.passed} passed, ${totals.failures.length} failed`);
  return totals.failures.length === 0 ? 0 : 1;
}

function steps(args) {
  const all = [
    { name: 'types', title: 'Types', run: checkTypes },
    { name: 'lint', title: 'Lint', run: () => check('oxlint', ['--deny-warnings', '.']) },
    { name: 'format', title: 'Format', run: () => check('oxfmt', ['--check']) },
    { name: 'boundaries', title: 'Import rules', run: () => check(pinnedNode(), ['tooling/boundaries/src/check.ts']) },
    { name: 'unit', title: 'Unit and integration tests (UTC)', run: () => runProject('unit', 'UTC') },
    {
      name: 'london',
      title: 'The pure packages again (Europe/London)',
      run: () => runProject('unit', 'Europe/London', ['packages/domain', 'packages/analytics']),
    },
    { name: 'policy', title: 'Policy scenarios', run: checkPolicies },
    { name: 'agree', title: 'The engine and the plain second evaluator', run: () => check(pinnedNode(), [AGREE, '200000']) },
    { name: 'attack', title: 'Attack on published survey results', run: () => check(pinnedNode(), [ATTACK, '250']) },
    { name: 'journeys', title: 'Browser journeys', run: runJourneys },
  ];
  const chosen = args.filter((arg) => !arg.startsWith('-'));
  return chosen.length === 0 ? all : all.filter((step) => chosen.includes(step.name));
}

async function check(program, args) {
  const { code } = await run(program, args);
  return code === 0 ? oneMore() : oneLess([path.basename(program), ...args].join(' '));
}

const oneMore = () => ({ passed: 1, failures: [] });
const oneLess = (file) => ({ passed: 0, failures: [{ file, name: 'failed', message: 'See above.' }] });

/** Every package's own check. The api goes first of those that others read declarations from. */
async function checkTypes() {
  const result = { passed: 0, failures: [] };
  for (const folder of packagesInOrder()) {
    const { scripts = {} } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    if (scripts.types === undefined) continue;
    const { code } = await run(scripts.types, [], { cwd: folder, shell: true });
    const one = code === 0 ? oneMore() : oneLess(`types of ${path.relative(ROOT, folder)}`);
    result.passed += one.passed;
    result.failures.push(...one.failures);
  }
  return result;
}

function packagesInOrder() {
  return ['packages', 'apps', 'tooling'].flatMap((group) =>
    readdirSync(path.join(ROOT, group))
      .sort()
      .map((name) => path.join(ROOT, group, name))
      .filter((folder) => existsSync(path.join(folder, 'package.json'))),
  );
}

async function checkPolicies() {
  const { code, text } = await run(pinnedNode(), [MAIN, 'policy', 'test'], { output: 'keep' });
  const [, passed, failed] = /(\d+) passed, (\d+) failed/.exec(text) ?? [];
  const failures = code === 0 && failed === '0' ? [] : oneLess(`policy test: ${failed ?? 'no'} examples`).failures;
  return { passed: Number(passed ?? 0), failures };
}

async function runJourneys(totals) {
  const journeys = listJourneys();
  const browser = findBrowser();
  if (browser === null) {
    totals.notes.push(`${HOW_TO_GET_ONE}\nThese journeys did not run: ${journeys.join(', ')}.`);
    return { passed: 0, failures: [] };
  }
  if (journeys.length === 0) return { passed: 0, failures: [] };
  await ensureWebBuilt();
  const result = await runWithSecondTry('journeys', 'UTC', { CHROMIUM_PATH: browser });
  if (result.late.length > 0) totals.notes.push(`Passed only at the second try:\n${describeFailures(result.late)}`);
  return result;
}

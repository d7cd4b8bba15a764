import { mkdirSync, existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findBrowser, HOW_TO_GET_ONE, listJourneys } from './browser.mjs';
import { ensureWebBuilt } from './build-web.mjs';
import { ensureInstalled } from './install.mjs';
import { pinnedNode, ROOT, run } from './run.mjs';
import { MAIN } from './start.mjs';

const ATTACK = path.join(ROOT, 'tooling', 'testing', 'src', 'survey-attack', 'main.ts');
const AGREE = path.join(ROOT, 'tooling', 'testing', 'src', 'slow-evaluator', 'main.ts');
const REPORTS = path.join(ROOT, '.plumbline', 'reports');

/** Runs every check and ends with one line that says how many passed and failed. */
export async function runTests(args) {
  await ensureInstalled();
  mkdirSync(REPORTS, { recursive: true });
  const totals = { passed: 0, failed: 0, notes: [] };
  for (const step of steps(args)) {
    console.log(`\n── ${step.title}`);
    const began = Date.now();
    const result = await step.run(totals);
    totals.passed += result.passed;
    totals.failed += result.failed;
    console.log(`   ${result.failed === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  }
  for (const note of totals.notes) console.log(`\n${note}`);
  console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
  return totals.failed === 0 ? 0 : 1;
}

function steps(args) {
  const all = [
    { name: 'types', title: 'Types', run: checkTypes },
    { name: 'lint', title: 'Lint', run: () => check('oxlint', ['--deny-warnings', '.']) },
    { name: 'format', title: 'Format', run: () => check('oxfmt', ['--check']) },
    { name: 'boundaries', title: 'Import rules', run: () => check(pinnedNode(), ['tooling/boundaries/src/check.ts']) },
    { name: 'unit', title: 'Unit and integration tests (UTC)', run: () => vitest('unit', 'UTC', []) },
    {
      name: 'london',
      title: 'The pure packages again (Europe/London)',
      run: () => vitest('unit', 'Europe/London', ['packages/domain', 'packages/analytics']),
    },
    { name: 'policy', title: 'Policy scenarios', run: checkPolicies },
    { name: 'agree', title: 'The engine and the plain second evaluator', run: () => check(pinnedNode(), [AGREE, '200000']) },
    { name: 'attack', title: 'Attack on published survey results', run: () => check(pinnedNode(), [ATTACK, '250']) },
    { name: 'journeys', title: 'Browser journeys', run: runJourneys },
  ];
  const chosen = args.filter((arg) => !arg.startsWith('-'));
  return chosen.length === 0 ? all : all.filter((step) => chosen.includes(step.name));
}

async function check(program, args, options = {}) {
  const { code } = await run(program, args, options);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Every package's own check. The api goes first of those that others read declarations from. */
async function checkTypes() {
  const result = { passed: 0, failed: 0 };
  for (const folder of packagesInOrder()) {
    const { scripts = {} } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    if (scripts.types === undefined) continue;
    const { code } = await run(scripts.types, [], { cwd: folder, shell: true });
    if (code !== 0) console.log(`   in ${path.relative(ROOT, folder)}`);
    result[code === 0 ? 'passed' : 'failed'] += 1;
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

async function vitest(project, timeZone, paths, env = {}) {
  const report = path.join(REPORTS, `${project}-${timeZone.replace('/', '-')}.json`);
  rmSync(report, { force: true });
  const main = path.join(ROOT, 'tooling', 'testing', 'node_modules', 'vitest', 'vitest.mjs');
  const args = [
    main,
    'run',
    '--root',
    ROOT,
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...paths,
  ];
  const { code } = await run(pinnedNode(), args, { cwd: path.join(ROOT, 'tooling', 'testing'), env: { TZ: timeZone, ...env } });
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((one) => one.status !== 'failed'),
  ).length;
  const failed = numFailedTests + brokenFiles + numPendingTests;
  console.log(`   ${numPassedTests} passed, ${failed} failed`);
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

async function checkPolicies() {
  const { code, text } = await run(pinnedNode(), [MAIN, 'policy', 'test'], { output: 'keep' });
  const [, passed, failed] = /(\d+) passed, (\d+) failed/.exec(text) ?? [];
  if (passed === undefined) return { passed: 0, failed: 1 };
  return { passed: Number(passed), failed: code !== 0 && Number(failed) === 0 ? 1 : Number(failed) };
}

async function runJourneys(totals) {
  const journeys = listJourneys();
  const browser = findBrowser();
  if (browser === null) {
    totals.notes.push(`${HOW_TO_GET_ONE}\nThese journeys did not run: ${journeys.join(', ')}.`);
    return { passed: 0, failed: 0 };
  }
  if (journeys.length === 0) return { passed: 0, failed: 0 };
  await ensureWebBuilt();
  return vitest('journeys', 'UTC', [], { CHROMIUM_PATH: browser });
}

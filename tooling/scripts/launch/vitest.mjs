import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pinnedNode, ROOT, run } from './run.mjs';

const REPORTS = path.join(ROOT, '.plumbline', 'reports');
const TESTING = path.join(ROOT, 'tooling', 'testing');

/** Errors outside any test stand in no report of vitest's own, and would be lost where a test failed as well. */
const UNHANDLED = path.join(import.meta.dirname, 'unhandled-reporter.mjs');

/** Colours are for somebody who watches; in a kept log they are most of what there is. */
const PLAIN = process.stdout.isTTY ? {} : { NO_COLOR: '1' };

/** More files than this do not fail because a machine was busy. */
const FEW = 6;
const LINES_SHOWN = 12;

/**
 * Runs the tests of one of the projects in `vitest.config.ts`, in a time zone.
 * @param paths which files; none is all of them.
 * @returns how many passed, and what failed: its file, its name and the first lines of what was said about it.
 */
export async function runProject(project, timeZone, paths = []) {
  return sum(await filesOf(project, timeZone, paths, {}, project));
}

async function filesOf(project, timeZone, paths, env, name) {
  mkdirSync(REPORTS, { recursive: true });
  const report = path.join(REPORTS, `${name}-${timeZone.replace('/', '-')}.json`);
  const unhandled = `${report}.unhandled`;
  for (const file of [report, unhandled]) rmSync(file, { force: true });
  const main = path.join(TESTING, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, `--reporter=${UNHANDLED}`];
  const args = [main, 'run', '--root', ROOT, '--project', project, ...reporters, ...paths];
  const { code } = await run(pinnedNode(), args, {
    cwd: TESTING,
    env: { TZ: timeZone, PLUMBLINE_UNHANDLED: unhandled, ...PLAIN, ...env },
  });
  const files = existsSync(report) ? readReport(JSON.parse(readFileSync(report, 'utf8'))) : [];
  const { passed, failures } = sum(files);
  console.log(`   ${passed} passed, ${failures.length} failed`);
  const hasNoReason = files.length === 0 || (code !== 0 && failures.length === 0) || existsSync(unhandled);
  if (!hasNoReason) return files;
  const message = existsSync(unhandled) ? firstLines(readFileSync(unhandled, 'utf8')) : `code ${code}`;
  return [...files, { file: project, passed: 0, failures: [{ file: project, name: 'ended badly', message }] }];
}

/** What a report of vitest says, by file. A file that could not be read and a test that was skipped are failures like any other. */
export function readReport({ testResults }) {
  return testResults.map((result) => {
    const file = path.relative(ROOT, result.name);
    const passed = result.assertionResults.filter(({ status }) => status === 'passed').length;
    const failures = result.assertionResults
      .filter(({ status }) => status !== 'passed')
      .map((one) => ({
        file,
        name: one.fullName,
        message: firstLines(one.failureMessages?.[0] ?? (result.message || one.status)),
      }));
    if (result.status === 'failed' && failures.length === 0)
      failures.push({ file, name: 'the file itself', message: firstLines(result.message ?? '') });
    return { file, passed, failures };
  });
}

/**
 * Journeys drive a real browser against a clock, and what shares the machine can make one of them late. Where a few files
 * failed, each is run once more with nothing beside it: what fails again has failed, and what passes then is named in the
 * last lines of the run, so that it is looked into.
 */
export async function runWithSecondTry(project, timeZone, env) {
  const first = await filesOf(project, timeZone, [], env, project);
  const failed = first.filter(({ failures }) => failures.length > 0).map(({ file }) => file);
  if (failed.length === 0 || failed.length > FEW || failed.includes(project)) return { ...sum(first), late: [] };
  console.log(`   Once more, with nothing beside them: ${failed.join(', ')}`);
  const second = [];
  for (const file of failed) second.push(...(await filesOf(project, timeZone, [file], env, `${project}-again`)));
  return settle(first, second);
}

/** The second try stands in place of the first for the files that it ran; `late` is what failed only at the first. */
export function settle(first, second) {
  const again = new Set(second.map(({ file }) => file));
  const failsAgain = new Set(sum(second).failures.map(keyOf));
  const late = sum(first.filter(({ file }) => again.has(file))).failures.filter((one) => !failsAgain.has(keyOf(one)));
  return { ...sum([...first.filter(({ file }) => !again.has(file)), ...second]), late };
}

const keyOf = ({ file, name }) => `${file} ${name}`;

function sum(files) {
  return {
    passed: files.reduce((total, { passed }) => total + passed, 0),
    failures: files.flatMap(({ failures }) => failures),
  };
}

/** Without colours, which a log shows as noise. */
function firstLines(text) {
  // oxlint-disable-next-line no-control-regex
  const plain = text.replaceAll(/\u001B\[[\d;]*m/g, '');
  return plain.split('\n').slice(0, LINES_SHOWN).join('\n');
}

/** For the end of a run, where whoever reads a long log looks first. */
export function describeFailures(failures) {
  return failures.map(({ file, name, message }) => `✗ ${file}\n  ${name}\n${message.replaceAll(/^/gm, '    ')}`).join('\n');
}

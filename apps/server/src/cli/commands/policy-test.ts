import { formatDay, londonInstant, toDay } from '@plumbline/domain/calendar';
import {
  policyFor,
  runScenario,
  scenarioFacts,
  type Difference,
  type Question,
  type Scenario,
} from '@plumbline/domain/policy/scenarios';
import { assess, compilePolicy, type AsOf, type CompiledPolicy, type Duty } from '@plumbline/domain/rules';
import { listPackIds } from '@plumbline/policies';
import type { LoadedScenarios } from '@plumbline/policies/scenarios';
import type { Environment } from '../../env.ts';
import { say, takeApart } from '../command.ts';
import { explanationLines } from './policy-sentences.ts';
import { examplesToRun } from './policy-examples.ts';

/** `plumbline policy test`: runs the worked examples of policies, or of any folder, and explains each difference. */
export async function testPolicies(words: readonly string[], _environment: Environment): Promise<number> {
  const { plain, named } = takeApart(words, { options: ['pack'] });
  let passed = 0;
  let failed = 0;
  for (const name of plain.length === 0 ? listPackIds() : plain) {
    for (const { title, pack, files } of examplesToRun(name, named.get('pack'))) {
      const result = runAll(compilePolicy(pack), files);
      passed += result.passed;
      failed += result.failed;
      say(`${title}: ${result.passed} of ${result.passed + result.failed} examples hold.`);
    }
  }
  say(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

function runAll(policy: CompiledPolicy, files: readonly LoadedScenarios[]): { passed: number; failed: number } {
  let passed = 0;
  let failed = 0;
  for (const { file, content } of files) {
    for (const scenario of content.scenarios) {
      if (runOne(policy, file, scenario, content.given)) passed += 1;
      else failed += 1;
    }
  }
  return { passed, failed };
}

/** Whether a scenario holds; what does not is said, with the reason for the answer that was given. */
function runOne(policy: CompiledPolicy, file: string, scenario: Scenario, given: Scenario['given']): boolean {
  try {
    const differences = runScenario(policy, scenario, given);
    for (const question of new Set(differences.map((difference) => difference.question)))
      sayQuestion(
        policy,
        file,
        scenario,
        given,
        differences.filter((difference) => difference.question === question),
      );
    return differences.length === 0;
  } catch (error) {
    // A slip in the facts of one scenario says nothing about the others.
    if (!(error instanceof RangeError) && (error as Error).name !== 'ScenarioError') throw error;
    say(`- ${file}, “${scenario.title}”: ${(error as Error).message}`);
    return false;
  }
}

function sayQuestion(
  policy: CompiledPolicy,
  file: string,
  scenario: Scenario,
  given: Scenario['given'],
  differences: readonly Difference[],
): void {
  const question = scenario.ask[differences[0]?.question ?? 0];
  if (question === undefined) return;
  say(`- ${file}, “${scenario.title}”, question ${(differences[0]?.question ?? 0) + 1}: ${inWords(question)}`);
  for (const { of, expected, found } of differences)
    say(`    ${of} should be ${expected ?? 'nothing'} and is ${found ?? 'nothing'}`);
  for (const line of reasonsFor(policyFor(policy, scenario), scenario, given, question)) say(`      ${line}`);
}

function inWords({ on, at, person, child, session, worker, supervisor, series, rule, opened }: Question): string {
  const whom = [person, child, session, worker, supervisor].filter((ref) => ref !== undefined).join(', ');
  const what = [series, rule, opened === undefined ? undefined : `opened on ${opened}`]
    .filter((part) => part !== undefined)
    .join(', ');
  return `${whom}${what === '' ? '' : ` (${what})`} on ${on}${at === undefined ? '' : ` at ${at}`}`;
}

/** The explanation of the requirement that a question is about; where there is none, of what else there is. */
function reasonsFor(policy: CompiledPolicy, scenario: Scenario, given: Scenario['given'], question: Question): string[] {
  const facts = scenarioFacts(scenario, given);
  const on = toDay(question.on);
  const asOf: AsOf = { on, at: londonInstant(on, minuteOf(question.at)) };
  const about = assess(policy, facts, on).duties.filter((duty) => isAbout(duty, question) && duty.openedOn <= on);
  const asked = about.filter(
    (duty) =>
      (question.series === undefined || duty.series === question.series) &&
      (question.rule === undefined || duty.rule === question.rule) &&
      (question.opened === undefined || duty.openedOn === toDay(question.opened)),
  );
  const duty = asked.toSorted((a, b) => a.openedOn - b.openedOn || Number(a.metOn === null) - Number(b.metOn === null)).at(-1);
  if (duty !== undefined) return explanationLines(policy, facts, duty, asOf);
  const others = about.map((other) => `${other.rule}, opened on ${formatDay(other.openedOn)}`);
  return [
    others.length === 0
      ? 'Nothing is asked of this subject by then.'
      : `Nothing like this is asked. There is: ${others.join('; ')}.`,
  ];
}

function minuteOf(at: string | undefined): number {
  return at === undefined ? 24 * 60 - 1 : Number(at.slice(0, 2)) * 60 + Number(at.slice(3));
}

function isAbout(duty: Duty, { person, child, session, worker, supervisor }: Question): boolean {
  const parts = duty.subject.split('|');
  const named = [session, worker, supervisor].filter((ref) => ref !== undefined);
  if (named.length > 0 && !named.every((ref) => parts.includes(ref))) return false;
  if (child !== undefined) return duty.about.kind === 'child' && duty.about.ref === child;
  return person === undefined || (duty.about.kind === 'person' && duty.about.ref === person);
}

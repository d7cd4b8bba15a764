import { formatDay, londonInstant, toDay } from '@plumbline/domain/calendar';
import { formsAndWordsOf } from '@plumbline/domain/policy';
import { slipsIn, type ScenarioSlip } from '@plumbline/domain/policy/check';
import {
  isAboutForm,
  policyFor,
  runScenario,
  scenarioFacts,
  type Difference,
  type Question,
  type Scenario,
} from '@plumbline/domain/policy/scenarios';
import { assess, compilePolicy, type AsOf, type CompiledPolicy, type Duty } from '@plumbline/domain/rules';
import { listShippedIds } from '@plumbline/policies';
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
  for (const name of plain.length === 0 ? listShippedIds() : plain) {
    for (const { title, pack, files, problems } of examplesToRun(name, named.get('pack'))) {
      for (const { file, path, message } of problems) say(`- ${placeOf(file, path, message)}: ${message}`);
      const refused = new Set(problems.map(({ file }) => file)).size;
      const result = runAll(compilePolicy(pack), files);
      passed += result.passed;
      failed += result.failed + refused;
      const left = refused === 0 ? '' : ` ${refused} ${refused === 1 ? 'file' : 'files'} could not be read.`;
      say(`${title}: ${result.passed} of ${result.passed + result.failed} examples hold.${left}`);
    }
  }
  say(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

/** A file and the place in it; the line where the reader of the file named one. */
function placeOf(file: string, at: string, message: string): string {
  const line = /at line (\d+)/.exec(message)?.[1];
  return [`${file}${line === undefined ? '' : `:${line}`}`, at].filter((part) => part !== '').join(', ');
}

function runAll(policy: CompiledPolicy, files: readonly LoadedScenarios[]): { passed: number; failed: number } {
  let passed = 0;
  let failed = 0;
  for (const { file, content } of files) {
    const slips = slipsIn(policy.pack, content);
    for (const { path, message } of slips) say(`- ${file}, ${path}: ${message}`);
    content.scenarios.forEach((scenario, n) => {
      const own = slips.filter((slip) => slip.scenario === null || slip.scenario === n);
      const sound = { ...scenario, ask: soundQuestions(scenario, own, n) };
      if (runOne(policy, file, sound, content.given, scenario) && own.length === 0) passed += 1;
      else failed += 1;
    });
  }
  return { passed, failed };
}

/** The questions that can be asked: none where the facts cannot be read, else all but those with a slip of their own. */
function soundQuestions({ ask }: Scenario, slips: readonly ScenarioSlip[], n: number): Question[] {
  if (slips.some(({ path }) => !path.startsWith(`scenarios.${n}.ask.`))) return [];
  return ask.filter((_, m) => !slips.some(({ path }) => path.startsWith(`scenarios.${n}.ask.${m}`)));
}

/** Whether a scenario holds; what does not is said, with the reason for the answer that was given. */
function runOne(policy: CompiledPolicy, file: string, scenario: Scenario, given: Scenario['given'], whole: Scenario): boolean {
  if (scenario.ask.length === 0) return false;
  const differences = runScenario(policy, scenario, given);
  for (const question of new Set(differences.map((difference) => difference.question)))
    sayQuestion(
      policy,
      { file, scenario, whole, given },
      differences.filter((difference) => difference.question === question),
    );
  return differences.length === 0;
}

interface Asked {
  readonly file: string;
  /** The scenario with the questions that can be asked, and as it was written: questions are numbered there. */
  readonly scenario: Scenario;
  readonly whole: Scenario;
  readonly given: Scenario['given'];
}

function sayQuestion(policy: CompiledPolicy, { file, scenario, whole, given }: Asked, differences: readonly Difference[]): void {
  const question = scenario.ask[differences[0]?.question ?? 0];
  if (question === undefined) return;
  say(`- ${file}, “${scenario.title}”, question ${whole.ask.indexOf(question) + 1}: ${inWords(question)}`);
  for (const { of, expected, found } of differences)
    say(`    ${of} should be ${expected ?? 'nothing'} and is ${found ?? 'nothing'}`);
  for (const line of reasonsFor(policyFor(policy, scenario), scenario, given, question)) say(`      ${line}`);
}

function inWords(question: Question): string {
  const { on, at, person, child, session, worker, supervisor, series, rule, opened } = question;
  const { of, ref, asks, reader, record, class: recordClass, form, kind, part } = question;
  const thing = ref === undefined ? undefined : `${of} ${ref}`;
  const whom = [person, child, session, worker, supervisor, thing, record, recordClass, form, kind, part];
  const what = [
    asks === undefined ? undefined : reader === undefined ? asks : `${asks}, by ${reader}`,
    series,
    rule,
    opened === undefined ? undefined : `opened on ${opened}`,
  ];
  const said = what.filter((part) => part !== undefined).join(', ');
  return `${whom.filter((part) => part !== undefined).join(', ')}${said === '' ? '' : ` (${said})`} on ${on}${at === undefined ? '' : ` at ${at}`}`;
}

/** The explanation of the requirement that a question is about; where there is none, of what else there is. */
function reasonsFor(policy: CompiledPolicy, scenario: Scenario, given: Scenario['given'], question: Question): string[] {
  if (isAboutForm(question)) return reasonsForForm(policy, question);
  if (question.asks !== undefined) return reasonsForPermission(policy, scenario, given, question);
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

/** What the form that the question names is for, and where it stands. */
function reasonsForForm({ pack }: CompiledPolicy, { form }: Question): string[] {
  const { templates, agendas, agreements } = formsAndWordsOf(pack);
  const named = [...templates, ...agendas, ...agreements].find(({ id }) => id === form);
  return named === undefined ? [] : [`${named.title}: ${named.says} (${named.clause})`];
}

/** The rule that lets or refuses, in its own words; asked for by expecting one that there is not. */
function reasonsForPermission(
  policy: CompiledPolicy,
  scenario: Scenario,
  given: Scenario['given'],
  question: Question,
): string[] {
  const asked = { ...scenario, ask: [{ ...question, expect: { finding: question.expect.finding, rule: ' ' } }] };
  const decides = runScenario(policy, asked, given).find(({ of }) => of === 'rule')?.found ?? null;
  const rule = policy.rules.find(({ id }) => id === decides);
  if (rule !== undefined) return [`${rule.id} decides: ${rule.says} (${rule.clause})`];
  return [question.asks === 'supervise' ? 'No rule stands in the way.' : 'No rule lets them, and what no rule lets is refused.'];
}

function minuteOf(at: string | undefined): number {
  return at === undefined ? 24 * 60 - 1 : Number(at.slice(0, 2)) * 60 + Number(at.slice(3));
}

function isAbout(duty: Duty, { person, child, session, worker, supervisor, of, ref }: Question): boolean {
  if (of !== undefined && ref !== undefined) return duty.subjectKind === of && duty.subject === ref;
  const parts = duty.subject.split('|');
  const named = [session, worker, supervisor].filter((ref) => ref !== undefined);
  if (named.length > 0 && !named.every((ref) => parts.includes(ref))) return false;
  if (child !== undefined) return duty.about.kind === 'child' && duty.about.ref === child;
  return person === undefined || (duty.about.kind === 'person' && duty.about.ref === person);
}

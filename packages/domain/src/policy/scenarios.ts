import { z } from 'zod';
import { formatDay, formatInstant, londonInstant, parseInstant, toDay } from '../calendar/index.ts';
import { FACT_KIND_NAMES, type FactKindName, type Facts } from '../facts/index.ts';
import {
  assess,
  compilePolicy,
  findingOn,
  type CompiledPolicy,
  type Duty,
  type Finding,
  type FindingOn,
} from '../rules/index.ts';
import { CONVENTIONS, type ConventionName } from './conventions.ts';
import type { PolicyPack } from './pack.ts';
import { factsOf, instantOf } from './scenarios-facts.ts';
import { Day, isAboutForm, Question } from './scenarios-question.ts';
import { answerForm } from './scenarios-forms.ts';
import { answerPermission } from './scenarios-permission.ts';

const Given = z.record(z.string(), z.json());
const Feeds = z.record(
  z.string().refine((name) => FACT_KIND_NAMES.includes(name.split('.')[0] as FactKindName), 'There is no such kind of fact.'),
  Day.nullable(),
);

export { isAboutForm, Question } from './scenarios-question.ts';

/** A small world with questions about it. */
export const Scenario = z.strictObject({
  title: z.string().min(3),
  given: Given.optional(),
  /** First day from which a kind is recorded; null for "nobody feeds it". Every kind from 1990 where absent. */
  feeds: Feeds.optional(),
  conventions: z.partialRecord(z.enum(Object.keys(CONVENTIONS) as [ConventionName, ...ConventionName[]]), z.string()).optional(),
  ask: z.array(Question).min(1),
});
export type Scenario = z.infer<typeof Scenario>;

/** A file of scenarios; `given` holds in each of them. */
export const ScenarioFile = z.strictObject({
  about: z.string().min(3),
  given: Given.optional(),
  scenarios: z.array(Scenario).min(1),
});
export type ScenarioFile = z.infer<typeof ScenarioFile>;

/** One expectation that was not met. */
export interface Difference {
  readonly scenario: string;
  /** Index of the question in the scenario. */
  readonly question: number;
  readonly of: keyof Question['expect'] | 'question';
  readonly expected: string | number | null;
  readonly found: string | number | null;
}

const FED_FROM = '1990-01-01';

/** The policy under which a scenario is asked: its own conventions in place of the pack's where it names any. */
export function policyFor(policy: CompiledPolicy, scenario: Scenario): CompiledPolicy {
  const changes = Object.entries(scenario.conventions ?? {});
  if (changes.length === 0) return policy;
  const conventions: Record<string, unknown> = { ...policy.pack.conventions };
  for (const [name, value] of changes) conventions[name] = { value, cites: 'scenario' };
  return compilePolicy({ ...policy.pack, conventions: conventions as PolicyPack['conventions'] });
}

/** Asks every question of a scenario and gives what differs from the answers expected. `shared` are facts of the whole file. */
export function runScenario(policy: CompiledPolicy, scenario: Scenario, shared: ScenarioFile['given'] = undefined): Difference[] {
  const compiled = policyFor(policy, scenario);
  const facts = scenarioFacts(scenario, shared);
  return scenario.ask.flatMap((question, index) => {
    const differences = answer(compiled, facts, question);
    return differences.map((difference) => ({ scenario: scenario.title, question: index, ...difference }));
  });
}

/** The facts of a scenario, as the engine takes them. */
export function scenarioFacts(scenario: Scenario, shared: ScenarioFile['given'] = undefined): Facts {
  const feeds: Record<string, string | null> = {};
  for (const kind of FACT_KIND_NAMES) {
    const from = scenario.feeds?.[kind];
    if (from !== null) feeds[kind] = from ?? FED_FROM;
  }
  for (const [name, from] of Object.entries(scenario.feeds ?? {})) if (name.includes('.')) feeds[name] = from ?? null;
  return factsOf([shared ?? {}, scenario.given ?? {}], feeds);
}

export type Found = Omit<Difference, 'scenario' | 'question'>;

function answer(policy: CompiledPolicy, facts: Facts, question: Question): Found[] {
  if (isAboutForm(question)) return answerForm(policy, facts, question);
  if (question.asks !== undefined) return answerPermission(policy, facts, question);
  const on = toDay(question.on);
  const minute = question.at === undefined ? 24 * 60 - 1 : Number(question.at.slice(0, 2)) * 60 + Number(question.at.slice(3));
  const { duties } = assess(policy, facts, on);
  const duty = dutyAsked(duties, question, on);
  if (duty === null) return compareWithNone(policy, question);
  return compare(policy, question, duty, findingOn(duty, { on, at: londonInstant(on, minute) }));
}

function dutyAsked(duties: readonly Duty[], question: Question, on: number): Duty | null {
  const asked = duties.filter(
    (duty) =>
      isAbout(duty, question) &&
      (question.series === undefined || duty.series === question.series) &&
      (question.rule === undefined || duty.rule === question.rule) &&
      (question.opened === undefined ? duty.openedOn <= on : duty.openedOn === toDay(question.opened)),
  );
  asked.sort((a, b) => a.openedOn - b.openedOn || Number(a.metOn === null) - Number(b.metOn === null));
  return asked.at(-1) ?? null;
}

function isAbout(duty: Duty, { person, child, session, worker, supervisor, of, ref }: Question): boolean {
  const parts = duty.subject.split('|');
  if (of !== undefined && ref !== undefined)
    return duty.subjectKind === of && duty.subject === ref && (person === undefined || duty.about.ref === person);
  if (session !== undefined && child === undefined) return duty.subjectKind === 'session' && duty.subject === session;
  if (session !== undefined) return duty.subjectKind === 'discussion' && parts[0] === child && parts[2] === session;
  if (worker !== undefined) return duty.subjectKind === 'allocation' && parts[0] === child && parts[1] === worker;
  if (supervisor !== undefined) return duty.subjectKind === 'relationship' && parts[0] === person && parts[1] === supervisor;
  return person !== undefined
    ? duty.about.kind === 'person' && duty.about.ref === person
    : duty.about.kind === 'child' && duty.about.ref === child;
}

/** Rules that leave nothing behind when they are kept. */
const KEPT_WITHOUT_TRACE: readonly string[] = [
  'threshold',
  'completeness',
  'sequence',
  'standing',
  'evidence',
  'eligibility',
  'ratio',
  'coverage',
  'alternation',
];

/** Where there is no requirement: kept, for rules of which only failures are stored; else nothing applies. */
function compareWithNone(policy: CompiledPolicy, question: Question): Found[] {
  const kind = policy.rules.find((rule) => rule.id === question.rule)?.kind;
  const { finding } = question.expect;
  const isFine =
    kind !== undefined && KEPT_WITHOUT_TRACE.includes(kind)
      ? finding === 'met' || finding === 'not-applicable'
      : finding === 'silent' || finding === 'not-applicable';
  return isFine ? [] : [{ of: 'finding', expected: finding, found: 'nothing asked' }];
}

function compare(policy: CompiledPolicy, { expect }: Question, duty: Duty, found: FindingOn): Found[] {
  const rule = policy.rules.find((candidate) => candidate.id === duty.rule);
  const answers: { [Name in keyof Question['expect']]-?: string | number | null } = {
    finding: found.finding satisfies Finding,
    dueOn: duty.dueOn === null ? null : formatDay(duty.dueOn),
    dueAt: duty.dueAt === null ? null : formatInstant(duty.dueAt),
    daysLate: found.daysLate,
    effectiveDueOn: found.effectiveDueOn === null ? null : formatDay(found.effectiveDueOn),
    owedBy: duty.owedBy,
    rule: duty.rule,
    clause: rule?.clause ?? null,
    destroyFrom: null,
  };
  const expected = { ...expect, ...(expect.dueAt === undefined ? {} : { dueAt: isoOf(expect.dueAt) }) };
  return (Object.keys(expected) as (keyof Question['expect'])[])
    .filter((name) => expected[name] !== undefined && expected[name] !== answers[name])
    .map((name) => ({ of: name, expected: expected[name] ?? null, found: answers[name] }));
}

function isoOf(text: string): string {
  const iso = instantOf(text);
  const at = iso === null ? null : parseInstant(iso);
  return at === null ? text : formatInstant(at);
}

import { FACT_KINDS, type FactKindName } from '../../facts/index.ts';
import { CONVENTIONS, type ConventionName } from '../conventions.ts';
import type { PolicyPack } from '../pack.ts';
import { instantOf, minuteOf, readGiven, type GivenFacts } from '../scenarios-facts.ts';
import type { Question, Scenario, ScenarioFile } from '../scenarios.ts';
import { examplesIn } from './examples.ts';

/** One thing wrong with a file of scenarios that its shape does not show. */
export interface ScenarioSlip {
  /** Which scenario it spoils; null where it stands in what is given to all of them. */
  readonly scenario: number | null;
  /** Place in the file: `scenarios.0.given.person.0.employedFrom`. */
  readonly path: string;
  readonly message: string;
}

/**
 * Everything about a file of scenarios that makes its answers worth nothing: facts that cannot be read, days that there are
 * not, questions about rules, clocks, people or children that there are not. The file has the shape of one.
 */
export function slipsIn(pack: PolicyPack, content: ScenarioFile): ScenarioSlip[] {
  const shared: ScenarioSlip[] = readGiven([content.given ?? {}], {}).problems.map(({ path, message }) => ({
    scenario: null,
    path: `given.${path}`,
    message,
  }));
  const own = content.scenarios.flatMap((scenario, n) => [
    ...givenSlips(scenario, n),
    ...conventionSlips(scenario, n),
    ...feedSlips(scenario, n),
    ...scenario.ask.flatMap((question, m) => questionSlips(question, known(content, scenario), n, `scenarios.${n}.ask.${m}`)),
  ]);
  return [...shared, ...own, ...danglingSlips(pack, content)];
}

function givenSlips({ given }: Scenario, n: number): ScenarioSlip[] {
  return readGiven([given ?? {}], {}).problems.map(({ path, message }) => ({
    scenario: n,
    path: `scenarios.${n}.given.${path}`,
    message,
  }));
}

function conventionSlips({ conventions }: Scenario, n: number): ScenarioSlip[] {
  return Object.entries(conventions ?? {}).flatMap(([name, value]) => {
    const values = Object.keys(CONVENTIONS[name as ConventionName]);
    if (value === undefined || values.includes(value)) return [];
    const message = `${name} has no reading "${value}". It has ${values.join(' and ')}.`;
    return [{ scenario: n, path: `scenarios.${n}.conventions.${name}`, message }];
  });
}

function feedSlips({ feeds }: Scenario, n: number): ScenarioSlip[] {
  return Object.keys(feeds ?? {}).flatMap((name) => {
    const [kind = '', column] = name.split('.');
    const columns = kind in FACT_KINDS ? FACT_KINDS[kind as FactKindName].columns : {};
    if (column === undefined || column in columns) return [];
    return [{ scenario: n, path: `scenarios.${n}.feeds.${name}`, message: `${kind} has no column "${column}".` }];
  });
}

/** Everybody and everything that the facts of a scenario name anywhere. */
function known(content: ScenarioFile, scenario: Scenario): ReadonlySet<string> {
  const named = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') named.add(value);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (value !== null && typeof value === 'object') {
      for (const [key, part] of Object.entries(value)) {
        named.add(key);
        walk(part);
      }
    }
  };
  for (const given of [content.given, scenario.given] as (GivenFacts | undefined)[]) walk(given ?? {});
  return named;
}

const REFERENCES = ['person', 'child', 'worker', 'supervisor', 'session'] as const;

function questionSlips(question: Question, named: ReadonlySet<string>, scenario: number, at: string): ScenarioSlip[] {
  const slips: ScenarioSlip[] = [];
  const report = (part: string, message: string): void => {
    slips.push({ scenario, path: `${at}.${part}`, message });
  };
  for (const part of REFERENCES) {
    const ref = question[part];
    if (ref !== undefined && !named.has(ref) && !isShort(ref, named)) report(part, `Nothing given is called "${ref}".`);
  }
  if (question.at !== undefined && minuteOf(question.at) === null) report('at', `"${question.at}" is no time of day.`);
  const { dueAt } = question.expect;
  if (dueAt !== undefined && instantOf(dueAt) === null) report('expect.dueAt', `"${dueAt}" is no date with a time.`);
  return slips;
}

/** `held: { A: [2026-10-12] }` makes a supervision called "A 2026-10-12". */
function isShort(ref: string, named: ReadonlySet<string>): boolean {
  const [person = '', day = ''] = ref.split(' ');
  return named.has(person) && named.has(day);
}

function danglingSlips(pack: PolicyPack, content: ScenarioFile): ScenarioSlip[] {
  return examplesIn(pack, [{ file: '', content }])
    .filter(({ kind }) => kind === 'example-refers-to-nothing')
    .map(({ path, message }) => ({
      scenario: Number(path.split('.')[1]),
      path,
      message: message.replace(/^“[^”]*”: /, ''),
    }));
}

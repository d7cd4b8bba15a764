import { FACT_KINDS, kindOf, type FactKindName } from '@plumbline/domain/facts';
import type { Difference, Question, Scenario, ScenarioFile } from '@plumbline/domain/policy/scenarios';
import type { Finding } from '@plumbline/domain/rules';
import {
  conventionInWords,
  dateInWords,
  daysInWords,
  factKindTitle,
  instantInWords,
  listInWords,
  statusOf,
} from './wording/index.ts';

/** One question of an example, with the answer that is expected and the one the engine gave. */
export interface AskedLine {
  readonly question: string;
  readonly expected: string;
  readonly found: string;
  readonly agrees: boolean;
  /** The question is about the rule whose page this is, and not about another in the same small world. */
  readonly isAboutRule: boolean;
}

export interface GivenLines {
  readonly kind: string;
  readonly rows: readonly string[];
}

/** A worked example after it ran. */
export interface ScenarioRun {
  readonly title: string;
  readonly given: readonly GivenLines[];
  /** Ways of counting that this example tries in place of the policy's own. */
  readonly readAs: readonly string[];
  readonly asked: readonly AskedLine[];
  readonly agrees: boolean;
}

/** The examples of a rule: those with a question that names it or expects it. */
export function scenariosOfRule(
  files: readonly ScenarioFile[],
  rule: string,
): { scenario: Scenario; given: ScenarioFile['given'] }[] {
  return files.flatMap(({ given, scenarios }) =>
    scenarios.filter(({ ask }) => ask.some((question) => isAbout(question, rule))).map((scenario) => ({ scenario, given })),
  );
}

function isAbout({ rule, expect }: Question, id: string): boolean {
  return (expect.rule ?? rule) === id;
}

/** A worked example as the page tells it, from what the engine found to differ. */
export function scenarioRun(
  rule: string,
  scenario: Scenario,
  shared: ScenarioFile['given'],
  differences: readonly Difference[],
): ScenarioRun {
  return {
    title: scenario.title,
    given: givenLines([shared ?? {}, scenario.given ?? {}]),
    readAs: Object.entries(scenario.conventions ?? {}).map(([name, value]) => conventionInWords(name, value)),
    asked: scenario.ask.map((question, at) =>
      askedLine(
        rule,
        question,
        differences.filter((one) => one.question === at),
      ),
    ),
    agrees: differences.length === 0,
  };
}

type Answer = Readonly<Record<string, string | number | null | undefined>>;

function askedLine(rule: string, question: Question, differences: readonly Difference[]): AskedLine {
  const expected: Answer = question.expect;
  const found: Answer = { ...expected, ...Object.fromEntries(differences.map((one) => [one.of, one.found])) };
  return {
    question: questionInWords(question),
    expected: answerInWords(expected),
    found: answerInWords(found),
    agrees: differences.length === 0,
    isAboutRule: isAbout(question, rule),
  };
}

function questionInWords({ on, at, person, child, session, worker, supervisor, opened }: Question): string {
  const whom = [
    person === undefined ? null : `person ${person}`,
    child === undefined ? null : `child ${child}`,
    worker === undefined ? null : `worker ${worker}`,
    supervisor === undefined ? null : `supervisor ${supervisor}`,
    session === undefined ? null : `supervision “${session}”`,
  ].filter((part) => part !== null);
  const time = at === undefined ? '' : `, ${at}`;
  const which = opened === undefined ? '' : ` (what opened on ${dateInWords(opened)})`;
  return `How does ${listInWords(whom)} stand on ${dateInWords(on)}${time}${which}?`;
}

const SAID: Readonly<Record<string, (value: string | number) => string>> = {
  finding: (value) => (value === 'nothing asked' ? 'nothing is asked' : findingWord(value as Finding)),
  dueOn: (value) => `due on ${dateInWords(String(value))}`,
  dueAt: (value) => `due at ${momentInFull(String(value))}`,
  daysLate: (value) => `${daysInWords(Number(value))} late`,
  effectiveDueOn: (value) => `first supervision after return by ${dateInWords(String(value))}`,
  owedBy: (value) => `owed by ${value}`,
  rule: (value) => `under ${value}`,
  clause: (value) => `clause ${value}`,
};

function answerInWords(answer: Answer): string {
  return Object.entries(SAID)
    .flatMap(([name, inWords]) => {
      const value = answer[name];
      if (value === undefined) return [];
      return [value === null ? (name === 'owedBy' ? 'owed by nobody' : 'no date') : inWords(value)];
    })
    .join(', ');
}

function findingWord(finding: Finding): string {
  return statusOf({ finding, dueOn: null, effectiveDueOn: null, metOn: null, daysLate: 0 }, '2026-01-01').word;
}

/** `2026-10-11 10:00` is London already; anything else is an instant in UTC. */
function momentInFull(text: string): string {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})$/.exec(text) ?? [];
  return day === undefined ? instantInWords(text) : `${dateInWords(day)}, ${time}`;
}

function givenLines(parts: readonly Readonly<Record<string, unknown>>[]): GivenLines[] {
  const lines = new Map<string, string[]>();
  for (const part of parts)
    for (const [kind, value] of Object.entries(part)) {
      const title =
        kind === 'held' ? 'Supervisions held' : kind === 'discussed' ? 'Case supervisions on file' : factKindTitle(kind);
      lines.set(title, [...(lines.get(title) ?? []), ...rowsInWords(kind, value)]);
    }
  return [...lines].map(([kind, rows]) => ({ kind, rows }));
}

function rowsInWords(kind: string, value: unknown): string[] {
  if (Array.isArray(value)) return value.map((row) => rowInWords(kind, row as Record<string, unknown>));
  return Object.entries((value ?? {}) as Record<string, unknown>).map(
    ([ref, days]) => `${ref}: ${listInWords((Array.isArray(days) ? days : [days]).map((day) => plainValue(day)))}`,
  );
}

function rowInWords(kind: string, row: Record<string, unknown>): string {
  const columns = kind in FACT_KINDS ? kindOf(kind as FactKindName).columns : {};
  return Object.entries(row)
    .map(([name, value]) => {
      const column = columns[name];
      const shown = column?.options?.[String(value)] ?? plainValue(value);
      return `${column?.label ?? name} ${shown}`;
    })
    .join(' · ');
}

function plainValue(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (value === null || value === undefined) return 'none';
  if (Array.isArray(value)) return listInWords(value.map(plainValue));
  const text = String(value);
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}))?$/.exec(text) ?? [];
  if (day === undefined) return text;
  return time === undefined ? dateInWords(day) : `${dateInWords(day)}, ${time}`;
}

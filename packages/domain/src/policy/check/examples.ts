import { parseDay } from '../../calendar/index.ts';
import { formsAndWordsOf } from '../forms-and-words.ts';
import type { PolicyPack } from '../pack.ts';
import type { Rule } from '../rule-kinds.ts';
import { isAboutForm } from '../scenarios-question.ts';
import type { Question, ScenarioFile } from '../scenarios.ts';
import { aboutRule, listed, type Remark } from './remark.ts';

/** A file of scenarios and where it lies. */
export interface PlacedScenarios {
  readonly file: string;
  readonly content: ScenarioFile;
}

type Shows = 'met' | 'breached' | 'boundary';

/** Kinds of rule that give findings of their own. */
const JUDGED: readonly Rule['kind'][] = [
  'cadence',
  'deadline',
  'threshold',
  'completeness',
  'sequence',
  'standing',
  'quota',
  'eligibility',
  'ratio',
  'coverage',
  'trigger',
  'alternation',
  'access',
  'retention',
];

/** The examples that a rule needs. A field that shows evidence is filled or empty; only where it says no is it breached. */
export function examplesNeeded(rule: Rule): readonly Shows[] {
  if (rule.kind === 'eligibility' && rule.strength === 'may') return ['met'];
  if (rule.kind === 'retention' && rule.keepFor === undefined) return ['met'];
  if (JUDGED.includes(rule.kind)) return ['met', 'breached', 'boundary'];
  return rule.kind === 'evidence' && rule.field !== undefined ? ['met', 'boundary'] : [];
}

const SHOWN_AS: Readonly<Record<Shows, string>> = { met: 'met', breached: 'breached', boundary: 'on the boundary' };

/** Rules that no scenario shows met, breached or on the boundary, and scenarios that ask about what is not there. */
export function examplesIn(pack: PolicyPack, scenarios: readonly PlacedScenarios[]): Remark[] {
  const questions = scenarios.flatMap(({ content }) => content.scenarios.flatMap(({ ask }) => ask));
  const shown = new Set(
    questions.map(({ shows, exampleOf, rule, expect }) => `${exampleOf ?? expect.rule ?? rule ?? ''} ${shows ?? ''}`),
  );
  const missing = pack.rules.flatMap((rule, at) => {
    const wanted = examplesNeeded(rule).filter((shows) => !shown.has(`${rule.id} ${shows}`));
    if (wanted.length === 0) return [];
    return [
      aboutRule(
        'problem',
        'no-example',
        { rule, at },
        null,
        `No scenario shows the rule ${listed(wanted.map((shows) => SHOWN_AS[shows]))}.`,
      ),
    ];
  });
  return [...missing, ...scenarios.flatMap((file) => danglingQuestions(pack, file))];
}

/** What a question about a form names that there is not. */
function missingForm(pack: PolicyPack, { asks, form }: Question): string[] {
  const { templates, agendas, agreements } = formsAndWordsOf(pack);
  const known = { template: templates, agenda: agendas, agreement: agreements }[asks as string] ?? [];
  if (form === undefined) return [`The question names no ${asks}: say which under "form".`];
  return known.some(({ id }) => id === form) ? [] : [`There is no ${asks} "${form}".`];
}

function namesNobody(question: Question): boolean {
  const { person, child, session, ref, record, asks } = question;
  if (asks === 'setting' || isAboutForm(question)) return false;
  return [person, child, session, ref, record].every((name) => name === undefined);
}

function danglingQuestions(pack: PolicyPack, { file, content }: PlacedScenarios): Remark[] {
  const rules = new Set(pack.rules.map(({ id }) => id));
  const series = new Set(pack.series.map(({ id }) => id));
  return content.scenarios.flatMap((scenario, i) =>
    scenario.ask.flatMap((question, j) => {
      const messages: string[] = [];
      for (const id of new Set([question.rule, question.expect.rule, question.exampleOf]))
        if (id !== undefined && !rules.has(id)) messages.push(`There is no rule "${id}".`);
      if (question.series !== undefined && !series.has(question.series))
        messages.push(`There is no series "${question.series}".`);
      for (const day of [question.on, question.opened, question.expect.dueOn, question.expect.effectiveDueOn])
        if (day !== undefined && parseDay(day) === null) messages.push(`"${day}" is not a day of the calendar.`);
      if (isAboutForm(question)) messages.push(...missingForm(pack, question));
      if (namesNobody(question)) messages.push('The question names nobody: give a person, a child or a session.');
      return messages.map((message): Remark => ({
        severity: 'problem',
        kind: 'example-refers-to-nothing',
        file,
        path: `scenarios.${i}.ask.${j}`,
        rule: question.expect.rule ?? question.rule ?? null,
        message: `“${scenario.title}”: ${message}`,
      }));
    }),
  );
}

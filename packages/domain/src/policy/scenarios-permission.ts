import { formatDay, toDay, type Day } from '../calendar/index.ts';
import type { Facts } from '../facts/index.ts';
import {
  conditionStretches,
  indexFacts,
  mayLetGo,
  mayOpen,
  maySupervise,
  personAttributes,
  settingOn,
  type CompiledPolicy,
  type FactIndex,
} from '../rules/index.ts';
import type { RuleOf } from './rule-kinds.ts';
import type { Found } from './scenarios.ts';
import type { Question } from './scenarios-question.ts';

/** What a question of permission comes to. */
interface Answer {
  readonly finding: string;
  readonly rule: string | null;
  readonly daysLate?: number;
  readonly destroyFrom?: string | null;
}

/** Asks who may open, destroy, hand over or supervise, or what a setting says, and gives what differs from the answer expected. */
export function answerPermission(policy: CompiledPolicy, facts: Facts, question: Question): Found[] {
  const answer = answerOf(policy, indexFacts(facts), question);
  if (typeof answer === 'string') return [{ of: 'question', expected: question.expect.finding, found: answer }];
  const { finding, rule, daysLate, destroyFrom, clause } = question.expect;
  const clauseFound = policy.rules.find(({ id }) => id === answer.rule)?.clause ?? null;
  const pairs: readonly [Found['of'], string | number | undefined, string | number | null][] = [
    ['finding', finding, answer.finding],
    ['rule', rule, answer.rule],
    ['clause', clause, clauseFound],
    ['daysLate', daysLate, answer.daysLate ?? 0],
    ['destroyFrom', destroyFrom, answer.destroyFrom ?? null],
  ];
  return pairs.flatMap(([of, expected, found]) =>
    expected === undefined || expected === found ? [] : [{ of, expected, found }],
  );
}

function answerOf(policy: CompiledPolicy, index: FactIndex, question: Question): Answer | string {
  const on = toDay(question.on);
  const { asks, rule, person, supervisor } = question;
  switch (asks) {
    case undefined:
      return 'nothing asked';
    case 'setting': {
      const setting = policy.rules.find((one) => one.id === rule);
      if (setting?.kind !== 'setting') return 'the question names no setting';
      return { ...settingOn(setting, question.settings ?? {}, on), rule: setting.id };
    }
    case 'scope': {
      const scope = policy.rules.find((one) => one.id === rule);
      if (scope?.kind !== 'scope' || person === undefined) return 'the question names no scope, or no person';
      if (scope.subject !== 'person') return 'the scope is not about people';
      if (scope.rules !== undefined) return 'the scope is for some rules only: ask one of these instead';
      return permission({ isAllowed: covers(policy, index, scope, person, on), rule: scope.id });
    }
    case 'supervise': {
      if (person === undefined || supervisor === undefined) return 'the question names no person and supervisor';
      return permission(maySupervise(policy, index, { on, person, supervisor }, rule));
    }
    case 'destroy':
    case 'hand-over': {
      if (person === undefined) return 'the question names no person';
      const found = mayLetGo(policy, index, { on, person, wants: asks }, rule);
      return { ...permission(found), destroyFrom: found.destroyFrom === null ? null : formatDay(found.destroyFrom) };
    }
    case 'template':
    case 'agenda':
    case 'agreement':
      return 'the question is about a form';
    default:
      return openAnswer(policy, index, question, asks);
  }
}

function openAnswer(
  policy: CompiledPolicy,
  index: FactIndex,
  question: Question,
  wants: 'read' | 'write' | 'export' | 'upload',
): Answer | string {
  const record = index.facts.record.find((one) => one.record === question.record);
  if (question.record !== undefined && record === undefined) return 'there is no such record';
  const person = question.person ?? record?.supervisee;
  if (question.reader === undefined || person === undefined) return 'the question names no reader, or no record or person';
  return permission(
    mayOpen(
      policy,
      index,
      {
        on: toDay(question.on),
        reader: question.reader,
        person,
        wants,
        class: question.class ?? record?.class ?? undefined,
        session: record === undefined ? null : (index.sessions.get(record.session) ?? null),
        ground: question.ground,
        hasPurpose: question.purpose,
        hasReference: question.reference,
        until: question.until === undefined ? undefined : toDay(question.until),
      },
      question.rule,
    ),
  );
}

function permission({ isAllowed, rule }: { readonly isAllowed: boolean; readonly rule: string | null }): Answer {
  return { finding: isAllowed ? 'allow' : 'deny', rule };
}

/** Whether a policy is for somebody on a day: `allow` where it is, `deny` where it is not. */
function covers(policy: CompiledPolicy, index: FactIndex, { when }: RuleOf<'scope'>, person: string, on: Day): boolean {
  if (when === undefined) return true;
  const stretches = conditionStretches(when, personAttributes(index, person, policy.pack.conventions));
  return stretches.some(({ from, to }) => from <= on && on <= to);
}

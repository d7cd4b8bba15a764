import { formatDay, formatInstant, partsOf } from '../calendar/index.ts';
import type { Rule, RuleOf } from '../policy/index.ts';
import type { Told } from './explain.ts';
import type { ExplanationStep } from './explanation.ts';
import { sessionDay, type FactIndex } from './fact-index.ts';
import type { Duty } from './finding.ts';
import { fieldOf, measure, missingFields } from './item-duties.ts';
import { momentOf, type MomentFacts } from './moments.ts';
import { countIn } from './quota-duties.ts';

/** The arithmetic of requirements that are not clocks: limits, lengths, missing parts, gaps and quotas. */
export function explainItem(index: FactIndex, rule: Rule, duty: Duty): Told {
  const facts = factsOf(index, duty);
  return { steps: stepsOf(index, rule, duty, facts), conventions: [], others: [] };
}

function factsOf(index: FactIndex, duty: Duty): MomentFacts {
  const [child = '', second = '', third = ''] = duty.subject.split('|');
  switch (duty.subjectKind) {
    case 'session':
      return { session: index.sessions.get(duty.subject) ?? null, discussion: null, allocation: null, pair: null };
    case 'discussion': {
      const session = third === '' ? null : third;
      const discussion = index.discussionsOf.get(child).find((d) => d.discussedOn === second && d.session === session) ?? null;
      return {
        session: session === null ? null : (index.sessions.get(session) ?? null),
        discussion,
        allocation: null,
        pair: null,
      };
    }
    case 'allocation': {
      const allocation = index.allocationsOf.get(child).find((a) => a.worker === second && a.allocatedAt === third) ?? null;
      return { session: null, discussion: null, allocation, pair: null };
    }
    case 'relationship': {
      const pair = index.pairsOf.get(child).find((p) => p.supervisor === second && p.from === third) ?? null;
      return { session: null, discussion: null, allocation: null, pair };
    }
    default:
      return { session: null, discussion: null, allocation: null, pair: null };
  }
}

function stepsOf(index: FactIndex, rule: Rule, duty: Duty, facts: MomentFacts): ExplanationStep[] {
  switch (rule.kind) {
    case 'deadline':
      return deadlineSteps(index, rule, duty, facts);
    case 'threshold': {
      if (facts.session === null) return [];
      const value = measure(rule.measures, facts.session, index);
      return [
        {
          kind: 'counted-from',
          on: formatDay(sessionDay(facts.session)),
          what: 'session',
          ref: `session:${facts.session.session}`,
        },
        { kind: 'measured', measure: rule.measures, value, atLeast: rule.atLeast ?? null, atMost: rule.atMost ?? null },
      ];
    }
    case 'completeness':
      return [{ kind: 'missing', fields: missingFields(rule, facts) }];
    case 'sequence':
      return [{ kind: 'missing', fields: rule.order }];
    case 'evidence':
      return rule.field === undefined || fieldOf(rule.field, facts) !== null ? [] : [{ kind: 'missing', fields: [rule.field] }];
    case 'quota':
      return quotaSteps(index, rule, duty);
    case 'standing':
      return [{ kind: 'counted-from', on: formatDay(duty.openedOn), what: 'start', ref: null }];
    default:
      return [];
  }
}

function deadlineSteps(index: FactIndex, rule: RuleOf<'deadline'>, duty: Duty, facts: MomentFacts): ExplanationStep[] {
  const from = momentOf(rule.from, facts, index);
  if (from === null) return [];
  const steps: ExplanationStep[] = [
    { kind: 'counted-from', on: formatDay(from.day), what: 'moment', ref: null, moment: rule.from },
  ];
  const hours = rule.before?.hours ?? (rule.within !== undefined && 'hours' in rule.within ? rule.within.hours : null);
  if (hours !== null && from.at !== null && duty.dueAt !== null) {
    steps.push({
      kind: 'hours-added',
      from: formatInstant(from.at),
      hours: rule.before === undefined ? hours : -hours,
      to: formatInstant(duty.dueAt),
    });
  } else if (rule.within !== undefined && !('hours' in rule.within) && duty.dueOn !== null) {
    steps.push({
      kind: 'interval-added',
      from: formatDay(from.day),
      every: partsOf(rule.within),
      to: formatDay(duty.dueOn),
      rule: rule.id,
      wasClipped: false,
    });
  }
  return steps;
}

function quotaSteps(index: FactIndex, rule: RuleOf<'quota'>, duty: Duty): ExplanationStep[] {
  if (duty.dueOn === null) return [];
  const { counted } = countIn(rule, index, duty.subject, { from: duty.openedOn, to: duty.dueOn });
  return [
    { kind: 'period', from: formatDay(duty.openedOn), to: formatDay(duty.dueOn), counted, needed: rule.atLeast, unit: rule.unit },
  ];
}

import { addMonths, formatDay, formatInstant, partsOf } from '../calendar/index.ts';
import { isConfirmed, ITEM_KINDS, type Rule, type RuleOf } from '../policy/index.ts';
import type { CompiledPolicy } from './compile.ts';
import { missingFields } from './completeness.ts';
import type { Told } from './explain.ts';
import type { ExplanationStep } from './explanation.ts';
import { sessionDay, type FactIndex } from './fact-index.ts';
import { confirmationSteps } from './explain-confirmation.ts';
import { eventDays } from './deadline.ts';
import type { AsOf, Duty } from './finding.ts';
import { fieldOf, isEmpty, personBehind } from './field-values.ts';
import { keptWith } from './kept.ts';
import { childItems, NO_FACTS, personItems, type Item } from './items.ts';
import { momentOf } from './moments.ts';
import { explainFurther } from './explain-further.ts';
import { countIn } from './quota-duties.ts';
import { measured } from './threshold.ts';

/** The arithmetic of requirements that are not clocks: limits, lengths, missing parts, gaps and quotas. */
export function explainItem(policy: CompiledPolicy, index: FactIndex, rule: Rule, duty: Duty, asOf: AsOf): Told {
  const item = itemOf(index, duty);
  if (isConfirmed(rule)) return { steps: confirmationSteps(index, rule, duty, item, asOf), conventions: [], others: [] };
  const conventions: Told['conventions'] = duty.absentFrom === null ? [] : ['absence'];
  return { steps: stepsOf(policy, index, rule, duty, item), conventions, others: [] };
}

/** The thing that a requirement is about, as it was judged; by itself where it is a person, a child or nothing of its own. */
function itemOf(index: FactIndex, { about, subjectKind: kind, subject, openedOn }: Duty): Item {
  const found = ITEMS_OF[about.kind]
    .get(kind)?.(index, about.ref)
    .find((item) => item.key === subject);
  return found ?? { kind, key: subject, about, day: openedOn, facts: NO_FACTS };
}

/** Whoever asks why one thing is due asks why the next one is: the things of somebody are listed once, kind by kind. */
const ITEMS_OF = { person: listsOf(personItems), child: listsOf(childItems) };

function listsOf(items: typeof personItems): ReadonlyMap<string, (index: FactIndex, ref: string) => readonly Item[]> {
  return new Map(
    ITEM_KINDS.map((kind) => {
      const only = new Set([kind]);
      return [kind, keptWith((index, ref) => items(index, ref, only))];
    }),
  );
}

function stepsOf(policy: CompiledPolicy, index: FactIndex, rule: Rule, duty: Duty, item: Item): ExplanationStep[] {
  switch (rule.kind) {
    case 'deadline':
      return deadlineSteps(index, rule, duty, item);
    case 'threshold':
      return thresholdSteps(policy, index, rule, item);
    case 'completeness':
      return [{ kind: 'missing', fields: missingFields(rule, item.facts) }];
    case 'sequence':
      return [{ kind: 'missing', fields: rule.order }];
    case 'evidence':
      return rule.field === undefined || !isEmpty(fieldOf(rule.field, item.facts))
        ? []
        : [{ kind: 'missing', fields: [rule.field] }];
    case 'quota':
      return quotaSteps(policy, index, rule, duty);
    case 'standing':
      return [{ kind: 'counted-from', on: formatDay(duty.openedOn), what: 'start', ref: null }];
    default:
      return explainFurther(policy, index, rule, duty, { item, person: personBehind(index, item) });
  }
}

function thresholdSteps(policy: CompiledPolicy, index: FactIndex, rule: RuleOf<'threshold'>, item: Item): ExplanationStep[] {
  const { value, atLeast, atMost } = measured(policy, rule, item, index);
  const { session } = item.facts;
  const measure = rule.measures === 'field' ? (rule.field ?? '') : rule.measures;
  const isDay = rule.notAfterDue !== undefined;
  return [
    ...(session === null
      ? []
      : [
          {
            kind: 'counted-from',
            on: formatDay(sessionDay(session)),
            what: 'session',
            ref: `session:${session.session}`,
          } as const,
        ]),
    isDay
      ? {
          kind: 'not-after',
          measure,
          on: value === null ? null : formatDay(value),
          latest: atMost === null ? null : formatDay(atMost),
        }
      : { kind: 'measured', measure, value, atLeast, atMost },
  ];
}

function deadlineSteps(index: FactIndex, rule: RuleOf<'deadline'>, duty: Duty, item: Item): ExplanationStep[] {
  const { facts } = item;
  const from = momentOf(rule.from, facts, index, rule.which);
  if (from === null) return [];
  const steps: ExplanationStep[] = [
    { kind: 'counted-from', on: formatDay(from.day), what: 'moment', ref: null, moment: rule.from },
  ];
  const hours = hoursOf(rule);
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
  if (typeof rule.metBy !== 'string' && duty.metOn === null) {
    const { earliest, days } = eventDays(rule.metBy, item.about, index, from);
    const early = days.filter((day) => day < earliest).toSorted((a, b) => a - b);
    for (const day of early) steps.push({ kind: 'too-early', on: formatDay(day), from: formatDay(earliest) });
  }
  return steps;
}

function hoursOf({ before, within }: RuleOf<'deadline'>): number | null {
  if (before !== undefined) return 'hours' in before ? before.hours : null;
  return within !== undefined && 'hours' in within ? within.hours : null;
}

function quotaSteps(policy: CompiledPolicy, index: FactIndex, rule: RuleOf<'quota'>, duty: Duty): ExplanationStep[] {
  if (duty.dueOn === null) return [];
  const isChain = rule.per === 'last-twelve-months';
  // Of a chain the twelve months before its date are what counts, not the time since the last one.
  const period = { from: isChain ? addMonths(duty.dueOn, -12) : duty.openedOn, to: duty.dueOn };
  const topic = duty.opening.split(':')[2] ?? null;
  const { counted, needed } = countIn(policy, rule, index, duty.about, period, topic);
  return [{ kind: 'period', from: formatDay(period.from), to: formatDay(period.to), counted, needed, unit: rule.unit }];
}

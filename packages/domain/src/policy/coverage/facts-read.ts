import { FACT_KINDS, kindOf, type FactKindName } from '../../facts/index.ts';
import type { AttributeSubject } from '../check/attributes.ts';
import { confirmedColumns, isConfirmed } from '../confirmed-rules.ts';
import { FACT_OF_ITEM, type ItemKind } from '../item-kinds.ts';
import type { PolicyPack } from '../pack.ts';
import type { Condition } from '../parts.ts';
import { attributesOf } from '../problems.ts';
import type { Rule } from '../rule-kinds.ts';
import { columnsBehind } from './attribute-columns.ts';
import { KIND_READS, MOMENT_READS, PART_READS, PRESENCE_READS, SESSION_TEST_READS } from './rule-words.ts';

/** What a rule about the policy itself reads: its own head and the council's settings, not facts about people. */
export const THE_POLICY_ITSELF = 'policy';

/**
 * The facts without which a rule says nothing, as `kind.column`: the columns that it names, those that show its attributes,
 * those that its session tests look at, and those that its own words stand for. In alphabetical order.
 */
export function factsRead(pack: PolicyPack, rule: Rule): string[] {
  if (rule.kind === 'guidance' || (rule.kind === 'evidence' && rule.field === undefined && !isConfirmed(rule))) return [];
  const always = [...(KIND_READS[rule.kind] ?? []), ...clockReads(pack, rule), ...itemReads(rule), ...confirmedReads(rule)];
  const reads = new Set<string>(always);
  const parts = Object.entries(rule).filter(([name]) => !NOT_READ.has(name));
  for (const [name, value] of parts) for (const column of readsOf(pack, rule, name, value)) reads.add(column);
  return [...reads].toSorted();
}

/** Whether a text names a column of a kind of fact. */
export function isColumn(text: string): boolean {
  const [kind = '', column = ''] = text.split('.');
  return kind in FACT_KINDS && column in kindOf(kind as FactKindName).columns;
}

/** What stands in a rule without being something that it reads. */
const NOT_READ: ReadonlySet<string> = new Set([
  'id',
  'kind',
  'clause',
  'area',
  'says',
  'appliesTo',
  'strength',
  'asks',
  'auditQuestion',
  'interpretations',
  'relaxes',
  'owes',
  'series',
  'parameters',
]);

/** Parts that are tests over attributes of somebody. */
const CONDITIONS: ReadonlySet<string> = new Set(['when', 'whoWhen', 'whoIs', 'readerIs', 'agreedBy']);

function readsOf(pack: PolicyPack, rule: Rule, name: string, value: unknown): string[] {
  if (value === undefined) return [];
  if (CONDITIONS.has(name) || (name === 'needs' && rule.kind === 'eligibility'))
    return conditionReads(name === 'when' ? subjectOf(pack, rule) : 'person', value as Condition);
  const present = PRESENCE_READS[name] ?? [];
  if (typeof value === 'string') return [...present, ...wordReads(pack, rule, name, value)];
  if (Array.isArray(value)) return [...present, ...value.flatMap((part) => readsOf(pack, rule, name, part))];
  if (value === null || typeof value !== 'object') return [...present];
  return Object.entries(value).flatMap(([part, within]) => [
    ...present,
    ...fieldReads(part),
    ...(SESSION_TESTS.has(name) ? (SESSION_TEST_READS[part] ?? []) : []),
    ...readsOf(pack, rule, part, within),
  ]);
}

/** Parts that say which sessions. */
const SESSION_TESTS: ReadonlySet<string> = new Set(['which', 'counts', 'session', 'between']);

function wordReads(pack: PolicyPack, rule: Rule, name: string, value: string): readonly string[] {
  if (name === 'of' && rule.kind !== 'ratio')
    return 'phase' in rule && isPhaseOf(rule, value) ? conditionReads(subjectOf(pack, rule), value) : [];
  return [...fieldReads(value), ...(PART_READS[name]?.[value] ?? [])];
}

function isPhaseOf(rule: Rule, value: string): boolean {
  return 'phase' in rule && (rule.phase as { of?: string } | undefined)?.of === value;
}

/** A column, a moment that is worked out, or nothing. */
function fieldReads(text: string): readonly string[] {
  const moment = MOMENT_READS[text];
  if (moment !== undefined) return moment;
  const field = text.startsWith('relationship.') ? text.replace('relationship.', 'supervision-pair.') : text;
  return isColumn(field) ? [field] : [];
}

function conditionReads(subject: AttributeSubject, condition: Condition): string[] {
  return attributesOf(condition).flatMap((attribute) => [...columnsBehind(subject, attribute)]);
}

/** Kinds of item that hang on a child; the rest hang on a person. */
const OF_CHILDREN: ReadonlySet<string> = new Set(['discussion', 'allocation', 'child']);

function subjectOf(pack: PolicyPack, rule: Rule): AttributeSubject {
  if ('series' in rule && typeof rule.series === 'string' && (rule.kind === 'cadence' || rule.kind === 'counting'))
    return pack.series.find(({ id }) => id === rule.series)?.subject === 'child' ? 'child' : 'person';
  if ('of' in rule && OF_CHILDREN.has(String(rule.of))) return 'child';
  if (rule.kind === 'coverage' && (rule.covers === 'family' || rule.covers === 'open-actions')) return 'child';
  return 'subject' in rule && rule.subject === 'child' ? 'child' : 'person';
}

/** The answer, who gave it and when, and whom or what it is about. */
function confirmedReads(rule: Rule): string[] {
  if (!isConfirmed(rule)) return [];
  const { needs, may } = confirmedColumns(rule.of);
  return ['rule', 'on', 'answer', 'confirmedBy', ...needs, ...may].map((column) => `confirmation.${column}`);
}

/** What the thing that a rule is about is known by. */
function itemReads(rule: Rule): string[] {
  const of = 'of' in rule ? (rule.of as string | undefined) : undefined;
  if (of === undefined || !(of in FACT_OF_ITEM)) return [];
  const kind = FACT_OF_ITEM[of as ItemKind];
  const { key, happened } = kindOf(kind);
  const by = of === 'session' ? ['plannedStartAt', 'status'] : [...key, ...(happened === undefined ? [] : [happened])];
  return by.map((column) => `${kind}.${column}`);
}

/** What resets the clock of a rule, and what starts it. */
function clockReads(pack: PolicyPack, rule: Rule): readonly string[] {
  if (rule.kind === 'cadence') {
    const series = pack.series.find(({ id }) => id === rule.series);
    if (series === undefined) return [];
    const counting = pack.rules.filter((other) => other.kind === 'counting' && series.countedBy.includes(other.id));
    const agreed =
      rule.every === 'agreed' ? ['agreed-interval.days', 'agreed-interval.months', 'person.studentIntervalDays'] : [];
    return [...columnsBehind(series.subject, series.anchor), ...counting.flatMap((other) => factsRead(pack, other)), ...agreed];
  }
  if (rule.kind !== 'counting') return [];
  return subjectOf(pack, rule) === 'child'
    ? ['discussion.discussedOn', ...(rule.evidence === 'child-file' ? ['discussion.filedAt'] : [])]
    : ['session.startedAt', 'session.status'];
}

import { FACT_KINDS, kindOf, type FactKindName } from '../../facts/index.ts';
import type { AttributeSubject } from '../check/attributes.ts';
import type { PolicyPack } from '../pack.ts';
import type { Condition, SessionTest } from '../parts.ts';
import { attributesOf } from '../problems.ts';
import type { Rule } from '../rule-kinds.ts';
import { columnsBehind } from './attribute-columns.ts';
import { KIND_READS, WORD_READS } from './rule-words.ts';

/** What a rule about the policy itself reads: its own head and the council's settings, not facts about people. */
export const THE_POLICY_ITSELF = 'policy';

/**
 * The facts without which a rule says nothing, as `kind.column`: the columns that it names, those that show its attributes,
 * those that its session tests look at, and those that its own words stand for. In alphabetical order.
 */
export function factsRead(pack: PolicyPack, rule: Rule): string[] {
  const reads = new Set<string>([...(KIND_READS[rule.kind] ?? []), ...subjectReads(pack, rule)]);
  walk(rule, (key, value) => {
    for (const column of readsOfPart(pack, rule, key, value)) reads.add(column);
  });
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
  'clause',
  'area',
  'says',
  'appliesTo',
  'asks',
  'auditQuestion',
  'interpretations',
  'relaxes',
]);

function walk(value: unknown, visit: (key: string, value: unknown) => void, key = ''): void {
  if (Array.isArray(value)) for (const part of value) walk(part, visit, key);
  else if (value !== null && typeof value === 'object') {
    visit(key, value);
    for (const [name, part] of Object.entries(value)) {
      if (NOT_READ.has(name) && key === '') continue;
      visit(name, name);
      walk(part, visit, name);
    }
  } else visit(key, value);
}

function readsOfPart(pack: PolicyPack, rule: Rule, key: string, value: unknown): readonly string[] {
  if (typeof value === 'string') {
    if (isColumn(value)) return [value];
    return WORD_READS[value] ?? [];
  }
  if (value === null || typeof value !== 'object') return [];
  if (key === 'which' || key === 'counts') return sessionTestReads(value as SessionTest);
  if (key === '') return conditionReads(pack, rule);
  return [];
}

function sessionTestReads(test: SessionTest): string[] {
  const asked: [unknown, string][] = [
    [test.kinds, 'session.kind'],
    [test.purposes, 'session.purposes'],
    [test.statuses, 'session.status'],
    [test.modes, 'session.mode'],
    [test.cancelledBy, 'session.cancelledBy'],
    [test.discussesChildren, 'discussion.session'],
  ];
  return asked.flatMap(([part, column]) => (part === undefined ? [] : [column]));
}

function conditionReads(pack: PolicyPack, rule: Rule): string[] {
  const when = 'when' in rule ? (rule.when as Condition | undefined) : undefined;
  const phase = 'phase' in rule ? rule.phase : undefined;
  const attributes = [...(when === undefined ? [] : attributesOf(when)), ...(phase === undefined ? [] : [phase.of])];
  return attributes.flatMap((attribute) => [...columnsBehind(subjectOf(pack, rule), attribute)]);
}

function subjectOf(pack: PolicyPack, rule: Rule): AttributeSubject {
  if ('series' in rule && typeof rule.series === 'string')
    return pack.series.find(({ id }) => id === rule.series)?.subject === 'child' ? 'child' : 'person';
  return 'subject' in rule && rule.subject === 'child' ? 'child' : 'person';
}

/** What the clock of a rule, or the thing that it is about, is known by. */
function subjectReads(pack: PolicyPack, rule: Rule): readonly string[] {
  if (rule.kind === 'cadence') {
    const series = pack.series.find(({ id }) => id === rule.series);
    if (series === undefined) return [];
    const counting = pack.rules.filter((other) => other.kind === 'counting' && series.countedBy.includes(other.id));
    const agreed =
      rule.every === 'agreed' ? ['agreed-interval.days', 'agreed-interval.months', 'person.studentIntervalDays'] : [];
    return [...columnsBehind(series.subject, series.anchor), ...counting.flatMap((other) => factsRead(pack, other)), ...agreed];
  }
  if (rule.kind === 'counting')
    return subjectOf(pack, rule) === 'child' || rule.evidence === 'child-file'
      ? ['discussion.discussedOn', ...(rule.evidence === 'child-file' ? ['discussion.filedAt'] : [])]
      : ['session.startedAt', 'session.status'];
  const of = 'of' in rule ? (rule.of as string | undefined) : undefined;
  return rule.kind === 'evidence' && rule.field === undefined ? [] : (KIND_READS[`of:${of ?? ''}`] ?? []);
}

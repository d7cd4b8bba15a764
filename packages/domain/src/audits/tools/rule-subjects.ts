import type { ItemKind, PolicyPack, Rule, RuleOf } from '../../policy/index.ts';
import type { AuditedKind } from '../kinds.ts';
import { areaHead, type QuestionSubject } from './areas.ts';

const CHILDS_ITEMS: ReadonlySet<ItemKind> = new Set(['discussion', 'allocation', 'child']);

/** Areas whose questions are about children whatever the rule looks at. */
const CHILDS_AREAS: ReadonlySet<string> = new Set(['frequency-case', 'frequency-child']);

/** Ways of working show in what was said of one child, and in how somebody works as a rule. */
const AREAS_OF_PRACTICE: ReadonlySet<string> = new Set(['models']);

const NAMES_CHILD = /\bchild(?:ren)?\b|\bfamil(?:y|ies)\b/i;

/**
 * What the audit question of a rule can be asked about. Where a rule looks at something, that decides; guidance looks at nothing, and
 * is about children where its question names a child or family.
 */
export function questionSubjects(rule: Rule, pack: PolicyPack): readonly QuestionSubject[] {
  const head = areaHead(rule.area);
  if (CHILDS_AREAS.has(head)) return ['child'];
  const looksAt = lookedAt(rule, pack);
  if (looksAt !== null) return [looksAt];
  if (AREAS_OF_PRACTICE.has(head)) return ['child', 'practice'];
  return [NAMES_CHILD.test(rule.auditQuestion ?? '') ? 'child' : 'person'];
}

function lookedAt(rule: Rule, pack: PolicyPack): QuestionSubject | null {
  const computed = computedAbout(rule, pack);
  if (computed !== null) return computed;
  if (rule.kind === 'setting') return 'service';
  if ('of' in rule && rule.of !== undefined) {
    if (rule.of === 'pack') return 'service';
    return CHILDS_ITEMS.has(rule.of as ItemKind) ? 'child' : 'person';
  }
  if ('subject' in rule) return rule.subject === 'child' ? 'child' : rule.subject === 'pack' ? 'service' : 'person';
  return null;
}

const COVERED: Readonly<Record<RuleOf<'coverage'>['covers'], 'person' | 'child'>> = {
  'due-cases': 'child',
  family: 'child',
  'open-actions': 'child',
  'team-members': 'person',
  'front-door': 'person',
  'tracked-cases': 'person',
};

/**
 * Whose finding a rule gives where its answer is worked out from what is recorded: cadence, quota, deadline, threshold, coverage and
 * ratio. Null for any other rule.
 */
export function computedAbout(rule: Rule, pack: PolicyPack): Exclude<AuditedKind, 'action'> | null {
  switch (rule.kind) {
    case 'cadence':
      return pack.series.find(({ id }) => id === rule.series)?.subject ?? 'person';
    case 'quota':
      return rule.subject;
    case 'deadline':
    case 'threshold':
      return CHILDS_ITEMS.has(rule.of) ? 'child' : 'person';
    case 'coverage':
      return COVERED[rule.covers];
    case 'ratio':
      return 'person';
    default:
      return null;
  }
}

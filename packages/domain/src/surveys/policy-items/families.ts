/** What a rule's condition says of an ordinary post of each role family: in post for long, full time, in no special stage. */
import type { Condition } from '../../policy/parts.ts';
import { ROLE_FAMILY_NAMES, type RoleFamily } from '../role-families.ts';

const ATTRIBUTES: Readonly<Record<RoleFamily, ReadonlySet<string>>> = {
  'social-worker': new Set([
    'employed',
    'qualified',
    'registered',
    'case-holding',
    'front-line',
    'full-time',
    'role:social-worker',
  ]),
  'other-case-holding': new Set(['employed', 'case-holding', 'front-line', 'full-time', 'role:family-support-worker']),
  'not-case-holding': new Set(['employed', 'full-time']),
  manager: new Set(['employed', 'qualified', 'registered', 'management-post', 'supervises', 'full-time', 'role:team-manager']),
};

function holds(condition: Condition, attributes: ReadonlySet<string>): boolean {
  if (typeof condition === 'string') return attributes.has(condition);
  if ('all' in condition) return condition.all.every((part) => holds(part, attributes));
  if ('any' in condition) return condition.any.some((part) => holds(part, attributes));
  return !holds(condition.not, attributes);
}

/** Whether a rule is for an ordinary post of the family; a rule without a condition is for all. */
export function isForFamily(when: Condition | undefined, family: RoleFamily): boolean {
  return when === undefined || holds(when, ATTRIBUTES[family]);
}

/** Whether a condition on a reader holds of somebody of whom nothing particular is known. */
export function holdsOfAnybody(condition: Condition | undefined): boolean {
  return condition === undefined || holds(condition, new Set());
}

/** Families that hold cases or manage those who do. */
export const CASEWORK_FAMILIES: readonly RoleFamily[] = ROLE_FAMILY_NAMES.filter((family) => family !== 'not-case-holding');

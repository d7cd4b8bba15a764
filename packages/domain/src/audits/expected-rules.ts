import { isConfirmed, type Rule } from '../policy/index.ts';

/** Areas of a policy's rules in which it says what it expects of audits and of watching practice. */
const AUDIT_AREAS: ReadonlySet<string> = new Set(['QA/audit/oversight', 'observation']);

/** Whether a rule is one by which the policy expects audits, observations or the watching of quality. */
export function isAboutAudits({ area }: Pick<Rule, 'area'>): boolean {
  return AUDIT_AREAS.has(area);
}

/**
 * How what a rule expects comes to anybody. `due`: worked out from what is recorded, and due of whoever owes it. `asked-yearly`: asked once a
 * year about each person, and due then. `asked-drawn`: asked of single things once one is drawn. `service`: about the service as a whole,
 * which owes nothing (`of: pack`). `audited`: a question in audits. `said`: said, and neither worked out nor asked.
 */
export type Expectation = 'due' | 'asked-yearly' | 'asked-drawn' | 'service' | 'audited' | 'said';

const WORKED_OUT: ReadonlySet<Rule['kind']> = new Set<Rule['kind']>([
  'alternation',
  'cadence',
  'completeness',
  'coverage',
  'deadline',
  'eligibility',
  'quota',
  'ratio',
  'sequence',
  'standing',
  'threshold',
  'trigger',
]);

/** How what a rule expects comes to anybody. */
export function expectationOf(rule: Rule): Expectation {
  if (WORKED_OUT.has(rule.kind) || (rule.kind === 'evidence' && rule.field !== undefined)) return 'due';
  if (isConfirmed(rule)) {
    if (rule.of === 'pack') return 'service';
    return rule.of === 'person' ? 'asked-yearly' : 'asked-drawn';
  }
  return rule.auditQuestion === undefined ? 'said' : 'audited';
}

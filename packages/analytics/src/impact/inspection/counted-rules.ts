import type { Rule } from '@plumbline/domain/policy';
import { compilePolicy, type PolicyTimeline } from '@plumbline/domain/rules';

/** Areas of rules on agreements, and on supervisors, of which a pack says how each was kept. */
export const AGREEMENT_AREAS: readonly string[] = ['agreement'];
export const SUPERVISOR_AREAS: readonly string[] = ['ratio', 'who-may-supervise', 'training', 'observation'];

/** Kinds that run the clocks, or say whom and what the rules are for. */
const ALWAYS: ReadonlySet<Rule['kind']> = new Set<Rule['kind']>(['cadence', 'counting', 'scope', 'setting']);

/** The area of a rule before the first slash. */
export function areaOf({ area }: Rule): string {
  return area.split('/')[0] ?? '';
}

/**
 * The same versions with those rules alone of which a pack counts anything. Most that a policy asks is asked of each child's single
 * supervision, and in a pack it stands nowhere: leaving it out before anything is worked out takes most of the work away.
 */
export function countedInPacks(timeline: PolicyTimeline): PolicyTimeline {
  const areas = new Set([...AGREEMENT_AREAS, ...SUPERVISOR_AREAS]);
  const [first, ...rest] = timeline.map((version) => {
    const { pack } = version.policy;
    const rules = pack.rules.filter((rule) => ALWAYS.has(rule.kind) || areas.has(areaOf(rule)));
    return { ...version, policy: compilePolicy({ ...pack, rules }) };
  });
  if (first === undefined) throw new RangeError('A council’s policy has at least one version.');
  return [first, ...rest];
}

import type { PolicyPack, Rule } from '@plumbline/domain/policy';

/** An attribute and its opposite at once. */
const NEVER = { all: ['employed', { not: 'employed' }] };

/**
 * The same rule asking for what nobody can do, so that everything it looks at fails it: whoever fails this and not the rule
 * itself keeps the rule. Null for kinds whose requirements are kept whether they are met or not.
 */
export function alwaysFailing(rule: Rule): Rule | null {
  // An agreed departure would excuse some of them.
  const plain = { ...rule, deviation: undefined } as Rule;
  switch (plain.kind) {
    case 'threshold':
      return { ...plain, atLeast: Number.MAX_SAFE_INTEGER, belowIs: 'breached' } as Rule;
    case 'completeness':
      return { ...plain, oneOf: { ...plain.oneOf, [ownKey(plain.of)]: [' '] } } as Rule;
    case 'sequence':
      return { ...plain, order: [...plain.order, plain.order[0] ?? ''], mayCoincide: false } as Rule;
    case 'eligibility':
      return { ...plain, needs: NEVER, orElse: undefined } as unknown as Rule;
    case 'ratio':
      return { ...plain, atMost: -1, aboveIs: 'breached' } as Rule;
    case 'alternation':
      return { ...plain, between: [{}, {}], onlyFirst: false } as Rule;
    case 'standing':
      return { ...plain, requires: 'session-ahead', which: { kinds: [' '] } } as Rule;
    case 'coverage':
      return plain.covers === 'front-door' ? ({ ...plain, atLeast: 10_000, sameOutcomeIs: undefined } as unknown as Rule) : null;
    default:
      return null;
  }
}

/** A column that is always filled, so that it is never one of nothing. */
function ownKey(of: string): string {
  const keys: Readonly<Record<string, string>> = {
    session: 'session.session',
    discussion: 'discussion.child',
    allocation: 'allocation.child',
    relationship: 'supervision-pair.supervisee',
    record: 'record.session',
    agreement: 'agreement.supervisee',
    action: 'action.action',
    event: 'event.event',
    group: 'group.group',
    child: 'child.child',
    person: 'person.person',
    post: 'post.person',
    'stage-decision': 'stage-decision.person',
    deviation: 'deviation.person',
    'access-request': 'access-request.person',
    'front-door-contact': 'front-door-contact.contact',
  };
  return keys[of] ?? 'session.session';
}

/** A pack with one rule alone, beside the clocks that it may ask about and what narrows it. */
export function onlyRule(pack: PolicyPack, rule: Rule): PolicyPack {
  const beside = pack.rules.flatMap((one): Rule[] => {
    if (one.kind === 'scope') return one.rules?.includes(rule.id) === true ? [{ ...one, rules: [rule.id] }] : [];
    return one.kind === 'cadence' || one.kind === 'counting' ? [one] : [];
  });
  return { ...pack, rules: [...beside, rule] };
}

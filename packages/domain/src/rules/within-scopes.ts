import type { Condition, Rule, RuleOf } from '../policy/index.ts';

/** A scope that is for some rules only. */
type Narrowing = RuleOf<'scope'> & { readonly rules: readonly string[] };

/** The rules of a pack as they are asked: those that a scope names, only where that holds as well. */
export function rulesWithinScopes(rules: readonly Rule[]): readonly Rule[] {
  const scopes = rules.filter((rule): rule is Narrowing => rule.kind === 'scope' && rule.rules !== undefined);
  if (scopes.length === 0) return rules;
  return rules.map((rule) => scopes.filter((scope) => scope.rules.includes(rule.id)).reduce(narrowed, rule));
}

/** The parts of a rule that a scope adds to; a pack in which both test one field is refused. */
interface Narrowed {
  readonly when?: Condition | undefined;
  readonly where?: object | undefined;
  readonly unless?: object | undefined;
}

function narrowed(rule: Rule, scope: Narrowing): Rule {
  const { when, where, unless } = rule as Narrowed;
  return {
    ...rule,
    ...(scope.when === undefined ? {} : { when: when === undefined ? scope.when : { all: [when, scope.when] } }),
    ...(scope.where === undefined ? {} : { where: { ...where, ...scope.where } }),
    ...(scope.unless === undefined ? {} : { unless: { ...unless, ...scope.unless } }),
  } as Rule;
}

import type { PolicyPack } from './pack.ts';
import type { PackProblem } from './problems.ts';
import type { Rule, RuleOf } from './rule-kinds.ts';

/** Kinds that ask something on a day of which a scope can say whether it counts. Clocks say themselves when they hold. */
const ASKING: readonly Rule['kind'][] = [
  'deadline',
  'threshold',
  'completeness',
  'sequence',
  'standing',
  'quota',
  'evidence',
  'eligibility',
  'ratio',
  'coverage',
  'trigger',
  'alternation',
];
const ABOUT_THINGS: readonly Rule['kind'][] = ['deadline', 'threshold', 'completeness', 'sequence', 'evidence', 'eligibility'];

/** Scopes for some rules only that name what they cannot narrow. */
export function scopeProblems(pack: PolicyPack): PackProblem[] {
  return pack.rules.flatMap((rule, index) =>
    rule.kind === 'scope'
      ? problemsOf(pack, rule).map(({ part, message }) => ({ path: `rules.${index}.${part}`, rule: rule.id, message }))
      : [],
  );
}

interface Problem {
  readonly part: string;
  readonly message: string;
}

function problemsOf(pack: PolicyPack, scope: RuleOf<'scope'>): Problem[] {
  const parts = (['where', 'unless'] as const).filter((part) => scope[part] !== undefined);
  if (scope.rules === undefined)
    return parts.map((part) => ({ part, message: 'Fields are of single things: say in "rules" of which rules.' }));
  return [
    ...(scope.when === undefined && parts.length === 0
      ? [{ part: 'rules', message: 'The scope says nothing of whom these rules are for.' }]
      : []),
    ...scope.rules.flatMap((id, at) => {
      const message = whyNot(pack, scope, id);
      return message === null ? [] : [{ part: `rules.${at}`, message }];
    }),
  ];
}

/** Why a scope cannot narrow a rule; null where it can. */
function whyNot(pack: PolicyPack, scope: RuleOf<'scope'>, id: string): string | null {
  const rule = pack.rules.find((one) => one.id === id);
  if (rule === undefined) return `There is no rule "${id}".`;
  if (!ASKING.includes(rule.kind)) return `"${id}" asks for nothing by itself, or is part of a clock: a scope cannot narrow it.`;
  if (scope.when !== undefined && !isAbout(rule, scope.subject)) return `"${id}" is not about a ${scope.subject}.`;
  if (scope.where === undefined && scope.unless === undefined) return null;
  if (!ABOUT_THINGS.includes(rule.kind)) return `"${id}" is not about single things, so no field of theirs can narrow it.`;
  const twice = (['where', 'unless'] as const).flatMap((part) => {
    const own = (rule as { where?: object; unless?: object })[part] ?? {};
    return Object.keys(scope[part] ?? {}).filter(
      (field) => Object.hasOwn(own, field) || isTestedBefore(pack, scope, id, part, field),
    );
  });
  return twice.length === 0 ? null : `"${id}" tests ${twice.join(', ')} already.`;
}

/** Whether a scope further up tests the same field of the same rule. */
function isTestedBefore(pack: PolicyPack, scope: RuleOf<'scope'>, id: string, part: 'where' | 'unless', field: string): boolean {
  return pack.rules
    .slice(0, pack.rules.indexOf(scope))
    .some((rule) => rule.kind === 'scope' && rule.rules?.includes(id) === true && Object.hasOwn(rule[part] ?? {}, field));
}

const OF_CHILDREN = ['discussion', 'allocation', 'child'];
const OF_EITHER = ['action', 'event'];
const COVERS_CHILDREN = ['due-cases', 'family', 'open-actions'];

/** Of whom the conditions of a rule are tested. */
function isAbout(rule: Rule, subject: RuleOf<'scope'>['subject']): boolean {
  const isChild = (is: boolean): boolean => subject === (is ? 'child' : 'person');
  if (rule.kind === 'standing' || rule.kind === 'quota') return rule.subject === subject;
  if (rule.kind === 'coverage') return isChild(COVERS_CHILDREN.includes(rule.covers));
  if (!ABOUT_THINGS.includes(rule.kind)) return isChild(false);
  const of = String((rule as { of?: string }).of ?? '');
  return OF_EITHER.includes(of) ? subject === 'person' || subject === 'child' : isChild(OF_CHILDREN.includes(of));
}

import { expect, test } from 'vitest';
import { cadence, makePack, rule } from '../rules/_pack.ts';
import { parsePack } from './problems.ts';
import type { Rule } from './rule-kinds.ts';

const RULES: readonly Rule[] = [
  cadence({ id: 'MONTHLY', series: 'own', when: 'employed', every: { months: 1 } }),
  rule({ id: 'TOPICS', kind: 'guidance' }),
  rule({
    id: 'POINT',
    kind: 'deadline',
    of: 'post',
    where: { 'post.isFrontLine': [true] },
    from: 'post.from',
    within: { months: 1 },
    metBy: { event: 'probation-point' },
    owes: 'supervisor',
  }),
  rule({ id: 'FILED', kind: 'completeness', of: 'discussion', requires: ['discussion.filedAt'], owes: 'supervisor' }),
  rule({ id: 'AHEAD', kind: 'standing', subject: 'person', when: 'employed', requires: 'session-ahead', owes: 'supervisor' }),
];

function problemsWith(...scopes: readonly Partial<Extract<Rule, { kind: 'scope' }>>[]): string[] {
  const all = scopes.map((parts, n) => rule({ id: `SCOPE-${n}`, kind: 'scope', subject: 'person', ...parts }));
  const parsed = parsePack(makePack([...RULES, ...all]));
  return parsed.ok ? [] : parsed.problems.map(({ path, rule: id, message }) => `${path} [${id}] ${message}`);
}

test('a scope narrows rules about the same kind of subject, by condition or by field', () => {
  expect(problemsWith({ rules: ['POINT', 'AHEAD'], when: 'role:social-worker' })).toEqual([]);
  expect(problemsWith({ rules: ['POINT'], where: { 'post.contract': ['permanent'] } })).toEqual([]);
  expect(problemsWith({ when: 'employed' })).toEqual([]);
});

test.each([
  ['a rule that is not there', { rules: ['NONE'], when: 'employed' }, 'rules.0 [SCOPE-0] There is no rule "NONE".'],
  [
    'a clock, which says itself when it holds',
    { rules: ['POINT', 'MONTHLY'], when: 'employed' },
    'rules.1 [SCOPE-0] "MONTHLY" asks for nothing by itself, or is part of a clock: a scope cannot narrow it.',
  ],
  [
    'what asks for nothing',
    { rules: ['TOPICS'], when: 'employed' },
    'rules.0 [SCOPE-0] "TOPICS" asks for nothing by itself, or is part of a clock: a scope cannot narrow it.',
  ],
  [
    'a rule about children by what people are',
    { rules: ['FILED'], when: 'employed' },
    'rules.0 [SCOPE-0] "FILED" is not about a person.',
  ],
  [
    'a rule about every day by a field',
    { rules: ['AHEAD'], where: { 'post.contract': ['permanent'] } },
    'rules.0 [SCOPE-0] "AHEAD" is not about single things, so no field of theirs can narrow it.',
  ],
  [
    'a field that the rule tests itself',
    { rules: ['POINT'], where: { 'post.isFrontLine': [false] } },
    'rules.0 [SCOPE-0] "POINT" tests post.isFrontLine already.',
  ],
  ['rules without saying of whom', { rules: ['POINT'] }, 'rules [SCOPE-0] The scope says nothing of whom these rules are for.'],
  [
    'a field without rules',
    { unless: { 'post.contract': ['agency'] } },
    'unless [SCOPE-0] Fields are of single things: say in "rules" of which rules.',
  ],
] as const)('refuses %s', (_what, parts, told) => {
  // Two rules count what resets the clocks of the invented pack, and five more stand before the scope.
  expect(problemsWith(parts as never)).toEqual([`rules.7.${told}`]);
});

test('two scopes cannot test one field of the same rule', () => {
  const one = { rules: ['POINT'], where: { 'post.contract': ['permanent'] } };
  expect(problemsWith(one, one)).toEqual(['rules.8.rules.0 [SCOPE-1] "POINT" tests post.contract already.']);
});

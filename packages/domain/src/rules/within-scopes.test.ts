import { expect, test } from 'vitest';
import type { FactOf } from '../facts/index.ts';
import type { Rule } from '../policy/index.ts';
import { dutiesOf } from './_ask.ts';
import { facts } from './_facts.ts';
import { rule } from './_pack.ts';
import { rulesWithinScopes } from './within-scopes.ts';

const LOOKED_AT = rule({
  id: 'LOOKED-AT',
  kind: 'deadline',
  of: 'post',
  where: { 'post.isFrontLine': [true] },
  from: 'post.from',
  within: { months: 1 },
  metBy: { event: 'probation-point' },
  owes: 'line-manager',
});
const OTHER = rule({
  id: 'OTHER',
  kind: 'deadline',
  of: 'post',
  from: 'post.from',
  within: { months: 1 },
  metBy: { event: 'probation-end' },
  owes: 'line-manager',
});

const scope = (parts: Partial<Extract<Rule, { kind: 'scope' }>>): Rule =>
  rule({ id: 'SCOPE', kind: 'scope', subject: 'person', rules: ['LOOKED-AT'], ...parts });

/** Two posts of one person at the same time: one of an agency, one permanent. */
const post = (name: string, contract: FactOf<'post'>['contract'], joinedFrom: FactOf<'post'>['joinedFrom'] = 'outside') => ({
  person: 'A',
  post: name,
  role: 'social-worker' as const,
  team: 'T',
  from: '2026-03-02',
  contract,
  joinedFrom,
  isFrontLine: true,
});
const AT_WORK = facts({
  person: [{ person: 'A', employedFrom: '2026-03-02' }],
  post: [post('P1', 'permanent'), post('P2', 'agency')],
});

function asked(rules: readonly Rule[]): string[] {
  return dutiesOf(rules, AT_WORK).map((duty) => `${duty.rule} ${duty.subject.split('|')[1]}`);
}

test('a scope that names rules narrows them, field by field, and leaves the others as they are', () => {
  expect(asked([LOOKED_AT, OTHER]).toSorted()).toEqual(['LOOKED-AT P1', 'LOOKED-AT P2', 'OTHER P1', 'OTHER P2']);
  expect(asked([LOOKED_AT, OTHER, scope({ where: { 'post.contract': ['permanent'] } })]).toSorted()).toEqual([
    'LOOKED-AT P1',
    'OTHER P1',
    'OTHER P2',
  ]);
  expect(asked([LOOKED_AT, scope({ unless: { 'post.contract': ['permanent'] } })])).toEqual(['LOOKED-AT P2']);
  expect(asked([LOOKED_AT, scope({ where: { 'post.joinedFrom': ['other-service'] } })])).toEqual([]);
});

test('what the rule tests itself goes on being tested, and several scopes hold together', () => {
  const unlikely = { ...LOOKED_AT, where: { 'post.isFrontLine': [false] } } as Rule;
  expect(asked([unlikely, scope({ where: { 'post.contract': ['permanent'] } })])).toEqual([]);
  const both = [scope({ where: { 'post.contract': ['permanent'] } }), scope({ where: { 'post.joinedFrom': ['same-service'] } })];
  expect(asked([LOOKED_AT, ...both])).toEqual([]);
});

test('a condition is tested of the person, beside the condition of the rule', () => {
  expect(asked([LOOKED_AT, scope({ when: 'role:social-worker' })])).toEqual(['LOOKED-AT P1', 'LOOKED-AT P2']);
  expect(asked([LOOKED_AT, scope({ when: 'role:team-manager' })])).toEqual([]);
  const ofManagers = { ...LOOKED_AT, when: 'role:team-manager' } as Rule;
  expect(asked([ofManagers, scope({ when: 'role:social-worker' })])).toEqual([]);
});

test('a scope for the whole policy narrows nothing, and a pack without scopes stays what it is', () => {
  expect(asked([LOOKED_AT, rule({ id: 'ALL', kind: 'scope', subject: 'person', when: 'role:team-manager' })])).toHaveLength(2);
  const rules = [LOOKED_AT, OTHER];
  expect(rulesWithinScopes(rules)).toBe(rules);
});

import type { PolicyPack } from '@plumbline/domain/policy';
import { compilePolicy } from '@plumbline/domain/rules';
import { loadPack } from '@plumbline/policies';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { childHistory } from '../histories/child-history.ts';
import { personHistory } from '../histories/person-history.ts';
import { engineResults, slowResults } from './compare.ts';

/** Whether generated histories tell a pack from a slightly different one. Were they blind to it, agreement would prove nothing. */
function isNoticed(pack: PolicyPack, other: PolicyPack, series: string): boolean {
  const policy = compilePolicy(other);
  const isPerson = pack.series.find((one) => one.id === series)?.subject === 'person';
  const ref = isPerson ? 'S1' : 'C1';
  const same = fc.property(isPerson ? personHistory : childHistory, (facts) => {
    const slow = slowResults(pack, series, isPerson ? 'person' : 'child', ref, facts);
    return JSON.stringify(engineResults(policy, series, ref, facts).map(sorted)) === JSON.stringify(slow.map(sorted));
  });
  return fc.check(same, { seed: 7, numRuns: 150, unbiased: true, endOnFailure: true }).failed;
}

function sorted(result: object): [string, unknown][] {
  return Object.entries(result).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

type Conventions = PolicyPack['conventions'];

function withConventions(pack: PolicyPack, changes: Partial<Conventions>): PolicyPack {
  return { ...pack, conventions: { ...pack.conventions, ...changes } };
}

const CITES = 'a test';

test.each([
  ['wirral', 'case-supervision', { tightening: { value: 'last-plus-interval', cites: CITES } }],
  ['bcp', 'own-supervision', { tightening: { value: 'change-plus-interval', cites: CITES } }],
  ['wirral', 'case-supervision', { phaseBoundary: { value: 'open-at-end', cites: CITES } }],
  ['wirral', 'own-supervision', { newlyQualifiedFrom: { value: 'practice', cites: CITES } }],
  ['shropshire', 'own-supervision', { newlyQualifiedFrom: { value: 'employment', cites: CITES } }],
] as const)('%s %s with another convention is noticed: %o', (id, series, changes) => {
  const pack = loadPack(id);
  expect(isNoticed(pack, withConventions(pack, changes), series)).toBe(true);
});

test.each([
  ['wirral', 'case-supervision', 'WIR-11.T4'],
  ['wirral', 'case-supervision', 'WIR-11.T8'],
  ['bcp', 'own-supervision', 'BCP-formal-16'],
  ['kent', 'family-discussion', 'KEN-2.21'],
  ['shropshire', 'own-supervision', 'SHR-A5-8'],
])('%s %s without %s is noticed', (id, series, rule) => {
  const pack = loadPack(id);
  const without = pack.rules.filter((one) => one.id !== rule);
  expect(without).toHaveLength(pack.rules.length - 1);
  expect(isNoticed(pack, { ...pack, rules: without }, series)).toBe(true);
});

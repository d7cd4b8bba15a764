import { policyForMe, ruleDetail } from '@plumbline/analytics/prepare';
import { loadPack } from '@plumbline/policies';
import { expect, test } from 'vitest';

const KENT = loadPack('kent');

function parametersOf(id: string): Record<string, string> {
  return Object.fromEntries((ruleDetail(KENT, id)?.parameters ?? []).map(({ name, value }) => [name, value]));
}

test('a limit says which event meets it, and from when it counts', () => {
  expect(parametersOf('KEN-3.18.fourth')).toMatchObject({
    'Time limit': 'Within four months (the first day in the post)',
    'Met by': 'Probation looked at, point 4, later than three months on',
  });
  expect(parametersOf('KEN-3.18')['Met by']).toBe('Probation looked at, point 1, after the first day');
});

test('a rule says what further rules say of whom it is for, and they say which rules they narrow', () => {
  const scope = KENT.rules.find(({ id }) => id === 'KEN-3.15');
  expect(parametersOf('KEN-3.18.fourth')['As KEN-3.15 says']).toBe(scope?.says);
  expect(parametersOf('KEN-3.15')).toEqual({
    'Only where': 'Contract is permanent',
    'For these rules only': 'KEN-3.14, KEN-3.18, KEN-3.18.fourth and KEN-3.18.fifth',
  });
  expect(Object.keys(parametersOf('KEN-3.19')).filter((name) => name.startsWith('As '))).toEqual([]);
});

test('what narrows some rules does not say whom the whole policy is for', () => {
  const nobody = { attributes: [], deciding: [], holding: [], children: [], owes: [] };
  const onlyNarrowing = { ...KENT, rules: KENT.rules.filter(({ id }) => id !== 'KEN-1.1') };
  expect(policyForMe(KENT, nobody).isInScope).toBe(false);
  expect(policyForMe(onlyNarrowing, nobody).isInScope).toBeNull();
  const byCondition = onlyNarrowing.rules.map((rule) => (rule.kind === 'scope' ? { ...rule, when: 'employed' } : rule));
  expect(policyForMe({ ...KENT, rules: byCondition }, nobody).isInScope).toBeNull();
});

import { checkPolicy } from '@plumbline/domain/policy/check';
import { expect, test } from 'vitest';
import { listShippedIds, loadPack } from '../src/load.ts';

/** Beyond its shape nothing is wrong with a pack that we ship: no holes, no dead phases, no attribute that nothing feeds. */
test.each(listShippedIds())('%s has no problems', (id) => {
  const problems = checkPolicy(loadPack(id)).filter(({ severity }) => severity === 'problem');
  expect(problems).toEqual([]);
});

test('a phase that can never hold is found', () => {
  const pack = structuredClone(loadPack('wirral'));
  const rule = pack.rules.find(({ id }) => id === 'WIR-11.T7');
  if (rule?.kind !== 'cadence' || rule.phase === undefined) throw new Error('WIR-11.T7 has a phase');
  rule.phase.upTo = { months: 2 };
  const found = checkPolicy(pack).filter(({ severity, rule: id }) => severity === 'problem' && id === 'WIR-11.T7');
  expect(found.length).toBeGreaterThan(0);
});

import { runScenario } from '@plumbline/domain/policy/scenarios';
import { compilePolicy } from '@plumbline/domain/rules';
import { describe, expect, test } from 'vitest';
import { listShippedIds, loadPack } from '../src/load.ts';
import { loadScenarios } from '../src/load-scenarios.ts';

describe.each(listShippedIds())('%s', (id) => {
  const policy = compilePolicy(loadPack(id));
  const scenarios = loadScenarios(id).flatMap(({ file, content }) =>
    content.scenarios.map((scenario) => ({ name: `${file}: ${scenario.title}`, scenario, given: content.given })),
  );

  test.each(scenarios)('$name', ({ scenario, given }) => {
    expect(runScenario(policy, scenario, given)).toEqual([]);
  });
});

test('a wrong expectation is found, field by field', () => {
  const policy = compilePolicy(loadPack('wirral'));
  const given = {
    person: [{ person: 'B', employedFrom: '2020-01-06', isSocialWorkQualified: true }],
    held: { B: ['2026-03-02'] },
  };
  const ask = { on: '2026-03-20', person: 'B', series: 'own-supervision' };
  const differences = runScenario(policy, {
    title: 'Wrong',
    given,
    ask: [{ ...ask, expect: { finding: 'overdue', dueOn: '2026-04-03', rule: 'WIR-6.2e' } }],
  });
  expect(differences).toEqual([
    { scenario: 'Wrong', question: 0, of: 'finding', expected: 'overdue', found: 'due' },
    { scenario: 'Wrong', question: 0, of: 'dueOn', expected: '2026-04-03', found: '2026-04-02' },
  ]);
  expect(
    runScenario(policy, { title: 'Nobody', given, ask: [{ ...ask, person: 'X', expect: { finding: 'due' } }] }),
  ).toMatchObject([{ found: 'nothing asked' }]);
});

test('a slip in the facts of a scenario is named', () => {
  const policy = compilePolicy(loadPack('wirral'));
  const ask = [{ on: '2026-03-20', person: 'B', series: 'own-supervision', expect: { finding: 'due' as const } }];
  expect(() => runScenario(policy, { title: 'Kind', given: { persons: [] }, ask })).toThrow(
    'There is no kind of fact "persons".',
  );
  expect(() =>
    runScenario(policy, { title: 'Column', given: { person: [{ person: 'B', employed: '2026-01-01' }] }, ask }),
  ).toThrow('person has no column "employed".');
  expect(() =>
    runScenario(policy, { title: 'Value', given: { person: [{ person: 'B', employedFrom: '31/01/2026' }] }, ask }),
  ).toThrow('person, employedFrom');
});

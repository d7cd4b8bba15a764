import type { PolicyPack, Rule } from '@plumbline/domain/policy';
import type { ScenarioFile } from '@plumbline/domain/policy/scenarios';
import { loadPack } from '@plumbline/policies';
import { expect, test } from 'vitest';
import { changesOf } from './change-values.ts';
import { mutatePack, shareKilled } from './mutate-pack.ts';
import { mutantsOf } from './mutants.ts';

const KENT = loadPack('kent');

function ruleOf(id: string, pack: PolicyPack = KENT): Rule {
  const rule = pack.rules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`There is no ${id}.`);
  return rule;
}

/** A pack of two rules, so that what is counted can be counted by hand. */
function small(): PolicyPack {
  const rules = [ruleOf('KEN-2.26'), ruleOf('KEN-3.12')];
  const series = KENT.series
    .filter(({ id }) => id === 'professional-support')
    .map((one) => ({ ...one, countedBy: ['KEN-3.12'] }));
  return { ...KENT, series, rules };
}

test('numbers go up and down, units and comparators turn, and parts are left out one at a time', () => {
  const changes = changesOf(ruleOf('KEN-2.13')).map(({ what }) => what);
  for (const what of [
    'atLeast: 60 → 61',
    'atLeast: 60 → 59',
    'atMost: 90 → 91',
    'without atMost',
    'which.kinds: without casework',
    'which.statuses: without held',
    'without which',
    'aboveIs: advisory → breached',
    'strength: should → recommended',
  ])
    expect(changes).toContain(what);
  expect(changes.some((what) => what.startsWith('measures: netMinutes → '))).toBe(true);
  expect(changes.some((what) => what.startsWith('says') || what.startsWith('clause'))).toBe(false);
});

test('a length changes its unit, a condition its sense, and a limit its direction', () => {
  const cadence = changesOf(ruleOf('KEN-2.2')).map(({ what }) => what);
  expect(cadence).toContain('every.days: 42 days → 42 workingDays');
  expect(cadence).toContain('when.all.0: employed → not employed');
  expect(cadence).toContain('when.all: without employed');
  const deadline = changesOf(ruleOf('KEN-2.24')).map(({ what }) => what);
  expect(deadline).toContain('within → before');
  expect(deadline).toContain('within.hours: 24 hours → 1 days');
});

test('only packs that are still packs come out, each with one rule changed', () => {
  const mutants = [...mutantsOf(KENT)];
  expect(mutants.length).toBeGreaterThan(100);
  for (const { rule, pack } of mutants.filter((one) => one.rule !== null)) {
    const changed = pack.rules.filter((one, n) => one !== KENT.rules[n]);
    expect(changed.map(({ id }) => id)).toEqual([rule]);
  }
  // Nothing in Kent's rules is newly qualified, so that convention changes nothing there.
  expect(mutants.some(({ what }) => what.startsWith('newlyQualifiedFrom'))).toBe(false);
  expect(mutants.some(({ what }) => what.startsWith('tightening'))).toBe(true);
});

/** Professional support within ninety days: 5 January + 90 = 5 April, asked on that day and on the day after. */
const EDGE: ScenarioFile = {
  about: 'One',
  scenarios: [
    {
      title: 'Ninety days',
      given: { person: [{ person: 'A', employedFrom: '2026-01-05' }] },
      ask: [
        { on: '2026-04-05', person: 'A', series: 'professional-support', expect: { finding: 'due', dueOn: '2026-04-05' } },
        { on: '2026-04-06', person: 'A', series: 'professional-support', expect: { finding: 'overdue', daysLate: 1 } },
      ],
    },
  ],
};

test('an example on the edge notices every other number; without one nothing is noticed', () => {
  const survivors = (files: readonly { file: string; content: ScenarioFile }[]): string[] =>
    mutatePack(small(), files, [])
      .find(({ rule }) => rule === 'KEN-2.26')
      ?.survivors.slice() ?? [];
  const without = survivors([]);
  for (const what of ['every.days: 90 → 91', 'every.days: 90 → 89', 'when: employed → not employed'])
    expect(without).toContain(what);
  const left = survivors([{ file: 'a.yaml', content: EDGE }]);
  expect(left).toEqual(['strength: must → should']);
});

test('the verb of the row notices another strength', () => {
  const rows = [{ id: 'KEN-2.26', class: 'computed', strength: 'must', section: '2', title: 'Ninety days' }] as const;
  const results = mutatePack(small(), [{ file: 'a.yaml', content: EDGE }], rows);
  expect(results.find(({ rule }) => rule === 'KEN-2.26')?.survivors).toEqual([]);
});

test('the share leaves out what changes nothing', () => {
  expect(shareKilled([{ rule: 'A', killed: 3, survivors: ['x'], twins: ['y', 'z'] }])).toBe(0.75);
  expect(shareKilled([])).toBe(1);
});

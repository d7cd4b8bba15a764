import { expect, test } from 'vitest';
import { attack } from './attack.ts';
import { publishNaively } from './naive.ts';
import { planOf, runScenario } from './scenario.ts';
import { chanceFrom, makeAttacked, type AttackedCouncil } from './council.ts';
import { truthOf } from './truth.ts';

const COUNCILS = Array.from({ length: 40 }, (_, i) => 50_001 + i);

test('gives nothing under the floor away, in 40 councils with their later views', () => {
  const results = COUNCILS.map((seed) => runScenario(seed, false));
  expect(results.flatMap(({ onReleases, seed }) => onReleases.recovered.map((found) => ({ seed, ...found })))).toEqual([]);
  expect(results.filter(({ releases }) => releases > 0).length).toBeGreaterThan(35);
  const attacked = results.reduce((sum, { onReleases }) => sum + onReleases.attacked, 0);
  expect(attacked).toBeGreaterThan(100);
}, 600_000);

test('breaks what is published without care, by either of the usual shortcuts', () => {
  const found = COUNCILS.slice(0, 10).flatMap((seed) => {
    const council = makeAttacked(seed);
    const plan = planOf(council, chanceFrom(1));
    const isByRoute = plan.breakdowns.some(({ id }) => id.includes('route'));
    const truth = truthOf(council, isByRoute);
    return (['floors-only', 'hide-two'] as const).flatMap((shortcut) =>
      attack(truth, [publishNaively(truth, plan, shortcut)]).recovered.map(({ how }) => `${shortcut} ${how}`),
    );
  });
  for (const how of ['floors-only exact', 'floors-only narrow', 'hide-two exact', 'hide-two narrow', 'floors-only difference'])
    expect(found).toContain(how);
});

/** Three services of one cell each; 3, 12 and 20 of 25 people have replied, each to the one question. */
function threeServices(): AttackedCouncil {
  const { instrument } = makeAttacked(1);
  const [item] = instrument.items;
  if (item === undefined) throw new Error('The form has no question.');
  const cells = ['a', 'b', 'c'].map((id) => ({
    id,
    label: id,
    services: [id],
    roleFamilies: ['manager' as const],
    headCount: 25,
  }));
  const question = {
    ...item,
    id: 'q',
    kind: 'scale' as const,
    scale: 'agreement' as const,
    blocks: ['everybody' as const],
    roleFamilies: null,
    isAboutSupervisor: false,
  };
  const ballots = [3, 12, 20].flatMap((count, c) =>
    Array.from({ length: count }, (_, i) => ({
      cell: cells[c]?.id ?? '',
      answers: { route: 'receives' as const, values: { q: { kind: 'choice' as const, value: String(1 + (i % 5)) } } },
    })),
  );
  return { seed: 0, instrument: { ...instrument, items: [question] }, cells, ballots };
}

test('takes the shown services from the whole, which gives the hidden one back', () => {
  const council = threeServices();
  const groups = council.cells.map(({ id }) => ({ id: `service:${id}`, label: id, cells: [id], routes: null }));
  const whole = { id: 'whole', label: 'whole', cells: ['a', 'b', 'c'], routes: null };
  const plan = {
    format: 1,
    roundId: 'r',
    floors: { scores: 5, managed: 8, crosses: 10 },
    breakdowns: [
      { id: 'whole', kind: 'whole', label: '', groups: [whole] },
      { id: 'service', kind: 'service', label: '', groups },
    ],
  } as const;
  const truth = truthOf(council, false);
  const { recovered } = attack(truth, [publishNaively(truth, plan, 'floors-only')]);
  expect(recovered).toContainEqual({ how: 'exact', target: 'service:a', question: null, low: 3, high: 3 });
  expect(recovered).toContainEqual({ how: 'exact', target: 'service:a', question: 'q', low: 3, high: 3 });
});

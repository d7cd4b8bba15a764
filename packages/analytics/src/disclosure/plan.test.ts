import type { Cell } from '@plumbline/domain/surveys';
import { expect, test } from 'vitest';
import { cell, planFor } from './_rounds.ts';
import { floorOf, planProblems } from './plan.ts';
import { LEAST_FLOORS } from './release.ts';

test('the usual plan goes by service and by role family, and everybody is in the whole', () => {
  const cells = [cell('c1', 'a', 20), cell('c2', 'a', 20, 'manager'), cell('c3', 'b', 20)];
  const groups = planFor(cells).breakdowns.map(({ id, groups: own }) => [id, own.map((group) => [group.id, group.cells])]);
  expect(groups).toEqual([
    ['whole', [['whole', ['c1', 'c2', 'c3']]]],
    [
      'service',
      [
        ['service:a', ['c1', 'c2']],
        ['service:b', ['c3']],
      ],
    ],
    [
      'role-family',
      [
        ['role-family:social-worker', ['c1', 'c3']],
        ['role-family:manager', ['c2']],
      ],
    ],
  ]);
});

test('services that share a merged cell stand in one group, and a breakdown of one group is none', () => {
  const merged: Cell = { id: 'c1', label: '', services: ['a', 'b'], roleFamilies: ['manager', 'social-worker'], headCount: 12 };
  const plan = planFor([merged, cell('c2', 'b', 20), cell('c3', 'c', 20)]);
  expect(plan.breakdowns.map(({ id, groups }) => [id, groups.map((group) => group.id)])).toEqual([
    ['whole', ['whole']],
    ['service', ['service:a+b', 'service:c']],
  ]);
});

// Five for anybody, eight where managers read about their own people or the question is about one's supervisor, ten for two attributes.
test('floors are 5, 8 and 10 by what a group goes by and what is asked', () => {
  const floors = (['whole', 'role-family', 'route', 'service', 'cell', 'service-by-route', 'own'] as const).map((kind) => [
    floorOf(kind, LEAST_FLOORS),
    floorOf(kind, LEAST_FLOORS, true),
  ]);
  expect(floors).toEqual([
    [5, 8],
    [5, 8],
    [5, 8],
    [8, 8],
    [10, 10],
    [10, 10],
    [10, 10],
  ]);
});

test('a plan names what is wrong with it', () => {
  const cells = [cell('c1', 'a', 20), cell('c2', 'b', 20)];
  const plan = planFor(cells);
  expect(planProblems(plan, cells)).toEqual([]);
  const lowered = { ...plan, floors: { scores: 5, managed: 7, crosses: Number.NaN } };
  expect(planProblems(lowered, cells)).toEqual([
    { kind: 'floor-lowered', floor: 'managed', least: 8 },
    { kind: 'floor-lowered', floor: 'crosses', least: 10 },
  ]);
  expect(planProblems({ ...plan, breakdowns: plan.breakdowns.slice(1) }, cells)).toContainEqual({ kind: 'no-whole' });
  expect(planProblems(plan, [cell('c1', 'a', 20)])).toContainEqual({ kind: 'unknown-cell', group: 'whole', cell: 'c2' });
  const twice = { ...plan, breakdowns: [...plan.breakdowns, ...plan.breakdowns.slice(1)] };
  expect(planProblems(twice, cells)).toContainEqual({ kind: 'duplicate-group', group: 'service:a' });
});

import type { Cell, RoleFamily } from '@plumbline/domain/surveys';
import { expect, it } from 'vitest';
import type { Release } from '../disclosure/release.ts';
import { publishedRates } from './published-rates.ts';

const cell = (id: string, ...roleFamilies: RoleFamily[]): Cell => ({
  id,
  label: id,
  services: ['North'],
  roleFamilies,
  headCount: 20,
});
const CELLS = [cell('c1', 'social-worker'), cell('c2', 'social-worker'), cell('c3', 'manager', 'not-case-holding')];

function releaseOf(groups: Record<string, readonly string[]>, shown: Record<string, number | null>): Release {
  const planned = Object.entries(groups).map(([id, cells]) => ({
    id,
    label: id,
    cells,
    routes: id.startsWith('route') ? ['gives'] : null,
  }));
  const rates = Object.entries(shown).map(([group, percent]) => ({
    breakdown: 'roles',
    group,
    state: percent === null ? ('not-shown' as const) : ('shown' as const),
    headCount: 40,
    replies: null,
    percent,
    isCapped: false,
  }));
  return { plan: { breakdowns: [{ id: 'roles', label: 'Roles', groups: planned }] }, rates } as unknown as Release;
}

it('takes the published rate of a group that is one whole family', () => {
  const release = releaseOf({ workers: ['c1', 'c2'], others: ['c3'], north: ['c1'] }, { workers: 61, others: 40, north: 75 });
  expect(publishedRates(release, CELLS)).toEqual({ 'social-worker': 61 });
});

it('tells nothing of a group that was not shown, or that took a route', () => {
  expect(publishedRates(releaseOf({ 'route-gives': ['c1', 'c2'] }, { 'route-gives': 80 }), CELLS)).toEqual({});
  expect(publishedRates(releaseOf({ workers: ['c1', 'c2'] }, { workers: null }), CELLS)).toEqual({});
});

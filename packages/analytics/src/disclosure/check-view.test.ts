import { expect, test } from 'vitest';
import { cell, formOf, hash, mixed, planFor, said } from './_rounds.ts';
import { checkView, type ViewRound } from './check-view.ts';
import { makeRelease } from './make-release.ts';
import type { PlannedBreakdown } from './release.ts';

const COUNTS = [3, 12, 20, 14, 30, 16];
const cells = COUNTS.map((_, i) => cell(`c${i}`, `s${Math.floor(i / 2)}`, 40));
const round = { instrument: formOf('q'), cells, ballots: COUNTS.flatMap((count, i) => said(`c${i}`, mixed(count), 'q')), hash };
const first = makeRelease({ ...round, plan: planFor(cells), earlier: [] });
const shown: ViewRound = { ...round, releases: first.ok ? [first.release] : [] };

function view(...groups: string[][]): PlannedBreakdown {
  const planned = groups.map((own) => ({ id: `v:${own.join('+')}`, label: '', cells: own, routes: null }));
  return { id: 'v', kind: 'own', label: '', groups: planned };
}

test('the round has its three services published', () => {
  expect(first.ok && first.release.plan.breakdowns.map(({ groups }) => groups.length)).toEqual([1, 3]);
});

test('a group that is a service without its three replies from one cell is refused at once', () => {
  // Service s0 has 15 replies, of which 12 came from c1: the difference is the 3 from c0.
  expect(checkView(view(['c1']), shown)).toEqual({
    ok: false,
    problems: [{ kind: 'difference-too-small', group: 'v:c1', other: 'service:s0', sequence: 1 }],
  });
});

test('cells of a service with enough replies each become the next release', () => {
  const checked = checkView(view(['c2'], ['c3']), shown);
  expect(checked.ok && checked.release).toMatchObject({ sequence: 2 });
  const tables = checked.ok ? checked.release.tables.filter(({ breakdown }) => breakdown === 'v') : [];
  expect(tables.map(({ state }) => state)).toEqual(['shown', 'shown']);
});

test('three views that each differ from every other by enough may not be shown together where they give three replies back', () => {
  const mixedUp = checkView(view(['c0', 'c2', 'c4']), shown);
  const withOne = mixedUp.ok ? [...shown.releases, mixedUp.release] : [];
  const second = checkView(view(['c2']), { ...shown, releases: withOne });
  expect(second.ok).toBe(true);
  const withTwo = second.ok ? [...withOne, second.release] : [];
  // c0+c2+c4 less c2 less c4 would be the three replies of c0; no two of them differ by fewer than five.
  expect(checkView(view(['c4']), { ...shown, releases: withTwo })).toEqual({
    ok: false,
    problems: [{ kind: 'not-proved', target: 'v', question: null }],
  });
  expect(checkView(view(['c4']), shown).ok).toBe(true);
});

test('without a first release there is nothing to add a view to, and an unknown cell is named', () => {
  expect(checkView(view(['c1']), { ...round, releases: [] })).toEqual({ ok: false, problems: [{ kind: 'no-whole' }] });
  expect(checkView(view(['c9']), shown)).toEqual({ ok: false, problems: [{ kind: 'unknown-cell', group: 'v:c9', cell: 'c9' }] });
});

import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { contracted, findSmallCut, type GradeEdge } from './small-cut.ts';

const edge = (a: number, b: number, person: string): GradeEdge => ({ a, b, person });

/** Whether any way to part the ends in two cuts some edges, of fewer persons than that: by trying them all. */
function hasSmallCut(edges: readonly GradeEdge[], ends: number, fewest: number): boolean {
  for (let side = 1; side < 2 ** (ends - 1); side += 1) {
    const cut = edges.filter(({ a, b }) => ((side >> a) & 1) !== ((side >> b) & 1));
    if (cut.length > 0 && new Set(cut.map(({ person }) => person)).size < fewest) return true;
  }
  return false;
}

it('finds a small cut exactly where there is one, if nobody has two edges', () => {
  const ends = fc.integer({ min: 2, max: 7 });
  const graphs = ends.chain((count) => {
    const end = fc.integer({ min: 0, max: count - 1 });
    return fc.record({ count: fc.constant(count), pairs: fc.array(fc.tuple(end, end), { maxLength: 40 }) });
  });
  fc.assert(
    fc.property(graphs, fc.integer({ min: 1, max: 8 }), ({ count, pairs }, fewest) => {
      const edges = pairs.map(([a, b], i) => edge(a, b, `p${i}`));
      const cut = findSmallCut(edges, count, fewest);
      expect(cut !== null).toBe(hasSmallCut(edges, count, fewest));
      if (cut === null) return;
      expect(cut.length).toBeGreaterThan(0);
      expect(cut.length).toBeLessThan(fewest);
    }),
    { numRuns: 500 },
  );
});

it('counts a person with several edges once, and never calls a cut small that is not', () => {
  const twice = [edge(0, 1, 'a'), edge(0, 1, 'a'), edge(0, 1, 'b')];
  expect(findSmallCut(twice, 2, 3)).toHaveLength(3);
  expect(findSmallCut(twice, 2, 2)).toBeNull();
});

it('makes the ends of refused edges one', () => {
  const edges = [edge(0, 1, 'a'), edge(1, 2, 'b'), edge(2, 3, 'c')];
  const made = contracted(edges, 4, ({ person }) => person === 'b');
  expect(made.map(({ a, b }) => a === b)).toEqual([true, false, true]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { knots } from './knots.ts';

/** Who reaches whom, by trying every way: shares nothing with the algorithm under test. */
function slowKnots(edges: readonly (readonly [string, string])[]): string[] {
  const names = [...new Set(edges.flat())];
  const reaches = (from: string, to: string): boolean => {
    const seen = new Set<string>();
    const queue = [from];
    for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
      for (const [a, b] of edges) {
        if (a !== name || seen.has(b)) continue;
        seen.add(b);
        queue.push(b);
      }
    }
    return seen.has(to);
  };
  const groups = names.map((name) =>
    names
      .filter((other) => other === name || (reaches(name, other) && reaches(other, name)))
      .toSorted()
      .join(' '),
  );
  return [...new Set(groups.filter((group) => group.includes(' ')))].toSorted();
}

test('finds the same knots as the slow way', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
  fc.assert(
    fc.property(fc.array(fc.tuple(name, name), { maxLength: 14 }), (edges) => {
      const found = knots(edges)
        .map((knot) => [...knot].toSorted().join(' '))
        .toSorted();
      expect(found).toEqual(slowKnots(edges));
    }),
    { numRuns: 1000 },
  );
});

test('a line of 100,000 names does not exhaust the stack', () => {
  const edges = Array.from({ length: 100_000 }, (_, index) => [`n${index}`, `n${index + 1}`] as const);
  expect(knots(edges)).toEqual([]);
  expect(knots([...edges, ['n100000', 'n0']])[0]?.size).toBe(100_001);
});

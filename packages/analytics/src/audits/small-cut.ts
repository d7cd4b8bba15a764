/**
 * The smallest set of persons whose grades two tables together give away. Groups of the two tables are the ends of edges and every
 * grade is an edge from its group in the one to its group in the other. Adding and subtracting groups leaves nothing but the
 * edges of a cut, so that what must not be found is a cut with few persons.
 */

/** A grade of somebody, between its groups in two tables (numbered together). */
export interface GradeEdge {
  readonly a: number;
  readonly b: number;
  readonly person: string;
}

/**
 * The edges of a cut that holds fewer than `fewest` persons; null where there is none. Finds every such cut where no person has
 * two edges; where some have, it may miss one. A cut without edges gives nothing away and is no cut.
 * Source: Stoer and Wagner, A simple min-cut algorithm, 1997. A person's edges share a weight of 1, so that a cut never
 * weighs more than its persons.
 */
export function findSmallCut<Edge extends GradeEdge>(edges: readonly Edge[], ends: number, fewest: number): Edge[] | null {
  const weights = weightsOf(edges, ends);
  const members = Array.from({ length: ends }, (_, i) => [i]);
  const left = members.map((_, i) => i);
  while (left.length > 1) {
    const { last, beforeLast, weight } = heaviestOrder(weights, left, ends);
    if (weight > 0 && weight < fewest) {
      const inside = new Set(members[last]);
      const cut = edges.filter(({ a, b }) => inside.has(a) !== inside.has(b));
      if (new Set(cut.map(({ person }) => person)).size < fewest) return cut;
    }
    for (const other of left) addTo(weights, ends, beforeLast, other, weights[last * ends + other] ?? 0);
    members[beforeLast]?.push(...(members[last] ?? []));
    left.splice(left.indexOf(last), 1);
  }
  return null;
}

/** The same edges with the two ends of every edge that `isKept` refuses made one. */
export function contracted<Edge extends GradeEdge>(
  edges: readonly Edge[],
  ends: number,
  isKept: (edge: Edge) => boolean,
): Edge[] {
  const over = Array.from({ length: ends }, (_, i) => i);
  const topOf = (end: number): number => {
    let top = end;
    while (over[top] !== top) top = over[top] ?? top;
    return top;
  };
  for (const edge of edges) if (!isKept(edge)) over[topOf(edge.a)] = topOf(edge.b);
  return edges.map((edge) => ({ ...edge, a: topOf(edge.a), b: topOf(edge.b) }));
}

function weightsOf(edges: readonly GradeEdge[], ends: number): Float64Array {
  const crossing = edges.filter(({ a, b }) => a !== b);
  const shares = new Map<string, number>();
  for (const { person } of crossing) shares.set(person, (shares.get(person) ?? 0) + 1);
  const weights = new Float64Array(ends * ends);
  for (const { a, b, person } of crossing) addTo(weights, ends, a, b, 1 / (shares.get(person) ?? 1));
  return weights;
}

function addTo(weights: Float64Array, ends: number, a: number, b: number, more: number): void {
  if (a === b) return;
  weights[a * ends + b] = (weights[a * ends + b] ?? 0) + more;
  weights[b * ends + a] = weights[a * ends + b] ?? 0;
}

/** Takes ends one by one, always the one that hangs most on those already taken; the last by itself is a least cut from the one before. */
function heaviestOrder(
  weights: Float64Array,
  left: readonly number[],
  ends: number,
): { readonly last: number; readonly beforeLast: number; readonly weight: number } {
  const pull = new Float64Array(ends);
  const waiting = [...left];
  let last = -1;
  let beforeLast = -1;
  while (waiting.length > 0) {
    let at = 0;
    waiting.forEach((end, i) => {
      if ((pull[end] ?? 0) > (pull[waiting[at] ?? 0] ?? 0)) at = i;
    });
    beforeLast = last;
    last = waiting.splice(at, 1)[0] ?? 0;
    for (const end of waiting) pull[end] = (pull[end] ?? 0) + (weights[last * ends + end] ?? 0);
  }
  return { last, beforeLast, weight: pull[last] ?? 0 };
}

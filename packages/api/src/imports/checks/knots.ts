/**
 * Sets of names that reach one another along directed edges (strongly connected components of two or more; Tarjan's
 * algorithm, with a stack of its own so that a long line of names cannot exhaust the call stack).
 */
export function knots(edges: readonly (readonly [from: string, to: string])[]): Set<string>[] {
  const next = new Map<string, string[]>();
  for (const [from, to] of edges) {
    const list = next.get(from);
    if (list === undefined) next.set(from, [to]);
    else list.push(to);
  }
  const search = new KnotSearch(next);
  for (const name of next.keys()) search.from(name);
  return search.found;
}

interface Visit {
  readonly name: string;
  step: number;
}

class KnotSearch {
  readonly found: Set<string>[] = [];
  readonly #next: ReadonlyMap<string, readonly string[]>;
  readonly #order = new Map<string, number>();
  readonly #low = new Map<string, number>();
  readonly #open: string[] = [];
  readonly #isOpen = new Set<string>();

  constructor(next: ReadonlyMap<string, readonly string[]>) {
    this.#next = next;
  }

  from(start: string): void {
    if (this.#order.has(start)) return;
    const visits: Visit[] = [this.#enter(start)];
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const target = this.#next.get(visit.name)?.[visit.step];
      visit.step += 1;
      if (target === undefined) {
        visits.pop();
        this.#leave(visit.name, visits.at(-1)?.name);
      } else if (!this.#order.has(target)) {
        visits.push(this.#enter(target));
      } else if (this.#isOpen.has(target)) {
        this.#lower(visit.name, this.#order.get(target) ?? 0);
      }
    }
  }

  #enter(name: string): Visit {
    this.#order.set(name, this.#order.size);
    this.#low.set(name, this.#order.size - 1);
    this.#open.push(name);
    this.#isOpen.add(name);
    return { name, step: 0 };
  }

  #lower(name: string, order: number): void {
    this.#low.set(name, Math.min(this.#low.get(name) ?? order, order));
  }

  #leave(name: string, parent: string | undefined): void {
    const low = this.#low.get(name) ?? 0;
    if (parent !== undefined) this.#lower(parent, low);
    if (low !== this.#order.get(name)) return;
    const knot = new Set(this.#open.splice(this.#open.lastIndexOf(name)));
    for (const member of knot) this.#isOpen.delete(member);
    if (knot.size > 1) this.found.push(knot);
  }
}

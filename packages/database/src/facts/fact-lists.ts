import type { AnyFact, FactKindName } from '@plumbline/domain/facts';

/** Reads the facts of a kind under a condition; `$2`, `$3` … in it are lists of references. */
export type Read = (kind: FactKindName, where?: string, ...lists: readonly (readonly string[])[]) => Promise<AnyFact[]>;

export type ByKind = Record<FactKindName, readonly AnyFact[]>;

/** The distinct references in one column, nulls left out. */
export function valuesOf(facts: readonly AnyFact[], column: string): string[] {
  const found = new Set<string>();
  for (const fact of facts) {
    const value = fact[column];
    if (typeof value === 'string') found.add(value);
  }
  return [...found];
}

export function without(refs: readonly string[], known: readonly string[]): string[] {
  const skip = new Set(known);
  return refs.filter((ref) => !skip.has(ref));
}

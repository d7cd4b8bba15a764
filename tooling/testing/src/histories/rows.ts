import { FACT_KINDS, noFacts, type FactKindName, type FactOf, type Facts } from '@plumbline/domain/facts';

/** One row of a kind with every column there: what is not given is null. */
export function row<Name extends FactKindName>(kind: Name, values: Partial<FactOf<Name>>): FactOf<Name> {
  const empty = Object.fromEntries(Object.keys(FACT_KINDS[kind].columns).map((column) => [column, null]));
  return { ...empty, ...values } as FactOf<Name>;
}

/** A council's facts with some kinds filled; every kind is fed from the first day unless said otherwise. */
export function factsWith(kinds: { readonly [Name in FactKindName]?: readonly FactOf<Name>[] }, feedsFrom = '2000-01-01'): Facts {
  const feeds = Object.fromEntries(Object.keys(FACT_KINDS).map((kind) => [kind, feedsFrom]));
  return { ...noFacts(), ...kinds, feeds };
}

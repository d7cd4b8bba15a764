import { FACT_KIND_NAMES, kindOf, type FactKindName, type FactOf } from '@plumbline/domain/facts';

/** Facts under construction. */
export type FactRows = { readonly [Name in FactKindName]: FactOf<Name>[] };

type RequiredColumns<Fact> = { [Column in keyof Fact]: null extends Fact[Column] ? never : Column }[keyof Fact];

/** What must be said of a fact; every other column may be left out and is then "not given". */
export type Given<Name extends FactKindName> = Pick<FactOf<Name>, RequiredColumns<FactOf<Name>>> & Partial<FactOf<Name>>;

export function noRows(): FactRows {
  return Object.fromEntries(FACT_KIND_NAMES.map((name) => [name, []])) as unknown as FactRows;
}

const BLANKS = Object.fromEntries(
  FACT_KIND_NAMES.map((name) => [name, Object.fromEntries(Object.keys(kindOf(name).columns).map((column) => [column, null]))]),
) as unknown as { readonly [Name in FactKindName]: { readonly [Column in keyof FactOf<Name>]: null } };

/** A fact with all its columns, in the registry's order, its lists sorted as they are kept. */
export function fact<Name extends FactKindName>(name: Name, given: Given<Name>): FactOf<Name> {
  const values = Object.entries(given).map(([column, value]) => [column, Array.isArray(value) ? value.toSorted() : value]);
  return { ...BLANKS[name], ...Object.fromEntries(values) } as unknown as FactOf<Name>;
}

/** Adds a fact to the rows of its kind. */
export function addFact<Name extends FactKindName>(rows: FactRows, name: Name, given: Given<Name>): void {
  const list: FactOf<Name>[] = rows[name];
  list.push(fact(name, given));
}

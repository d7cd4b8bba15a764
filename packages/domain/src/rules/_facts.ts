import { noFacts, FACT_KINDS, type FactKindName, type FactOf, type Facts } from '../facts/index.ts';

/** A fact of a kind with every column it is not given empty. */
export function fact<Name extends FactKindName>(kind: Name, values: Partial<FactOf<Name>>): FactOf<Name> {
  const empty = Object.fromEntries(Object.keys(FACT_KINDS[kind].columns).map((column) => [column, null]));
  return { ...empty, ...values } as FactOf<Name>;
}

const ALL_FED = Object.fromEntries(Object.keys(FACT_KINDS).map((kind) => [kind, '2000-01-01']));

/** Facts of an invented council: everything fed since 2000 unless said otherwise. */
export function facts(
  parts: Partial<{ [Name in FactKindName]: readonly Partial<FactOf<Name>>[] }> & { feeds?: Facts['feeds'] },
): Facts {
  const built: Record<string, unknown> = { ...noFacts(), feeds: parts.feeds ?? ALL_FED };
  for (const [kind, rows] of Object.entries(parts)) {
    if (kind !== 'feeds') built[kind] = (rows as Partial<FactOf<FactKindName>>[]).map((row) => fact(kind as FactKindName, row));
  }
  return built as unknown as Facts;
}

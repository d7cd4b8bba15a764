import { kindOf, FACT_KIND_NAMES, type AnyFact, type FactKindName, type FactValue } from '@plumbline/domain/facts';
import { instantText } from '../access/database.ts';
import { factColumnName, factTableName } from '../schema/fact-columns.ts';

/** A column of a fact as SQL knows it. */
export interface FactColumn {
  /** The name in the domain. */
  readonly name: string;
  /** The quoted name in SQL. */
  readonly sql: string;
  /** The type in SQL, for casts. */
  readonly type: string;
  readonly isInstant: boolean;
}

/** The SQL names of a kind of fact, worked out once. */
export interface FactSql {
  readonly kind: FactKindName;
  /** Quoted. */
  readonly table: string;
  readonly columns: readonly FactColumn[];
  /** Select list of the values under their domain names. */
  readonly values: string;
  readonly instants: readonly string[];
  readonly names: ReadonlySet<string>;
}

const TYPE_OF: Readonly<Record<string, string>> = {
  date: 'date',
  instant: 'timestamptz',
  boolean: 'boolean',
  integer: 'integer',
  decimal: 'numeric',
  list: 'text[]',
};

const KNOWN = new Map<FactKindName, FactSql>(FACT_KIND_NAMES.map((kind) => [kind, describe(kind)]));

function describe(kind: FactKindName): FactSql {
  const columns = Object.entries(kindOf(kind).columns).map(([name, column]) => ({
    name,
    sql: `"${factColumnName(name)}"`,
    type: TYPE_OF[column.type] ?? 'text',
    isInstant: column.type === 'instant',
  }));
  return {
    kind,
    table: `"${factTableName(kind)}"`,
    columns,
    values: columns.map((column) => `${column.sql} as "${column.name}"`).join(', '),
    instants: columns.filter((column) => column.isInstant).map((column) => column.name),
    names: new Set(columns.map((column) => column.name)),
  };
}

export function factSql(kind: FactKindName): FactSql {
  const found = KNOWN.get(kind);
  if (found === undefined) throw new RangeError(`There is no kind of fact "${kind}".`);
  return found;
}

/** The quoted SQL name of one column of a kind. */
export function columnSql(kind: FactKindName, name: string): string {
  const found = factSql(kind).columns.find((column) => column.name === name);
  if (found === undefined) throw new RangeError(`A fact of the kind "${kind}" has no column "${name}".`);
  return found.sql;
}

/** Turns the instants of a row into the domain's text, in place: a whole council's rows are not copied for it. */
export function toFact(sql: FactSql, row: Record<string, unknown>): AnyFact {
  for (const name of sql.instants) {
    const value = row[name];
    if (typeof value === 'string') row[name] = instantText(value);
  }
  return row as AnyFact;
}

/** The values of a fact in the order of the columns; what is not given is null, what is not a column is a mistake. */
export function valuesInOrder(sql: FactSql, fact: AnyFact): FactValue[] {
  refuseUnknownColumns(sql, fact);
  return sql.columns.map((column) => fact[column.name] ?? null);
}

/** Throws where a fact has something that is no column of its kind. */
export function refuseUnknownColumns(sql: FactSql, fact: AnyFact): void {
  for (const name of Object.keys(fact)) {
    if (!sql.names.has(name)) throw new RangeError(`A fact of the kind "${sql.kind}" has no column "${name}".`);
  }
}

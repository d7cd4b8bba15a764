import { londonDay, parseDay, parseInstant } from '@plumbline/domain/calendar';
import {
  FACT_KIND_NAMES,
  factKey,
  kindOf,
  type AnyFact,
  type Column,
  type FactKindName,
  type Facts,
  type FactValue,
} from '@plumbline/domain/facts';

/** Everything in which facts fall short of what the registry declares, in words; at most a handful of each sort. */
export function registryProblems(facts: Facts): string[] {
  const known = knownReferences(facts);
  return FACT_KIND_NAMES.flatMap((kind) => {
    const rows = facts[kind] as unknown as readonly AnyFact[];
    return [...rowProblems(kind, rows, known), ...keyProblems(kind, rows), ...overlapProblems(kind, rows)].slice(0, 5);
  });
}

function knownReferences(facts: Facts): Map<string, Set<FactValue>> {
  const columns = [
    ['team', 'team'],
    ['person', 'person'],
    ['family', 'family'],
    ['child', 'child'],
    ['session', 'session'],
    ['group', 'group'],
    ['record', 'record'],
    ['action', 'action'],
    ['event', 'event'],
    ['audit-result', 'audit'],
  ] as const;
  return new Map(
    columns.map(([kind, column]) => [
      kind,
      new Set((facts[kind] as unknown as readonly AnyFact[]).map((row) => row[column] ?? null)),
    ]),
  );
}

function rowProblems(kind: FactKindName, rows: readonly AnyFact[], known: ReadonlyMap<string, Set<FactValue>>): string[] {
  const { columns, interval } = kindOf(kind);
  const names = Object.keys(columns);
  return rows.flatMap((row) => {
    const problems = Object.keys(row).join() === names.join() ? [] : [`columns are ${Object.keys(row).join()}`];
    for (const [name, column] of Object.entries(columns)) {
      const problem = valueProblem(column, row[name] ?? null, known);
      if (problem !== null) problems.push(`${name}: ${problem}`);
    }
    if (interval !== undefined && dayOf(row[interval.to] ?? null, Infinity) < dayOf(row[interval.from] ?? null, -Infinity))
      problems.push('ends before it begins');
    return problems.map((problem) => `${kind} ${factKey(kind, row)}: ${problem}`);
  });
}

type Check = (value: FactValue, column: Column, known: ReadonlyMap<string, Set<FactValue>>) => boolean;

const isNumberWithin: Check = (value, column) =>
  typeof value === 'number' && value >= (column.min ?? -Infinity) && value <= (column.max ?? Infinity);

/** What a value of each type of column has to be. */
const IS_FINE: Readonly<Record<Column['type'], Check>> = {
  date: (value) => parseDay(String(value)) !== null,
  instant: (value) => String(value).endsWith('Z') && parseInstant(String(value)) !== null,
  boolean: (value) => typeof value === 'boolean',
  integer: (value, column, known) => Number.isInteger(value) && isNumberWithin(value, column, known),
  decimal: isNumberWithin,
  code: (value, column) => Object.hasOwn(column.options ?? {}, String(value)),
  list: (value, column) =>
    Array.isArray(value) && value.length > 0 && value.every((item) => Object.hasOwn(column.options ?? {}, String(item))),
  reference: (value, column, known) => known.get(column.refersTo ?? '')?.has(value) === true,
  text: (value) => typeof value === 'string' && value.trim() !== '',
};

function valueProblem(column: Column, value: FactValue, known: ReadonlyMap<string, Set<FactValue>>): string | null {
  if (value === null) return column.isRequired ? 'is required' : null;
  return IS_FINE[column.type](value, column, known) ? null : `no ${column.type} that fits: ${String(value)}`;
}

function keyProblems(kind: FactKindName, rows: readonly AnyFact[]): string[] {
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const key = factKey(kind, row);
    if (seen.has(key)) return [`${kind} ${key}: the same key twice`];
    seen.add(key);
    return [];
  });
}

function overlapProblems(kind: FactKindName, rows: readonly AnyFact[]): string[] {
  const { interval, noOverlapBy } = kindOf(kind);
  if (interval === undefined || noOverlapBy === undefined) return [];
  const groups = Map.groupBy(rows, (row) => noOverlapBy.map((column) => String(row[column])).join('|'));
  return [...groups].flatMap(([group, members]) => {
    const spans = members.map((row) => ({
      from: dayOf(row[interval.from] ?? null, -Infinity),
      to: dayOf(row[interval.to] ?? null, Infinity),
    }));
    spans.sort((a, b) => a.from - b.from);
    return spans.some((span, i) => i > 0 && span.from <= (spans[i - 1]?.to ?? -Infinity))
      ? [`${kind} ${group}: two hold on the same day`]
      : [];
  });
}

function dayOf(value: FactValue, otherwise: number): number {
  if (typeof value !== 'string') return otherwise;
  return parseDay(value) ?? londonDay(parseInstant(value) ?? 0);
}

import { formatInstant, londonInstant, parseDay, parseInstant } from '../calendar/index.ts';
import {
  FACT_KIND_NAMES,
  FACT_KINDS,
  kindOf,
  noFacts,
  type AnyFact,
  type Column,
  type FactKindName,
  type Facts,
  type FactValue,
} from '../facts/index.ts';

/** Facts as a scenario writes them: rows by kind, and two short forms for what most scenarios need. */
export interface GivenFacts {
  readonly [kind: string]: unknown;
}

/** A scenario that cannot be read. The message names the row and the column. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
}

/** The supervisor of a session that names none. */
const SOME_SUPERVISOR = 'SUPERVISOR';

/** Times of day of short forms: when something was held, and when it was put on file. */
const HELD_AT = 10 * 60;
const FILED_AT = 16 * 60;

/** What a row may leave out. */
const DEFAULTS: Partial<Record<FactKindName, (row: Record<string, unknown>) => Record<string, unknown>>> = {
  team: (row) => ({ name: row['team'], service: row['team'] }),
  person: (row) => ({ name: row['person'] }),
  post: () => ({ post: 'POST', team: 'TEAM' }),
  'supervision-pair': () => ({ capacity: 'designated' }),
  session: () => ({ supervisor: SOME_SUPERVISOR, kind: 'one-to-one', status: 'held' }),
};

/** Facts of a scenario, the file's first and then the scenario's own, with nothing left undefined. */
export function factsOf(given: readonly GivenFacts[], feeds: Readonly<Partial<Record<FactKindName, string>>>): Facts {
  const facts: Record<string, unknown> = { ...noFacts(), feeds };
  for (const name of FACT_KIND_NAMES) facts[name] = given.flatMap((part) => rowsOf(part, name));
  for (const part of given) {
    for (const key of Object.keys(part)) {
      if (!(key in FACT_KINDS) && key !== 'held' && key !== 'discussed')
        throw new ScenarioError(`There is no kind of fact "${key}".`);
    }
  }
  return facts as unknown as Facts;
}

function rowsOf(given: GivenFacts, name: FactKindName): AnyFact[] {
  const rows = (given[name] ?? []) as Record<string, unknown>[];
  const short = name === 'session' ? heldRows(given['held']) : name === 'discussion' ? discussedRows(given['discussed']) : [];
  return [...rows, ...short].map((row) => factOf(name, row));
}

/** `held: { A: [2026-10-12] }`: one-to-ones of A, held on these days. */
function heldRows(held: unknown): Record<string, unknown>[] {
  return Object.entries((held ?? {}) as Record<string, string[]>).flatMap(([person, days]) =>
    days.map((day) => ({ session: `${person} ${day}`, supervisee: person, plannedStartAt: day, startedAt: day })),
  );
}

/** `discussed: { C: [2026-10-12] }`: discussions of C on these days, on the child's file the same afternoon. */
function discussedRows(discussed: unknown): Record<string, unknown>[] {
  return Object.entries((discussed ?? {}) as Record<string, string[]>).flatMap(([child, days]) =>
    days.map((day) => ({ child, discussedOn: day, filedAt: instantText(day, FILED_AT) })),
  );
}

function factOf(name: FactKindName, row: Record<string, unknown>): AnyFact {
  const { columns } = kindOf(name);
  const filled = { ...DEFAULTS[name]?.(row), ...row };
  for (const column of Object.keys(filled)) {
    if (!(column in columns)) throw new ScenarioError(`${name} has no column "${column}".`);
  }
  const fact: Record<string, FactValue> = {};
  for (const [column, declared] of Object.entries(columns)) fact[column] = valueOf(name, column, declared, filled[column]);
  return fact;
}

function valueOf(name: FactKindName, column: string, declared: Column, value: unknown): FactValue {
  const refuse = (): never => {
    throw new ScenarioError(`${name}, ${column}: ${JSON.stringify(value)} cannot be read.`);
  };
  if (value === undefined || value === null) return declared.isRequired ? refuse() : null;
  switch (declared.type) {
    case 'date':
      return typeof value === 'string' && parseDay(value) !== null ? value : refuse();
    case 'instant':
      return typeof value === 'string' ? (instantOf(value) ?? refuse()) : refuse();
    case 'code':
      return typeof value === 'string' && value in (declared.options ?? {}) ? value : refuse();
    case 'boolean':
      return typeof value === 'boolean' ? value : refuse();
    case 'integer':
    case 'decimal':
      return typeof value === 'number' ? value : refuse();
    case 'list':
      return Array.isArray(value) ? (value as string[]) : refuse();
    default:
      return typeof value === 'string' ? value : refuse();
  }
}

/** `2026-10-12`, `2026-10-12 09:30` (London) or an ISO instant, as an ISO instant in UTC. Null where it is none of them. */
export function instantOf(text: string): string | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}):(\d{2}))?$/.exec(text);
  if (match !== null && parseDay(match[1] ?? '') !== null) {
    return instantText(match[1] ?? '', match[2] === undefined ? HELD_AT : Number(match[2]) * 60 + Number(match[3]));
  }
  const at = parseInstant(text);
  return at === null ? null : formatInstant(at);
}

function instantText(date: string, minuteOfDay: number): string {
  return formatInstant(londonInstant(parseDay(date) ?? 0, minuteOfDay));
}

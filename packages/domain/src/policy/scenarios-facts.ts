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

/** One slip in the facts given: in which of the parts, where in it, and what. */
export interface GivenProblem {
  readonly part: number;
  /** `person.0.employedFrom`, `held.A`. */
  readonly path: string;
  readonly message: string;
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

/** The two short forms: the kind that they stand for, and the row of one day. */
const SHORT: Readonly<Record<string, { kind: FactKindName; rowOf(ref: string, day: string): Record<string, unknown> }>> = {
  // `held: { A: [2026-10-12] }`: one-to-ones of A, held on these days.
  held: {
    kind: 'session',
    rowOf: (person, day) => ({ session: `${person} ${day}`, supervisee: person, plannedStartAt: day, startedAt: day }),
  },
  // `discussed: { C: [2026-10-12] }`: discussions of C on these days, on the child's file the same afternoon.
  discussed: {
    kind: 'discussion',
    rowOf: (child, day) => ({ child, discussedOn: day, filedAt: instantText(day, FILED_AT) }),
  },
};

/** Facts of a scenario, the file's first and then the scenario's own, with nothing left undefined. Throws for the first slip. */
export function factsOf(given: readonly GivenFacts[], feeds: Readonly<Partial<Record<FactKindName, string>>>): Facts {
  const { facts, problems } = readGiven(given, feeds);
  const [first] = problems;
  if (first !== undefined) throw new ScenarioError(first.message);
  return facts;
}

/** The same, with every slip; rows that cannot be read are left out. */
export function readGiven(
  given: readonly GivenFacts[],
  feeds: Readonly<Partial<Record<FactKindName, string>>>,
): { readonly facts: Facts; readonly problems: readonly GivenProblem[] } {
  const rows: Record<string, AnyFact[]> = {};
  const problems: GivenProblem[] = [];
  given.forEach((content, part) => {
    for (const [key, value] of Object.entries(content)) {
      const report = (path: string, message: string): void => {
        problems.push({ part, path: path === '' ? key : `${key}.${path}`, message });
      };
      const kind = SHORT[key]?.kind ?? (key in FACT_KINDS ? (key as FactKindName) : null);
      if (kind === null) report('', `There is no kind of fact "${key}".`);
      else (rows[kind] ??= []).push(...(key in SHORT ? shortRows(key, value, report) : rowsOf(kind, value, report)));
    }
  });
  const facts = Object.fromEntries(FACT_KIND_NAMES.map((name) => [name, rows[name] ?? []]));
  return { facts: { ...noFacts(), ...facts, feeds } as unknown as Facts, problems };
}

type Report = (path: string, message: string) => void;

function rowsOf(name: FactKindName, rows: unknown, report: Report): AnyFact[] {
  if (!Array.isArray(rows)) {
    report('', `${name} is a list of rows, each with the columns of the kind.`);
    return [];
  }
  const facts: AnyFact[] = [];
  (rows as unknown[]).forEach((row, n) => {
    if (isRecord(row)) addFact(facts, name, row, (path, message) => report(`${n}${path}`, message));
    else report(`${n}`, `${name}: ${JSON.stringify(row)} is no row.`);
  });
  return facts;
}

function shortRows(key: string, value: unknown, report: Report): AnyFact[] {
  const short = SHORT[key];
  if (short === undefined || !isRecord(value)) {
    report('', `${key} names people or children, each with a list of days.`);
    return [];
  }
  const facts: AnyFact[] = [];
  for (const [ref, days] of Object.entries(value)) {
    if (!Array.isArray(days)) {
      report(ref, `${key}, ${ref}: ${JSON.stringify(days)} is no list of days.`);
      continue;
    }
    (days as unknown[]).forEach((day, n) => {
      if (typeof day === 'string' && parseDay(day) !== null)
        addFact(facts, short.kind, short.rowOf(ref, day), (path, message) => report(`${ref}.${n}${path}`, message));
      else report(`${ref}.${n}`, `${key}, ${ref}: ${JSON.stringify(day)} is no day of the calendar.`);
    });
  }
  return facts;
}

function addFact(facts: AnyFact[], name: FactKindName, row: Record<string, unknown>, report: Report): void {
  const fact = factOf(name, row, report);
  if (fact !== null) facts.push(fact);
}

/** One fact, or null where something in it cannot be read. */
function factOf(name: FactKindName, row: Record<string, unknown>, report: Report): AnyFact | null {
  const { columns } = kindOf(name);
  const filled = { ...DEFAULTS[name]?.(row), ...row };
  let isReadable = true;
  const refuse = (column: string, message: string): void => {
    isReadable = false;
    report(`.${column}`, message);
  };
  for (const column of Object.keys(filled)) {
    if (!(column in columns)) refuse(column, `${name} has no column "${column}". It has ${Object.keys(columns).join(', ')}.`);
  }
  const fact: Record<string, FactValue> = {};
  for (const [column, declared] of Object.entries(columns)) {
    const value = valueOf(declared, filled[column]);
    if (value === undefined) refuse(column, unreadable(name, column, declared, filled[column]));
    else fact[column] = value;
  }
  return isReadable ? fact : null;
}

function unreadable(name: FactKindName, column: string, declared: Column, value: unknown): string {
  if (value === undefined || value === null) return `${name}, ${column}: this is always needed.`;
  const codes = declared.options === undefined ? '' : ` It is one of ${Object.keys(declared.options).join(', ')}.`;
  return `${name}, ${column}: ${JSON.stringify(value)} cannot be read.${codes}`;
}

/** The value of a column; undefined where what is written is none. */
function valueOf(declared: Column, value: unknown): FactValue | undefined {
  if (value === undefined || value === null) return declared.isRequired ? undefined : null;
  switch (declared.type) {
    case 'date':
      return typeof value === 'string' && parseDay(value) !== null ? value : undefined;
    case 'instant':
      return typeof value === 'string' ? (instantOf(value) ?? undefined) : undefined;
    case 'code':
      return typeof value === 'string' && value in (declared.options ?? {}) ? value : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'integer':
    case 'decimal':
      return typeof value === 'number' ? value : undefined;
    case 'list':
      return isListOf(declared, value) ? value : undefined;
    default:
      return typeof value === 'string' ? value : undefined;
  }
}

function isListOf({ options }: Column, value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string' && (options === undefined || one in options));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** `2026-10-12`, `2026-10-12 09:30` (London) or an ISO instant, as an ISO instant in UTC. Null where it is none of them. */
export function instantOf(text: string): string | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}):(\d{2}))?$/.exec(text);
  if (match !== null && parseDay(match[1] ?? '') !== null) {
    const minute = match[2] === undefined ? HELD_AT : minuteOf(`${match[2]}:${match[3]}`);
    return minute === null ? null : instantText(match[1] ?? '', minute);
  }
  const at = parseInstant(text);
  return at === null ? null : formatInstant(at);
}

/** The minute of the day that `09:30` names; null where it names none. */
export function minuteOf(time: string): number | null {
  const [hours, minutes] = time.split(':').map(Number);
  if (hours === undefined || minutes === undefined || !(hours < 24) || !(minutes < 60)) return null;
  return hours * 60 + minutes;
}

function instantText(date: string, minuteOfDay: number): string {
  return formatInstant(londonInstant(parseDay(date) ?? 0, minuteOfDay));
}

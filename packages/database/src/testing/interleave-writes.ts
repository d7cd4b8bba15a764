import { kindOf, type AnyFact, type FactKindName } from '@plumbline/domain/facts';
import { formatDay, toDay } from '@plumbline/domain/calendar';
import { inCouncil, type Database } from '../access/database.ts';
import type { FactChange } from '../facts/change-facts.ts';
import { loadFacts } from '../facts/load-facts.ts';
import { listFacts } from '../facts/stored-fact.ts';
import { writeFacts } from '../duties/write-facts.ts';

export interface InterleaveOptions {
  readonly writes: number;
  /** How many write at the same time. */
  readonly writers: number;
  readonly seed: number;
}

export interface Interleaved {
  readonly written: number;
  /** Refused as they should be: out of date, overlapping, already there. */
  readonly refused: number;
  /** Errors, none of which should occur. */
  readonly failed: readonly string[];
}

/**
 * Lets several writers change facts of the same few people and children at the same time: sessions, discussions, pairs,
 * allocations, absences, employment. Afterwards `checkDuties` must find no difference.
 */
export async function interleaveWrites(db: Database, councilId: string, options: InterleaveOptions): Promise<Interleaved> {
  const cast = await inCouncil(db, councilId, async (tx) => {
    const facts = await loadFacts(tx, 'council');
    return { persons: facts.person.map((person) => person.person), children: facts.child.map((child) => child.child) };
  });
  const failed: string[] = [];
  let left = options.writes;
  let written = 0;
  let refused = 0;
  const writer = async (number: number): Promise<void> => {
    const random = mulberry(options.seed * 1000 + number);
    while (left > 0) {
      left -= 1;
      try {
        const change = await nextChange(db, councilId, cast, random);
        if (change === null) continue;
        const result = await writeFacts(db, councilId, { actor: `writer-${number}`, action: 'test', changes: [change] });
        if (result.ok) written += 1;
        else refused += 1;
      } catch (error) {
        failed.push(String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: options.writers }, (_, number) => writer(number)));
  return { written, refused, failed };
}

interface Cast {
  readonly persons: readonly string[];
  readonly children: readonly string[];
}

type Random = () => number;

const KINDS = ['session', 'discussion', 'supervision-pair', 'allocation', 'absence', 'person', 'post', 'child-status'] as const;

/** Something new, or a correction or withdrawal of something there. */
async function nextChange(db: Database, councilId: string, cast: Cast, random: Random): Promise<FactChange | null> {
  const kind = pick(KINDS, random);
  if (random() < 0.5 && kind !== 'person' && kind !== 'post') return { op: 'record', kind, values: newFact(kind, cast, random) };
  const { rows } = await inCouncil(db, councilId, (tx) => listFacts(tx, { kind, limit: 60 }));
  const found = rows[Math.floor(random() * rows.length)];
  if (found === undefined) return null;
  if (random() < 0.2 && kind !== 'person')
    return { op: 'withdraw', kind, factId: found.id, baseVersion: found.version, because: 'A test.' };
  return {
    op: 'correct',
    kind,
    factId: found.id,
    baseVersion: found.version,
    values: corrected(kind, found.values, cast, random),
  };
}

function newFact(kind: (typeof KINDS)[number], cast: Cast, random: Random): AnyFact {
  const person = pick(cast.persons, random);
  const other = pick(cast.persons, random);
  const child = pick(cast.children, random);
  const on = someDay(random);
  const values: Partial<Record<FactKindName, AnyFact>> = {
    session: {
      session: `X-${Math.floor(random() * 400)}`,
      supervisee: person,
      supervisor: other,
      kind: 'one-to-one',
      status: 'held',
      plannedStartAt: `${on}T10:00Z`,
      startedAt: `${on}T10:00Z`,
      minutes: 60,
    },
    discussion: {
      child,
      session: random() < 0.7 ? `X-${Math.floor(random() * 400)}` : null,
      discussedOn: on,
      filedAt: `${on}T15:00Z`,
    },
    'supervision-pair': {
      supervisee: person,
      supervisor: other,
      capacity: 'designated',
      from: on,
      to: random() < 0.5 ? null : formatDay(toDay(on) + 40),
    },
    allocation: {
      child,
      worker: person,
      allocatedAt: `${on}T09:00Z`,
      endedOn: random() < 0.5 ? null : formatDay(toDay(on) + 30),
    },
    absence: { person, from: on, to: formatDay(toDay(on) + 10) },
    'child-status': {
      child,
      status: pick(['child-protection', 'looked-after', 'assessment'], random),
      from: on,
      to: formatDay(toDay(on) + 60),
    },
  };
  const empty = Object.fromEntries(Object.keys(kindOf(kind).columns).map((column) => [column, null]));
  return { ...empty, ...values[kind] };
}

function corrected(kind: (typeof KINDS)[number], values: AnyFact, cast: Cast, random: Random): AnyFact {
  const on = someDay(random);
  switch (kind) {
    case 'session':
      return { ...values, supervisee: pick(cast.persons, random), status: pick(['held', 'cancelled', 'planned'], random) };
    case 'discussion':
      return { ...values, filedAt: random() < 0.5 ? null : `${on}T12:00Z` };
    case 'supervision-pair':
      return { ...values, supervisor: pick(cast.persons, random) };
    case 'allocation':
      return { ...values, worker: pick(cast.persons, random) };
    case 'person':
      return { ...values, employedTo: random() < 0.5 ? null : '2026-05-20' };
    case 'post':
      return { ...values, lineManager: pick(cast.persons, random), team: pick(['T1', 'T2'], random) };
    default:
      return { ...values, to: random() < 0.5 ? null : '2026-06-20' };
  }
}

function someDay(random: Random): string {
  return formatDay(toDay('2026-01-10') + Math.floor(random() * 150));
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

/** A small seeded generator (mulberry32), so that a run can be looked at again. */
function mulberry(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

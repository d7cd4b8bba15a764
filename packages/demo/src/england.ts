import { addMonths, FAR_FUTURE, toDay, type Day, type Interval, type LocalDate } from '@plumbline/domain/calendar';
import { AGREED, type CadenceColumns, type CompiledPolicy, type CompiledSeries } from '@plumbline/domain/rules';
import { englandCouncilSizes, ENGLAND, type EnglandCouncil } from './england-sizes.ts';
import { randomStream, type RandomStream } from './random.ts';

export const ENGLAND_SEED = 42;

/** All clocks of one kind of subject, the largest council's first. */
export interface EnglandClocks {
  readonly series: CompiledSeries;
  readonly columns: CadenceColumns;
  /** Clocks of council `i` (by rank, from 0) are `councilOffset[i] .. councilOffset[i + 1] - 1`. */
  readonly councilOffset: Int32Array;
}

export interface England {
  readonly councils: readonly EnglandCouncil[];
  readonly people: EnglandClocks;
  readonly children: EnglandClocks;
}

/**
 * Clocks of whole England under one policy: 1.5 million, each with spans that make two or more stretches, and its last
 * counted day. Field.md 5.1 reckons with two to three clocks for each child and six for each person; as a pack may hold
 * fewer series, each person and child stands here for that many clocks with days of their own, in the pack's first series
 * for people and its first for children. With `only`, the clocks of the councils for which it holds.
 */
export function makeEngland(
  policy: CompiledPolicy,
  today: LocalDate,
  seed: number = ENGLAND_SEED,
  only: (council: EnglandCouncil) => boolean = () => true,
): England {
  const councils = englandCouncilSizes().filter(only);
  const people = seriesFor(policy, 'person');
  const children = seriesFor(policy, 'child');
  const day = toDay(today);
  return {
    councils,
    people: fill(people, day, councils, seed, (council) => council.supervisees * CLOCKS_A_PERSON, addPersonSpans),
    children: fill(children, day, councils, seed, childClocks, addChildSpans),
  };
}

const CLOCKS_A_PERSON = 6;
const CLOCKS_A_CHILD = (ENGLAND.clocks - ENGLAND.supervisees * CLOCKS_A_PERSON) / ENGLAND.openChildren;

/** Cumulative rounding keeps the national total exact whatever the councils' sizes are. */
function childClocks(council: EnglandCouncil, before: number): number {
  return Math.round((before + council.openChildren) * CLOCKS_A_CHILD) - Math.round(before * CLOCKS_A_CHILD);
}

function seriesFor(policy: CompiledPolicy, subject: 'person' | 'child'): CompiledSeries {
  const found = policy.series.find((candidate) => candidate.series.subject === subject);
  if (found === undefined) throw new RangeError(`The policy "${policy.pack.id}" has no series for a ${subject}.`);
  return found;
}

const AGREED_INTERVALS: readonly Interval[] = [{ days: 14 }, { days: 21 }, { days: 28 }];
const MOST_SPANS = 8;

type AddSpan = (attribute: string, from: Day, to: Day, anchor?: Day) => void;
type AddSpans = (random: RandomStream, today: Day, add: AddSpan, addAgreed: (from: Day, to: Day) => void) => void;

function fill(
  series: CompiledSeries,
  today: Day,
  councils: readonly EnglandCouncil[],
  seed: number,
  clocksOf: (council: EnglandCouncil, childrenBefore: number) => number,
  addSpans: AddSpans,
): EnglandClocks {
  const councilOffset = new Int32Array(councils.length + 1);
  let before = 0;
  councils.forEach((council, index) => {
    councilOffset[index + 1] = (councilOffset[index] ?? 0) + clocksOf(council, before);
    before += council.openChildren;
  });
  const writer = new ColumnWriter(series, councilOffset.at(-1) ?? 0);
  councils.forEach((council, index) => {
    const random = randomStream(`${seed}/england/${series.series.subject}/${council.rank}`);
    for (let clock = councilOffset[index] ?? 0; clock < (councilOffset[index + 1] ?? 0); clock += 1) {
      addSpans(random, today, writer.addSpan, (from, to) =>
        writer.addAgreed(from, to, random.integer(0, AGREED_INTERVALS.length - 1)),
      );
      writer.endClock(today - 1 - Math.floor(random.next() ** 1.4 * 75));
    }
  });
  return { series, councilOffset, columns: writer.finish(addMonths(today, -60)) };
}

/** Lays spans and last days into typed columns. */
class ColumnWriter {
  readonly #bits: ReadonlyMap<string, number>;
  readonly #spanOffset: Int32Array;
  readonly #attribute: Int32Array;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #anchor: Int32Array;
  readonly #interval: Int32Array;
  readonly #eventOffset: Int32Array;
  readonly #eventDay: Int32Array;
  #clocks = 0;
  #spans = 0;

  constructor(series: CompiledSeries, clocks: number) {
    this.#bits = series.attributeBits;
    this.#spanOffset = new Int32Array(clocks + 1);
    this.#eventOffset = new Int32Array(clocks + 1);
    this.#eventDay = new Int32Array(clocks);
    [this.#attribute, this.#from, this.#to, this.#anchor, this.#interval] = columnsFor(clocks * MOST_SPANS);
  }

  /** Attributes that the policy does not ask for are left out, as the engine does. */
  readonly addSpan: AddSpan = (attribute, from, to, anchor = from) => {
    const bit = this.#bits.get(attribute);
    if (bit !== undefined && from <= to) this.#add(bit, from, to, anchor, 0);
  };

  addAgreed(from: Day, to: Day, interval: number): void {
    this.#add(AGREED, from, to, from, interval);
  }

  endClock(lastDay: Day): void {
    this.#eventDay[this.#clocks] = lastDay;
    this.#clocks += 1;
    this.#spanOffset[this.#clocks] = this.#spans;
    this.#eventOffset[this.#clocks] = this.#clocks;
  }

  finish(recordsFrom: Day): CadenceColumns {
    return {
      subjects: this.#clocks,
      spanOffset: this.#spanOffset,
      spanAttribute: this.#attribute.slice(0, this.#spans),
      spanFrom: this.#from.slice(0, this.#spans),
      spanTo: this.#to.slice(0, this.#spans),
      spanAnchor: this.#anchor.slice(0, this.#spans),
      spanInterval: this.#interval.slice(0, this.#spans),
      agreed: AGREED_INTERVALS,
      eventOffset: this.#eventOffset,
      eventDay: this.#eventDay,
      recordsFrom,
      calendars: null,
    };
  }

  #add(bit: number, from: Day, to: Day, anchor: Day, interval: number): void {
    const at = this.#spans;
    this.#attribute[at] = bit;
    this.#from[at] = from;
    this.#to[at] = to;
    this.#anchor[at] = anchor;
    this.#interval[at] = interval;
    this.#spans = at + 1;
  }
}

function columnsFor(length: number): [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array] {
  return [new Int32Array(length), new Int32Array(length), new Int32Array(length), new Int32Array(length), new Int32Array(length)];
}

/** Employed since some day: a third newly qualified at some stage here, the others with a stretch agreed for them. */
const addPersonSpans: AddSpans = (random, today, add, addAgreed) => {
  const from = today - 90 - random.waiting(1100);
  for (const attribute of ['employed', 'qualified', 'role:social-worker', 'full-time', 'case-holding'])
    add(attribute, from, FAR_FUTURE);
  if (random.chance(0.33)) {
    const passedOn = addMonths(from, 12);
    add('newly-qualified', from, passedOn < today ? passedOn : FAR_FUTURE);
    if (passedOn < today) add('asye-concluded', passedOn + 1, FAR_FUTURE);
    return;
  }
  const agreedFrom = Math.max(from + 10, today - random.integer(20, 200));
  addAgreed(agreedFrom, agreedFrom + random.integer(40, 180));
};

/** In need, on a plan, in proceedings or in care: statuses that follow and overlap one another, and places that change. */
const addChildSpans: AddSpans = (random, today, add, addAgreed) => {
  const from = today - 70 - random.waiting(420);
  add('open', from, FAR_FUTURE);
  add('assessed', from + 30, FAR_FUTURE);
  const path = random.next();
  if (path < 0.42) {
    const change = from + random.integer(35, 140);
    add('status:child-in-need', from, FAR_FUTURE);
    add('status:pre-proceedings', change, change + random.integer(60, 180));
    add('flag:urgent-risk', change, change + 90);
  } else if (path < 0.66) {
    const change = from + random.integer(20, 70);
    add('status:child-in-need', from, change - 1);
    add('status:child-protection', change, FAR_FUTURE);
    add('flag:safeguarding', change, FAR_FUTURE);
    addAgreed(change + random.integer(5, 40), change + random.integer(60, 150));
  } else addCareSpans(random, from, today, add);
};

const PLACES = [
  'placement:foster',
  'placement:foster',
  'placement:foster',
  'placement:kinship',
  'placement:residential',
] as const;

function addCareSpans(random: RandomStream, from: Day, today: Day, add: AddSpan): void {
  const care = from + random.integer(30, 65);
  const moved = care + random.integer(25, 300);
  add('status:child-in-need', from, care - 1);
  add('status:looked-after', care, FAR_FUTURE);
  add(random.pick(PLACES), care, moved - 1);
  add(random.pick(PLACES), moved, FAR_FUTURE);
  if (random.chance(0.5)) add('status:public-law-proceedings', care, care + random.integer(150, 300));
  if (moved + 380 < today && random.chance(0.7)) add('flag:stable', moved + random.integer(330, 380), FAR_FUTURE);
}

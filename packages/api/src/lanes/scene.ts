import type { PersonLabel } from '@plumbline/analytics/compliance';
import { formatDay, londonDay, londonInstant, parseInstant, toDay, type Day, type EpochMinute } from '@plumbline/domain/calendar';
import type { LaneFact, LaneFacts } from '@plumbline/database';
import type { PolicyPack, Rule } from '@plumbline/domain/policy';
import type { AsOf, Duty, Responsibility } from '@plumbline/domain/rules';

/** Random ids by what they stand for, as addresses and calls use them. */
export interface Book {
  id(kind: 'person' | 'child' | 'session', ref: string): string;
}

/** Everything that a page about some people and children is made of: facts, what is due, and who answers for whom. */
export interface Scene {
  /** The version in force on the day asked about. */
  readonly pack: PolicyPack;
  /** The version in force on any day: a requirement stands under that of the day on which it opened. */
  packOn(day: Day): PolicyPack;
  readonly asOf: AsOf;
  /** The day on which it is asked how things were known; null for now. */
  readonly knownOn: Day | null;
  readonly facts: LaneFacts;
  readonly duties: readonly Duty[];
  readonly responsibilities: readonly Responsibility[];
  readonly book: Book;
}

/** A scene with its look-ups made once. */
export interface Stage extends Scene {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly people: ReadonlyMap<string, LaneFact<'person'>>;
  readonly sessions: ReadonlyMap<string, LaneFact<'session'>>;
  readonly dutiesAbout: ReadonlyMap<string, readonly Duty[]>;
  readonly sessionsOf: ReadonlyMap<string, readonly LaneFact<'session'>[]>;
  readonly discussionsOf: ReadonlyMap<string, readonly LaneFact<'discussion'>[]>;
  /** What holds of each child on the day asked about, by case reference. */
  readonly heldBy: {
    readonly statuses: ReadonlyMap<string, readonly LaneFact<'child-status'>[]>;
    readonly placements: ReadonlyMap<string, readonly LaneFact<'placement'>[]>;
    readonly flags: ReadonlyMap<string, readonly LaneFact<'child-flag'>[]>;
  };
  /** Who answers on the day asked about, by `person:ref` or `child:ref`. */
  readonly answering: ReadonlyMap<string, Responsibility>;
  readonly awayOn: ReadonlySet<string>;
}

/** Makes the look-ups of a scene. */
export function setStage(scene: Scene): Stage {
  const { facts, asOf } = scene;
  const on = formatDay(asOf.on);
  const holding = <Fact extends { child: string; from: string; to: string | null }>(rows: readonly Fact[]): Map<string, Fact[]> =>
    groupBy(
      rows.filter((row) => isWithin(on, row.from, row.to)),
      (row) => row.child,
    );
  return {
    ...scene,
    rules: rulesOf(scene.pack),
    people: new Map(facts.person.map((person) => [person.person, person])),
    sessions: new Map(facts.session.map((session) => [session.session, session])),
    dutiesAbout: groupBy(scene.duties, (duty) => aboutKey(duty.about.kind, duty.about.ref)),
    sessionsOf: groupBy(facts.session, (session) => session.supervisee),
    discussionsOf: groupBy(facts.discussion, (discussion) => discussion.child),
    heldBy: {
      statuses: holding(facts['child-status']),
      placements: holding(facts.placement),
      flags: holding(facts['child-flag']),
    },
    answering: new Map(
      scene.responsibilities
        .filter((answer) => answer.from <= asOf.on && (answer.to === null || asOf.on <= answer.to))
        .map((answer) => [aboutKey(answer.kind, answer.ref), answer]),
    ),
    awayOn: new Set(facts.absence.filter((away) => isWithin(on, away.from, away.to)).map((away) => away.person)),
  };
}

/** The rules of each version by their ids: versions never change, so this is made once. */
const RULES = new WeakMap<PolicyPack, ReadonlyMap<string, Rule>>();

export function rulesOf(pack: PolicyPack): ReadonlyMap<string, Rule> {
  let rules = RULES.get(pack);
  if (rules === undefined) RULES.set(pack, (rules = new Map(pack.rules.map((rule) => [rule.id, rule]))));
  return rules;
}

export function aboutKey(kind: 'person' | 'child', ref: string): string {
  return `${kind}:${ref}`;
}

/** The moment that a question about a day is answered for: now for today, the last minute of any other day. */
export function momentOf(on: Day, now: EpochMinute): AsOf {
  return { on, at: londonDay(now) === on ? now : londonInstant(on + 1, 0) - 1 };
}

/** A person as pages name them; a number that nobody has recorded a name for stands for itself. */
export function labelOf(stage: Pick<Stage, 'people' | 'book'>, ref: string | null): PersonLabel | null {
  return ref === null ? null : { id: stage.book.id('person', ref), name: stage.people.get(ref)?.name ?? ref };
}

/** The few hundred days that supervisions of a year fall on, read once. */
const DAYS = new Map<string, Day>();

/** The day in London of an instant that is kept as text (`2026-05-12T09:30Z`). */
export function dayOfText(instant: string): Day {
  // Before 23:00 London has the date of Greenwich, in summer too.
  if (instant.length !== 17 || instant.slice(11, 13) >= '23') return londonDay(parseInstant(instant) ?? 0);
  const date = instant.slice(0, 10);
  let day = DAYS.get(date);
  if (day === undefined) DAYS.set(date, (day = toDay(date)));
  return day;
}

/** Whether an ISO date lies between two others; an empty end is open. */
export function isWithin(on: string, from: string, to: string | null): boolean {
  return from <= on && (to === null || on <= to);
}

export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

import type { FactOf } from '@plumbline/domain/facts';
import type { Condition, Rule } from '@plumbline/domain/policy';
import { plus, within, type IsoDate } from './dates.ts';
import { ownerOf } from './owners.ts';
import type { Thing } from './things.ts';
import type { Kind, World } from './world.ts';

/** A requirement as the slow evaluator sees it: everything that the engine's is compared by. */
export interface SlowDuty {
  readonly rule: string;
  readonly series: string | null;
  readonly subjectKind: string;
  readonly subject: string;
  readonly about: string;
  readonly openedOn: IsoDate;
  readonly dueOn: IsoDate | null;
  readonly dueAt: string | null;
  readonly metOn: IsoDate | null;
  readonly endedOn: IsoDate | null;
  readonly judged: string;
  readonly owedBy: string | null;
  readonly absentFrom: IsoDate | null;
  readonly returnDueOn: IsoDate | null;
}

export type Dates = Pick<SlowDuty, 'openedOn' | 'judged'> & Partial<SlowDuty>;

/** A requirement of a rule on a thing, by whoever owes it on its day. */
export function dutyOn(world: World, rule: Rule & { owes?: string | undefined }, thing: Thing, dates: Dates): SlowDuty {
  const { kind, ref, session } = thing;
  return {
    rule: rule.id,
    series: null,
    subjectKind: thing.of,
    subject: thing.key,
    about: `${kind} ${ref}`,
    dueOn: null,
    dueAt: null,
    metOn: null,
    endedOn: null,
    owedBy: ownerOf(world.facts, rule.owes ?? 'supervisor', kind, ref, dates.dueOn ?? dates.openedOn, session),
    absentFrom: null,
    returnDueOn: null,
    ...dates,
  };
}

/** A requirement on a person or a child as a whole. */
export function dutyAbout(
  world: World,
  rule: Rule & { owes?: string | undefined },
  kind: Kind,
  ref: string,
  dates: Dates,
): SlowDuty {
  const thing: Thing = { of: kind, key: ref, kind, ref, day: dates.openedOn, session: null, rows: {} };
  return dutyOn(world, rule, thing, dates);
}

/** What must is broken by, and what is only advised. */
export function failing(rule: Rule): string {
  return rule.strength === 'must' || rule.strength === 'should' ? 'breached' : 'advisory';
}

/** The absence of whole days that covers a due date, and the first due day after it; nothing moves for children. */
export function awayOn(world: World, person: string | null, due: IsoDate): Pick<SlowDuty, 'absentFrom' | 'returnDueOn'> {
  const absence = world.facts.absence.find(
    (row: FactOf<'absence'>) => row.person === person && row.isHalfDay !== true && within(due, row.from, row.to),
  );
  if (absence === undefined) return { absentFrom: null, returnDueOn: null };
  const grace = { unit: 'workingDays', count: world.pack.returnGraceWorkingDays } as const;
  return { absentFrom: absence.from, returnDueOn: absence.to === null ? null : plus(absence.to, grace) };
}

/** Whether somebody with the right agreed, with the reason noted, that a rule need not be kept for a person on a day. */
export function isAgreedOtherwise(world: World, rule: Rule, kind: Kind, ref: string, day: IsoDate): boolean {
  const { deviation } = rule as { deviation?: { agreedBy: Condition } | undefined };
  if (deviation === undefined || kind !== 'person') return false;
  return world.facts.deviation.some(
    (row) =>
      row.person === ref &&
      row.rule === rule.id &&
      within(day, row.from, row.to) &&
      row.hasReason === true &&
      row.agreedBy !== null &&
      row.agreedOn !== null &&
      world.isSo('person', row.agreedBy, deviation.agreedBy, row.agreedOn),
  );
}

/** The day from which all of these kinds of fact are recorded; null where one of them is not at all. */
export function recordedFrom(world: World, kinds: readonly string[]): IsoDate | null {
  const feeds = world.facts.feeds as Readonly<Record<string, string | null | undefined>>;
  let from = '0000-01-01';
  for (const kind of kinds) {
    const begins = feeds[kind];
    if (begins === undefined || begins === null) return null;
    if (begins > from) from = begins;
  }
  return from;
}

/** Whether a column is kept on a day: with its kind, unless it begins later or is kept by nobody. */
export function isKept(world: World, column: string, day: IsoDate): boolean {
  const from = (world.facts.feeds as Readonly<Record<string, string | null | undefined>>)[column];
  return from === undefined || (from !== null && day >= from);
}

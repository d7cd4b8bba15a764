import type { Condition, RuleOf } from '@plumbline/domain/policy';
import { dayBefore, earlier, later, londonDate, nextDay, within, type IsoDate } from './dates.ts';
import { postsOn } from './relations.ts';
import { isMeant } from './session-tests.ts';
import { awayOn, dutyAbout, failing, isAgreedOtherwise, recordedFrom, type SlowDuty } from './slow-duty.ts';
import type { Kind, Span, World } from './world.ts';
import { rulesOf } from './rules-of.ts';

/** A stretch of days on which something was not as it should be. */
interface Gap extends Span {
  readonly why: string;
}

/** What must hold on every day: each stretch on which it does not is asked for on its first day. */
export function standingDuties(world: World, kind: Kind, ref: string): SlowDuty[] {
  const rules = rulesOf(world.pack, 'standing').filter((rule) => rule.subject === kind);
  return rules.flatMap((rule) => {
    const begin = recordedFrom(world, FEEDS[rule.requires] ?? []);
    if (begin === null) return [];
    const held = holding(world, rule, ref);
    const isHeld = (day: IsoDate): boolean => held.some(({ from, to }) => within(day, from, to));
    const asked = asks(world, kind, ref, rule.when, begin);
    return asked.flatMap((whole) =>
      gapsIn(whole, held, (day) => (isHeld(day) ? null : 'missing')).map((gap) =>
        dutyAbout(world, rule, kind, ref, {
          ...datesOf(gap, whole),
          ...leaveAt(world, rule, kind, ref, gap.from),
          judged: 'by-date',
        }),
      ),
    );
  });
}

/** Nobody is blamed for having no date in the diary that was to be made while they were away; a named supervisor they have even then. */
function leaveAt(world: World, rule: RuleOf<'standing'>, kind: Kind, ref: string, due: IsoDate): ReturnType<typeof awayOn> {
  return awayOn(world, rule.requires === 'session-ahead' && kind === 'person' ? ref : null, due);
}

const FEEDS: Readonly<Record<string, readonly string[]>> = {
  'named-supervisor': ['person', 'supervision-pair'],
  'own-supervisor': ['person', 'supervision-pair'],
  supervisor: ['person', 'supervision-pair'],
  'home-supervisor': ['person', 'supervision-pair'],
  'session-ahead': ['person', 'session'],
  'allocated-worker': ['child', 'allocation'],
};

/** The stretches on which a condition holds and records are kept. */
function asks(world: World, kind: Kind, ref: string, when: Condition | undefined, begin: IsoDate): Span[] {
  return world
    .spansOf({ when }, kind, ref)
    .filter(({ to }) => to === null || to >= begin)
    .map(({ from, to }) => ({ from: later(from, begin), to }));
}

/** The days of a stretch on which something is wrong for one reason, cut wherever something that matters begins or ends. */
function gapsIn(whole: Span, parts: readonly Span[], whyOn: (day: IsoDate) => string | null): Gap[] {
  const edges = parts.flatMap(({ from, to }) => (to === null ? [from] : [from, nextDay(to)]));
  const starts = [
    ...new Set([whole.from, ...edges.filter((day) => day > whole.from && within(day, whole.from, whole.to))]),
  ].toSorted();
  const gaps: { from: IsoDate; to: IsoDate | null; why: string }[] = [];
  let previous: string | null = null;
  starts.forEach((from, i) => {
    const next = starts[i + 1];
    const to = next === undefined ? whole.to : dayBefore(next);
    const why = whyOn(from);
    const last = gaps.at(-1);
    if (why !== null && why === previous && last !== undefined) last.to = to;
    else if (why !== null) gaps.push({ from, to, why });
    previous = why;
  });
  return gaps;
}

/** Asked for on the first day; done on the day after the last, unless it lasted as long as anything was asked. */
function datesOf(gap: Gap, whole: Span): Pick<SlowDuty, 'openedOn' | 'dueOn' | 'metOn' | 'endedOn'> {
  const isOver = gap.to === whole.to;
  return {
    openedOn: gap.from,
    dueOn: gap.from,
    metOn: isOver || gap.to === null ? null : nextDay(gap.to),
    endedOn: isOver ? gap.to : null,
  };
}

/** The days on which what a rule requires holds. */
function holding(world: World, rule: RuleOf<'standing'>, ref: string): Span[] {
  switch (rule.requires) {
    case 'session-ahead':
      return datesAhead(world, rule, ref);
    case 'allocated-worker':
      return world.facts.allocation
        .filter((row) => row.child === ref && row.isSecondary !== true)
        .map((row) => ({ from: londonDate(row.allocatedAt), to: row.endedOn }));
    case 'supervisor': {
      const capacities = rule.capacities ?? ['designated'];
      return supervisors(world, ref, capacities).flatMap(({ supervisor, span }) =>
        rule.whoIs === undefined ? [span] : fitDays(world, supervisor, rule.whoIs, span),
      );
    }
    case 'home-supervisor': {
      const shadowed = supervisors(world, ref, ['shadowed']);
      const isShadowed = (one: { supervisor: string; span: Span }): boolean =>
        shadowed.some((other) => other.supervisor === one.supervisor && other.span.from <= one.span.from);
      return supervisors(world, ref, ['designated'])
        .filter((one) => !isShadowed(one))
        .map(({ span }) => span);
    }
    default:
      return supervisors(world, ref, ['designated']).map(({ span }) => span);
  }
}

/** Whoever supervises somebody in one of these capacities, as long as they are employed. */
function supervisors({ facts }: World, ref: string, capacities: readonly string[]): { supervisor: string; span: Span }[] {
  return facts['supervision-pair']
    .filter((row) => row.supervisee === ref && capacities.includes(row.capacity))
    .map((row) => {
      const left = facts.person.find((one) => one.person === row.supervisor)?.employedTo ?? null;
      return { supervisor: row.supervisor, span: { from: row.from, to: firstOf(row.to, left) } };
    })
    .filter(({ span }) => span.to === null || span.from <= span.to);
}

function firstOf(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
  return a === null ? b : b === null ? a : earlier(a, b);
}

function fitDays(world: World, supervisor: string, whoIs: Condition, span: Span): Span[] {
  return world
    .spansOf({ when: whoIs }, 'person', supervisor)
    .filter(({ from, to }) => (span.to === null || from <= span.to) && (to === null || to >= span.from))
    .map(({ from, to }) => ({ from: later(from, span.from), to: firstOf(to, span.to) }));
}

/**
 * From the booking of a date to the date itself; a booking of which the day was not kept was made on the day of the one before.
 * What was called off stands for nothing.
 */
function datesAhead({ facts }: World, rule: RuleOf<'standing'>, ref: string): Span[] {
  const agreed = facts.session
    .filter((row) => row.supervisee === ref && row.status !== 'cancelled' && row.status !== 'postponed')
    .filter((row) => isMeant(rule.which, row, facts))
    .map((row) => ({ to: londonDate(row.plannedStartAt), booked: row.bookedAt === null ? null : londonDate(row.bookedAt) }));
  const inOrder = agreed.toSorted((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
  return inOrder
    .map(({ to, booked }, i) => ({ from: booked ?? inOrder[i - 1]?.to ?? to, to }))
    .filter(({ from, to }) => from <= to);
}

/** Too many or too few on any one day. */
export function ratioDuties(world: World, ref: string): SlowDuty[] {
  return rulesOf(world.pack, 'ratio').flatMap((rule) => {
    const begin = recordedFrom(world, rule.of === 'cases' ? ['child', 'allocation'] : ['supervision-pair']);
    if (begin === null) return [];
    const counted = rule.of === 'cases' ? casesOf(world, ref) : supervisedBy(world, ref);
    const posts = world.facts.post.filter((row) => row.person === ref);
    const sideOn = (day: IsoDate): string | null => {
      const number = numberOn(world, ref, counted, day, rule.isPerFullTime === true);
      if (rule.atMost !== undefined && number > rule.atMost) return 'above';
      return rule.atLeast !== undefined && number < rule.atLeast ? 'below' : null;
    };
    return asks(world, 'person', ref, rule.when, begin).flatMap((whole) =>
      gapsIn(whole, [...counted, ...posts], sideOn).map((gap) => {
        const graded = (gap.why === 'above' ? rule.aboveIs : rule.belowIs) ?? failing(rule);
        const isExcused = isAgreedOtherwise(world, rule, 'person', ref, gap.from);
        const judged = isExcused ? 'excused' : graded === 'breached' ? 'by-date' : 'advisory';
        return dutyAbout(world, rule, 'person', ref, { ...datesOf(gap, whole), judged });
      }),
    );
  });
}

export interface Counted extends Span {
  readonly name: string;
}

/** The open cases that somebody holds as main worker. */
export function casesOf({ facts }: World, ref: string): Counted[] {
  return facts.allocation
    .filter((row) => row.worker === ref && row.isSecondary !== true)
    .flatMap((row) =>
      facts.child
        .filter((child) => child.child === row.child)
        .map((child) => ({
          name: row.child,
          from: later(londonDate(row.allocatedAt), child.openedOn),
          to: firstOf(row.endedOn, child.closedOn),
        })),
    )
    .filter(({ from, to }) => to === null || from <= to);
}

/** Whom somebody supervises by name, as long as they are employed. */
export function supervisedBy({ facts }: World, ref: string): Counted[] {
  return facts['supervision-pair']
    .filter((row) => row.supervisor === ref && row.capacity === 'designated')
    .map((row) => ({
      name: row.supervisee,
      from: row.from,
      to: firstOf(row.to, facts.person.find((one) => one.person === row.supervisee)?.employedTo ?? null),
    }))
    .filter(({ from, to }) => to === null || from <= to);
}

/** How many different ones on a day, for a full-time post where it is reckoned so. */
export function numberOn(world: World, ref: string, counted: readonly Counted[], day: IsoDate, isPerFullTime: boolean): number {
  const names = new Set(counted.filter(({ from, to }) => within(day, from, to)).map(({ name }) => name));
  if (!isPerFullTime) return names.size;
  const share = postsOn(world.facts, ref, day).reduce((sum, post) => sum + (post.fullTimeEquivalent ?? 1), 0);
  return names.size / (share > 0 ? share : 1);
}

/** The days on which somebody has more cases than a number, each stretch of them. */
export function daysAbove(world: World, ref: string, above: number, isPerFullTime: boolean): Span[] {
  const cases = casesOf(world, ref);
  const posts = world.facts.post.filter((row) => row.person === ref);
  const first = [...cases, ...posts].map(({ from }) => from).toSorted()[0];
  if (first === undefined) return [];
  return gapsIn({ from: first, to: null }, [...cases, ...posts], (day) =>
    numberOn(world, ref, cases, day, isPerFullTime) > above ? 'above' : null,
  );
}

export { gapsIn };

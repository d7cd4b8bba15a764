import { FACT_KINDS, type FactOf } from '@plumbline/domain/facts';
import type { RuleOf } from '@plumbline/domain/policy';
import { later, plus, within, type IsoDate } from './dates.ts';
import { dayOfSession, isMeant } from './session-tests.ts';
import { awayOn, dutyAbout, recordedFrom, type SlowDuty } from './slow-duty.ts';
import type { Kind, Span, World } from './world.ts';
import { rulesOf } from './rules-of.ts';

type Rule = RuleOf<'quota'>;

/** So many in each period. `until` is the last day on which one may begin. */
export function quotaDuties(world: World, kind: Kind, ref: string, until: IsoDate): SlowDuty[] {
  const rules = rulesOf(world.pack, 'quota').filter((rule) => rule.subject === kind);
  return rules.flatMap((rule) => {
    const begin = recordedFrom(world, feedsOf(rule));
    if (begin === null) return [];
    const spans = world.spansOf(rule, kind, ref);
    const topics = rule.each === 'topic' ? Object.keys(FACT_KINDS.session.columns.topics.options ?? {}) : [null];
    return spans.flatMap((span) =>
      topics.flatMap((topic) => {
        const counted = countables(world, rule, kind, ref, topic);
        return rule.per === 'last-twelve-months'
          ? runningYear(world, rule, kind, ref, span, begin, counted)
          : inPeriods(world, rule, kind, ref, span, begin, until, counted);
      }),
    );
  });
}

function feedsOf(rule: Rule): string[] {
  const counted = rule.subject === 'person' ? ['person', 'session'] : ['child', 'discussion'];
  return rule.forEachDay === true ? [...counted, 'shift'] : counted;
}

interface Countable {
  readonly day: IsoDate;
  readonly amount: number;
}

/** Everything that counts, in order of its days. */
function countables({ facts, pack }: World, rule: Rule, kind: Kind, ref: string, topic: string | null): Countable[] {
  const isByFile = pack.conventions.childClock.value === 'counts-when-on-file';
  const all: Countable[] =
    kind === 'person'
      ? facts.session
          .filter((row) => row.supervisee === ref && isMeant(rule.counts, row, facts))
          .filter((row) => topic === null || (row.topics ?? []).includes(topic))
          .map((row) => ({ day: dayOfSession(row), amount: rule.unit === 'minutes' ? (row.minutes ?? 0) : 1 }))
      : facts.discussion
          .filter((row) => row.child === ref && (!isByFile || row.filedAt !== null) && isOfMeant(facts, rule, row))
          .map((row) => ({ day: row.discussedOn, amount: 1 }));
  return all.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function isOfMeant(facts: World['facts'], rule: Rule, row: FactOf<'discussion'>): boolean {
  const session = facts.session.find((one) => one.session === row.session);
  return session === undefined || isMeant(rule.counts, session, facts);
}

/** Periods that lie whole within the days on which the rule holds and that are recorded from their beginning. */
function inPeriods(
  world: World,
  rule: Rule,
  kind: Kind,
  ref: string,
  span: Span,
  begin: IsoDate,
  until: IsoDate,
  counted: readonly Countable[],
): SlowDuty[] {
  const duties: SlowDuty[] = [];
  if (span.to !== null && span.to < begin) return [];
  let from = firstOf(rule.per, span.from, later(span.from, begin));
  for (; from <= until; from = nextOf(rule.per, from)) {
    const to = plus(nextOf(rule.per, from), { unit: 'days', count: -1 });
    if (span.to !== null && to > span.to) break;
    if (from < later(span.from, begin)) continue;
    const duty = periodDuty(world, rule, kind, ref, { from, to }, counted);
    if (duty !== null) duties.push(duty);
  }
  return duties;
}

function periodDuty(
  world: World,
  rule: Rule,
  kind: Kind,
  ref: string,
  { from, to }: { from: IsoDate; to: IsoDate },
  counted: readonly Countable[],
): SlowDuty | null {
  const inside = counted.filter(({ day }) => within(day, from, to));
  const days = new Set(
    world.facts.shift.filter((row) => row.person === ref && within(row.workedOn, from, to)).map((row) => row.workedOn),
  );
  const needed = rule.atLeast * (rule.forEachDay === true ? days.size : 1);
  let sum = 0;
  let metOn: IsoDate | null = null;
  for (const { day, amount } of inside) {
    sum += amount;
    if (metOn === null && sum >= needed) metOn = day;
  }
  if (needed === 0 && sum === 0) return null;
  return dutyAbout(world, rule, kind, ref, {
    openedOn: from,
    dueOn: to,
    metOn,
    // Nothing done on the day after can meet it any more.
    endedOn: metOn === null ? plus(to, { unit: 'days', count: 1 }) : null,
    judged: 'by-date',
    ...awayOn(world, kind === 'person' ? ref : null, to),
  });
}

/** The first period that begins on or after the recorded days, or with the rule itself. */
function firstOf(per: Rule['per'], start: IsoDate, known: IsoDate): IsoDate {
  switch (per) {
    case 'calendar-quarter':
      return firstWhere(known, (day) => /-(01|04|07|10)-01$/.test(day));
    case 'calendar-month':
      return firstWhere(known, (day) => day.endsWith('-01'));
    case 'week':
      return firstWhere(known, (day) => Temporal.PlainDate.from(day).dayOfWeek === 1);
    default: {
      let from = start;
      while (per === 'fortnight-from-start' && from < known) from = nextOf(per, from);
      return from;
    }
  }
}

function firstWhere(from: IsoDate, isSo: (day: IsoDate) => boolean): IsoDate {
  let day = from;
  while (!isSo(day)) day = plus(day, { unit: 'days', count: 1 });
  return day;
}

const LENGTHS = {
  'calendar-quarter': { unit: 'months', count: 3 },
  'calendar-month': { unit: 'months', count: 1 },
  week: { unit: 'days', count: 7 },
  'fortnight-from-start': { unit: 'days', count: 14 },
  'rolling-year': { unit: 'months', count: 12 },
  'last-twelve-months': { unit: 'months', count: 12 },
} as const;

function nextOf(per: Rule['per'], from: IsoDate): IsoDate {
  return plus(from, LENGTHS[per]);
}

/**
 * So many in the last twelve months on every day: each that counts meets one requirement and opens the next, which is due twelve
 * months after the last but so many; before there are so many, twelve months after the beginning.
 */
function runningYear(
  world: World,
  rule: Rule,
  kind: Kind,
  ref: string,
  span: Span,
  begin: IsoDate,
  counted: readonly Countable[],
): SlowDuty[] {
  const start = later(span.from, begin);
  if (span.to !== null && start > span.to) return [];
  const days = counted.map(({ day }) => day).filter((day) => within(day, start, span.to));
  return [...days, null].map((metOn, i) => {
    const dueOn = nextOf(rule.per, i < rule.atLeast ? start : (days[i - rule.atLeast] ?? start));
    return dutyAbout(world, rule, kind, ref, {
      openedOn: i === 0 ? start : (days[i - 1] ?? start),
      dueOn,
      metOn,
      endedOn: metOn === null ? span.to : null,
      judged: 'by-date',
      ...awayOn(world, kind === 'person' ? ref : null, dueOn),
    });
  });
}

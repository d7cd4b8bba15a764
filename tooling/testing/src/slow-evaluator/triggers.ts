import type { FactOf } from '@plumbline/domain/facts';
import type { RuleOf } from '@plumbline/domain/policy';
import { later, lengthOf, nextDay, plus, within, type IsoDate } from './dates.ts';
import { daysAbove, supervisedBy } from './every-day.ts';
import { compare } from './relations.ts';
import { dayOfSession, isMeant } from './session-tests.ts';
import { dutyAbout, recordedFrom, type SlowDuty } from './slow-duty.ts';
import type { Span, World } from './world.ts';
import { rulesOf } from './rules-of.ts';

type Rule = RuleOf<'trigger'>;

/** Something that happens and calls for something. */
export function triggerDuties(world: World, ref: string): SlowDuty[] {
  return rulesOf(world.pack, 'trigger').flatMap((rule) => {
    const begin = recordedFrom(world, feedsOf(rule));
    if (begin === null) return [];
    return happenings(world, rule, ref)
      .flatMap((found) => asFarAsAsked(world, rule, ref, found))
      .filter(({ from }) => from >= begin)
      .map((found) => triggerDuty(world, rule, ref, found));
  });
}

const FEEDS: Readonly<Record<string, readonly string[]>> = {
  'supervisor-changed': ['supervision-pair'],
  'role-changed': ['post'],
  'team-changed': ['post'],
  'service-changed': ['post', 'team'],
  'supervisor-away': ['supervision-pair', 'absence'],
  'cases-above': ['child', 'allocation'],
};

function feedsOf({ requires, on }: Rule): readonly string[] {
  const called = 'event' in requires ? 'event' : 'session' in requires ? 'session' : 'supervision-pair';
  return ['person', called, ...(typeof on === 'string' ? (FEEDS[on] ?? []) : ['event'])];
}

/** What happened once counts where the condition holds on its day; what goes on, for as long as it holds. */
function asFarAsAsked(world: World, rule: Rule, ref: string, found: Span): Span[] {
  if (rule.when === undefined) return [found];
  const spans = world.spansOf({ when: rule.when }, 'person', ref);
  return spans.flatMap(({ from, to }) => {
    if (found.to === null) return within(found.from, from, to) ? [found] : [];
    const part = { from: later(found.from, from), to: to === null || found.to < to ? found.to : to };
    return part.from <= part.to ? [part] : [];
  });
}

function happenings(world: World, rule: Rule, ref: string): Span[] {
  const { facts } = world;
  const person = facts.person.find((row) => row.person === ref);
  const { on } = rule;
  if (typeof on !== 'string')
    return facts.event.filter((row) => row.person === ref && row.kind === on.event).flatMap((row) => once(row.on));
  switch (on) {
    case 'supervisor-changed': {
      const pairs = facts['supervision-pair']
        .filter((row) => row.supervisee === ref && row.capacity === 'designated')
        .toSorted((a, b) => compare(a.from, b.from));
      return pairs.flatMap((pair, i) => (i > 0 && pairs[i - 1]?.supervisor !== pair.supervisor ? once(pair.from) : []));
    }
    case 'left':
      return once(person?.employedTo);
    case 'left-authority':
      return once(person?.leftAuthorityOn ?? person?.employedTo);
    case 'supervisor-away':
      return longAbsences(world, rule, ref);
    case 'cases-above':
      return daysAbove(world, ref, rule.above ?? 0, rule.isPerFullTime === true);
    default:
      return moves(world, rule, ref);
  }
}

function once(day: IsoDate | null | undefined): Span[] {
  return day === null || day === undefined ? [] : [{ from: day, to: null }];
}

/** A new post in another role of the same team, in another team of the same service, or in another service. */
function moves({ facts }: World, rule: Rule, ref: string): Span[] {
  const posts = facts.post.filter((row) => row.person === ref).toSorted((a, b) => compare(a.from, b.from));
  const serviceOf = ({ team }: FactOf<'post'>): string => facts.team.find((row) => row.team === team)?.service ?? team;
  return posts.flatMap((post, i) => {
    const before = posts[i - 1];
    if (before === undefined) return [];
    const isSameRole = before.role === post.role;
    if (before.team === post.team && isSameRole) return [];
    const what =
      before.team === post.team ? 'role-changed' : serviceOf(before) === serviceOf(post) ? 'team-changed' : 'service-changed';
    const isMeantPost = rule.post === undefined || (rule.post === 'same-role') === isSameRole;
    return what === rule.on && isMeantPost ? once(post.from) : [];
  });
}

/** Absences of somebody who supervises that go on beyond the limit, from the day on which that is known. */
function longAbsences(world: World, rule: Rule, ref: string): Span[] {
  const supervised = supervisedBy(world, ref);
  return world.facts.absence
    .filter((row) => row.person === ref && row.isHalfDay !== true)
    .flatMap((row) => {
      const limit =
        rule.longerThan === undefined ? row.from : plus(row.from, lengthOf(rule.longerThan as Record<string, number>));
      if (row.to !== null && row.to <= limit) return [];
      const away = { from: row.to === null ? nextDay(limit) : row.from, to: row.to };
      const isSupervising = supervised.some(
        ({ from, to }) => (away.to === null || from <= away.to) && (to === null || to >= away.from),
      );
      return isSupervising ? [away] : [];
    });
}

/** The first day on or after it on which what is called for was done. */
function doneOn({ facts }: World, { requires, on }: Rule, ref: string, from: IsoDate): IsoDate | null {
  const days =
    'event' in requires
      ? facts.event
          .filter((row) => row.person === ref && row.kind === requires.event)
          .filter((row) => (requires.shows ?? []).every((part) => (row.shows ?? []).includes(part)))
          // Entered for the day itself or a later one and done ahead of it: in time.
          .map((row) => (row.doneOn !== null && row.doneOn < from && row.on >= from ? from : (row.doneOn ?? row.on)))
      : 'session' in requires
        ? facts.session.filter((row) => row.supervisee === ref && isMeant(requires.session, row, facts)).map(dayOfSession)
        : facts['supervision-pair']
            .filter((row) => row.supervisee === ref && requires.supervisor.includes(row.capacity))
            .filter((row) => row.to === null || row.to >= from)
            .map((row) => later(row.from, from));
  // What was agreed for an earlier time of many cases still stands.
  const counted = on === 'cases-above' ? days.map((day) => later(day, from)) : days.filter((day) => day >= from);
  return counted.toSorted()[0] ?? null;
}

function triggerDuty(world: World, rule: Rule, ref: string, found: Span): SlowDuty {
  const done = doneOn(world, rule, ref, found.from);
  const metOn = done !== null && (found.to === null || done <= found.to) ? done : null;
  const limit = rule.within === undefined ? null : plus(found.from, lengthOf(rule.within as Record<string, number>));
  const dueOn = limit ?? (rule.sameDay === true ? found.from : null);
  return {
    ...dutyAbout(world, rule, 'person', ref, {
      openedOn: found.from,
      metOn,
      endedOn: metOn === null ? found.to : null,
      judged: dueOn === null ? 'needs-evidence' : 'by-date',
    }),
    dueOn,
  };
}

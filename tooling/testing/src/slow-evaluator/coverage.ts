import type { FactOf } from '@plumbline/domain/facts';
import type { RuleOf } from '@plumbline/domain/policy';
import { clockDuties } from './chain.ts';
import { londonDate, nextDay, within, type IsoDate } from './dates.ts';
import { casesOf, gapsIn } from './every-day.ts';
import { compare, postsOn, workerOn } from './relations.ts';
import { dayOfSession, isMeant } from './session-tests.ts';
import { dutyAbout, dutyOn, failing, recordedFrom, type SlowDuty } from './slow-duty.ts';
import { keyOfDiscussion, sessionCalled, type Thing } from './things.ts';
import type { Kind, Span, World } from './world.ts';
import { rulesOf } from './rules-of.ts';

type Rule = RuleOf<'coverage'>;

const OF: Readonly<Record<Rule['covers'], { kind: Kind; feeds: readonly string[] }>> = {
  'due-cases': { kind: 'child', feeds: ['child', 'allocation', 'session', 'discussion'] },
  family: { kind: 'child', feeds: ['child', 'discussion'] },
  'open-actions': { kind: 'child', feeds: ['discussion', 'action', 'action-progress'] },
  'team-members': { kind: 'person', feeds: ['post', 'group', 'attendance'] },
  'front-door': { kind: 'person', feeds: ['session', 'front-door-contact'] },
  'tracked-cases': { kind: 'person', feeds: ['child', 'allocation', 'agreed-interval'] },
};

/** Nobody and nothing left out. */
export function coverageDuties(world: World, kind: Kind, ref: string): SlowDuty[] {
  const rules = rulesOf(world.pack, 'coverage').filter((rule) => OF[rule.covers].kind === kind);
  return rules.flatMap((rule) => {
    const begin = recordedFrom(world, OF[rule.covers].feeds);
    if (begin === null) return [];
    const spans = rule.when === undefined ? null : world.spansOf({ when: rule.when }, kind, ref);
    const isAsked = (day: IsoDate): boolean =>
      day >= begin && (spans === null || spans.some(({ from, to }) => within(day, from, to)));
    switch (rule.covers) {
      case 'due-cases':
        return dueCases(world, rule, ref, isAsked);
      case 'family':
        return missingCopies(world, rule, ref, isAsked);
      case 'open-actions':
        return forgotten(world, rule, ref, isAsked);
      case 'team-members':
        return missedMeetings(world, rule, ref, isAsked);
      case 'front-door':
        return contacts(world, rule, ref, isAsked);
      case 'tracked-cases':
        return untracked(world, rule, ref, begin, spans);
    }
  });
}

type IsAsked = (day: IsoDate) => boolean;

function wrong(world: World, rule: Rule, thing: Omit<Thing, 'rows'>, judged = failing(rule)): SlowDuty {
  return dutyOn(world, rule, { ...thing, rows: {} }, { openedOn: thing.day, judged });
}

function talk(child: string, day: IsoDate, session: FactOf<'session'> | null, of: string | null): Omit<Thing, 'rows'> {
  const key = keyOfDiscussion({ child, discussedOn: day, session: of });
  return { of: 'discussion', key, kind: 'child', ref: child, day, session };
}

/** Cases that fall due before the worker's next supervision and were not talked over in this one. */
function dueCases(world: World, rule: Rule, child: string, isAsked: IsAsked): SlowDuty[] {
  const { facts } = world;
  const open = clockDuties(world, 'child', child).filter((duty) => duty.series === rule.series);
  const workers = [...new Set(facts.allocation.filter((row) => row.child === child).map((row) => row.worker))];
  return workers.flatMap((worker) => {
    const sessions = facts.session
      .filter((row) => row.supervisee === worker && isMeant(rule.which, row, facts))
      .toSorted((a, b) => compare(londonDate(a.plannedStartAt), londonDate(b.plannedStartAt)));
    return sessions.flatMap((session, i) => {
      const day = dayOfSession(session);
      if (!isAsked(day) || workerOn(facts, child, day, londonDate) !== worker) return [];
      if (facts.discussion.some((row) => row.child === child && row.session === session.session)) return [];
      const next = sessions[i + 1];
      const before = next === undefined ? nextDay(day) : dayOfSession(next);
      const isDue = open.some(
        (duty) =>
          duty.openedOn <= day &&
          (duty.metOn === null || duty.metOn > day) &&
          (duty.endedOn === null || duty.endedOn >= day) &&
          duty.dueOn !== null &&
          duty.dueOn < before,
      );
      return isDue ? [wrong(world, rule, talk(child, day, session, session.session))] : [];
    });
  });
}

/** Entries for a whole family without a copy for this child, while the case is open. */
function missingCopies(world: World, rule: Rule, child: string, isAsked: IsAsked): SlowDuty[] {
  const { facts } = world;
  const families = new Set(facts.child.filter((row) => row.child === child).flatMap((row) => row.family ?? []));
  const siblings = new Set(
    facts.child.filter((row) => row.family !== null && families.has(row.family) && row.child !== child).map((row) => row.child),
  );
  const nameOf = (row: FactOf<'discussion'>): string => `${row.discussedOn} ${row.session ?? ''}`;
  const own = new Set(facts.discussion.filter((row) => row.child === child).map(nameOf));
  const entries = facts.discussion.filter(
    (row) => siblings.has(row.child) && row.concernsFamily === true && !own.has(nameOf(row)),
  );
  const distinct = [...new Map(entries.map((row) => [nameOf(row), row])).values()];
  return distinct.flatMap((row) => {
    const session = sessionCalled(facts, row.session);
    const isOpen = facts.child.some((one) => one.child === child && within(row.discussedOn, one.openedOn, one.closedOn));
    if (!isOpen || !isAsked(row.discussedOn) || !isMeantOf(world, rule, session)) return [];
    return [wrong(world, rule, talk(child, row.discussedOn, session, row.session))];
  });
}

function isMeantOf({ facts }: World, rule: Rule, session: FactOf<'session'> | null): boolean {
  return rule.which === undefined || (session !== null && isMeant(rule.which, session, facts));
}

/** Entries that say nothing of an action that was open at the entry before. */
function forgotten(world: World, rule: Rule, child: string, isAsked: IsAsked): SlowDuty[] {
  const { facts } = world;
  const entries = facts.discussion.filter((row) => row.child === child).toSorted((a, b) => compare(a.discussedOn, b.discussedOn));
  return entries.flatMap((row, i) => {
    const before = entries[i - 1]?.discussedOn;
    const on = row.discussedOn;
    const session = sessionCalled(facts, row.session);
    if (before === undefined || before === on || !isAsked(on) || !isMeantOf(world, rule, session)) return [];
    const open = facts.action.some(
      (action) =>
        action.child === child &&
        action.agreedOn <= before &&
        (action.closedOn === null || action.closedOn > on) &&
        !facts['action-progress'].some((note) => note.action === action.action && note.notedOn > before && note.notedOn <= on),
    );
    return open ? [wrong(world, rule, talk(child, on, session, row.session))] : [];
  });
}

/** Meetings of somebody's own team at which they were not, without a reason and without being away. */
function missedMeetings(world: World, rule: Rule, ref: string, isAsked: IsAsked): SlowDuty[] {
  const { facts } = world;
  return facts.group.flatMap((group) => {
    const day = group.heldOn;
    const isOfTeam = group.team !== null && postsOn(facts, ref, day).some((post) => post.team === group.team);
    const isOfFormat = rule.formats === undefined || rule.formats.includes(group.format ?? '');
    if (!isOfTeam || !isOfFormat || !isAsked(day)) return [];
    const row = facts.attendance.find((one) => one.group === group.group && one.person === ref);
    const isAway = facts.absence.some((one) => one.person === ref && within(day, one.from, one.to));
    if (isAway || row?.isPresent === true || row?.hasReason === true) return [];
    return [wrong(world, rule, { of: 'group', key: `${group.group}|${ref}`, kind: 'person', ref, day, session: null })];
  });
}

/** Supervisions that look at too few or too many contacts, or at two with one outcome. */
function contacts(world: World, rule: Rule, ref: string, isAsked: IsAsked): SlowDuty[] {
  const { facts } = world;
  return facts.session
    .filter((row) => row.supervisee === ref)
    .flatMap((session) => {
      const day = dayOfSession(session);
      if (!isAsked(day) || !isMeantOf(world, rule, session)) return [];
      const outcomes = facts['front-door-contact'].filter((row) => row.session === session.session).map((row) => row.outcome);
      const known = outcomes.filter((outcome) => outcome !== null);
      const isWrongNumber = outcomes.length < (rule.atLeast ?? 0) || outcomes.length > (rule.atMost ?? Infinity);
      const isRepeated = new Set(known).size < known.length;
      if (!isWrongNumber && !isRepeated) return [];
      const judged = isWrongNumber ? failing(rule) : (rule.sameOutcomeIs ?? failing(rule));
      return [wrong(world, rule, { of: 'session', key: session.session, kind: 'person', ref, day, session }, judged)];
    });
}

/** Days on which a case of a caseload is on no list of the method agreed for it. */
function untracked(world: World, rule: Rule, ref: string, begin: IsoDate, spans: readonly Span[] | null): SlowDuty[] {
  const { facts } = world;
  const cases = casesOf(world, ref);
  const listed = facts['agreed-interval'].filter((row) => row.subjectKind === 'child' && row.reason === 'caseload-method');
  const isMissing = (day: IsoDate): string | null =>
    cases.some(
      (one) => within(day, one.from, one.to) && !listed.some((row) => row.subject === one.name && within(day, row.from, row.to)),
    )
      ? 'missing'
      : null;
  const asked = (spans ?? [{ from: '0001-01-01', to: null }])
    .filter(({ to }) => to === null || to >= begin)
    .map(({ from, to }) => ({ from: from < begin ? begin : from, to }));
  return asked.flatMap((whole) =>
    gapsIn(whole, [...cases, ...listed], isMissing).map((gap) => {
      const isOver = gap.to === whole.to;
      return dutyAbout(world, rule, 'person', ref, {
        openedOn: gap.from,
        dueOn: gap.from,
        metOn: isOver || gap.to === null ? null : nextDay(gap.to),
        endedOn: isOver ? gap.to : null,
        judged: 'by-date',
      });
    }),
  );
}

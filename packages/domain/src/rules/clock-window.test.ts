import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatDay, toDay, type Day, type Interval } from '../calendar/index.ts';
import type { FactOf, Facts } from '../facts/index.ts';
import { DEFAULT_CONVENTIONS, type Rule } from '../policy/index.ts';
import { facts } from './_facts.ts';
import { cadence, makePack, rule } from './_pack.ts';
import { assessVersions } from './assess-versions.ts';
import { clockReach } from './clock-reach.ts';
import { clocksInWindow, type ClocksInWindow } from './clock-window.ts';
import { compilePolicy } from './compile.ts';
import { indexFacts } from './fact-index.ts';
import { onlyVersion, timelineFrom, type PolicyTimeline } from './policy-timeline.ts';

/*
 * What falls due within a year is worked out from what was held not long before it. The plain road is the one by which stored
 * requirements are made: whole histories, everything that ever fell due, and of that the year. Both must say the same of any
 * council, and so must the facts cut down to what the quick road asks for.
 */
const FIRST = toDay('2020-01-01');
const WINDOW = { from: toDay('2024-11-01'), to: toDay('2025-10-31') };
const LAST = toDay('2026-06-30');

const day = fc.integer({ min: FIRST, max: LAST });
/** Days about the year, on which most happens. */
const near = fc.integer({ min: WINDOW.from - 450, max: WINDOW.to + 60 });
const stretch = fc.tuple(day, fc.integer({ min: 0, max: 900 }), fc.boolean());
/** Of people and cases: often from long before and without an end. */
const long = fc.oneof(
  stretch,
  fc.tuple(fc.integer({ min: FIRST, max: WINDOW.from }), fc.integer({ min: 300, max: 2200 }), fc.boolean()),
);
const dates = ([from, days, isOpen]: readonly [Day, number, boolean]) => ({
  from: formatDay(from),
  to: isOpen ? null : formatDay(from + days),
});

const interval: fc.Arbitrary<Interval> = fc.oneof(
  fc.record({ days: fc.integer({ min: 1, max: 200 }) }),
  fc.record({ weeks: fc.integer({ min: 1, max: 26 }) }),
  fc.record({ months: fc.integer({ min: 1, max: 13 }) }),
  fc.record({ workingDays: fc.integer({ min: 1, max: 60 }) }),
);
const ownInterval = fc.oneof({ weight: 4, arbitrary: interval }, { weight: 1, arbitrary: fc.constant({ workingWeeks: 5 }) });

const rulesOf = fc
  .record({
    every: ownInterval,
    early: ownInterval,
    qualified: ownInterval,
    open: interval,
    plan: interval,
    weeks: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ every, early, qualified, open, plan, weeks }): Rule[] => [
    cadence({ id: 'OWN', series: 'own', when: 'employed', every }),
    cadence({ id: 'QUALIFIED', series: 'own', when: 'qualified', every: qualified }),
    cadence({
      id: 'EARLY',
      series: 'own',
      when: 'newly-qualified',
      phase: { of: 'newly-qualified', upTo: { weeks } },
      every: early,
      relaxes: ['OWN'],
    }),
    cadence({ id: 'AGREED', series: 'own', when: 'employed', every: 'agreed' }),
    cadence({ id: 'OPEN', series: 'case', when: 'status:child-in-need', every: open }),
    cadence({ id: 'PLAN', series: 'case', when: 'status:child-protection', every: plan }),
    rule({ id: 'UNUSED', kind: 'counting', series: 'case', counts: { discussesChildren: true }, evidence: 'none' }),
  ]);

const policy = fc
  .record({
    rules: rulesOf,
    tightening: fc.constantFrom('change-plus-interval' as const, 'last-plus-interval' as const),
    boundary: fc.constantFrom('closed-at-end' as const, 'open-at-end' as const),
  })
  .map(({ rules, tightening, boundary }) =>
    makePack(rules, {
      tightening: { ...DEFAULT_CONVENTIONS.tightening, value: tightening },
      phaseBoundary: { ...DEFAULT_CONVENTIONS.phaseBoundary, value: boundary },
    }),
  );

const timeline: fc.Arbitrary<PolicyTimeline> = fc.oneof(
  policy.map((pack) => onlyVersion(compilePolicy(pack))),
  fc.tuple(policy, policy, fc.integer({ min: WINDOW.from - 500, max: WINDOW.to + 30 })).map(([first, second, from]) => {
    const found = timelineFrom([
      { number: 1, policy: compilePolicy(first), validFrom: '2019-01-01' },
      { number: 2, policy: compilePolicy({ ...second, version: '2.0.0' }), validFrom: formatDay(from) },
    ]);
    return found ?? onlyVersion(compilePolicy(first));
  }),
);

const person = fc.record({
  employed: long,
  asye: fc.option(day),
  away: fc.array(stretch, { maxLength: 4 }),
  agreed: fc.option(fc.tuple(stretch, fc.integer({ min: 5, max: 120 }))),
  held: fc.array(
    fc.tuple(
      fc.oneof(near, day),
      fc.constantFrom('one-to-one' as const, 'group' as const),
      fc.constantFrom('held' as const, 'cancelled' as const),
    ),
    { maxLength: 30 },
  ),
});

const child = fc.record({
  open: long,
  statuses: fc.array(fc.tuple(stretch, fc.constantFrom('child-in-need', 'child-protection')), { minLength: 1, maxLength: 3 }),
  discussed: fc.array(fc.tuple(fc.oneof(near, day), fc.boolean()), { maxLength: 40 }),
});

/** Records mostly begin before anything else. */
const begin = fc.oneof({ weight: 3, arbitrary: fc.constant(FIRST) }, { weight: 1, arbitrary: day });

const council = fc
  .record({
    people: fc.array(person, { minLength: 1, maxLength: 4 }),
    children: fc.array(child, { minLength: 1, maxLength: 4 }),
    begins: fc.tuple(begin, begin),
  })
  .map(({ people, children, begins }): Facts => {
    const own = people.map((one, i) => personFacts(`P${i}`, one));
    const theirs = children.map((one, i) => childFacts(`C${i}`, one));
    const base = facts({
      person: own.map((one) => one.person),
      absence: own.flatMap((one) => one.absence),
      session: own.flatMap((one) => one.session),
      child: theirs.map((one) => one.child),
      'child-status': theirs.flatMap((one) => one.status),
      discussion: theirs.flatMap((one) => one.discussion),
      'agreed-interval': own.flatMap((one) => one.agreed),
    });
    return { ...base, feeds: { ...base.feeds, session: formatDay(begins[0]), discussion: formatDay(begins[1]) } } as Facts;
  });

function personFacts(
  ref: string,
  { employed, asye, away, agreed, held }: typeof person extends fc.Arbitrary<infer P> ? P : never,
) {
  const { from, to } = dates(employed);
  return {
    person: {
      person: ref,
      name: ref,
      employedFrom: from,
      employedTo: to,
      asyeFrom: asye === null ? null : formatDay(asye),
      isSocialWorkQualified: ref === 'P1',
    },
    absence: away.map((one) => ({ person: ref, ...dates(one) })),
    agreed: agreed === null ? [] : [{ subjectKind: 'person' as const, subject: ref, ...dates(agreed[0]), days: agreed[1] }],
    session: held.map(([on, kind, status], i) => ({
      session: `${ref}-${i}`,
      supervisee: ref,
      supervisor: 'M',
      kind,
      status,
      plannedStartAt: `${formatDay(on)}T10:00Z`,
    })),
  };
}

function childFacts(ref: string, { open, statuses, discussed }: typeof child extends fc.Arbitrary<infer C> ? C : never) {
  const { from, to } = dates(open);
  return {
    child: { child: ref, openedOn: from, closedOn: to },
    status: statuses.map(([when, status]) => ({ child: ref, status, ...dates(when) })) as Partial<FactOf<'child-status'>>[],
    discussion: discussed.map(([on, isFiled]) => ({
      child: ref,
      discussedOn: formatDay(on),
      filedAt: isFiled ? `${formatDay(on)}T17:00Z` : null,
    })),
  };
}

/** What is compared: everything but who owes it and what it is called. */
function lines(duties: readonly ClocksInWindow['duties'][number][]): string[] {
  return duties
    .filter(({ series, dueOn }) => series !== null && dueOn !== null && WINDOW.from <= dueOn && dueOn <= WINDOW.to)
    .map(({ about, rule: by, openedOn, dueOn, metOn, endedOn, absentFrom, returnDueOn, judged }) =>
      [about.kind, about.ref, by, openedOn, dueOn, metOn, endedOn, absentFrom, returnDueOn, judged].join(' '),
    )
    .toSorted();
}

/** The facts without what lies further back than the clocks reach. */
function cutDown(given: Facts, rules: PolicyTimeline): Facts {
  const reach = clockReach(
    rules.map(({ policy: one }) => one),
    WINDOW,
    given,
  );
  return {
    ...given,
    session: given.session.filter(({ plannedStartAt }) => toDay(plannedStartAt.slice(0, 10)) >= reach.person),
    discussion: given.discussion.filter(({ discussedOn }) => toDay(discussedOn) >= reach.child),
  };
}

it('says of a year what whole histories say of it', () => {
  let found = 0;
  fc.assert(
    fc.property(timeline, council, (rules, given) => {
      const plain = lines(assessVersions(rules, given, LAST).duties);
      const quick = clocksInWindow(rules, indexFacts(given), WINDOW);
      expect(lines(quick.duties)).toEqual(plain);
      const fromLess = clocksInWindow(rules, indexFacts(cutDown(given, rules)), WINDOW);
      expect(lines(fromLess.duties)).toEqual(plain);
      expect(fromLess.asked).toEqual(quick.asked);
      found += plain.length;
    }),
    { numRuns: 300 },
  );
  expect(found).toBeGreaterThan(200);
});

import type { FactOf, Facts } from '@plumbline/domain/facts';
import fc from 'fast-check';
import { dateAt, dateOfPoint, gapIntervals, instantOf, instantOn, points } from './dates.ts';
import { factsWith, row } from './rows.ts';

const STATUSES = [
  'assessment',
  'child-in-need',
  'child-protection',
  'pre-proceedings',
  'placed-with-parents',
  'public-law-proceedings',
  'placed-for-adoption',
  'looked-after',
  'care-leaver',
  'private-fostering',
] as const;
const PLACEMENTS = ['residential', 'foster', 'kinship', 'parents', 'adoption', 'supported', 'other'] as const;
const FLAGS = [
  'stable',
  'safeguarding',
  'ongoing-assessment',
  'alternative-care',
  'permanency-drift',
  'care-proceedings',
  'urgent-risk',
  'court-order',
  'language-student',
  'package-minimal',
  'rated-green',
  'rated-amber',
  'rated-red',
] as const;
const ROLES = ['social-worker', 'personal-adviser', 'reviewing-officer', 'family-support-worker'] as const;
const TEAM_KINDS = ['assessment', 'looked-after', 'leaving-care', 'reviewing-officers'] as const;

/** Days of four years in which histories happen. */
export const SPAN = 1500;

const code = <Code extends string>(codes: readonly Code[]) => fc.constantFrom(...codes);

/** Rows of one code apart from one another, each with its own stretch. */
const stretches = <Code extends string>(codes: readonly Code[], most: number) =>
  fc
    .array(fc.record({ code: code(codes), stretches: gapIntervals(SPAN, 3) }), { maxLength: most })
    .map((rows) =>
      [...new Map(rows.map((one) => [one.code, one])).values()].flatMap((one) =>
        one.stretches.map((stretch) => ({ ...stretch, code: one.code })),
      ),
    );

const discussions = fc.array(
  fc.record({
    point: points(SPAN),
    isFiled: fc.constantFrom(true, true, true, false),
    inSession: fc.option(code(['held', 'cancelled', 'interrupted'] as const), { nil: null }),
  }),
  { maxLength: 40, size: 'max' },
);

/** A child's case of some years, with everything that any of the four policies asks about. */
export const childHistory: fc.Arbitrary<Facts> = fc
  .record({
    episodes: gapIntervals(SPAN, 2, 60),
    assessedAfter: fc.option(fc.nat(200), { nil: null }),
    statuses: stretches(STATUSES, 4),
    flags: stretches(FLAGS, 4),
    placements: fc.tuple(gapIntervals(SPAN, 4, 0), fc.array(code(PLACEMENTS), { minLength: 4, maxLength: 4 })),
    agreed: fc.array(
      fc.record({
        from: fc.nat(SPAN),
        length: fc.nat(300),
        days: fc.option(fc.integer({ min: 3, max: 120 }), { nil: null }),
        months: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
      }),
      { maxLength: 1 },
    ),
    workers: fc.tuple(
      gapIntervals(SPAN, 3, 0),
      fc.array(fc.record({ role: code(ROLES), team: code(TEAM_KINDS) }), { minLength: 3, maxLength: 3 }),
    ),
    discussions,
    feedsFrom: fc.constantFrom('2000-01-01', '2000-01-01', '2022-06-30'),
  })
  .map(({ episodes, assessedAfter, statuses, flags, placements, agreed, workers, discussions: talks, feedsFrom }) => {
    const child = 'C1';
    const sessions: FactOf<'session'>[] = [];
    const anchors = [...placements[0], ...episodes, ...statuses].map(({ from }) => dateAt(from));
    const dated = talks.map((talk) => ({ ...talk, on: dateOfPoint(talk.point, anchors) }));
    const rows = [...new Map(dated.map((talk) => [talk.on, talk])).values()].map(({ on, isFiled, inSession }) => {
      const session = inSession === null ? null : `SUP-${on}`;
      if (session !== null && inSession !== null) {
        const startedAt = inSession === 'cancelled' ? null : instantOn(on, 10);
        sessions.push(
          row('session', {
            session,
            supervisee: 'S1',
            supervisor: 'S9',
            kind: 'one-to-one',
            purposes: ['casework'],
            status: inSession,
            plannedStartAt: instantOn(on, 10),
            startedAt,
            minutes: 90,
          }),
        );
      }
      return row('discussion', { child, session, discussedOn: on, writtenBy: 'S9', filedAt: isFiled ? instantOn(on, 18) : null });
    });
    return factsWith(
      {
        team: TEAM_KINDS.map((kind) => row('team', { team: kind, name: kind, service: 'Service', kind })),
        child: episodes.map(({ from, to }) =>
          row('child', {
            child,
            openedOn: dateAt(from),
            closedOn: to === null ? null : dateAt(to),
            assessmentCompletedOn: assessedAfter === null ? null : dateAt(Math.min(from + assessedAfter, to ?? SPAN)),
          }),
        ),
        'child-status': statuses.map(({ code: status, from, to }) =>
          row('child-status', { child, status, from: dateAt(from), to: to === null ? null : dateAt(to) }),
        ),
        'child-flag': flags.map(({ code: flag, from, to }) =>
          row('child-flag', { child, flag, from: dateAt(from), to: to === null ? null : dateAt(to) }),
        ),
        placement: placements[0].map(({ from, to }, n) =>
          row('placement', {
            child,
            kind: placements[1][n] ?? 'foster',
            from: dateAt(from),
            to: to === null ? null : dateAt(to),
          }),
        ),
        'agreed-interval': agreed.map(({ from, length, days, months }) =>
          row('agreed-interval', {
            subjectKind: 'child',
            subject: child,
            days,
            months: days === null ? months : null,
            from: dateAt(from),
            to: dateAt(from + length),
          }),
        ),
        person: workers[0].map((_, n) =>
          row('person', {
            person: `S${n + 1}`,
            name: `Worker ${n + 1}`,
            employedFrom: '2015-01-05',
            isSocialWorkQualified: true,
          }),
        ),
        post: workers[0].map((_, n) =>
          row('post', {
            person: `S${n + 1}`,
            post: `P${n + 1}`,
            from: '2015-01-05',
            role: workers[1][n]?.role ?? 'social-worker',
            team: workers[1][n]?.team ?? 'assessment',
          }),
        ),
        allocation: workers[0].map(({ from, to }, n) =>
          row('allocation', {
            child,
            worker: `S${n + 1}`,
            allocatedAt: instantOf(from, 9),
            endedOn: to === null ? null : dateAt(to),
          }),
        ),
        session: sessions,
        discussion: rows,
      },
      feedsFrom,
    );
  });

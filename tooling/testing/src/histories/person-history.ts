import type { Facts } from '@plumbline/domain/facts';
import fc from 'fast-check';
import { SPAN } from './child-history.ts';
import { dateAt, dateOfPoint, gapIntervals, instantOf, instantOn, points } from './dates.ts';
import { factsWith, row } from './rows.ts';

const ROLES = [
  'social-worker',
  'senior-social-worker',
  'practice-supervisor',
  'team-manager',
  'service-manager',
  'strategic-lead',
  'reviewing-officer',
  'family-support-worker',
  'personal-adviser',
  'youth-worker',
  'residential-carer',
  'registered-manager',
  'educational-psychologist',
  'information-coordinator',
  'administrator',
  'student-social-worker',
] as const;
const TEAM_KINDS = [
  'assessment',
  'children-in-need',
  'residential',
  'front-door',
  'reviewing-officers',
  'psychology',
  'management',
  'leaving-care',
] as const;
const CONTRACTS = ['permanent', 'fixed-term', 'agency', 'sessional'] as const;
const KINDS = [
  'one-to-one',
  'personal',
  'casework',
  'professional-support',
  'case-consultation',
  'joint-group',
  'group',
  'impromptu',
  'appraisal',
  'check-in',
] as const;
const STATUSES = [
  'held',
  'held',
  'held',
  'held',
  'held',
  'interrupted',
  'cancelled',
  'postponed',
  'abandoned',
  'planned',
] as const;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const dayMaybe = maybe(fc.nat(SPAN));

const stages = fc.record({
  isQualified: fc.constantFrom(true, true, true, false),
  practiceBefore: fc.nat(900),
  asyeAfter: maybe(fc.integer({ min: -100, max: 200 })),
  asyePassedAfter: maybe(fc.integer({ min: 30, max: 500 })),
  abroadAfter: maybe(fc.nat(300)),
  second: maybe(fc.record({ at: fc.nat(SPAN), isStandardMet: fc.boolean() })),
  third: maybe(fc.record({ at: fc.nat(SPAN), isStandardMet: fc.boolean() })),
  student: maybe(fc.record({ from: fc.nat(800), length: fc.nat(200), every: maybe(fc.integer({ min: 3, max: 40 })) })),
  psychologist: maybe(fc.record({ from: fc.nat(800), length: fc.nat(400) })),
});

const post = fc.record({
  role: fc.constantFrom(...ROLES),
  team: fc.constantFrom(...TEAM_KINDS),
  contract: maybe(fc.constantFrom(...CONTRACTS)),
  fte: maybe(fc.constantFrom(1, 0.8, 0.6, 0.5)),
  worksOn: maybe(fc.subarray([...WEEKDAYS])),
  needsRegistration: fc.boolean(),
  isManagement: fc.boolean(),
});

const session = fc.record({
  point: points(SPAN),
  hour: fc.constantFrom(0, 9, 14, 23),
  kind: fc.oneof(
    { weight: 3, arbitrary: fc.constant('one-to-one' as const) },
    { weight: 1, arbitrary: fc.constantFrom('casework' as const, 'professional-support' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...KINDS) },
  ),
  status: fc.constantFrom(...STATUSES),
  purposes: fc.subarray(['casework', 'personal', 'professional-support', 'reflective']),
  moved: fc.constantFrom(0, 0, 0, -1, 1, 2),
  discusses: fc.boolean(),
});

/** A member of staff of some years, with everything that any of the four policies asks about. */
export const personHistory: fc.Arbitrary<Facts> = fc
  .record({
    employed: fc.record({
      from: fc.nat(700),
      length: maybe(
        fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 300, max: 1500 }) }, { weight: 1, arbitrary: fc.nat(300) }),
      ),
    }),
    stages,
    posts: fc.tuple(gapIntervals(SPAN, 3, 0), fc.array(post, { minLength: 3, maxLength: 3 })),
    secondPost: maybe(post),
    cases: gapIntervals(SPAN, 3),
    secondary: fc.boolean(),
    supervisees: gapIntervals(SPAN, 2),
    absences: gapIntervals(SPAN, 3),
    shifts: fc.uniqueArray(fc.nat(SPAN), { maxLength: 60, size: 'max' }),
    agreed: fc.array(
      fc.record({
        from: fc.nat(SPAN),
        length: fc.nat(300),
        days: maybe(fc.integer({ min: 3, max: 60 })),
        months: maybe(fc.integer({ min: 1, max: 3 })),
      }),
      { maxLength: 1 },
    ),
    sessions: fc.array(session, { maxLength: 60, minLength: 10, size: 'max' }),
    leftStudies: dayMaybe,
    feedsFrom: fc.constantFrom('2000-01-01', '2000-01-01', '2022-06-30'),
  })
  .map((history) => {
    const person = 'S1';
    const { employed, stages: stage, absences, agreed } = history;
    const after = (days: number | null): string | null => (days === null ? null : dateAt(employed.from + days));
    const end = (to: number | null): string | null => (to === null ? null : dateAt(to));
    const posts = history.posts[0].map((stretch, n) => ({
      ...stretch,
      ...(history.posts[1][n] as NonNullable<(typeof history.posts)[1][number]>),
      number: `P${n}`,
    }));
    const extra = history.secondPost === null ? [] : [{ from: employed.from, to: null, ...history.secondPost, number: 'PX' }];
    const starts = [
      employed.from,
      ...[stage.asyeAfter, stage.asyePassedAfter, stage.abroadAfter].flatMap((days) =>
        days === null ? [] : [employed.from + days],
      ),
      ...history.posts[0].map(({ from }) => from),
    ];
    const anchors = starts.map(dateAt);
    const sessions = [
      ...new Map(
        history.sessions.map((one) => ({ ...one, on: dateOfPoint(one.point, anchors) })).map((one) => [one.on, one]),
      ).values(),
    ];
    const decisions = [
      { stage: 'second' as const, made: stage.second },
      { stage: 'third' as const, made: stage.third },
    ];
    return factsWith(
      {
        team: TEAM_KINDS.map((kind) => row('team', { team: kind, name: kind, service: 'Service', kind })),
        person: [
          row('person', {
            person,
            name: 'Sam Sample',
            employedFrom: dateAt(employed.from),
            employedTo: after(employed.length),
            isSocialWorkQualified: stage.isQualified,
            practiceFrom: dateAt(employed.from - stage.practiceBefore),
            asyeFrom: after(stage.asyeAfter),
            asyePassedOn:
              stage.asyeAfter === null || stage.asyePassedAfter === null ? null : after(stage.asyeAfter + stage.asyePassedAfter),
            recruitedAbroadFrom: after(stage.abroadAfter),
            studentFrom: stage.student === null ? null : dateAt(stage.student.from),
            studentTo: stage.student === null ? null : dateAt(stage.student.from + stage.student.length),
            studentIntervalDays: stage.student?.every ?? null,
            newlyQualifiedPsychologistFrom: stage.psychologist === null ? null : dateAt(stage.psychologist.from),
            newlyQualifiedPsychologistTo:
              stage.psychologist === null ? null : dateAt(stage.psychologist.from + stage.psychologist.length),
          }),
        ],
        post: [...posts, ...extra].map((one) =>
          row('post', {
            person,
            post: one.number,
            from: dateAt(one.from),
            to: end(one.to),
            role: one.role,
            team: one.team,
            contract: one.contract,
            fullTimeEquivalent: one.fte,
            worksOn: one.worksOn,
            isRegistrationRequired: one.needsRegistration,
            isManagementPost: one.isManagement,
          }),
        ),
        absence: absences.map(({ from, to }) =>
          row('absence', { person, from: dateAt(from), to: to === null ? null : dateAt(Math.min(to, from + 60)) }),
        ),
        shift: history.shifts.map((at) => row('shift', { person, workedOn: dateAt(at), hours: 7.5 })),
        'supervision-pair': [
          row('supervision-pair', { supervisee: person, supervisor: 'S9', capacity: 'designated', from: dateAt(0) }),
          ...history.supervisees.map(({ from, to }, n) =>
            row('supervision-pair', {
              supervisee: `S${n + 20}`,
              supervisor: person,
              capacity: 'designated',
              from: dateAt(from),
              to: end(to),
            }),
          ),
        ],
        'agreed-interval': agreed.map(({ from, length, days, months }) =>
          row('agreed-interval', {
            subjectKind: 'person',
            subject: person,
            days,
            months: days === null ? months : null,
            from: dateAt(from),
            to: dateAt(from + length),
          }),
        ),
        'stage-decision': decisions.flatMap(({ stage: name, made }) =>
          made === null
            ? []
            : [
                row('stage-decision', {
                  person,
                  stage: name,
                  observedOn: dateAt(made.at - 5),
                  isStandardMet: made.isStandardMet,
                  decidedOn: dateAt(made.at),
                }),
              ],
        ),
        child: history.cases
          .map(({ from, to }, n) =>
            row('child', { child: `C${n}`, openedOn: dateAt(from - 3), closedOn: to === null ? null : dateAt(to - 1) }),
          )
          .filter((one) => one.closedOn === null || one.closedOn >= one.openedOn),
        allocation: history.cases.map(({ from, to }, n) =>
          row('allocation', {
            child: `C${n}`,
            worker: person,
            allocatedAt: instantOf(from, 11),
            endedOn: end(to),
            isSecondary: history.secondary && n === 1,
          }),
        ),
        session: sessions.map((one) =>
          row('session', {
            session: `SUP-${one.on}`,
            supervisee: person,
            supervisor: 'S9',
            kind: one.kind,
            status: one.status,
            purposes: one.purposes,
            plannedStartAt: instantOn(one.on, one.hour),
            startedAt:
              one.status === 'held'
                ? instantOn(Temporal.PlainDate.from(one.on).add({ days: one.moved }).toString(), one.hour)
                : null,
            minutes: 95,
            longestBlockMinutes: 95,
          }),
        ),
        discussion: sessions.flatMap((one) =>
          one.discusses ? [row('discussion', { child: 'C0', session: `SUP-${one.on}`, discussedOn: one.on, filedAt: null })] : [],
        ),
      },
      history.feedsFrom,
    );
  });

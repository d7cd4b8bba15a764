import type { FactOf, Facts } from '@plumbline/domain/facts';
import { dayAt, dayIn, instantAt, inTurn } from './calendar.ts';
import type { Rows } from './rows.ts';

/** Facts as they are put together: every kind a list that grows. */
export type Growing = { -readonly [Kind in keyof Omit<Facts, 'feeds'>]: FactOf<Kind>[] };

const ROLES = [
  'social-worker',
  'social-worker',
  'senior-social-worker',
  'practice-supervisor',
  'team-manager',
  'assistant-team-manager',
  'service-manager',
  'strategic-lead',
  'principal-social-worker',
  'reviewing-officer',
  'family-support-worker',
  'personal-adviser',
  'youth-worker',
  'residential-carer',
  'residential-carer',
  'registered-manager',
  'educational-psychologist',
  'trainee-psychologist',
  'administrator',
  'student-social-worker',
] as const;

/** Who works here, in which posts, with which stages behind them. */
export function addPeople(rows: Rows, facts: Growing): void {
  const { dice, stage, names } = rows;
  for (const person of names.person) {
    const from = stage.from - dice.pick([0, 0, 5, 40, 200]);
    const isInStage = rows.isWished(person, 'observed-stage') || rows.isWished(person, 'abroad-stage');
    const begins = (share: number, attribute = ''): string | null =>
      rows.isWished(person, attribute) || dice.isSo(share) ? dayAt(from + (isInStage ? 0 : dice.pick([0, 0, 3, 30, 100]))) : null;
    facts.person.push(
      rows.row('person', {
        person,
        employedFrom: dayAt(from),
        employedTo: dice.isSo(0.25) ? dayAt(stage.from + dice.between(10, stage.length + 30)) : null,
        leftAuthorityOn: null,
        practiceFrom: begins(0.6),
        asyeFrom: begins(0.3, 'newly-qualified'),
        asyePassedOn: dice.isSo(rows.isWished(person, 'asye-concluded') ? 0.9 : 0.3) ? dayAt(dayIn(dice, stage)) : null,
        recruitedAbroadFrom: begins(0.2, 'internationally-recruited'),
        studentFrom: begins(0.12, 'student'),
        studentTo: dice.isSo(0.7) ? dayAt(from + 200) : null,
        newlyQualifiedPsychologistFrom: begins(0.12, 'new-psychologist'),
        newlyQualifiedPsychologistTo: dice.isSo(0.5) ? dayAt(from + 250) : null,
      }),
    );
    addPosts(rows, facts, person, from);
  }
}

function addPosts(rows: Rows, facts: Growing, person: string, from: number): void {
  const { dice } = rows;
  let begins = from;
  for (let n = dice.pick([1, 1, 1, 2, 3]); n > 0; n -= 1) {
    const to = n === 1 && dice.isSo(0.7) ? null : begins + dice.pick([10, 40, 100, 300]);
    facts.post.push(
      rows.row('post', {
        person,
        post: `${person}${n}`,
        from: dayAt(begins),
        to: to === null ? null : dayAt(to),
        role: roleOf(rows, person),
        ...circumstances(rows, person),
        ...managersOf(rows, person),
      }),
    );
    if (to === null) break;
    begins = to + 1 + dice.pick([0, 0, 0, 5]);
  }
}

/** Whoever manages the post; sometimes two share it. */
function managersOf(
  { dice, names }: Rows,
  person: string,
): Pick<FactOf<'post'>, 'lineManager' | 'secondLineManager' | 'isManagedByJobShare'> {
  const [lineManager = null, secondLineManager = null] = names.person.filter((other) => other !== person && dice.isSo(0.6));
  const isShared = secondLineManager !== null && dice.isSo(0.4);
  return { lineManager, secondLineManager: isShared ? secondLineManager : null, isManagedByJobShare: isShared ? true : null };
}

function roleOf(rows: Rows, person: string): FactOf<'post'>['role'] {
  const chance = rows.dice.pick(ROLES);
  const wished = rows.wished(person, 'role', chance);
  return wished === chance && person === rows.names.person[0] ? rows.wishedOfWorker(chance) : wished;
}

/** What the wishes say of a post; the rest is left to chance. */
function circumstances(rows: Rows, person: string): Partial<FactOf<'post'>> {
  const contract = rows.wished(person, 'contract', '');
  const joinedFrom = rows.wished(person, 'joined-from', '');
  return {
    ...(contract === '' ? {} : { contract: contract as FactOf<'post'>['contract'] }),
    ...(joinedFrom === '' ? {} : { joinedFrom: joinedFrom as FactOf<'post'>['joinedFrom'] }),
    ...(rows.isWished(person, 'team-kind') ? { team: rows.names.team[0] ?? '' } : {}),
    ...(rows.isWished(person, 'full-time') ? { fullTimeEquivalent: 1 } : {}),
    ...(rows.isWished(person, 'part-time') ? { fullTimeEquivalent: 0.5 } : {}),
    ...(rows.isWished(person, 'registered-post') ? { isRegistrationRequired: true } : {}),
    ...(rows.isWished(person, 'management-post') ? { isManagementPost: true } : {}),
    ...(rows.isWished(person, 'statutory-post') ? { isStatutory: true } : {}),
    ...(rows.isWished(person, 'front-line') ? { isFrontLine: true } : {}),
  };
}

/** Pairs of every capacity, none of one capacity twice on a day. */
export function addPairs(rows: Rows, facts: Growing, most = 2): void {
  const { dice, stage, names } = rows;
  const capacities = [
    'designated',
    'designated',
    'assessor',
    'professional',
    'cover',
    'shadowed',
    'practice-consultant',
  ] as const;
  for (const supervisee of names.person.slice(0, 3)) {
    for (const capacity of new Set(dice.isSo(0.5) ? ['designated' as const] : ['designated' as const, dice.pick(capacities)])) {
      for (const { from, to } of inTurn(dice, stage, most)) {
        facts['supervision-pair'].push(
          rows.row('supervision-pair', {
            supervisee,
            supervisor: dice.pick(names.person.filter((other) => other !== supervisee)),
            capacity,
            from: dayAt(from),
            to: to === null ? null : dayAt(to),
          }),
        );
      }
    }
  }
}

/** What decides whom somebody may supervise, and departures that were agreed. */
export function addFitness(rows: Rows, facts: Growing, deviating: readonly string[]): void {
  const { dice, stage, names } = rows;
  for (const person of names.person) {
    if (dice.isSo(0.7)) {
      for (const { from, to } of inTurn(dice, stage, 2)) {
        const dates = { from: dayAt(from), to: to === null ? null : dayAt(to) };
        facts.registration.push(
          rows.row('registration', { person, register: dice.isSo(0.85) ? 'social-work-england' : 'other', ...dates }),
        );
      }
    }
    if (dice.isSo(0.4)) facts.training.push(rows.row('training', { person }));
    addStages(rows, facts, person);
    if (deviating.length > 0 && dice.isSo(0.3)) {
      const [{ from, to } = { from: stage.from, to: null }] = inTurn(dice, stage, 1);
      const dates = { from: dayAt(from), to: to === null ? null : dayAt(to) };
      facts.deviation.push(
        rows.row('deviation', { person, rule: dice.pick(deviating), hasReason: dice.isSo(0.8), ...dates }, 0.9),
      );
    }
  }
}

/** Decisions to go on to the next stage, and observations in the stage before. */
function addStages(rows: Rows, facts: Growing, person: string): void {
  const { dice, stage, wishes } = rows;
  const isOfThem = rows.isWished(person, 'internationally-recruited');
  const wished = isOfThem ? (wishes.codes.get('observed-stage') ?? wishes.codes.get('abroad-stage')) : undefined;
  // Whoever is to be in a stage has gone through the ones before, in this order and early, so that there is time to be in it.
  let at = stage.from;
  for (const next of ['second', 'third'] as const) {
    const share = wished === undefined ? (isOfThem ? 0.7 : 0.15) : next === 'second' || wished === 'third' ? 0.95 : 0.2;
    if (!dice.isSo(share)) continue;
    at = wished === undefined ? stage.from + dice.between(0, 60) : at + dice.between(0, 12);
    const dates = isOfThem ? { observedOn: dayAt(at - dice.pick([0, 1, 10, 40])), decidedOn: dayAt(at) } : {};
    facts['stage-decision'].push(rows.row('stage-decision', { person, stage: next, isStandardMet: dice.isSo(0.8), ...dates }));
  }
}

/** Days away, shifts, and intervals agreed for one person. */
export function addTimes(rows: Rows, facts: Growing): void {
  const { dice, stage, names } = rows;
  for (const person of names.person.slice(0, 3)) {
    if (dice.isSo(0.5)) {
      for (const { from, to } of inTurn(dice, stage, 2)) {
        const end = to === null ? (dice.isSo(0.5) ? null : from + 20) : Math.min(to, from + 60);
        facts.absence.push(
          rows.row('absence', { person, from: dayAt(from), to: end === null ? null : dayAt(end), isHalfDay: dice.isSo(0.2) }),
        );
      }
    }
    addShifts(rows, facts, person);
    const isAgreed = rows.isWished(person, 'agreed');
    if (dice.isSo(isAgreed ? 0.95 : 0.15)) {
      const from = dayIn(dice, stage);
      const days = dice.isSo(0.7) ? dice.between(3, 60) : null;
      facts['agreed-interval'].push(
        rows.row('agreed-interval', {
          subjectKind: 'person',
          subject: person,
          days,
          months: days === null ? dice.pick([1, 2]) : null,
          from: dayAt(from),
          to: dayAt(from + dice.between(5, 200)),
          ...(isAgreed ? { reason: rows.wishes.codes.get('agreed') as FactOf<'agreed-interval'>['reason'] } : {}),
        }),
      );
    }
  }
}

const KINDS = [
  'one-to-one',
  'one-to-one',
  'casework',
  'professional-support',
  'personal',
  'group',
  'observation',
  'check-in',
] as const;

function kindOfSession({ dice, wishes }: Rows): FactOf<'session'>['kind'] {
  if (wishes.kinds.length > 0 && dice.isSo(0.6)) return dice.pick(wishes.kinds) as FactOf<'session'>['kind'];
  return dice.isSo(0.9) ? dice.pick(KINDS) : (undefined as never);
}

/** Shifts on either side of five a month, for those who work casually and now and then for somebody else. */
function addShifts(rows: Rows, facts: Growing, person: string): void {
  const { dice, stage } = rows;
  const casual = facts.post.find(
    (post) => post.person === person && (post.contract === 'agency' || post.contract === 'sessional'),
  );
  if (!dice.isSo(casual === undefined ? 0.15 : 0.7)) return;
  const first = stage.from + dice.between(-30, 30);
  for (let month = dice.below(4); month >= 0; month -= 1)
    for (let n = dice.pick([0, 3, 4, 5, 6]); n > 0; n -= 1)
      facts.shift.push(rows.row('shift', { person, workedOn: dayAt(first + 30 * month + 5 * n) }));
}

/** The log: what a clock counts, or every column of it. */
export function addSessions(rows: Rows, facts: Growing, most: number, share: number): void {
  const { dice, stage, names } = rows;
  const statuses = ['held', 'held', 'held', 'held', 'interrupted', 'cancelled', 'postponed', 'planned', 'abandoned'] as const;
  for (const supervisee of names.person.slice(0, 2)) {
    for (let n = dice.between(1, most); n > 0; n -= 1) {
      const session = `${supervisee}-${n}`;
      const on = dayIn(dice, stage);
      const status = dice.pick(statuses);
      const isHeld = status === 'held' || status === 'interrupted' || status === 'abandoned';
      names.session.push(session);
      facts.session.push(
        rows.row(
          'session',
          {
            session,
            supervisee,
            supervisor: dice.pick(names.person.filter((other) => other !== supervisee)),
            kind: kindOfSession(rows),
            status,
            plannedStartAt: instantAt(dice, on),
            startedAt: isHeld && dice.isSo(0.8) ? instantAt(dice, on + dice.pick([0, 0, 0, 1])) : null,
          },
          share,
        ),
      );
    }
  }
}

import type { FactOf, Facts } from '@plumbline/domain/facts';
import { dayBefore, earlier, later, londonDate, nextDay, within, type IsoDate } from './dates.ts';
import { furtherHolds } from './further-attributes.ts';

/** Everything known about one person or child, picked out of a council's facts once. */
export interface Subject {
  readonly kind: 'person' | 'child';
  readonly ref: string;
  readonly facts: Facts;
}

/** Keeps only the facts that can matter to a subject, so that asking day by day stays bearable. */
export function subjectOf(kind: 'person' | 'child', ref: string, all: Facts): Subject {
  const isPerson = kind === 'person';
  const allocation = all.allocation.filter((row) => (isPerson ? row.worker : row.child) === ref);
  const children = new Set(isPerson ? allocation.map((row) => row.child) : [ref]);
  const facts: Facts = {
    ...all,
    person: all.person.filter((row) => row.person === ref),
    post: all.post.filter((row) => (isPerson ? row.person === ref : allocation.some((held) => held.worker === row.person))),
    absence: all.absence.filter((row) => row.person === ref),
    shift: all.shift.filter((row) => row.person === ref),
    'stage-decision': all['stage-decision'].filter((row) => row.person === ref),
    'supervision-pair': all['supervision-pair'].filter((row) => row.supervisor === ref || row.supervisee === ref),
    training: all.training.filter((row) => row.person === ref),
    'agreed-interval': all['agreed-interval'].filter((row) => row.subjectKind === kind && row.subject === ref),
    child: all.child.filter((row) => children.has(row.child)),
    'child-status': all['child-status'].filter((row) => row.child === ref),
    'child-flag': all['child-flag'].filter((row) => row.child === ref),
    placement: all.placement.filter((row) => row.child === ref),
    allocation,
    discussion: all.discussion.filter((row) => (isPerson ? true : row.child === ref)),
    session: all.session.filter((row) => (isPerson ? row.supervisee === ref : true)),
  };
  return { kind, ref, facts };
}

/** How the newly qualified stages are anchored: the convention's value. */
export type NewlyQualifiedFrom = 'employment' | 'practice' | 'asye';

/**
 * Whether an attribute holds of a subject on a day, and from which day its phases are reckoned; null where it does not hold.
 */
export function holds(subject: Subject, attribute: string, day: IsoDate, from: NewlyQualifiedFrom): IsoDate | null {
  return subject.kind === 'person' ? holdsOfPerson(subject, attribute, day, from) : holdsOfChild(subject, attribute, day);
}

const PARTS = new Map<string, readonly string[]>();

/** An attribute's name, and the code after the colon. */
function partsOf(attribute: string): readonly string[] {
  let parts = PARTS.get(attribute);
  if (parts === undefined) PARTS.set(attribute, (parts = attribute.split(':')));
  return parts;
}

function holdsOfPerson({ facts, ref }: Subject, attribute: string, day: IsoDate, from: NewlyQualifiedFrom): IsoDate | null {
  const person = facts.person.find((row) => within(day, row.employedFrom, row.employedTo));
  if (person === undefined) return null;
  const [name, code] = partsOf(attribute);
  switch (name) {
    case 'employed':
      return person.employedFrom;
    case 'qualified':
      return person.isSocialWorkQualified === true ? person.employedFrom : null;
    case 'student':
      return person.studentFrom !== null && within(day, person.studentFrom, person.studentTo) ? person.studentFrom : null;
    case 'newly-qualified':
      return newlyQualified(facts, person, day, from);
    case 'asye-concluded':
      return person.asyePassedOn !== null && person.asyePassedOn < day ? nextDay(person.asyePassedOn) : null;
    case 'internationally-recruited':
      return person.recruitedAbroadFrom !== null && person.recruitedAbroadFrom <= day ? person.recruitedAbroadFrom : null;
    case 'abroad-stage':
      return person.recruitedAbroadFrom === null ? null : abroadStage(facts, day, code);
    case 'new-psychologist':
      return newPsychologist(person, day);
    case 'case-holding':
      return holdsCases(facts, day) ? day : null;
    case 'supervises':
      return supervisesSomebody(facts, ref, day) ? day : null;
    case 'agreed':
      return agreedFor(facts, code, day);
    default: {
      const further = furtherHolds(facts, person, name ?? '', code, day);
      return further === undefined ? holdsOfPosts(facts, name ?? '', code, day) : further;
    }
  }
}

/** What the posts held on a day say of a person. */
function holdsOfPosts(facts: Facts, name: string, code: string | undefined, day: IsoDate): IsoDate | null {
  const posts = facts.post.filter((row) => within(day, row.from, row.to));
  const began = (rows: readonly { from: IsoDate }[]): IsoDate | null => rows.map((row) => row.from).toSorted()[0] ?? null;
  switch (name) {
    case 'role':
      return began(posts.filter((row) => row.role === code));
    case 'contract':
      return began(posts.filter((row) => row.contract === code));
    case 'team-kind':
      return began(posts.filter((row) => facts.team.some((team) => team.team === row.team && team.kind === code)));
    case 'registered-post':
      return began(posts.filter((row) => row.isRegistrationRequired === true));
    case 'management-post':
      return began(posts.filter((row) => row.isManagementPost === true));
    case 'statutory-post':
      return began(posts.filter((row) => row.isStatutory === true));
    case 'front-line':
      return began(posts.filter((row) => row.isFrontLine === true));
    case 'joined-from':
      return began(posts.filter((row) => row.joinedFrom === code));
    case 'full-time':
    case 'part-time':
      return posts.length > 0 && worksFullTime(posts) === (name === 'full-time') ? began(posts) : null;
    case 'shift-band':
      return shiftBand(facts, posts, day) === code ? day : null;
    default:
      throw new Error(`The slow evaluator does not know the attribute "${name}" of a person.`);
  }
}

function agreedFor(facts: Facts, reason: string | undefined, day: IsoDate): IsoDate | null {
  const rows = facts['agreed-interval'].filter((row) => row.reason === reason && within(day, row.from, row.to));
  return rows.map((row) => row.from).toSorted()[0] ?? null;
}

function newPsychologist(person: FactOf<'person'>, day: IsoDate): IsoDate | null {
  const { newlyQualifiedPsychologistFrom: from, newlyQualifiedPsychologistTo: to } = person;
  return from !== null && within(day, from, to) ? from : null;
}

function supervisesSomebody(facts: Facts, ref: string, day: IsoDate): boolean {
  return facts['supervision-pair'].some(
    (row) => row.supervisor === ref && row.capacity === 'designated' && within(day, row.from, row.to),
  );
}

function worksFullTime(posts: readonly FactOf<'post'>[]): boolean {
  return posts.reduce((sum, row) => sum + (row.fullTimeEquivalent ?? 1), 0) >= 1;
}

/** The stage lasts until the day on which the year was recorded as concluded, that day included. */
function newlyQualified(facts: Facts, person: FactOf<'person'>, day: IsoDate, from: NewlyQualifiedFrom): IsoDate | null {
  if (person.asyeFrom === null) return null;
  const firstPost = facts.post
    .filter((row) => row.role === 'social-worker')
    .map((row) => row.from)
    .toSorted()[0];
  const start = {
    asye: person.asyeFrom,
    practice: person.practiceFrom ?? person.asyeFrom,
    employment: later(firstPost ?? person.employedFrom, person.employedFrom),
  }[from];
  return within(day, start, person.asyePassedOn) ? start : null;
}

/** No timer promotes: a stage needs a decision that the standard was met (BCP 2.3). */
function abroadStage(facts: Facts, day: IsoDate, stage: string | undefined): IsoDate | null {
  const decided = facts['stage-decision'].filter(
    (row) => row.stage === stage && row.isStandardMet === true && row.decidedOn <= day,
  );
  return decided.map((row) => row.decidedOn).toSorted()[0] ?? null;
}

function holdsCases(facts: Facts, day: IsoDate): boolean {
  return facts.allocation.some(
    (row) =>
      row.isSecondary !== true &&
      within(day, londonDate(row.allocatedAt), row.endedOn) &&
      facts.child.some((child) => child.child === row.child && within(day, child.openedOn, child.closedOn)),
  );
}

/**
 * Shropshire CV-23: the shifts of the last complete calendar month decide; before there is one, the lower band. Months after the
 * last in which a shift was recorded are months not recorded yet: they change nothing.
 */
function shiftBand(facts: Facts, posts: readonly FactOf<'post'>[], day: IsoDate): string | null {
  const casual = posts.filter((row) => row.contract === 'agency' || row.contract === 'sessional');
  if (casual.length === 0) return null;
  const months = facts.shift.map((row) => row.workedOn.slice(0, 7)).toSorted();
  const lastMonth = Temporal.PlainYearMonth.from(day.slice(0, 7)).subtract({ months: 1 }).toString();
  const month = earlier(lastMonth, months.at(-1) ?? lastMonth);
  if (`${month}-01` < casualSince(facts, day)) return '0-4';
  return months.filter((one) => one === month).length >= 5 ? '5+' : '0-4';
}

/** Since when somebody has had casual work without a day between. */
function casualSince(facts: Facts, day: IsoDate): IsoDate {
  const rows = facts.post.filter((row) => row.contract === 'agency' || row.contract === 'sessional');
  let since = day;
  for (let eve = day; rows.some((row) => within(eve, row.from, row.to)); eve = dayBefore(since))
    since = rows
      .filter((row) => within(eve, row.from, row.to))
      .map((row) => row.from)
      .reduce(earlier);
  return since;
}

function holdsOfChild({ facts }: Subject, attribute: string, day: IsoDate): IsoDate | null {
  const openedOn = openSince(facts, day);
  if (openedOn === null) return null;
  const [name, code] = partsOf(attribute);
  const began = (rows: readonly { from: IsoDate; to: IsoDate | null }[]): IsoDate | null =>
    rows
      .filter((row) => within(day, row.from, row.to))
      .map((row) => row.from)
      .toSorted()[0] ?? null;
  switch (name) {
    case 'open':
      return openedOn;
    case 'allocated': {
      const first = facts.allocation
        .filter((row) => row.isSecondary !== true && (row.endedOn === null || row.endedOn >= openedOn))
        .map((row) => later(londonDate(row.allocatedAt), openedOn))
        .toSorted()[0];
      return first !== undefined && first <= day ? first : null;
    }
    case 'assessed':
      return assessedSince(facts, day);
    case 'status':
      return began(facts['child-status'].filter((row) => row.status === code));
    case 'flag':
      return began(facts['child-flag'].filter((row) => row.flag === code));
    case 'placement':
      return began(facts.placement.filter((row) => row.kind === code));
    case 'agreed':
      return agreedFor(facts, code, day);
    case 'worker-role':
      return workersPosts(facts, day).some((post) => post.role === code) ? day : null;
    case 'team-kind':
      return workersPosts(facts, day).some((post) => facts.team.some((team) => team.team === post.team && team.kind === code))
        ? day
        : null;
    default:
      throw new Error(`The slow evaluator does not know the attribute "${attribute}" of a child.`);
  }
}

/** Since when a case has been open without a day between: cases that overlap or follow one another are one. */
function openSince(facts: Facts, day: IsoDate): IsoDate | null {
  const rows = facts.child.toSorted((a, b) => (a.openedOn < b.openedOn ? 1 : -1));
  let since = rows.find((row) => within(day, row.openedOn, row.closedOn))?.openedOn ?? null;
  let before: IsoDate | null = null;
  while (since !== null && since !== before) {
    before = since;
    const eve = dayBefore(since);
    for (const row of rows) if (row.openedOn < since && within(eve, row.openedOn, row.closedOn)) since = row.openedOn;
  }
  return since;
}

function assessedSince(facts: Facts, day: IsoDate): IsoDate | null {
  const days = facts.child.flatMap(({ assessmentCompletedOn: done, closedOn }) =>
    done !== null && within(day, done, closedOn) ? [done] : [],
  );
  return days.toSorted()[0] ?? null;
}

/** The posts, on a day, of the child's main worker. */
function workersPosts(facts: Facts, day: IsoDate): FactOf<'post'>[] {
  const held = facts.allocation.filter(
    (row) => row.isSecondary !== true && within(day, londonDate(row.allocatedAt), row.endedOn),
  );
  const worker = held.toSorted((a, b) => (a.allocatedAt < b.allocatedAt ? 1 : -1))[0]?.worker;
  return facts.post.filter((row) => row.person === worker && within(day, row.from, row.to));
}

import type { Interval } from '../calendar/index.ts';
import { FAR_FUTURE, type Day } from '../calendar/index.ts';
import { lineManagersOf, type FactOf } from '../facts/index.ts';
import type { Conventions } from '../policy/index.ts';
import { dayOfInstant, endDay, toDay } from './fact-days.ts';
import { mergeStretches, overlap, type FactIndex, type Stretch } from './fact-index.ts';
import { keptWith } from './kept.ts';
import { shiftBands } from './shift-bands.ts';

/** A dated yes/no fact of a subject: the atoms that a policy's conditions are made of. */
export interface AttributeSpan extends Stretch {
  readonly attribute: string;
  /** The day from which phases of the attribute are reckoned: its own beginning, even where only a part counts. */
  readonly anchor: Day;
}

/** An individually agreed interval. */
export interface AgreedSpan extends Stretch {
  readonly interval: Interval;
}

type Add = (attribute: string, from: Day, to: Day, anchor?: Day) => void;

/**
 * Everything that a person is or holds, and when. All of it lies within employment. The newly qualified stage begins where
 * the convention `newlyQualifiedFrom` says.
 */
export function personAttributes(index: FactIndex, ref: string, conventions: Conventions): readonly AttributeSpan[] {
  return SPANS_OF_PERSON[conventions.newlyQualifiedFrom.value](index, ref);
}

/** Where the newly qualified stages are counted from. */
type NewlyQualifiedFrom = Conventions['newlyQualifiedFrom']['value'];
type SpansOf = (index: FactIndex, ref: string) => readonly AttributeSpan[];

/**
 * Several rules, and several policies, ask for the attributes of the same person: they are worked out once for each grouping of
 * facts, by the one convention on which they rest.
 */
const SPANS_OF_PERSON: Readonly<Record<NewlyQualifiedFrom, SpansOf>> = {
  asye: spansCountedFrom('asye'),
  practice: spansCountedFrom('practice'),
  employment: spansCountedFrom('employment'),
};

function spansCountedFrom(countedFrom: NewlyQualifiedFrom): SpansOf {
  return keptWith((index, ref: string) => workOutPerson(index, ref, countedFrom));
}

function workOutPerson(index: FactIndex, ref: string, countedFrom: NewlyQualifiedFrom): AttributeSpan[] {
  const person = index.people.get(ref);
  if (person === undefined) return [];
  const employed = { from: toDay(person.employedFrom), to: endDay(person.employedTo) };
  const spans: AttributeSpan[] = [];
  const add: Add = (attribute, from, to, anchor = from) => {
    const part = overlap(employed, { from, to });
    if (part !== null) spans.push({ attribute, ...part, anchor });
  };
  add('employed', employed.from, employed.to);
  if (person.isSocialWorkQualified === true) add('qualified', employed.from, employed.to);
  addStages(index, person, countedFrom, add);
  addPosts(index, ref, add);
  addFitness(index, person, add);
  addArrangements(index, ref, add);
  for (const stretch of caseHolding(index, ref)) add('case-holding', stretch.from, stretch.to);
  for (const stretch of supervising(index, ref)) add('supervises', stretch.from, stretch.to);
  return spans;
}

function addStages(index: FactIndex, person: FactOf<'person'>, countedFrom: NewlyQualifiedFrom, add: Add): void {
  if (person.asyeFrom !== null) {
    const anchor = newlyQualifiedFrom(index, person, countedFrom);
    const to = endDay(person.asyePassedOn);
    add('newly-qualified', anchor, to, anchor);
  }
  // Who passed it has concluded it, whether or not anybody wrote down when it began.
  if (person.asyePassedOn !== null) add('asye-concluded', toDay(person.asyePassedOn) + 1, FAR_FUTURE);
  if (person.studentFrom !== null) add('student', toDay(person.studentFrom), endDay(person.studentTo));
  if (person.recruitedAbroadFrom !== null) {
    add('internationally-recruited', toDay(person.recruitedAbroadFrom), FAR_FUTURE);
    for (const decision of index.stageDecisionsOf.get(person.person)) {
      if (decision.isStandardMet !== true) continue;
      add(`abroad-stage:${decision.stage}`, toDay(decision.decidedOn), FAR_FUTURE);
      if (isObservedInStage(index, decision)) add(`observed-stage:${decision.stage}`, toDay(decision.decidedOn), FAR_FUTURE);
    }
  }
  if (person.newlyQualifiedPsychologistFrom !== null) {
    add('new-psychologist', toDay(person.newlyQualifiedPsychologistFrom), endDay(person.newlyQualifiedPsychologistTo));
  }
}

/**
 * The first day of the newly qualified stages. By employment it is the first post here as a social worker (somebody may
 * have worked here in another role before), or the start of employment where no such post is held.
 */
function newlyQualifiedFrom(index: FactIndex, person: FactOf<'person'>, countedFrom: NewlyQualifiedFrom): Day {
  const asyeFrom = toDay(person.asyeFrom ?? person.employedFrom);
  switch (countedFrom) {
    case 'asye':
      return asyeFrom;
    case 'practice':
      return person.practiceFrom === null ? asyeFrom : toDay(person.practiceFrom);
    case 'employment': {
      const starts = index.postsOf
        .get(person.person)
        .filter((post) => post.role === 'social-worker')
        .map((post) => toDay(post.from));
      return starts.length === 0 ? toDay(person.employedFrom) : Math.max(toDay(person.employedFrom), Math.min(...starts));
    }
  }
}

/** The day on which the stage before a decision began: the decision before it, or the first day here. Null where there is none. */
export function stageBeganOn(index: FactIndex, decision: FactOf<'stage-decision'>): Day | null {
  const first = index.people.get(decision.person)?.recruitedAbroadFrom ?? null;
  const before = index.stageDecisionsOf
    .get(decision.person)
    .filter((other) => other.stage !== decision.stage && other.decidedOn < decision.decidedOn)
    .map((other) => toDay(other.decidedOn));
  return before.length > 0 ? Math.max(...before) : first === null ? null : toDay(first);
}

/** Whether practice was observed within the stage, on or before the day of the decision. */
function isObservedInStage(index: FactIndex, decision: FactOf<'stage-decision'>): boolean {
  if (decision.observedOn === null || decision.observedOn > decision.decidedOn) return false;
  return toDay(decision.observedOn) >= (stageBeganOn(index, decision) ?? 0);
}

/** What decides whom somebody may supervise: registration, training, standing. */
function addFitness(index: FactIndex, person: FactOf<'person'>, add: Add): void {
  const registered = index.registrationsOf.get(person.person).filter((registration) => registration.register !== 'other');
  for (const stretch of mergeStretches(registered.map((one) => ({ from: toDay(one.from), to: endDay(one.to) }))))
    add('registered', stretch.from, stretch.to);
  for (const training of index.trainingOf.get(person.person))
    add(`trained:${training.course}`, toDay(training.completedOn), FAR_FUTURE);
  if (person.isExternal === true) add('external', -FAR_FUTURE, FAR_FUTURE, toDay(person.employedFrom));
  if (person.isExperiencedSupervisor === true) add('experienced-supervisor', -FAR_FUTURE, FAR_FUTURE, toDay(person.employedFrom));
}

/** Who stands beside the person, and what was agreed for them. */
function addArrangements(index: FactIndex, ref: string, add: Add): void {
  const first = index.pairsOf.get(ref).filter((pair) => pair.capacity === 'designated');
  if (first.length > 0) add('supervised', Math.min(...first.map((pair) => toDay(pair.from))), FAR_FUTURE);
  for (const pair of index.pairsOf.get(ref)) add(`paired:${pair.capacity}`, toDay(pair.from), endDay(pair.to));
  for (const agreed of index.agreedIntervalsOf.get(`person:${ref}`))
    if (agreed.reason !== null) add(`agreed:${agreed.reason}`, toDay(agreed.from), endDay(agreed.to));
  for (const post of index.postsOf.get(ref)) {
    for (const registration of lineManagersOf(post).flatMap((manager) => index.registrationsOf.get(manager))) {
      if (registration.register === 'other') continue;
      const from = Math.max(toDay(post.from), toDay(registration.from));
      const to = Math.min(endDay(post.to), endDay(registration.to));
      if (from <= to) add('line-manager-registered', from, to);
    }
  }
}

function addPosts(index: FactIndex, ref: string, add: Add): void {
  const posts = index.postsOf.get(ref);
  const casual: Stretch[] = [];
  for (const post of posts) {
    const from = toDay(post.from);
    const to = endDay(post.to);
    add(`role:${post.role}`, from, to);
    if (post.contract !== null) add(`contract:${post.contract}`, from, to);
    if (post.contract === 'agency' || post.contract === 'sessional') casual.push({ from, to });
    const kind = index.teams.get(post.team)?.kind ?? null;
    if (kind !== null) add(`team-kind:${kind}`, from, to);
    if (post.isRegistrationRequired === true) add('registered-post', from, to);
    if (post.isManagementPost === true) add('management-post', from, to);
    if (post.isStatutory === true) add('statutory-post', from, to);
    if (post.isFrontLine === true) add('front-line', from, to);
    if (post.joinedFrom !== null) add(`joined-from:${post.joinedFrom}`, from, to);
  }
  for (const stretch of workingTime(posts)) add(stretch.isFullTime ? 'full-time' : 'part-time', stretch.from, stretch.to);
  for (const band of shiftBands(index.shiftsOf.get(ref), mergeStretches(casual)))
    add(`shift-band:${band.band}`, band.from, band.to);
}

/** Full time where the posts held on a day add up to one whole, posts without a figure counting as whole. */
function workingTime(posts: readonly FactOf<'post'>[]): (Stretch & { isFullTime: boolean })[] {
  const stretches = posts.map((post) => ({ from: toDay(post.from), to: endDay(post.to), fte: post.fullTimeEquivalent ?? 1 }));
  const cuts = [...new Set(stretches.flatMap((s) => (s.to < FAR_FUTURE ? [s.from, s.to + 1] : [s.from])))].toSorted(
    (a, b) => a - b,
  );
  return cuts.flatMap((from, i) => {
    const held = stretches.filter((s) => s.from <= from && s.to >= from);
    if (held.length === 0) return [];
    const total = held.reduce((sum, s) => sum + s.fte, 0);
    return [{ from, to: (cuts[i + 1] ?? FAR_FUTURE + 1) - 1, isFullTime: total > 0.999 }];
  });
}

/** When the person is the main worker of at least one open child. */
function caseHolding(index: FactIndex, ref: string): Stretch[] {
  const held: Stretch[] = [];
  for (const allocation of index.allocationsTo.get(ref)) {
    if (allocation.isSecondary === true) continue;
    const stretch = { from: dayOfInstant(allocation.allocatedAt), to: endDay(allocation.endedOn) };
    for (const episode of index.episodesOf.get(allocation.child)) {
      const part = overlap(stretch, { from: toDay(episode.openedOn), to: endDay(episode.closedOn) });
      if (part !== null) held.push(part);
    }
  }
  return mergeStretches(held);
}

function supervising(index: FactIndex, ref: string): Stretch[] {
  return mergeStretches(
    index.superviseesOf
      .get(ref)
      .filter((pair) => pair.capacity === 'designated')
      .map((pair) => ({ from: toDay(pair.from), to: endDay(pair.to) })),
  );
}

/** Everything that holds of a child's case, and when. All of it lies within the days on which the case is open. */
export const childAttributes: (index: FactIndex, ref: string) => readonly AttributeSpan[] = keptWith(workOutChild);

function workOutChild(index: FactIndex, ref: string): AttributeSpan[] {
  const episodes = mergeStretches(
    index.episodesOf.get(ref).map((episode) => ({ from: toDay(episode.openedOn), to: endDay(episode.closedOn) })),
  );
  const spans: AttributeSpan[] = [];
  const add: Add = (attribute, from, to, anchor = from) => {
    for (const episode of episodes) {
      const part = overlap(episode, { from, to });
      if (part !== null) spans.push({ attribute, ...part, anchor });
    }
  };
  for (const episode of episodes) {
    add('open', episode.from, episode.to);
    const allocated = firstAllocation(index, ref, episode);
    if (allocated !== null) add('allocated', allocated, episode.to);
  }
  for (const episode of index.episodesOf.get(ref)) {
    if (episode.assessmentCompletedOn !== null) add('assessed', toDay(episode.assessmentCompletedOn), endDay(episode.closedOn));
  }
  for (const status of index.statusesOf.get(ref)) add(`status:${status.status}`, toDay(status.from), endDay(status.to));
  for (const placement of index.placementsOf.get(ref))
    add(`placement:${placement.kind}`, toDay(placement.from), endDay(placement.to));
  for (const flag of index.flagsOf.get(ref)) add(`flag:${flag.flag}`, toDay(flag.from), endDay(flag.to));
  for (const agreed of index.agreedIntervalsOf.get(`child:${ref}`))
    if (agreed.reason !== null) add(`agreed:${agreed.reason}`, toDay(agreed.from), endDay(agreed.to));
  addWorkersTeams(index, ref, add);
  return spans;
}

/** The day on which a case was first given to a worker; a gap between workers does not undo it. */
function firstAllocation(index: FactIndex, ref: string, episode: Stretch): Day | null {
  const days = index.allocationsOf
    .get(ref)
    .filter((allocation) => allocation.isSecondary !== true && endDay(allocation.endedOn) >= episode.from)
    .map((allocation) => Math.max(dayOfInstant(allocation.allocatedAt), episode.from))
    .filter((day) => day <= episode.to);
  return days.length === 0 ? null : Math.min(...days);
}

function addWorkersTeams(index: FactIndex, ref: string, add: Add): void {
  for (const allocation of index.allocationsOf.get(ref)) {
    if (allocation.isSecondary === true) continue;
    const held = { from: dayOfInstant(allocation.allocatedAt), to: endDay(allocation.endedOn) };
    for (const post of index.postsOf.get(allocation.worker)) {
      const part = overlap(held, { from: toDay(post.from), to: endDay(post.to) });
      const kind = index.teams.get(post.team)?.kind ?? null;
      if (part !== null && kind !== null) add(`team-kind:${kind}`, part.from, part.to);
      if (part !== null) add(`worker-role:${post.role}`, part.from, part.to);
    }
  }
}

/** Individually agreed intervals of a subject; for a student the placement agreement's. Rows without a length are passed over. */
export function agreedSpans(index: FactIndex, kind: 'person' | 'child', ref: string): AgreedSpan[] {
  const spans: AgreedSpan[] = [];
  for (const agreed of index.agreedIntervalsOf.get(`${kind}:${ref}`)) {
    // The method for a large caseload says how often its cases are discussed, not how often the person is supervised.
    if (kind === 'person' && agreed.reason === 'caseload-method') continue;
    const interval = agreed.days !== null ? { days: agreed.days } : agreed.months !== null ? { months: agreed.months } : null;
    if (interval !== null) spans.push({ from: toDay(agreed.from), to: endDay(agreed.to), interval });
  }
  const person = kind === 'person' ? index.people.get(ref) : undefined;
  if (person !== undefined && person.studentFrom !== null && person.studentIntervalDays !== null) {
    spans.push({ from: toDay(person.studentFrom), to: endDay(person.studentTo), interval: { days: person.studentIntervalDays } });
  }
  return spans;
}

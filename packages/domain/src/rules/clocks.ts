import { addInterval, FAR_FUTURE, type Day, type Interval, type PersonalCalendar } from '../calendar/index.ts';
import type { FactOf } from '../facts/index.ts';
import type { Condition, Phase, RuleOf, SessionTest } from '../policy/index.ts';
import { agreedSpans, childAttributes, personAttributes, type AttributeSpan } from './attributes.ts';
import { AGREED, NO_DAY, type CadenceColumns } from './cadence-columns.ts';
import type { CompiledPolicy, CompiledSeries } from './compile.ts';
import { carve } from './carve.ts';
import { conditionStretches } from './condition-stretches.ts';
import { endDay, toDay } from './fact-days.ts';
import { overlap, sessionDay, type FactIndex, type Stretch } from './fact-index.ts';
import { keptWith } from './kept.ts';
import { furtherMatches } from './session-tests.ts';

/** One counting event of a clock and the fact that shows it. */
export interface CountedEvent {
  readonly day: Day;
  /** `session:…` or `discussion:…`, for explanations. */
  readonly ref: string;
}

/** Everything known of one subject's clock, before it is laid into columns. */
export interface ClockFacts {
  readonly ref: string;
  readonly spans: readonly AttributeSpan[];
  readonly agreed: readonly { readonly from: Day; readonly to: Day; readonly interval: Interval }[];
  readonly events: readonly CountedEvent[];
  readonly calendar: PersonalCalendar | null;
}

/**
 * The day from which the facts that a series needs are recorded here: the latest of the feeds of these kinds, and of columns
 * such as `session.bookedAt` that have one of their own. Null where somebody has to feed one of them first.
 */
export function recordsBeginOn(index: FactIndex, needs: readonly string[]): Day | null {
  let begin: Day = NO_DAY;
  for (const kind of needs) {
    const from = (index.facts.feeds as Readonly<Record<string, string | null | undefined>>)[kind];
    if (from === undefined || from === null) return null;
    begin = Math.max(begin, toDay(from));
  }
  return begin;
}

/** The facts of one subject's clock; of what counts only what lies on or after `since`, where that is given. */
export function clockFacts(
  policy: CompiledPolicy,
  series: CompiledSeries,
  index: FactIndex,
  ref: string,
  since: Day = -FAR_FUTURE,
): ClockFacts {
  const isPerson = series.series.subject === 'person';
  const spans = isPerson ? personAttributes(index, ref, policy.pack.conventions) : childAttributes(index, ref);
  const counters = series.counting.map((rule) => ({
    rule,
    held: countedStretches(policy, rule, spans),
  }));
  const needsCalendar = isPerson && policy.intervals.some((interval) => 'workingWeeks' in interval);
  return {
    ref,
    spans,
    agreed: agreedSpans(index, series.series.subject, ref),
    events: isPerson ? personEvents(counters, index, ref, since) : childEvents(policy, counters, index, ref, since),
    calendar: needsCalendar ? personalCalendar(index, ref) : null,
  };
}

/** Whether a session is one that a rule is about. A session without stated purposes is about all of them. */
export function sessionMatches(test: SessionTest, session: FactOf<'session'>, index: FactIndex): boolean {
  if (test.kinds !== undefined && !test.kinds.includes(session.kind)) return false;
  if (test.statuses !== undefined && !(test.statuses as readonly string[]).includes(session.status)) return false;
  if (test.purposes !== undefined && session.purposes !== null && session.purposes.length > 0) {
    if (!session.purposes.some((purpose) => test.purposes?.includes(purpose))) return false;
  }
  if (test.modes !== undefined && session.mode !== null && !test.modes.includes(session.mode)) return false;
  if (test.cancelledBy !== undefined && (session.cancelledBy === null || !test.cancelledBy.includes(session.cancelledBy)))
    return false;
  if (test.discussesChildren !== undefined && index.discussionsIn.get(session.session).length > 0 !== test.discussesChildren)
    return false;
  return furtherMatches(test, session, index);
}

/** A counting rule and the days on which it applies to the subject; null where it always does. */
interface Counter {
  readonly rule: RuleOf<'counting'>;
  readonly held: readonly Stretch[] | null;
}

/** The days on which a rule applies to a subject, by its condition and its stage; null for always. */
export function countedStretches(
  policy: CompiledPolicy,
  rule: { readonly when?: Condition | undefined; readonly phase?: Phase | undefined },
  spans: readonly AttributeSpan[],
): Stretch[] | null {
  if (rule.when === undefined && rule.phase === undefined) return null;
  const held = rule.when === undefined ? null : conditionStretches(rule.when, spans);
  if (rule.phase === undefined) return held;
  const phases = phaseStretches(policy, rule.phase, spans);
  return held === null ? phases : held.flatMap((a) => phases.flatMap((b) => overlap(a, b) ?? []));
}

function phaseStretches(policy: CompiledPolicy, phase: Phase, spans: readonly AttributeSpan[]): Stretch[] {
  const gap = policy.pack.conventions.phaseBoundary.value === 'closed-at-end' ? 0 : 1;
  return spans
    .filter((span) => span.attribute === phase.of)
    .flatMap((span) => {
      const from = phase.after === undefined ? span.from : addInterval(span.anchor, phase.after) + 1 - gap;
      const to = phase.upTo === undefined ? span.to : addInterval(span.anchor, phase.upTo) - gap;
      return overlap(span, { from, to }) ?? [];
    });
}

function appliesOn(counter: Counter, day: Day): boolean {
  return counter.held === null || counter.held.some((stretch) => stretch.from <= day && day <= stretch.to);
}

function personEvents(counters: readonly Counter[], index: FactIndex, ref: string, since: Day): CountedEvent[] {
  const events: CountedEvent[] = [];
  for (const { day, fact: session } of datedSessions(index, ref)) {
    if (day < since) continue;
    if (counters.some((counter) => appliesOn(counter, day) && sessionMatches(counter.rule.counts, session, index)))
      events.push({ day, ref: `session:${session.session}` });
  }
  return inOrder(events);
}

function childEvents(
  policy: CompiledPolicy,
  counters: readonly Counter[],
  index: FactIndex,
  ref: string,
  since: Day,
): CountedEvent[] {
  const fileCounts = policy.pack.conventions.childClock.value === 'counts-when-on-file';
  const events: CountedEvent[] = [];
  for (const { day, fact: discussion } of datedDiscussions(index, ref)) {
    if (day < since) continue;
    const session = discussion.session === null ? undefined : index.sessions.get(discussion.session);
    const isCounted = counters.some((counter) => {
      if (fileCounts && counter.rule.evidence === 'child-file' && discussion.filedAt === null) return false;
      return appliesOn(counter, day) && (session === undefined || sessionMatches(counter.rule.counts, session, index));
    });
    if (isCounted) events.push({ day, ref: `discussion:${discussion.session ?? discussion.discussedOn}` });
  }
  return inOrder(events);
}

/** A fact with its day: every clock of a person or child asks for the same ones, so that they are read once. */
interface Dated<Fact> {
  readonly day: Day;
  readonly fact: Fact;
}

const datedSessions = keptWith((index, ref: string): Dated<FactOf<'session'>>[] =>
  index.sessionsOf.get(ref).map((fact) => ({ fact, day: sessionDay(fact) })),
);

const datedDiscussions = keptWith((index, ref: string): Dated<FactOf<'discussion'>>[] =>
  index.discussionsOf.get(ref).map((fact) => ({ fact, day: toDay(fact.discussedOn) })),
);

function inOrder(events: CountedEvent[]): CountedEvent[] {
  events.sort((a, b) => a.day - b.day || (a.ref < b.ref ? -1 : 1));
  return events.filter((event, i) => i === 0 || event.day !== events[i - 1]?.day);
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The pattern of the post held on a day and whole days away. Half days do not skip (Shropshire CV-16W). */
function personalCalendar(index: FactIndex, ref: string): PersonalCalendar {
  const latest = index.postsOf.get(ref).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];
  const days = latest?.worksOn ?? null;
  const absences = index.absencesOf
    .get(ref)
    .filter((absence) => absence.isHalfDay !== true)
    .map((absence) => ({ from: toDay(absence.from), to: endDay(absence.to) }));
  return {
    worksOn: WEEKDAYS.map((name, i) => (days === null ? i < 5 : days.includes(name))),
    // An absence without an end is taken to last: walking through it would never come to a working day.
    isAbsent: (day) => absences.some((absence) => absence.from <= day && absence.to >= day && absence.to - absence.from < 400),
  };
}

/** Lays clocks into columns. */
export function columnsOf(series: CompiledSeries, clocks: readonly ClockFacts[], recordsFrom: Day): CadenceColumns {
  const relevant = clocks.map((clock) => clock.spans.filter((span) => series.attributeBits.has(span.attribute)));
  const spanCount = relevant.reduce((sum, spans, i) => sum + spans.length + (clocks[i]?.agreed.length ?? 0), 0);
  const eventCount = clocks.reduce((sum, clock) => sum + clock.events.length, 0);
  const agreed: Interval[] = [];
  const offsets = clocks.length + 1;
  const [spanOffset, spanAttribute, spanFrom, spanTo, spanAnchor, spanInterval, eventOffset, eventDay] = carve(
    offsets,
    spanCount,
    spanCount,
    spanCount,
    spanCount,
    spanCount,
    offsets,
    eventCount,
  );
  const columns = {
    subjects: clocks.length,
    spanOffset,
    spanAttribute,
    spanFrom,
    spanTo,
    spanAnchor,
    spanInterval,
    agreed,
    eventOffset,
    eventDay,
    recordsFrom,
    calendars: clocks.some((clock) => clock.calendar !== null) ? clocks.map((clock) => clock.calendar) : null,
  };
  let span = 0;
  let event = 0;
  const addSpan = (attribute: number, from: Day, to: Day, anchor: Day, interval: number): void => {
    columns.spanAttribute[span] = attribute;
    columns.spanFrom[span] = from;
    columns.spanTo[span] = to;
    columns.spanAnchor[span] = anchor;
    columns.spanInterval[span] = interval;
    span += 1;
  };
  clocks.forEach((clock, s) => {
    for (const part of relevant[s] ?? [])
      addSpan(series.attributeBits.get(part.attribute) ?? 0, part.from, part.to, part.anchor, 0);
    for (const part of clock.agreed) addSpan(AGREED, part.from, part.to, part.from, agreed.push(part.interval) - 1);
    for (const counted of clock.events) columns.eventDay[event++] = counted.day;
    columns.spanOffset[s + 1] = span;
    columns.eventOffset[s + 1] = event;
  });
  return columns;
}

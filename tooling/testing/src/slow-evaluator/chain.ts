import type { FactOf, Facts } from '@plumbline/domain/facts';
import type { PolicyPack, RuleOf, Series } from '@plumbline/domain/policy';
import { dayBefore, FULL_WEEK, later, londonDate, nextDay, type Diary, type IsoDate } from './dates.ts';
import { holds, subjectOf, type Subject } from './holds.ts';
import { inForceOn, isTrue } from './in-force.ts';
import { nextDue, segmentsOf, type Segment } from './next-due.ts';

/** One requirement as the slow evaluator sees it. */
export interface SlowDuty {
  readonly opening: 'start' | 'event' | 'records-begin' | 'resumed';
  readonly openedOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly rule: string;
  readonly metOn: IsoDate | null;
  readonly endedOn: IsoDate | null;
  /** The first after records begin, met in time: nobody knows from when it should have been counted, so nothing is said. */
  readonly judged: 'by-date' | 'unknown';
}

/** Every requirement of one clock, day by day, from the facts and the pack alone. */
export function slowChain(pack: PolicyPack, seriesId: string, kind: 'person' | 'child', ref: string, all: Facts): SlowDuty[] {
  const series = pack.series.find((one) => one.id === seriesId);
  if (series === undefined) throw new Error(`The pack has no series "${seriesId}".`);
  const subject = subjectOf(kind, ref, all);
  const first = firstDay(subject);
  const known = recordsBegin(series, all);
  if (first === null || known === null) return [];
  const segments = segmentsOf(walk(pack, series, subject, later(first, known)));
  const events = countingDays(pack, series, subject).filter((day) => day >= later(first, known));
  // Was something asked already on the day before records begin? Then nobody knows from when it should be counted.
  const wasRunning = known > first && inForceOn(pack, series, subject, dayBefore(known)) !== null;
  return runsOf(segments).flatMap((run, n) => {
    const opening = n > 0 ? 'resumed' : wasRunning && run.from === known ? 'records-begin' : 'start';
    return requirements(pack, segments, run, events, diaryOf(subject), opening);
  });
}

function firstDay({ kind, facts }: Subject): IsoDate | null {
  return (
    (kind === 'person' ? facts.person.map((row) => row.employedFrom) : facts.child.map((row) => row.openedOn)).toSorted()[0] ??
    null
  );
}

/** The day from which every kind of fact that the series needs is recorded; null where one of them is not at all. */
function recordsBegin(series: Series, facts: Facts): IsoDate | null {
  let latest = '0000-01-01';
  for (const kind of series.needs) {
    const from = (facts.feeds as Readonly<Record<string, string | undefined>>)[kind];
    if (from === undefined) return null;
    latest = later(latest, from);
  }
  return latest;
}

/** Asks every day what is in force, until well after the last thing that can change. */
function walk(
  pack: PolicyPack,
  series: Series,
  subject: Subject,
  first: IsoDate,
): { day: IsoDate; asked: ReturnType<typeof inForceOn> }[] {
  const dates = [
    ...JSON.stringify({ ...subject.facts, session: [], discussion: [], feeds: {}, team: [] }).matchAll(/"(\d{4}-\d{2}-\d{2})/g),
  ].map((match) => match[1] ?? '');
  const end = Temporal.PlainDate.from(dates.toSorted().at(-1) ?? first)
    .add({ years: 1, months: 2 })
    .toString();
  const days: { day: IsoDate; asked: ReturnType<typeof inForceOn> }[] = [];
  for (let day = first; day <= end; day = nextDay(day)) days.push({ day, asked: inForceOn(pack, series, subject, day) });
  return days;
}

/** Unbroken stretches of days on which something is asked. */
function runsOf(segments: readonly Segment[]): { from: IsoDate; to: IsoDate | null }[] {
  const runs: { from: IsoDate; to: IsoDate | null }[] = [];
  segments.forEach((segment, n) => {
    if (segment.every === null) return;
    const last = runs.at(-1);
    if (last !== undefined && n > 0 && segments[n - 1]?.every !== null) last.to = segment.to;
    else runs.push({ from: segment.from, to: segment.to });
  });
  return runs;
}

function requirements(
  pack: PolicyPack,
  segments: readonly Segment[],
  run: { from: IsoDate; to: IsoDate | null },
  events: readonly IsoDate[],
  diary: Diary,
  firstOpening: SlowDuty['opening'],
): SlowDuty[] {
  const inRun = events.filter((day) => day >= run.from && (run.to === null || day <= run.to));
  const openings = [{ on: run.from, opening: firstOpening }, ...inRun.map((on) => ({ on, opening: 'event' as const }))];
  return openings.map(({ on, opening }, n) => {
    const metOn = inRun[n] ?? null;
    const due = nextDue(segments, on, pack.conventions.tightening.value, diary);
    if (due === null) throw new Error('Something is asked on this day.');
    const common = { opening, openedOn: on, dueOn: due.on, rule: due.rule };
    if (opening === 'records-begin' && metOn !== null && metOn <= due.on)
      return { ...common, metOn: null, endedOn: metOn, judged: 'unknown' };
    return { ...common, metOn, endedOn: metOn === null ? run.to : null, judged: 'by-date' };
  });
}

/** The days that reset the clock, each once, in order: any of the series' counting rules is enough. */
function countingDays(pack: PolicyPack, series: Series, subject: Subject): IsoDate[] {
  const counting = pack.rules.filter(
    (rule): rule is RuleOf<'counting'> => rule.kind === 'counting' && series.countedBy.includes(rule.id),
  );
  if (counting.length !== series.countedBy.length) throw new Error(`${series.countedBy.join(', ')} are not all counting rules.`);
  const { facts } = subject;
  const from = pack.conventions.newlyQualifiedFrom.value;
  const days = counting.flatMap((rule) => {
    const counted =
      subject.kind === 'person'
        ? facts.session
            .filter((session) => countsAsSession(rule, session, facts))
            .map((session) => londonDate(session.startedAt ?? session.plannedStartAt))
        : facts.discussion.filter((row) => countsAsDiscussion(rule, row, facts)).map((row) => row.discussedOn);
    const { when } = rule;
    return when === undefined
      ? counted
      : counted.filter((day) => isTrue(when, (attribute) => holds(subject, attribute, day, from) !== null));
  });
  return [...new Set(days)].toSorted();
}

function countsAsSession({ counts }: RuleOf<'counting'>, session: FactOf<'session'>, facts: Facts): boolean {
  if (counts.kinds !== undefined && !counts.kinds.includes(session.kind)) return false;
  if (counts.statuses !== undefined && !counts.statuses.includes(session.status)) return false;
  if (counts.modes !== undefined && (session.mode === null || !counts.modes.includes(session.mode))) return false;
  if (counts.cancelledBy !== undefined && (session.cancelledBy === null || !counts.cancelledBy.includes(session.cancelledBy)))
    return false;
  // A session that names no purpose is about all of them.
  const purposes = session.purposes ?? [];
  if (counts.purposes !== undefined && purposes.length > 0 && !counts.purposes.some((purpose) => purposes.includes(purpose)))
    return false;
  return (
    counts.discussesChildren === undefined ||
    facts.discussion.some((row) => row.session === session.session) === counts.discussesChildren
  );
}

/** A form without a supervision counts by itself; one of a supervision only where that supervision was held and counts. */
function countsAsDiscussion(counting: RuleOf<'counting'>, row: FactOf<'discussion'>, facts: Facts): boolean {
  if (counting.evidence === 'child-file' && row.filedAt === null) return false;
  const session = row.session === null ? undefined : facts.session.find((one) => one.session === row.session);
  return session === undefined || countsAsSession(counting, session, facts);
}

/**
 * The person's weekly pattern and whole days away, for working weeks. Somebody who is still away has no working day to come:
 * then the date is the one without that absence, until its end is known.
 */
function diaryOf({ kind, facts }: Subject): Diary {
  if (kind === 'child') return FULL_WEEK;
  const post = facts.post.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];
  return {
    worksOn: post?.worksOn ?? [],
    isAway: (day) => facts.absence.some((row) => row.isHalfDay !== true && row.to !== null && row.from <= day && day <= row.to),
  };
}

import type { FactOf, Facts } from '@plumbline/domain/facts';
import type { PolicyPack, RuleOf, Series } from '@plumbline/domain/policy';
import { dayBefore, FULL_WEEK, later, within, type Diary, type IsoDate, type Length } from './dates.ts';
import { inForceOn } from './in-force.ts';
import { nextDue, segmentsOf, type Segment } from './next-due.ts';
import { ownerOf } from './owners.ts';
import { rulesOf } from './rules-of.ts';
import { dayOfSession, isMeant } from './session-tests.ts';
import { awayOn, recordedFrom, type SlowDuty } from './slow-duty.ts';
import { World, type Kind, type Stepping } from './world.ts';

/** One requirement of a clock. */
export interface ClockRequirement {
  readonly openedOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly rule: string;
  readonly metOn: IsoDate | null;
  readonly endedOn: IsoDate | null;
  /** The first after records begin, met in time: nobody knows from when it should have been counted, so nothing is said. */
  readonly judged: 'by-date' | 'unknown';
}

/** Every requirement of one clock, day by day, from the facts and the pack alone. */
export function slowChain(
  pack: PolicyPack,
  seriesId: string,
  kind: Kind,
  ref: string,
  all: Facts,
  stepping: Stepping = 'every-day',
): ClockRequirement[] {
  return chainOf(new World(pack, all, stepping), seriesOf(pack, seriesId), kind, ref);
}

/** What the clocks of a pack ask of a person or a child. Clocks of which nothing is known are left out. */
export function clockDuties(world: World, kind: Kind, ref: string): SlowDuty[] {
  return world.pack.series
    .filter((series) => series.subject === kind)
    .flatMap((series) =>
      chainOf(world, series, kind, ref).map((found) => ({
        ...found,
        series: series.id,
        subjectKind: kind,
        subject: ref,
        about: `${kind} ${ref}`,
        dueAt: null,
        owedBy: ownerOf(world.facts, series.owes, kind, ref, found.dueOn, null),
        ...awayOn(world, kind === 'person' ? ref : null, found.dueOn),
      })),
    );
}

/** The interval that a clock asks for of somebody on a day; null where it asks for none. */
export function intervalByClock(world: World, seriesId: string, ref: string, day: IsoDate): Length | null {
  const series = seriesOf(world.pack, seriesId);
  return segmentsFrom(world, series, series.subject, ref).find((segment) => within(day, segment.from, segment.to))?.every ?? null;
}

/** The day by which a clock asks for the next after one on this day; null where nothing is asked on it. */
export function dueByClock(world: World, seriesId: string, ref: string, day: IsoDate): IsoDate | null {
  const series = seriesOf(world.pack, seriesId);
  const segments = segmentsFrom(world, series, series.subject, ref);
  if ((segments.find((segment) => within(day, segment.from, segment.to))?.every ?? null) === null) return null;
  return nextDue(segments, day, world.pack.conventions.tightening.value, diaryOf(world, series.subject, ref))?.on ?? null;
}

function seriesOf(pack: PolicyPack, id: string): Series {
  const series = pack.series.find((one) => one.id === id);
  if (series === undefined) throw new Error(`The pack has no series "${id}".`);
  return series;
}

function chainOf(world: World, series: Series, kind: Kind, ref: string): ClockRequirement[] {
  const first = world.firstDay(kind, ref);
  const known = recordedFrom(world, series.needs);
  if (first === null || known === null) return [];
  const begin = later(first, known);
  const segments = clipped(segmentsFrom(world, series, kind, ref), begin);
  const events = countingDays(world, series, kind, ref).filter((day) => day >= begin);
  // Was something asked already on the day before records begin? Then nobody knows from when it should be counted.
  const wasRunning = known > first && inForceOn(world, series, kind, ref, dayBefore(known)) !== null;
  return runsOf(segments).flatMap((run, n) => {
    const isUnknowable = n === 0 && wasRunning && run.from === known;
    return requirements(world, segments, run, events, diaryOf(world, kind, ref), isUnknowable);
  });
}

const SEGMENTS = new WeakMap<World, Map<string, readonly Segment[]>>();

/** The intervals in force on a subject's days, runs of the same together. */
function segmentsFrom(world: World, series: Series, kind: Kind, ref: string): readonly Segment[] {
  let known = SEGMENTS.get(world);
  if (known === undefined) SEGMENTS.set(world, (known = new Map()));
  const key = `${series.id} ${kind} ${ref}`;
  let segments = known.get(key);
  if (segments === undefined) known.set(key, (segments = findSegments(world, series, kind, ref)));
  return segments;
}

function findSegments(world: World, series: Series, kind: Kind, ref: string): Segment[] {
  return segmentsOf(
    world.stretchesOf(kind, ref).map(({ from, to }) => ({ from, to, asked: inForceOn(world, series, kind, ref, from) })),
  );
}

/** Segments from a day on. */
function clipped(segments: readonly Segment[], begin: IsoDate): Segment[] {
  return segments
    .filter(({ to }) => to === null || to >= begin)
    .map((segment) => (segment.from >= begin ? segment : { ...segment, from: begin }));
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
  world: World,
  segments: readonly Segment[],
  run: { from: IsoDate; to: IsoDate | null },
  events: readonly IsoDate[],
  diary: Diary,
  isUnknowable: boolean,
): ClockRequirement[] {
  const inRun = events.filter((day) => day >= run.from && (run.to === null || day <= run.to));
  return [run.from, ...inRun].map((openedOn, n) => {
    const metOn = inRun[n] ?? null;
    const due = nextDue(segments, openedOn, world.pack.conventions.tightening.value, diary);
    if (due === null) throw new Error('Something is asked on this day.');
    const common = { openedOn, dueOn: due.on, rule: due.rule };
    if (n === 0 && isUnknowable && metOn !== null && metOn <= due.on)
      return { ...common, metOn: null, endedOn: metOn, judged: 'unknown' };
    return { ...common, metOn, endedOn: metOn === null ? run.to : null, judged: 'by-date' };
  });
}

/** The days that reset the clock, each once, in order: any of the series' counting rules is enough. */
function countingDays(world: World, series: Series, kind: Kind, ref: string): IsoDate[] {
  const counting = rulesOf(world.pack, 'counting').filter((rule) => series.countedBy.includes(rule.id));
  if (counting.length !== series.countedBy.length) throw new Error(`${series.countedBy.join(', ')} are not all counting rules.`);
  const { facts } = world;
  const days = counting.flatMap((rule) => {
    const counted =
      kind === 'person'
        ? facts.session.filter((row) => row.supervisee === ref && isMeant(rule.counts, row, facts)).map(dayOfSession)
        : facts.discussion.filter((row) => row.child === ref && counts(world, rule, row)).map((row) => row.discussedOn);
    return counted.filter((day) => world.isSo(kind, ref, rule.when, day) && world.isInPhase(kind, ref, rule.phase, day));
  });
  return [...new Set(days)].toSorted();
}

/** A form without a supervision counts by itself; one of a supervision only where that supervision was held and counts. */
function counts(world: World, counting: RuleOf<'counting'>, row: FactOf<'discussion'>): boolean {
  const isByFile = world.pack.conventions.childClock.value === 'counts-when-on-file';
  if (isByFile && counting.evidence === 'child-file' && row.filedAt === null) return false;
  const session = row.session === null ? undefined : world.facts.session.find((one) => one.session === row.session);
  return session === undefined || isMeant(counting.counts, session, world.facts);
}

/**
 * The person's weekly pattern and whole days away, for working weeks. Somebody who is still away has no working day to come:
 * then the date is the one without that absence, until its end is known.
 */
function diaryOf(world: World, kind: Kind, ref: string): Diary {
  if (kind === 'child') return FULL_WEEK;
  const { facts } = world.subject(kind, ref);
  const post = facts.post.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];
  return {
    worksOn: post?.worksOn ?? [],
    isAway: (day) => facts.absence.some((row) => row.isHalfDay !== true && row.to !== null && row.from <= day && day <= row.to),
  };
}

import type { Day } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import type { Context } from '../context.ts';
import { addFact, type FactRows } from '../fact-rows.ts';
import type { RandomStream } from '../random.ts';
import { covers, isoDay, overlapOf, type Span } from '../spans.ts';
import { placementsOf } from './placements.ts';
import type { Episode, Family } from './episodes.ts';

export type Status = FactOf<'child-status'>['status'];
export type Flag = FactOf<'child-flag'>['flag'];
export type PlacementKind = FactOf<'placement'>['kind'];

export interface StatusSpan extends Span {
  readonly status: Status;
}
export interface FlagSpan extends Span {
  readonly flag: Flag;
}
export interface PlacementSpan extends Span {
  readonly kind: PlacementKind;
}

/** One child over one opening of the case, with all that a policy may turn on. */
export interface ChildEpisode {
  readonly child: string;
  readonly family: Family;
  readonly episode: Episode;
  readonly statuses: readonly StatusSpan[];
  readonly placements: readonly PlacementSpan[];
  readonly flags: readonly FlagSpan[];
  readonly agreed: (Span & { readonly days: number }) | null;
  readonly random: RandomStream;
}

/** Families, children, statuses, placements, flags and agreed intervals of all openings. */
export function addChildren(context: Context, families: readonly Family[], rows: FactRows): ChildEpisode[] {
  const episodes: ChildEpisode[] = [];
  for (const family of families) {
    addFact(rows, 'family', { family: family.ref, referredOn: isoDay(family.episodes[0]?.from ?? null) });
    for (const episode of family.episodes) {
      for (const child of family.children) {
        const made = childEpisode(context, family, episode, child);
        addRows(context, made, rows);
        episodes.push(made);
      }
    }
  }
  return episodes;
}

function childEpisode(context: Context, family: Family, episode: Episode, child: string): ChildEpisode {
  const random = episode.random.split(child);
  const statuses = statusesOf(context, episode, random).flatMap((span) => within(span, episode));
  const care = statuses.find((span) => span.status === 'looked-after');
  const placements =
    care !== undefined
      ? placementsOf(context, random, care)
      : episode.path === 'leaving-care' && random.chance(0.5)
        ? [{ kind: 'supported' as const, from: episode.from, to: episode.to }]
        : [];
  const derived = care === undefined ? [] : statusesByPlacement(placements);
  const flags = flagsOf(context, episode, random, placements, statuses).flatMap((span) => within(span, episode));
  return {
    child,
    family,
    episode,
    statuses: [...statuses, ...derived],
    placements,
    flags,
    agreed: agreedFor(context, episode, random),
    random,
  };
}

function within<Item extends Span>(span: Item, episode: Span): Item[] {
  const shared = overlapOf(span, episode);
  return shared === null ? [] : [{ ...span, ...shared }];
}

function statusesOf(context: Context, episode: Episode, random: RandomStream): StatusSpan[] {
  const assessed = episode.assessmentCompletedOn;
  if (episode.path === 'leaving-care') return [{ status: 'care-leaver', from: episode.from, to: episode.to }];
  if (episode.path === 'disability')
    return [
      { status: 'child-in-need', from: episode.from, to: episode.to },
      { status: 'short-breaks', from: episode.from + 30, to: null },
    ];
  if (episode.path === 'private-fostering') return [{ status: 'private-fostering', from: episode.from, to: episode.to }];
  const assessment: StatusSpan = { status: 'assessment', from: episode.from, to: assessed };
  if (assessed === null || episode.path === 'assessment') return [{ ...assessment, to: assessed ?? episode.to }];
  const need = assessed + 1;
  if (episode.path === 'in-need') {
    const isUnmapped = random.chance(0.01);
    return [assessment, { status: isUnmapped ? 'unmapped' : 'child-in-need', from: need, to: null }];
  }
  return [assessment, ...protectionStatuses(context, episode, random, need)];
}

/** A plan beside or after "in need", pre-proceedings on top of a plan, proceedings, then perhaps care. */
function protectionStatuses(context: Context, episode: Episode, random: RandomStream, need: Day): StatusSpan[] {
  const conference = need + random.integer(12, 45);
  const staysInNeed = random.chance(0.35);
  const careFrom = episode.stages.find((stage) => stage.kind === 'looked-after')?.from ?? null;
  const planTo = careFrom === null ? conference + random.integer(190, 620) : careFrom - 1;
  const spans: StatusSpan[] = [
    { status: 'child-in-need', from: need, to: staysInNeed && careFrom === null ? null : conference - 1 },
    { status: 'child-protection', from: conference, to: planTo },
  ];
  if (!staysInNeed && careFrom === null) spans.push({ status: 'child-in-need', from: planTo + 1, to: null });
  if (random.chance(careFrom === null ? 0.24 : 0.5))
    spans.push({ status: 'pre-proceedings', from: conference + random.integer(5, 60), to: conference + random.integer(90, 200) });
  if (careFrom !== null) {
    spans.push({ status: 'looked-after', from: careFrom, to: null });
    if (random.chance(0.7))
      spans.push({
        status: 'public-law-proceedings',
        from: careFrom + random.integer(0, 10),
        to: careFrom + random.integer(170, 320),
      });
  } else if (random.chance(0.06))
    spans.push({ status: 'public-law-proceedings', from: Math.min(conference + 120, context.today - 20), to: null });
  return spans.filter((span) => span.to === null || span.to >= span.from);
}

function statusesByPlacement(placements: readonly PlacementSpan[]): StatusSpan[] {
  return placements.flatMap((placement): StatusSpan[] => {
    if (placement.kind === 'parents') return [{ status: 'placed-with-parents', from: placement.from, to: placement.to }];
    return placement.kind === 'adoption' ? [{ status: 'placed-for-adoption', from: placement.from, to: placement.to }] : [];
  });
}

function flagsOf(
  context: Context,
  episode: Episode,
  random: RandomStream,
  placements: readonly PlacementSpan[],
  statuses: readonly StatusSpan[],
): FlagSpan[] {
  const flags: FlagSpan[] = [];
  for (const placement of episode.path === 'leaving-care' ? [] : placements) {
    const settled = placement.from + random.integer(330, 430);
    if (settled < Math.min(placement.to ?? context.today, context.today) && random.chance(0.75))
      flags.push({
        flag: 'stable',
        from: settled,
        to: random.chance(0.12) ? Math.min(settled + 200, placement.to ?? Number.MAX_SAFE_INTEGER) : placement.to,
      });
  }
  if (episode.path === 'leaving-care') flags.push(...leavingCareFlags(context, episode, random));
  if (episode.path === 'private-fostering' && random.chance(0.5))
    flags.push({ flag: 'language-student', from: episode.from + 5, to: null });
  for (const span of statuses) {
    if (span.status === 'child-protection') flags.push({ flag: 'safeguarding', from: span.from, to: span.to });
    if (span.status === 'public-law-proceedings') flags.push({ flag: 'care-proceedings', from: span.from, to: span.to });
    if (span.status === 'assessment') flags.push({ flag: 'ongoing-assessment', from: span.from, to: span.to });
  }
  if (random.chance(0.04)) flags.push({ flag: 'urgent-risk', from: episode.from + 70, to: episode.from + 160 });
  if (random.chance(0.03)) flags.push({ flag: 'complex', from: episode.from + 50, to: null });
  if (episode.path === 'in-care' && random.chance(0.06))
    flags.push({ flag: 'permanency-drift', from: episode.from + 420, to: null });
  return flags.filter((span) => span.from < context.today && (span.to === null || span.to >= span.from));
}

/** Rated by their manager, the rating reviewed now and then; some settle with a light package. */
function leavingCareFlags(context: Context, episode: Episode, random: RandomStream): FlagSpan[] {
  const flags: FlagSpan[] = [];
  let from = episode.from + random.integer(2, 25);
  while (from < (episode.to ?? context.today)) {
    const to = from + random.integer(120, 420);
    const isLast = to >= (episode.to ?? context.today);
    flags.push({
      flag: random.weighted({ 'rated-green': 5, 'rated-amber': 4, 'rated-red': 1 }),
      from,
      to: isLast ? episode.to : to,
    });
    if (isLast) break;
    from = to + 1;
  }
  if (random.chance(0.4))
    flags.push(
      { flag: 'stable', from: episode.from + 60, to: null },
      { flag: 'package-minimal', from: episode.from + 90, to: null },
    );
  return flags;
}

function agreedFor(context: Context, episode: Episode, random: RandomStream): ChildEpisode['agreed'] {
  if (episode.path === 'assessment' || !random.chance(0.05)) return null;
  const latest = (episode.to ?? context.today) - 40;
  const from = Math.max(episode.from + 60, latest - random.integer(0, 300));
  if (from >= latest) return null;
  return {
    from,
    to: Math.min(from + random.integer(60, 150), episode.to ?? Number.MAX_SAFE_INTEGER),
    days: random.pick([14, 21, 28]),
  };
}

function addRows(context: Context, made: ChildEpisode, rows: FactRows): void {
  const { child, episode, random } = made;
  const assessed = episode.assessmentCompletedOn;
  const records = random.split('records');
  const genogram = records.chance(0.8) ? episode.from + records.integer(5, 60) : null;
  const chronology = records.chance(0.75) ? (episode.to ?? context.today) - records.integer(5, 90) : null;
  addFact(rows, 'child', {
    child,
    family: made.family.ref,
    openedOn: isoDay(episode.from) ?? '',
    closedOn: isoDay(episode.to),
    assessmentCompletedOn: assessed !== null && covers(episode, assessed) && assessed < context.today ? isoDay(assessed) : null,
    genogramOn: isoDay(genogram !== null && genogram < context.today ? genogram : null),
    chronologyOn: isoDay(chronology !== null && chronology >= episode.from ? chronology : null),
  });
  for (const span of made.statuses)
    if (span.from <= context.today)
      addFact(rows, 'child-status', {
        child,
        status: span.status,
        from: isoDay(span.from) ?? '',
        to: isoDay(endOf(context, span)),
      });
  for (const span of made.placements)
    addFact(rows, 'placement', { child, kind: span.kind, from: isoDay(span.from) ?? '', to: isoDay(endOf(context, span)) });
  for (const span of made.flags)
    addFact(rows, 'child-flag', { child, flag: span.flag, from: isoDay(span.from) ?? '', to: isoDay(endOf(context, span)) });
  if (made.agreed !== null) {
    addFact(rows, 'agreed-interval', {
      subjectKind: 'child',
      subject: child,
      days: made.agreed.days,
      reason: 'complexity-or-risk',
      from: isoDay(made.agreed.from) ?? '',
      to: isoDay(made.agreed.to),
      reviewOn: isoDay(made.agreed.to),
    });
  }
}

/** Nobody records today that something will end on a day to come. */
function endOf(context: Context, span: Span): Day | null {
  return span.to !== null && span.to >= context.today ? null : span.to;
}

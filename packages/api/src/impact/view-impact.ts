import {
  auditFigure,
  auditStanding,
  CONSTRUCTS,
  focusStanding,
  qualityGap,
  readingOf,
  recordFigure,
  recordStanding,
  seriesModel,
  surveyFigure,
  surveyStanding,
  windowsOf,
  type AuditFigure,
  type Construct,
  type FocusFigure,
  type MonthSeriesModel,
  type Reading,
  type RecordFigure,
  type RecordGap,
  type Standing,
  type SurveyFigure,
  type Windows,
} from '@plumbline/analytics/impact';
import { heldInFull, notBooked } from '@plumbline/database';
import { formatDay, formatInstant, toDay } from '@plumbline/domain/calendar';
import type { PolicyTimeline } from '@plumbline/domain/rules';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { inWords } from '../access/in-words.ts';
import { inFullThrough, seriesThrough, timelineOf } from '../access/policy-of.ts';
import { orNull, VersionInput } from '../inputs.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { contextBeside, type ContextBeside } from './context-beside.ts';
import { listEvents, type RivalEventRow } from './events.ts';
import { gatherEvidence, recordGapOf, type Gathered, type Said, type Sides } from './gather-evidence.ts';

const ViewImpactInput = z.object({
  /** The number of a version of the policy; the one in force where absent. */
  version: orNull(VersionInput),
});

export interface ConstructView extends Pick<Construct, 'id' | 'title' | 'asks'> {
  readonly record: Sides<RecordFigure>;
  readonly audits: Sides<AuditFigure>;
  readonly survey: Sides<SurveyFigure | null>;
  readonly focus: Sides<FocusFigure>;
  /** How each source stands since the version: record, audits, survey, focus groups. */
  readonly standings: {
    readonly record: Standing;
    readonly audits: Standing;
    readonly survey: Standing;
    readonly focus: Standing;
  };
  readonly reading: Reading;
  /** Points; null where either says too little. */
  readonly qualityGap: number | null;
  readonly series: MonthSeriesModel | null;
}

export interface ImpactView extends Windows {
  readonly version: { readonly number: number; readonly title: string; readonly validFrom: string };
  readonly versions: readonly { readonly number: number; readonly title: string; readonly validFrom: string }[];
  readonly constructs: readonly ConstructView[];
  /** Dated things that rival the policy as an explanation, in both windows. */
  readonly rivals: readonly RivalEventRow[];
  /** Monthly figures beside the policy, those that nobody holds too. */
  readonly context: readonly ContextBeside[];
  /** Beside "held on time". */
  readonly inFull: { readonly held: number; readonly inFull: number };
  readonly inFullBefore: { readonly held: number; readonly inFull: number };
  readonly notBooked: { readonly people: number; readonly withoutPlan: number };
  /** What staff report against what is recorded. */
  readonly recordGap: Sides<RecordGap | null>;
}

/**
 * What the record, audits, surveys and focus groups say of each part of the policy, before a version of it and since, side by side: each
 * with its own uncertainty, and what they say together. It says when something was so, never what brought it about.
 */
export async function viewImpact(caller: Caller, { version }: z.infer<typeof ViewImpactInput>): Promise<ImpactView> {
  const [all, timeline] = await Promise.all([
    listEvents(caller, { from: null, to: null, teams: null }),
    caller.read((tx) => timelineOf(tx, null)),
  ]);
  const chosen =
    timeline.find((one) => one.number === version) ?? (version === null ? inForce(timeline, caller.today) : refuse('not-found'));
  const begins = beginsOn(chosen);
  const windows = windowsOf({ begins, next: nextBegins(timeline, chosen), today: caller.today });
  const dates = timeline.map((one) => ({ on: formatDay(beginsOn(one)), title: `version ${one.number} of the policy` }));
  // What each source says and what stands beside it are read beside each other: neither waits for the other, nor is made of it.
  const [{ evidence, ...said }, beside] = await Promise.all([
    sourcesOf(caller, timeline, windows, formatDay(begins)),
    besideOnTime(caller, timeline, windows),
  ]);
  const today = formatDay(caller.today);
  return {
    version: labelOf(chosen),
    versions: timeline.map(labelOf),
    ...windows,
    constructs: CONSTRUCTS.map((construct) => constructView(construct, evidence, { rivals: all, dates, today })),
    rivals: all.filter((rival) => standsBeside(rival, windows)),
    ...said,
    ...beside,
  };
}

async function sourcesOf(caller: Caller, timeline: PolicyTimeline, windows: Windows, begins: string) {
  return await inWords(caller, async (tx) => {
    const evidence = await gatherEvidence(tx, timeline, windows, begins);
    const { before, since } = evidence.survey;
    return {
      evidence,
      context: await contextBeside(tx, windows),
      recordGap: { before: await recordGapOf(tx, before), since: await recordGapOf(tx, since) },
    };
  });
}

/** What always stands beside what was held on time. */
async function besideOnTime(
  { read, today: on, now }: Caller,
  timeline: PolicyTimeline,
  { before, since }: Windows,
): Promise<Pick<ImpactView, 'inFull' | 'inFullBefore' | 'notBooked'>> {
  const today = formatDay(on);
  const asked = { today, ...inFullThrough(timeline) };
  return await read(async (tx) => ({
    inFull: await heldInFull(tx, { ...since, ...asked }),
    inFullBefore: await heldInFull(tx, { ...before, ...asked }),
    notBooked: await notBooked(tx, { today, now: formatInstant(now), series: seriesThrough(timeline, 'person') }),
  }));
}

/** Whether something happened in the months that are compared, or on the days of a survey or a focus group since. */
function standsBeside({ on, to }: RivalEventRow, { before, since, dated }: Windows): boolean {
  const last = since.to > dated.to ? since.to : dated.to;
  return on <= last && (to ?? on) >= before.from;
}

type Version = PolicyTimeline[number];

/** Its first day: the first version stands for all the days before it too, and then begins where its own text says. */
function beginsOn({ from, policy }: Version): number {
  return Math.max(from, toDay(policy.pack.validFrom));
}

function inForce(timeline: PolicyTimeline, today: number): Version {
  return timeline.findLast(({ from }) => from <= today) ?? timeline[0];
}

function labelOf(version: Version): ImpactView['version'] {
  const { number, policy } = version;
  return { number, title: `${policy.pack.title}, ${policy.pack.version}`, validFrom: formatDay(beginsOn(version)) };
}

/** The first day of the version after; null for the last one. */
function nextBegins(timeline: PolicyTimeline, chosen: Version): number | null {
  const next = timeline[timeline.indexOf(chosen) + 1];
  return next === undefined ? null : beginsOn(next);
}

interface Beside {
  readonly rivals: readonly RivalEventRow[];
  readonly dates: readonly { readonly on: string; readonly title: string }[];
  readonly today: string;
}

const NOTHING = recordFigure({ due: 0, onTime: 0, late: 0, excused: 0, unknown: 0 });

function constructView(construct: Construct, evidence: Gathered, beside: Beside): ConstructView {
  const { id, title, asks, questions } = construct;
  const record = both(evidence.record, (records) => records.get(id)?.whole ?? NOTHING);
  const audits = both(evidence.audits, (rows) => auditFigure(rows, id, evidence.areas));
  const survey = both(evidence.survey, (round) => (round === null ? null : surveyFigure(round, questions)));
  const focus = both(evidence.focus, (said) => focusFigure(said, questions));
  const standings = {
    record: recordStanding(record.since),
    audits: auditStanding(audits.since),
    survey: surveyStanding(survey.since),
    focus: focusStanding(focus.since),
  };
  return {
    id,
    title,
    asks,
    record,
    audits,
    survey,
    focus,
    standings,
    reading: readingOf(Object.values(standings)),
    qualityGap: qualityGap(record.since, audits.since),
    series: seriesOf(title, evidence.whole.get(id)?.months ?? [], beside),
  };
}

function both<Source, Figure>({ before, since }: Sides<Source>, of: (source: Source) => Figure): Sides<Figure> {
  return { before: of(before), since: of(since) };
}

function focusFigure(said: readonly Said[], questions: readonly number[]): FocusFigure {
  const own = said.filter(({ question }) => questions.includes(question));
  const count = (direction: Said['direction']) => own.filter((one) => one.direction === direction).length;
  return {
    groups: new Set(own.map(({ groupId }) => groupId)).size,
    positive: count('positive'),
    negative: count('negative'),
    mixed: count('mixed'),
  };
}

function seriesOf(
  title: string,
  months: readonly { month: string; figure: RecordFigure }[],
  beside: Beside,
): MonthSeriesModel | null {
  if (months.length === 0) return null;
  const points = months.map(({ month, figure }) => ({ month, value: figure.share, denominator: figure.due - figure.excused }));
  return seriesModel(points, {
    title: `${title}: done on time`,
    kind: 'share',
    improvementIs: 'up',
    // What is new for one team is no new start for the whole council.
    events: beside.rivals.map(({ on, title: what, isNewStart, team }) => ({
      on,
      title: what,
      isRebase: isNewStart && team === null,
    })),
    policyDates: beside.dates,
    today: beside.today,
  });
}

export const viewImpactProcedure = procedure
  .meta({ permission: 'impact:read' })
  .input(ViewImpactInput)
  .query(({ ctx, input }) => viewImpact(ctx.caller, input));

import {
  auditFigure,
  auditStanding,
  CONSTRUCTS,
  constructOf,
  focusStanding,
  qualityGap,
  readingOf,
  recordFigure,
  recordStanding,
  seriesModel,
  surveyFigure,
  surveyStanding,
  type AuditFigure,
  type Construct,
  type FocusFigure,
  type MonthSeriesModel,
  type Reading,
  type RecordFigure,
  type Standing,
  type SurveyFigure,
} from '@plumbline/analytics/impact';
import type { AuditedRow } from '@plumbline/analytics/audits';
import {
  heldInFull,
  listCodings,
  listExtracts,
  listFocusGroups,
  listRounds,
  notBooked,
  publishedRounds,
  type CouncilTransaction,
  type WordsTransaction,
} from '@plumbline/database';
import { addMonths, formatDay, formatInstant, startOfMonth, toDay } from '@plumbline/domain/calendar';
import type { PolicyTimeline } from '@plumbline/domain/rules';
import { z } from 'zod';
import { auditedBetween } from '../audits/board/audited-rows.ts';
import type { Caller } from '../access/caller.ts';
import { inWords } from '../access/in-words.ts';
import { seriesThrough, timelineOf } from '../access/policy-of.ts';
import { orNull, VersionInput } from '../inputs.ts';
import { refuse } from '../problems.ts';
import { publishedRound } from '../surveys/results/round-view.ts';
import { procedure } from '../trpc.ts';
import { listEvents, type RivalEventRow } from './events.ts';
import { constructOfMeasure, recordEvidence, type Window } from './record-evidence.ts';

const MONTHS = 12;

const ViewImpactInput = z.object({
  /** The number of a version of the policy; the one in force where absent. */
  version: orNull(VersionInput),
});

/** One source about one part of the policy, before the version and since. */
export interface Sides<Figure> {
  readonly before: Figure;
  readonly since: Figure;
}

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

export interface ImpactView {
  readonly version: { readonly number: number; readonly title: string; readonly validFrom: string };
  readonly versions: readonly { readonly number: number; readonly title: string; readonly validFrom: string }[];
  readonly before: Window;
  readonly since: Window;
  readonly constructs: readonly ConstructView[];
  /** Dated things that rival the policy as an explanation, in both windows. */
  readonly rivals: readonly RivalEventRow[];
  /** Beside "held on time". */
  readonly inFull: { readonly held: number; readonly inFull: number };
  readonly notBooked: { readonly people: number; readonly withoutPlan: number };
}

/**
 * What the record, audits, surveys and focus groups say of each part of the policy, before a version of it and since, side by side: each
 * with its own uncertainty, and what they say together. It says when something was so, never what brought it about.
 */
export async function viewImpact(caller: Caller, { version }: z.infer<typeof ViewImpactInput>): Promise<ImpactView> {
  const rivals = await listEvents(caller, { from: null, to: null, teams: null });
  return await inWords(caller, async (tx) => {
    const timeline = await timelineOf(tx, null);
    const chosen =
      timeline.find((one) => one.number === version) ??
      (version === null ? inForce(timeline, caller.today) : refuse('not-found'));
    const windows = windowsOf(beginsOn(chosen), nextBegins(timeline, chosen), caller.today);
    const evidence = await gather(tx, timeline, windows);
    const dates = timeline.map((one) => ({ on: formatDay(beginsOn(one)), title: `version ${one.number} of the policy` }));
    const today = formatDay(caller.today);
    return {
      version: labelOf(chosen),
      versions: timeline.map(labelOf),
      ...windows,
      constructs: CONSTRUCTS.map((construct) => constructView(construct, evidence, { rivals, dates, today })),
      rivals: rivals.filter(({ on, to }) => on <= windows.since.to && (to ?? on) >= windows.before.from),
      inFull: await heldInFull(tx, { ...windows.since, today }),
      notBooked: await notBooked(tx, { today, now: formatInstant(caller.now), series: seriesThrough(timeline, 'person') }),
    };
  });
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

/** Whole months: twelve before the month in which the version began, and the last twelve of its own that are over. */
function windowsOf(validFrom: number, next: number | null, today: number): Pick<ImpactView, 'before' | 'since'> {
  const begins = startOfMonth(validFrom);
  const over = Math.min(startOfMonth(today) - 1, next === null ? Infinity : startOfMonth(next) - 1);
  const since = Math.max(begins, addMonths(startOfMonth(over), 1 - MONTHS));
  return {
    before: { from: formatDay(addMonths(begins, -MONTHS)), to: formatDay(begins - 1) },
    since: { from: formatDay(Math.min(since, startOfMonth(today))), to: formatDay(Math.max(over, since)) },
  };
}

type Records = Awaited<ReturnType<typeof recordEvidence>>;
type Published = NonNullable<Awaited<ReturnType<typeof publishedRound>>>;

interface Gathered {
  readonly record: Sides<Records>;
  readonly whole: Records;
  readonly audits: Sides<readonly AuditedRow[]>;
  readonly areas: ReadonlyMap<string, string | null>;
  readonly survey: Sides<Published | null>;
  readonly focus: Sides<readonly Said[]>;
}

async function gather(
  tx: WordsTransaction,
  timeline: PolicyTimeline,
  windows: Pick<ImpactView, 'before' | 'since'>,
): Promise<Gathered> {
  const { before, since } = windows;
  const measures = constructOfMeasure(timeline);
  const audited = await auditedBetween(tx, before.from, since.to);
  const random = audited.rows.filter(({ basis }) => basis === 'random');
  const within = ({ from, to }: Window) => random.filter(({ completedOn }) => completedOn >= from && completedOn <= to);
  const said = await saidInGroups(tx);
  const rounds = await roundsAround(tx, since.from);
  const saidWithin = ({ from, to }: Window) => said.filter(({ on }) => on >= from && on <= to);
  return {
    record: { before: await recordEvidence(tx, measures, before), since: await recordEvidence(tx, measures, since) },
    whole: await recordEvidence(tx, measures, { from: formatDay(addMonths(toDay(since.to) + 1, -36)), to: since.to }),
    audits: { before: within(before), since: within(since) },
    areas: new Map([...audited.questions].map(([id, { area }]) => [id, constructOf(area)])),
    survey: rounds,
    focus: { before: saidWithin(before), since: saidWithin({ ...since, to: '2999-12-31' }) },
  };
}

/** The published rounds that closed last before a day and since. */
async function roundsAround(tx: CouncilTransaction, from: string): Promise<Sides<Published | null>> {
  const published = await publishedRounds(tx);
  const rounds = (await listRounds(tx))
    .filter(({ id }) => published.has(id))
    .toSorted((a, b) => (a.closesOn < b.closesOn ? 1 : -1));
  const since = rounds.find(({ closesOn }) => closesOn >= from);
  const before = rounds.find(({ closesOn }) => closesOn < from);
  return {
    before: before === undefined ? null : await publishedRound(tx, before),
    since: since === undefined ? null : await publishedRound(tx, since),
  };
}

interface Said {
  readonly on: string;
  readonly groupId: string;
  readonly question: number;
  readonly direction: 'positive' | 'negative' | 'mixed';
}

/** Every piece of an agreed record that was coded, by the first coder, with the day on which its group met. */
async function saidInGroups(tx: WordsTransaction): Promise<Said[]> {
  const groups = new Map(
    (await listFocusGroups(tx)).filter(({ state }) => state === 'agreed').map((group) => [group.id, group.heldOn]),
  );
  const codings = new Map(
    (await listCodings(tx, null)).filter(({ isSecond }) => !isSecond).map((coding) => [coding.extractId, coding]),
  );
  return (await listExtracts(tx, null)).flatMap(({ id, groupId, construct }) => {
    const on = groupId === null ? null : (groups.get(groupId) ?? null);
    const coding = codings.get(id);
    if (groupId === null || on === null || construct === null || coding === undefined) return [];
    return [{ on, groupId, question: construct, direction: coding.direction }];
  });
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
    events: beside.rivals.map(({ on, title: what, isNewStart }) => ({ on, title: what, isRebase: isNewStart })),
    policyDates: beside.dates,
    today: beside.today,
  });
}

export const viewImpactProcedure = procedure
  .meta({ permission: 'impact:read' })
  .input(ViewImpactInput)
  .query(({ ctx, input }) => viewImpact(ctx.caller, input));

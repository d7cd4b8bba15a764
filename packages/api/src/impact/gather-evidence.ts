import { constructOf, isWithin, type RecordGap, type Stretch, type Windows } from '@plumbline/analytics/impact';
import type { AuditedRow } from '@plumbline/analytics/audits';
import { recallGap } from '@plumbline/analytics/surveys';
import {
  councilFigures,
  listCodings,
  listExtracts,
  listFocusGroups,
  listRounds,
  publishedRounds,
  recordedSessions,
  type CouncilTransaction,
  type WordsTransaction,
} from '@plumbline/database';
import { addMonths, formatDay, toDay } from '@plumbline/domain/calendar';
import type { PolicyTimeline } from '@plumbline/domain/rules';
import { auditedBetween } from '../audits/board/audited-rows.ts';
import { RECALLED_MONTHS, reportedSessions } from '../overview/survey-of.ts';
import { publishedRound } from '../surveys/results/round-view.ts';
import { constructOfMeasure, recordEvidence, type RecordEvidence } from './record-evidence.ts';

/** One source, before a version of the policy and since. */
export interface Sides<Figure> {
  readonly before: Figure;
  readonly since: Figure;
}

export type Published = NonNullable<Awaited<ReturnType<typeof publishedRound>>>;

/** A piece of what a focus group said, as its first coder put it. */
export interface Said {
  readonly on: string;
  readonly groupId: string;
  readonly question: number;
  readonly direction: 'positive' | 'negative' | 'mixed';
}

export interface Gathered {
  readonly record: Sides<RecordEvidence>;
  /** Month by month, for charts. */
  readonly whole: RecordEvidence;
  readonly audits: Sides<readonly AuditedRow[]>;
  /** Question of an audit → part of the policy. */
  readonly areas: ReadonlyMap<string, string | null>;
  readonly survey: Sides<Published | null>;
  readonly focus: Sides<readonly Said[]>;
}

const CHART_MONTHS = 36;

/** What each source holds in the windows of one version. */
export async function gatherEvidence(
  tx: WordsTransaction,
  timeline: PolicyTimeline,
  windows: Windows,
  begins: string,
): Promise<Gathered> {
  const { before, since, dated } = windows;
  const measures = constructOfMeasure(timeline);
  const audited = await auditedBetween(tx, before.from, since.to);
  const random = audited.rows.filter(({ basis }) => basis === 'random');
  const within = (stretch: Stretch) => random.filter(({ completedOn }) => isWithin(stretch, completedOn));
  const said = await saidInGroups(tx);
  const chart = { from: formatDay(addMonths(toDay(since.to) + 1, -CHART_MONTHS)), to: since.to };
  const monthsOf = (stretch: Stretch) => councilFigures(tx, { ...stretch, measures: [...measures.keys()] });
  const [earlier, months] = await Promise.all([monthsOf(before), monthsOf(chart)]);
  return {
    record: { before: recordEvidence(measures, earlier, before), since: recordEvidence(measures, months, since) },
    whole: recordEvidence(measures, months, chart),
    audits: { before: within(before), since: within(since) },
    areas: new Map([...audited.questions].map(([id, { area }]) => [id, constructOf(area)])),
    survey: await roundsAround(tx, { begins, dated }),
    focus: {
      before: said.filter(({ on }) => isWithin(before, on)),
      since: said.filter(({ on }) => isWithin(dated, on)),
    },
  };
}

/** The published round that closed last before a version began, and the last that opened and closed under it: one across its first day is neither. */
async function roundsAround(
  tx: CouncilTransaction,
  { begins, dated }: { readonly begins: string; readonly dated: Stretch },
): Promise<Sides<Published | null>> {
  const published = await publishedRounds(tx);
  const rounds = (await listRounds(tx))
    .filter(({ id }) => published.has(id))
    .toSorted((a, b) => (a.closesOn < b.closesOn ? 1 : -1));
  const since = rounds.find(({ opensOn, closesOn }) => opensOn >= begins && isWithin(dated, closesOn));
  const before = rounds.find(({ closesOn }) => closesOn < begins);
  return {
    before: before === undefined ? null : await publishedRound(tx, before),
    since: since === undefined ? null : await publishedRound(tx, since),
  };
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

/** What staff said in a round against what is recorded of the same months; null where it was not asked or may not be shown. */
export async function recordGapOf(tx: CouncilTransaction, published: Published | null): Promise<RecordGap | null> {
  const told = published === null ? null : reportedSessions(published);
  if (published === null || told === null) return null;
  const { title: round, closesOn: closedOn } = published.round;
  const from = formatDay(addMonths(toDay(closedOn), -RECALLED_MONTHS) + 1);
  const found = recallGap({ ...told, variance: null }, await recordedSessions(tx, { from, to: closedOn }));
  if (found === null) return null;
  const { reported, recorded, gap } = found;
  return { round, closedOn, n: told.n, reported, recorded, gap };
}

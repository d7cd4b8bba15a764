/** Good answers over several rounds on a time axis, with the versions of the policy and what else happened marked on it. */
import { toDay, type LocalDate } from '@plumbline/domain/calendar';
import type { ReleasedQuestion, ReleasedTable } from '../disclosure/release.ts';
import type { Interval } from '../statistics/index.ts';
import { seriesOf, type RoundShare, type ShareSeries } from '../surveys/index.ts';
import { partsOf, standsOnScale } from './survey-bar-parts.ts';
import { NOT_SHOWN } from '../disclosure/release.ts';
import { notShownWords, type TableTwin } from './survey-table.ts';
import { dateInWords } from './wording/dates.ts';
import { meanwhileInWords, pInWords, shareInWords, shareRangeInWords } from './wording/survey-figures.ts';

export interface SeriesInput {
  readonly key: string;
  /** "June 2026". */
  readonly name: string;
  readonly closedOn: LocalDate;
  /** Null where the round did not ask it alike. */
  readonly question: ReleasedQuestion | null;
  readonly table: ReleasedTable | null;
}

/** Something that began on a day: a version of the policy, or another event. */
export interface SeriesMark {
  readonly on: LocalDate;
  /** As something that happened: "a new version of the policy (1.3)", "training for supervisors". */
  readonly label: string;
  readonly kind: 'policy' | 'event';
}

export interface SeriesModel {
  readonly title: string;
  readonly unit: '% of replies';
  /** In order; where `share` is null the line breaks. */
  readonly points: readonly {
    readonly key: string;
    readonly name: string;
    /** 0 to 1 along the time axis. */
    readonly at: number;
    readonly share: number | null;
    readonly interval: Interval | null;
    readonly note: string | null;
  }[];
  readonly marks: readonly {
    readonly at: number;
    readonly label: string;
    readonly kind: SeriesMark['kind'];
    readonly shape: 'line' | 'diamond';
  }[];
  readonly sentence: string;
  readonly table: TableTwin;
}

/** Rounds in order of their closing. Marks outside the rounds are left out. */
export function prepareSeries(title: string, inputs: readonly SeriesInput[], marks: readonly SeriesMark[] = []): SeriesModel {
  const days = inputs.map(({ closedOn }) => toDay(closedOn));
  const from = days[0] ?? 0;
  const span = Math.max(1, (days.at(-1) ?? from) - from);
  const series = seriesOf(inputs.map((input, i) => roundOf(input, days[i] ?? 0)));
  const points = inputs.map(({ key, name, question }, i) => {
    const point = series.points[i] ?? null;
    const note =
      point !== null ? null : question === null ? 'Not asked in this round, or asked otherwise.' : notShownWords(NOT_SHOWN);
    return {
      key,
      name,
      at: ((days[i] ?? 0) - from) / span,
      share: point?.share ?? null,
      interval: point?.interval ?? null,
      note,
    };
  });
  const within = marks.filter(({ on }) => toDay(on) >= from && toDay(on) <= from + span);
  return {
    title,
    unit: '% of replies',
    points,
    marks: within.map(({ on, label, kind }) => ({
      at: (toDay(on) - from) / span,
      label: `${label}, ${dateInWords(on)}`,
      kind,
      shape: kind === 'policy' ? 'line' : 'diamond',
    })),
    sentence: sentenceOf(title, series, points, within),
    table: {
      caption: `${title}, good answers in % of replies`,
      columns: ['Round', '%', 'Interval'],
      rows: points.map(({ key, name, share, interval, note }) => ({
        key,
        header: name,
        cells:
          share === null ? [] : [shareInWords(share), interval === null ? 'everybody answered' : shareRangeInWords(interval)],
        note,
      })),
    },
  };
}

function roundOf({ question, table }: SeriesInput, day: number): RoundShare | null {
  if (question === null || table === null || table.state !== 'shown' || !standsOnScale(question)) return null;
  const good = new Set(
    partsOf(question, table.detail === 'in-three')
      .filter(({ side }) => side === 'positive')
      .map(({ id }) => id),
  );
  const x = table.answers.reduce((sum, { id, count }) => (good.has(id) ? sum + count : sum), 0);
  return { day, x, n: table.n, population: table.population };
}

function sentenceOf(title: string, { trend }: ShareSeries, points: SeriesModel['points'], marks: readonly SeriesMark[]): string {
  const shown = points.filter(({ share }) => share !== null);
  const first = shown[0];
  const last = shown.at(-1);
  if (first === undefined || last === undefined) return `${title}: ${NOT_SHOWN}.`;
  if (first === last)
    return `${title}: ${shareInWords(first.share ?? 0)} good answers in ${first.name}; there is nothing to compare it with yet.`;
  const run = `${title}: ${shareInWords(first.share ?? 0)} good answers in ${first.name}, ${shareInWords(last.share ?? 0)} in ${last.name}`;
  const events = meanwhileInWords(marks.map(({ label }) => label));
  if (trend === null) return `${run}${events}.`;
  const isSteady = trend.p < 0.05 && trend.direction !== 'level';
  const words = isSteady ? `a steady move ${trend.direction}` : 'no steady move up or down';
  return `${run}: ${words} over ${shown.length} rounds (p ${pInWords(trend.p)})${events}.`;
}

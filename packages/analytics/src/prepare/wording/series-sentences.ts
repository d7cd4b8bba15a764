/**
 * Series of months in sentences: what was seen, how sure that is, and what else happened at the time. Nothing here says what
 * brought anything about.
 */
import type { LocalDate } from '@plumbline/domain/calendar';
import type { SeriesKind, SeriesMethod } from '../../impact/views.ts';
import type { ImprovementIs, LimitStanding, SpecialCause } from '../../statistics/index.ts';
import { dateInWords } from './dates.ts';
import { capitalised, countInWords, listInWords } from './intervals.ts';
import { numberInWords, shareInWords } from './survey-figures.ts';

/** What a month’s figure is called. */
export const SERIES_FIGURE_WORDS: Readonly<Record<SeriesKind, string>> = { share: 'share', count: 'number', mean: 'mean' };

/** Said under every chart of a series. */
export const WHEN_NOT_WHY = 'The chart shows when something changed, not what brought it about.';

/** "62%", "1,204", "3.4". */
export function seriesValueInWords(value: number, kind: SeriesKind): string {
  if (kind === 'share') return shareInWords(value);
  return kind === 'count' && Number.isInteger(value) ? value.toLocaleString('en-GB') : numberInWords(value, 1);
}

/** "40% to 58%". */
export function seriesRangeInWords(low: number, high: number, kind: SeriesKind): string {
  return `${seriesValueInWords(low, kind)} to ${seriesValueInWords(high, kind)}`;
}

/** "62% of 50"; of other kinds the figure alone. */
export function seriesFigureInWords(value: number, denominator: number | null, kind: SeriesKind): string {
  const figure = seriesValueInWords(value, kind);
  return kind === 'share' && denominator !== null ? `${figure} of ${denominator.toLocaleString('en-GB')}` : figure;
}

const RULE_WORDS: Readonly<Record<SpecialCause['rule'], Readonly<Record<SpecialCause['direction'], string>>>> = {
  outside: { up: 'above the usual range', down: 'below the usual range' },
  trend: {
    up: 'in a run of seven or more months that rose each time',
    down: 'in a run of seven or more months that fell each time',
  },
  'two-of-three': {
    up: 'near the top of the usual range in two of three months in a row',
    down: 'near the bottom of the usual range in two of three months in a row',
  },
  shift: {
    up: 'in a run of seven or more months above the average',
    down: 'in a run of seven or more months below the average',
  },
};

const MEANING_WORDS: Readonly<Record<SpecialCause['meaning'], string>> = {
  improvement: ', which is the wanted direction',
  concern: ', which is not the wanted direction',
  neutral: '',
};

/** "above the usual range, which is the wanted direction". */
export function causeInWords({ rule, direction, meaning }: SpecialCause): string {
  return `${RULE_WORDS[rule][direction]}${MEANING_WORDS[meaning]}`;
}

/** Why a point is drawn and not judged, or null where it is judged. */
export type NotJudged = 'running' | 'small' | null;

const NOT_JUDGED_WORDS: Readonly<Record<NonNullable<NotJudged>, string>> = {
  running: 'the month is not over and is not judged',
  small: 'too few to judge',
};

export interface MonthInWords {
  /** "June 2026". */
  readonly name: string;
  readonly kind: SeriesKind;
  readonly value: number | null;
  readonly denominator: number | null;
  readonly notJudged: NotJudged;
  readonly causes: readonly SpecialCause[];
}

/** What stands out in a month, or why it is not judged: empty where neither. */
export function standsOutInWords({ notJudged, causes }: Pick<MonthInWords, 'notJudged' | 'causes'>): string {
  return notJudged === null ? causes.map(causeInWords).join('; ') : NOT_JUDGED_WORDS[notJudged];
}

/** "June 2026: 62% of 50, above the usual range, which is the wanted direction." */
export function monthInWords(month: MonthInWords): string {
  if (month.value === null) return `${month.name}: nothing recorded.`;
  const out = standsOutInWords(month);
  const figure = seriesFigureInWords(month.value, month.denominator, month.kind);
  return `${month.name}: ${figure}${out === '' ? '' : `, ${out}`}.`;
}

/** The latest month that is over, with the lines at its place. */
export interface LatestMonth extends MonthInWords {
  readonly value: number;
  readonly standing: LimitStanding;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Months of its segment that are judged. */
  readonly judged: number;
  /** How many other months stand out. */
  readonly others: number;
}

/** The chart in one sentence. */
export function seriesInWords(latest: LatestMonth | null): string {
  if (latest === null) return 'Nothing is recorded for a month that is over.';
  const { name, value, denominator, kind, standing, mean, low, high, judged, notJudged, causes } = latest;
  const figure = `In ${name} it was ${seriesFigureInWords(value, denominator, kind)}`;
  const others = othersInWords(latest.others);
  if (notJudged !== null) return `${figure}, ${NOT_JUDGED_WORDS[notJudged]}${others}.`;
  if (standing === 'too-few' || low === null || high === null || mean === null)
    return `${figure}; ${monthCountInWords(judged)} ${judged === 1 ? 'is' : 'are'} too few to say what is usual${others}.`;
  const lead = causes[0];
  const range = `${seriesRangeInWords(low, high, kind)}${standing === 'trial' ? ' (provisional)' : ''}`;
  const average = `average ${seriesValueInWords(mean, kind)}`;
  if (lead === undefined) return `${figure}, within the usual range of ${range}, ${average}${others}.`;
  return `${figure}, ${causeInWords(lead)}; the usual range is ${range}, ${average}${others}.`;
}

function othersInWords(others: number): string {
  return others === 0 ? '' : `; ${countInWords(others)} other ${others === 1 ? 'month stands' : 'months stand'} out`;
}

/** "one month", "nine months". */
export function monthCountInWords(months: number): string {
  return `${countInWords(months)} ${months === 1 ? 'month' : 'months'}`;
}

const STANDING_WORDS: Readonly<Record<LimitStanding, string>> = {
  'too-few': 'too few for limits',
  trial: 'so the limits are provisional',
  firm: 'enough for firm limits',
};

export interface SegmentInWords {
  readonly kind: SeriesKind;
  readonly fromName: string;
  readonly toName: string;
  readonly standing: LimitStanding;
  readonly mean: number | null;
  readonly judged: number;
  /** What new limits began with; empty for the first months. */
  readonly began: readonly string[];
}

/** "January 2026 to June 2026, new limits from a change of system: average 52%, six months judged, so the limits are provisional." */
export function segmentInWords({ kind, fromName, toName, standing, mean, judged, began }: SegmentInWords): string {
  const when = fromName === toName ? fromName : `${fromName} to ${toName}`;
  const since = began.length === 0 ? '' : `, new limits from ${listInWords(began)}`;
  if (mean === null) return `${when}${since}: nothing to judge.`;
  return `${when}${since}: average ${seriesValueInWords(mean, kind)}, ${monthCountInWords(judged)} judged, ${STANDING_WORDS[standing]}.`;
}

/** A line of the chart: "Training for supervisors, 14 May 2026; new limits from June 2026". */
export function eventInWords(title: string, on: LocalDate, newLimitsFrom: string | null): string {
  const limits = newLimitsFrom === null ? '' : `; new limits from ${newLimitsFrom}`;
  return `${capitalised(title)}, ${dateInWords(on)}${limits}`;
}

/** How the chart was made and is to be read. */
export interface SeriesReading {
  readonly method: SeriesMethod;
  readonly sigmaZ: number | null;
  readonly improvementIs: ImprovementIs;
  readonly hasTrial: boolean;
  readonly hasSmall: boolean;
  readonly smallest: number;
}

/** The notes under a chart, the most needed first. */
export function seriesNotesInWords(reading: SeriesReading): string[] {
  const { improvementIs } = reading;
  return [
    improvementIs === null ? '' : `${improvementIs === 'up' ? 'Higher' : 'Lower'} is better.`,
    WHEN_NOT_WHY,
    methodInWords(reading),
    reading.hasTrial ? 'Dashed limits are provisional: they rest on fewer than 12 months and may still move.' : '',
    reading.hasSmall ? `Months of fewer than ${countInWords(reading.smallest)} are drawn and not judged.` : '',
  ].filter((note) => note !== '');
}

function methodInWords({ method, sigmaZ }: SeriesReading): string {
  if (method === 'p') return 'Limits go by how many each month rests on (p chart, three standard errors).';
  if (method === 'laney')
    return `Limits go by how many each month rests on and by how much more than by chance the months differ (Laney’s p′ chart, sigma z ${numberInWords(sigmaZ ?? 1, 1)}).`;
  return 'Limits are 2.66 mean moving ranges from the average (XmR chart); every moving range counts.';
}

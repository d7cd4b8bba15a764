import type { LocalDate } from '@plumbline/domain/calendar';
import type { Interval } from '../statistics/index.ts';

/** How one source stands to a part of the policy; silent where it says too little. */
export type Standing = 'good' | 'mixed' | 'poor' | 'silent';

/** What sources say together. */
export type Reading = 'agree' | 'partly' | 'conflict' | 'silent';

/** What fell due in a stretch of time. Everything is counted, so there is no interval. */
export interface RecordFigure {
  readonly due: number;
  readonly onTime: number;
  readonly late: number;
  readonly notDone: number;
  readonly excused: number;
  /** Outside every share. */
  readonly unknown: number;
  /** Done on time, of what fell due and was not excused; null where nothing did. */
  readonly share: number | null;
}

/** Answers of audits drawn at random. */
export interface AuditFigure {
  readonly files: number;
  readonly answered: number;
  /** 0 where the share is not told. */
  readonly good: number;
  /** Null where there are no files, or too few to tell without telling whose they are. */
  readonly share: number | null;
  /** From how the files differ: answers about one file hang together. Null where that cannot be said. */
  readonly interval: Interval | null;
}

/** Answers of one survey round, item by item. */
export interface SurveyFigure {
  readonly round: string;
  readonly closedOn: string;
  /** Mean of the items' favourable shares; null where none may be shown. */
  readonly share: number | null;
  /** How far the mean can be out at most; null where everybody answered every question, or none may be shown. */
  readonly range: Interval | null;
  readonly items: readonly SurveyItem[];
  readonly hidden: number;
}

export interface SurveyItem {
  readonly text: string;
  readonly favourable: number;
  /** Answers that count in the share. */
  readonly n: number;
  readonly interval: Interval | null;
  /** How many said that they already worked this way: an answer of its own, in no share. */
  readonly already: number;
}

/** What staff say against what is recorded: one-to-one supervisions each in the three months before a survey closed. */
export interface RecordGap {
  readonly round: string;
  readonly closedOn: LocalDate;
  /** Answers. */
  readonly n: number;
  readonly reported: number;
  readonly recorded: number;
  readonly gap: number;
}

/** What was said in focus groups and coded: how many pieces speak for it and against it. */
export interface FocusFigure {
  readonly groups: number;
  readonly positive: number;
  readonly negative: number;
  readonly mixed: number;
}

/** Fewer than so many of each say nothing. Ours, and labelled so. */
export const FEWEST = { due: 10, files: 10, extracts: 3 } as const;

/** From which share on a source stands well, and under which it stands badly. Ours, and labelled so. */
export const LINES = {
  record: { good: 0.9, poor: 0.75 },
  audits: { good: 0.7, poor: 0.5 },
  survey: { good: 0.7, poor: 0.5 },
} as const;

/**
 * By which line a share stands well or badly. Where it has a range it does so only if the whole range leaves the other line out: what may
 * as well be bad is not called good, nor the other way round. What lies between is mixed. Shares count as they are printed, in whole per
 * cent: nobody is to read that 75% stands badly where the line is 75%.
 */
function standingOf(
  share: number,
  range: Interval | null,
  { good, poor }: { readonly good: number; readonly poor: number },
): Standing {
  const said = printed(share);
  if (said >= printed(good) && (range === null || printed(range.low) >= printed(poor))) return 'good';
  return said < printed(poor) && (range === null || printed(range.high) < printed(good)) ? 'poor' : 'mixed';
}

const printed = (share: number): number => Math.round(share * 100);

export function recordStanding({ due, excused, share }: RecordFigure): Standing {
  return share === null || due - excused < FEWEST.due ? 'silent' : standingOf(share, null, LINES.record);
}

export function auditStanding({ files, share, interval }: AuditFigure): Standing {
  return share === null || files < FEWEST.files ? 'silent' : standingOf(share, interval, LINES.audits);
}

export function surveyStanding(figure: SurveyFigure | null): Standing {
  return figure === null || figure.share === null ? 'silent' : standingOf(figure.share, figure.range, LINES.survey);
}

/**
 * How far the mean over questions can lie from itself at most: the same people answer them, so the ends of the questions' ranges may all be
 * reached at once, and the mean of the ends is the widest that the range of the mean can be. A question that everybody answered has none; null where none has one.
 */
export function widestRange(items: readonly Pick<SurveyItem, 'favourable' | 'interval'>[]): Interval | null {
  if (items.every(({ interval }) => interval === null)) return null;
  const meanOf = (end: 'low' | 'high'): number =>
    items.reduce((sum, { favourable, interval }) => sum + (interval?.[end] ?? favourable), 0) / items.length;
  return { low: meanOf('low'), high: meanOf('high') };
}

/** Two thirds of what was said for it stand well, two thirds against it badly. */
export function focusStanding({ positive, negative }: FocusFigure): Standing {
  const said = positive + negative;
  if (said < FEWEST.extracts) return 'silent';
  if (positive * 3 >= said * 2) return 'good';
  return negative * 3 >= said * 2 ? 'poor' : 'mixed';
}

/**
 * What the sources say together: they agree where all that speak stand alike; they conflict where one stands well and another badly;
 * else they agree in part. Fewer than two that speak say nothing together.
 */
export function readingOf(standings: readonly Standing[]): Reading {
  const speaking = standings.filter((standing) => standing !== 'silent');
  if (speaking.length < 2) return 'silent';
  const kinds = new Set(speaking);
  if (kinds.size === 1) return 'agree';
  return kinds.has('good') && kinds.has('poor') ? 'conflict' : 'partly';
}

/**
 * The quality gap in points: done on time, less what audits found good or better about how it was done. Above nothing where time is kept
 * better than quality. Null where either says too little.
 */
export function qualityGap(record: RecordFigure, audits: AuditFigure): number | null {
  if (recordStanding(record) === 'silent' || auditStanding(audits) === 'silent') return null;
  return ((record.share ?? 0) - (audits.share ?? 0)) * 100;
}

/** A figure from counts. */
export function recordFigure(counts: Pick<RecordFigure, 'due' | 'onTime' | 'late' | 'excused' | 'unknown'>): RecordFigure {
  const { due, onTime, late, excused } = counts;
  const counted = due - excused;
  return { ...counts, notDone: Math.max(0, counted - onTime - late), share: counted <= 0 ? null : onTime / counted };
}

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
  readonly good: number;
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
  readonly items: readonly {
    readonly text: string;
    readonly favourable: number;
    readonly n: number;
    readonly interval: Interval | null;
  }[];
  readonly hidden: number;
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

function standingOf(share: number, { good, poor }: { readonly good: number; readonly poor: number }): Standing {
  if (share >= good) return 'good';
  return share < poor ? 'poor' : 'mixed';
}

export function recordStanding({ due, excused, share }: RecordFigure): Standing {
  return share === null || due - excused < FEWEST.due ? 'silent' : standingOf(share, LINES.record);
}

export function auditStanding({ files, share }: AuditFigure): Standing {
  return share === null || files < FEWEST.files ? 'silent' : standingOf(share, LINES.audits);
}

export function surveyStanding(figure: SurveyFigure | null): Standing {
  return figure === null || figure.share === null ? 'silent' : standingOf(figure.share, LINES.survey);
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

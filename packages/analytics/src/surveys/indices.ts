/**
 * Indices: several questions that are meant to measure one thing, as one score from 0 to 100. Who receives and who gives
 * supervision is asked different things, so an index has a score for each part, and the two are never put together.
 */
import { INDICES, SUPERVISION_ROUTES, type IndexName, type SupervisionRoute } from '@plumbline/domain/surveys';
import { cronbachAlpha, meanOfMoments, momentsOf, type Estimate } from '../statistics/index.ts';
import { NO_ANSWER, NOT_APPLICABLE, type AnswerColumns, type Column } from './columns.ts';
import type { Question } from './questions.ts';
import { ROUTE_COUNT } from './tabulate.ts';

/** Fewest people with every item answered before an index is reported. Source: the rules on surveys, indices. */
export const FEWEST_COMPLETE_ROWS = 30;

/** Whose answers: everybody's, or those about the supervision that is received, or given. */
export type IndexPart = 'everybody' | 'receives' | 'gives';

export interface IndexColumn {
  readonly index: IndexName;
  readonly part: IndexPart;
  /** Its questions in this part, in the form's order. */
  readonly questions: readonly Question[];
  /** Scores 1 to 5 as answered: reply × questions + question; 0 where there is none. Not turned round. */
  readonly points: Uint8Array;
  /** Score 0 to 100 of each reply, reversed questions turned round; NaN where fewer than two thirds are answered. */
  readonly scores: Float64Array;
}

const ROUTES_OF_PART: Readonly<Record<IndexPart, readonly SupervisionRoute[]>> = {
  everybody: SUPERVISION_ROUTES,
  receives: ['receives', 'both'],
  gives: ['gives', 'both'],
};

/**
 * All indices of a form, part by part. An index of which something is asked in the parts about receiving or giving has a score
 * for these, in each together with what everybody is asked; else one score for everybody.
 */
export function indexColumnsOf(columns: AnswerColumns): IndexColumn[] {
  return INDICES.flatMap((index) => {
    const own = columns.columns.filter((column) => column.question.item.index === index && isScored(column.question));
    const parts = (['receives', 'gives'] as const).filter((part) => own.some(({ question }) => question.block === part));
    if (parts.length === 0) return own.length === 0 ? [] : [indexColumn(index, 'everybody', own, columns)];
    return parts.map((part) => {
      const asked = own.filter(({ question }) => question.block === 'everybody' || question.block === part);
      return indexColumn(index, part, asked, columns);
    });
  });
}

function isScored(question: Question): boolean {
  return question.answers.some(({ score }) => score !== null);
}

function indexColumn(index: IndexName, part: IndexPart, own: readonly Column[], { atoms, replies }: AnswerColumns): IndexColumn {
  const width = own.length;
  const points = new Uint8Array(replies * width);
  const scores = new Float64Array(replies).fill(NaN);
  const isOfPart = SUPERVISION_ROUTES.map((route) => ROUTES_OF_PART[part].includes(route));
  const pointOf = own.map(({ question }) => pointsByCode(question));
  for (let reply = 0; reply < replies; reply += 1) {
    if (isOfPart[(atoms[reply] ?? 0) % ROUTE_COUNT] !== true) continue;
    let sum = 0;
    let answered = 0;
    for (let i = 0; i < width; i += 1) {
      const point = pointOf[i]?.[own[i]?.codes[reply] ?? 0] ?? 0;
      if (point === 0) continue;
      points[reply * width + i] = point;
      answered += 1;
      sum += rescale(point, own[i]?.question.item.isReversed === true);
    }
    if (answered > 0 && answered * 3 >= width * 2) scores[reply] = sum / answered;
  }
  return { index, part, questions: own.map(({ question }) => question), points, scores };
}

/** Score 1 to 5 of each code; 0 where the answer is not scored. */
function pointsByCode(question: Question): Uint8Array {
  const points = new Uint8Array(256);
  question.answers.forEach(({ score }, i) => {
    points[i + 1] = score ?? 0;
  });
  points[NO_ANSWER] = 0;
  points[NOT_APPLICABLE] = 0;
  return points;
}

/** 1 to 5 as 0 to 100; reversed: 1 as 100. */
export function rescale(point: number, isReversed: boolean): number {
  const score = (point - 1) * 25;
  return isReversed ? 100 - score : score;
}

export interface IndexFigures {
  /** People with at least two thirds answered. */
  readonly n: number;
  /** 0 to 100, with a t interval; null where nobody counts. */
  readonly mean: Estimate | null;
  readonly standardDeviation: number | null;
  readonly completeRows: number;
  /** Cronbach's alpha; null under thirty complete rows. */
  readonly alpha: number | null;
  /** Under thirty complete rows its questions are shown, not the index. */
  readonly isReported: boolean;
}

/** An index over some atoms. `population`: people in the group, where it is known. */
export function indexFigures(
  column: IndexColumn,
  { atoms }: Pick<AnswerColumns, 'atoms'>,
  group: readonly number[],
  population: number | null,
): IndexFigures {
  const isIn = new Set(group);
  const width = column.questions.length;
  const values: number[] = [];
  const complete: number[][] = [];
  column.scores.forEach((score, reply) => {
    if (Number.isNaN(score) || !isIn.has(atoms[reply] ?? -1)) return;
    values.push(score);
    const row = Array.from(column.points.subarray(reply * width, (reply + 1) * width));
    if (row.every((point) => point > 0)) complete.push(row);
  });
  const moments = momentsOf(values);
  const isReported = complete.length >= FEWEST_COMPLETE_ROWS;
  const reversed = column.questions.map(({ item }) => item.isReversed);
  return {
    n: values.length,
    mean: values.length === 0 ? null : meanOfMoments(moments, population),
    standardDeviation: values.length < 2 ? null : Math.sqrt(moments.variance),
    completeRows: complete.length,
    alpha: isReported ? (cronbachAlpha(complete, { reversed, least: 1, most: 5 })?.alpha ?? null) : null,
    isReported,
  };
}

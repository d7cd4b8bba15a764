/** The five indices: each person's mean of the index's items, rescaled to 0 to 100, where at least two thirds were answered. */
import {
  answerKey,
  type AnswerKey,
  type CountedBallot,
  type IndexName,
  type Instrument,
  type Item,
} from '@plumbline/domain/surveys';
import { bandScore } from '../surveys/index.ts';
import type { CountedQuestion } from './count.ts';

/** Share of the index's items that somebody must have answered. */
const LEAST_ANSWERED = 2 / 3;

const SCALE_POINTS = ['1', '2', '3', '4', '5'];

/** An item of an index, where it may be answered, and the score 1 to 5 of an answer. */
interface Scored {
  readonly keys: readonly AnswerKey[];
  readonly isReversed: boolean;
  readonly score: (value: string | number) => number | null;
}

/** An index by atom, as a question whose answers are numbers from 0 to 100; none where the instrument has no item of it. */
export function countIndex(
  index: IndexName,
  instrument: Instrument,
  ballots: readonly CountedBallot[],
  atomOf: readonly number[],
  size: number,
): CountedQuestion[] {
  const own = instrument.items.filter((item) => item.index === index);
  const items = own.flatMap(scoredItem);
  if (items.length === 0) return [];
  const replies = new Int32Array(size);
  const sums = new Float64Array(size);
  const squares = new Float64Array(size);
  ballots.forEach((ballot, i) => {
    const score = personScore(items, ballot);
    const atom = atomOf[i] ?? 0;
    if (score === null) return;
    replies[atom] = (replies[atom] ?? 0) + 1;
    sums[atom] = (sums[atom] ?? 0) + score;
    squares[atom] = (squares[atom] ?? 0) + score * score;
  });
  const key = `index:${index}`;
  const isAboutSupervisor = own.some((item) => item.isAboutSupervisor);
  const question = { key, item: key, lineage: key, kind: 'number', isAboutSupervisor, isReversed: false, answers: [] } as const;
  return [{ ...question, isAsked: Array.from(replies, () => true), replies, counts: [], values: { sums, squares } }];
}

function scoredItem(item: Item): Scored[] {
  const base = { keys: item.blocks.map((block) => answerKey(item, block)), isReversed: item.isReversed };
  switch (item.kind) {
    case 'scale':
      return [{ ...base, score: (value) => (SCALE_POINTS.includes(String(value)) ? Number(value) : null) }];
    case 'single': {
      const scores = new Map(item.options.map(({ id, score }) => [id, score]));
      return [{ ...base, score: (value) => scores.get(String(value)) ?? null }];
    }
    case 'number':
      return [{ ...base, score: (value) => (typeof value === 'number' ? bandScore(item, value) : null) }];
    case 'multiple':
    case 'ranking':
    case 'grid':
    case 'text':
    case 'policy-fact':
      return [];
  }
}

/** Null where too few items were answered. Who was asked an item in two parts counts with the first that they answered. */
function personScore(items: readonly Scored[], { answers }: CountedBallot): number | null {
  let sum = 0;
  let count = 0;
  for (const { keys, isReversed, score } of items) {
    for (const key of keys) {
      const value = answers.values[key];
      const found = value?.kind === 'choice' || value?.kind === 'number' ? score(value.value) : null;
      if (found === null) continue;
      sum += 25 * ((isReversed ? 6 - found : found) - 1);
      count += 1;
      break;
    }
  }
  return count === 0 || count < LEAST_ANSWERED * items.length ? null : sum / count;
}

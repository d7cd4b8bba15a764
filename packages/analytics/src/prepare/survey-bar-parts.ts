/** The answers of a scale as parts of a bar: from bad to good, with tone and pattern; and the interval of a share. */
import type { ReleasedQuestion } from '../disclosure/release.ts';
import { wilson, wilsonFinite, type Interval } from '../statistics/index.ts';
import { sideOf } from '../surveys/index.ts';

export type Side = 'negative' | 'neutral' | 'positive';

/** From strongly negative to strongly positive: orange to blue, and a pattern so that colour is never alone. */
export type Tone = 'negative-strong' | 'negative' | 'neutral' | 'positive' | 'positive-strong';
export type Pattern = 'close-stripes' | 'stripes' | 'blank' | 'light' | 'solid';

export const PATTERNS: Readonly<Record<Tone, Pattern>> = {
  'negative-strong': 'close-stripes',
  negative: 'stripes',
  neutral: 'blank',
  positive: 'light',
  'positive-strong': 'solid',
};

/** Whether a question's answers all stand on a scale, so that it can be drawn as such. */
export function standsOnScale({ kind, answers }: ReleasedQuestion): boolean {
  return kind === 'one' && answers.length > 1 && answers.every(({ score }) => score !== null);
}

export interface Part {
  readonly id: string;
  readonly text: string;
  readonly side: Side;
  readonly tone: Tone;
}

/** The answers that are shown, from bad to good. */
export function partsOf(question: ReleasedQuestion, isInThree: boolean): Part[] {
  if (!standsOnScale(question)) throw new RangeError(`${question.key} stands on no scale.`);
  const parts = question.answers
    .map(({ id, text, score }) => ({ id, text, score: question.isReversed ? 6 - (score ?? 3) : (score ?? 3) }))
    .sort((a, b) => a.score - b.score)
    .map(({ id, text, score }): Part => ({ id, text, side: sideOf(score, false) ?? 'neutral', tone: toneOf(score) }));
  if (!isInThree) return parts;
  return (['negative', 'neutral', 'positive'] as const).flatMap((side) => {
    const own = parts.filter((part) => part.side === side);
    // Taken together the answers go by how they were asked; turned round, the low ones are the good ones.
    const id = question.isReversed ? TURNED[side] : side;
    return own.length === 0 ? [] : [{ id, text: own.map(({ text }) => text).join(' or '), side, tone: side }];
  });
}

const TURNED: Readonly<Record<Side, Side>> = { negative: 'positive', neutral: 'neutral', positive: 'negative' };

function toneOf(score: number): Tone {
  if (score === 3) return 'neutral';
  if (score < 3) return score <= 1 ? 'negative-strong' : 'negative';
  return score >= 5 ? 'positive-strong' : 'positive';
}

/** The interval of a share; none where everybody in the group answered. */
export function shareInterval(x: number, n: number, population: number | null): Interval | null {
  if (population !== null) return wilsonFinite(x, n, population)?.interval ?? null;
  const endless = wilson(x, n);
  return endless === null ? null : { low: endless.low, high: endless.high };
}

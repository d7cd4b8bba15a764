/**
 * What is counted of a form: one question for each item in each part of it, for each row of a grid and for each place of a
 * ranking, with the answers in their order. Words of one's own are never counted.
 */
import { answerKey, SCALES, textIn, type AnswerKey, type Block, type Instrument, type Item } from '@plumbline/domain/surveys';
import { bandsOf, bandInWords, bandScore } from './number-bands.ts';

/** An item's answer key; for a row of a grid followed by `.` and the row's id; for a place of a ranking by `.place-` and its number. */
export type QuestionKey = AnswerKey;

export interface QuestionAnswer {
  /** A scale point "1" to "5", an option's id, `right`, `wrong` or `unsure`, or a band such as `0-29` or `150-`. */
  readonly id: string;
  readonly text: string;
  /** 1 to 5 from negative to positive as it was asked (reversed items are not turned round here); null where it stands on no scale. */
  readonly score: number | null;
}

export interface Question {
  readonly key: QuestionKey;
  readonly item: Item;
  readonly block: Block;
  /** The wording in this part, with the row or place. */
  readonly text: string;
  /** One answer a person; several; or a number, whose answers are bands. */
  readonly kind: 'one' | 'several' | 'number';
  /** Of which row or place. */
  readonly row: string | null;
  readonly answers: readonly QuestionAnswer[];
}

/** The answer to a policy question that is neither right nor wrong, and the options that say so. */
export const UNSURE = 'unsure';
export const UNSURE_OPTIONS: ReadonlySet<string> = new Set([UNSURE, 'not-sure']);

const NOT_SCORED: ReadonlySet<string> = new Set(Object.values(SCALES).map((scale) => scale.notScored));

/** All questions of a form, in its order. */
export function questionsOf(instrument: Instrument): Question[] {
  return instrument.items.flatMap((item) => item.blocks.flatMap((block) => questionsIn(item, block)));
}

/**
 * Whether an option says that the question does not apply: it is no answer to it and stands in no base. Such an option carries no
 * score and the words that a scale has for it. "Not sure" and "No pattern" are answers.
 */
export function isNotApplicable(option: { readonly text: string; readonly score: number | null }): boolean {
  return option.score === null && NOT_SCORED.has(option.text);
}

function questionsIn(item: Item, block: Block): Question[] {
  const base = { key: answerKey(item, block), item, block, text: textIn(item, block), row: null };
  switch (item.kind) {
    case 'scale':
      return [{ ...base, kind: 'one', answers: pointsOf(item.scale) }];
    case 'grid':
      return item.rows.map((row) => ({
        ...base,
        key: `${base.key}.${row.id}`,
        text: `${base.text} ${row.text}`,
        kind: 'one' as const,
        row: row.id,
        answers: pointsOf(item.scale),
      }));
    case 'single':
      return [{ ...base, kind: 'one', answers: item.options.filter((option) => !isNotApplicable(option)).map(plain) }];
    case 'multiple':
      return [{ ...base, kind: 'several', answers: item.options.filter((option) => !isNotApplicable(option)).map(plain) }];
    case 'ranking':
      return rankingQuestions(base, item);
    case 'number':
      return [{ ...base, kind: 'number', answers: numberAnswers(item) }];
    case 'policy-fact':
      return [{ ...base, kind: 'one', answers: FACT_ANSWERS }];
    case 'text':
      return [];
  }
}

const FACT_ANSWERS: readonly QuestionAnswer[] = [
  { id: 'wrong', text: 'Not as the policy says', score: null },
  { id: UNSURE, text: 'Not sure', score: null },
  { id: 'right', text: 'As the policy says', score: null },
];

function pointsOf(scale: keyof typeof SCALES): QuestionAnswer[] {
  return SCALES[scale].points.map((text, i) => ({ id: String(i + 1), text, score: i + 1 }));
}

function plain({ id, text, score }: QuestionAnswer): QuestionAnswer {
  return { id, text, score };
}

/** Chosen at all, then each place by itself: first choices are the first of these, and Borda's points are made of all. */
function rankingQuestions(base: Omit<Question, 'kind' | 'answers'>, item: Extract<Item, { kind: 'ranking' }>): Question[] {
  const answers = item.options.map(({ id, text }) => ({ id, text, score: null }));
  const places = Array.from({ length: item.most }, (_, i) => `place-${i + 1}`);
  return [
    { ...base, kind: 'several', answers },
    ...places.map((place) => ({ ...base, key: `${base.key}.${place}`, kind: 'one' as const, row: place, answers })),
  ];
}

function numberAnswers(item: Extract<Item, { kind: 'number' }>): QuestionAnswer[] {
  return bandsOf(item).map((band) => ({
    id: `${band[0]}-${band[1] ?? ''}`,
    text: bandInWords(band, item.unit),
    score: bandScore(item, band[0]),
  }));
}

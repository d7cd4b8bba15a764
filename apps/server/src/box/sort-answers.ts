import {
  BLOCKS,
  answerKey,
  checkAnswers,
  type Answers,
  type AnswerValue,
  type Instrument,
  type Manifest,
} from '@plumbline/domain/surveys';
import type { KeyedWords } from '@plumbline/database';
import { z } from 'zod';
import { wordsKey } from './ticket.ts';

const Short = z.string().max(80);

/** What can be kept in the database sign by sign: no NUL, no half of a sign. */
const Words = z
  .string()
  .max(4000)
  .refine((text) => !text.includes('\u0000') && text.isWellFormed());

const Value = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choice'), value: Short }),
  z.strictObject({ kind: z.literal('choices'), values: z.array(Short).max(20) }),
  z.strictObject({ kind: z.literal('rows'), values: z.record(Short, Short) }),
  z.strictObject({ kind: z.literal('number'), value: z.union([z.number().int(), z.literal('unknown')]) }),
  z.strictObject({ kind: z.literal('words'), text: Words, mayQuote: z.boolean() }),
]);

export const AnswersBody = z.strictObject({
  route: z.enum(['receives', 'gives', 'both', 'neither']),
  values: z.record(Short, Value).refine((values) => Object.keys(values).length <= 400),
});

/** Answers and words apart from each other, as they are kept. */
export interface SortedAnswers {
  readonly answers: Answers;
  readonly words: readonly KeyedWords[];
}

/** Takes the words out of answers that fit the form, each under its own key; null where something does not fit. */
export function sortAnswers(
  round: { readonly id: string; readonly instrument: Instrument },
  cell: Manifest['cells'][number],
  token: Buffer,
  sent: z.infer<typeof AnswersBody>,
): SortedAnswers | null {
  if (checkAnswers(round.instrument, cell.roleFamilies, sent).length > 0) return null;
  const values: Record<string, AnswerValue> = {};
  const words: KeyedWords[] = [];
  for (const [key, value] of Object.entries(sent.values)) {
    if (value.kind !== 'words') values[key] = value;
    else words.push({ key: wordsKey(token, round.id, key), item: itemOf(key), text: value.text, mayQuote: value.mayQuote });
  }
  return { answers: { route: sent.route, values }, words };
}

/** Which item it is, without the part of the form: whether somebody gives supervision is nothing that a comment tells. */
function itemOf(key: string): string {
  return key.split('@')[0] ?? key;
}

/** Every key under which words of this token may lie. */
export function wordsKeysOf(
  { id, instrument }: { readonly id: string; readonly instrument: Instrument },
  token: Buffer,
): string[] {
  return instrument.items
    .filter(({ kind }) => kind === 'text')
    .flatMap((item) => BLOCKS.map((block) => wordsKey(token, id, answerKey(item, block))));
}

/** What was asked, in the words that people saw, by published question. */
import type { Block, IndexName, Instrument } from '@plumbline/domain/surveys';
import { questionsOf } from '../surveys/index.ts';

export interface QuestionWords {
  readonly key: string;
  readonly text: string;
  readonly block: Block;
  /** Number of the focus group's question, 1 to 13; null for one of the council's own. */
  readonly number: number | null;
  /** Row of a grid or place of a ranking. */
  readonly row: string | null;
  readonly item: string;
  readonly itemKind: string;
  readonly index: IndexName | null;
}

export function questionWords(instrument: Instrument): QuestionWords[] {
  return questionsOf(instrument).map(({ key, text, block, row, item }) => ({
    key,
    text,
    block,
    number: item.question,
    row,
    item: item.id,
    itemKind: item.kind,
    index: item.index,
  }));
}

/** Whether a published question is one of the indices, whose scores are given apart. */
export function isIndexKey(key: string): boolean {
  return key.startsWith('index:');
}

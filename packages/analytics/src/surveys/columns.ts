/**
 * Answers laid out by question: one byte (or, where several can be chosen, one number of bits; for numbers, the number) for each
 * reply, so that counting is a walk along an array.
 */
import { SUPERVISION_ROUTES, type AnswerValue, type CountedBallot, type Instrument, type Item } from '@plumbline/domain/surveys';
import { bandAt, bandsOf, type NumberItem } from './number-bands.ts';
import { isNotApplicable, questionsOf, UNSURE, UNSURE_OPTIONS, type Question } from './questions.ts';

/** Code of a reply that holds no answer to the question: left out, or not asked. */
export const NO_ANSWER = 0;
/** Code of "does not apply" and "do not know": said, and in no base. */
export const NOT_APPLICABLE = 255;

/** One question's answers: reply for reply. */
export interface Column {
  readonly question: Question;
  /** 1 for the question's first answer, 2 for its second …; 0 and 255 as above. Of several answers: 1 where any was given. */
  readonly codes: Uint8Array;
  /** Of several answers: bit 0 for the first, bit 1 for the second …; else null. */
  readonly bits: Uint32Array | null;
  /** Of numbers: the number itself wherever the code is neither 0 nor 255; else null. */
  readonly numbers: Int32Array | null;
}

export interface AnswerColumns {
  readonly replies: number;
  readonly cells: readonly string[];
  /** Reply for reply: cell × 4 + route, both by their place in the lists. */
  readonly atoms: Uint16Array;
  readonly columns: readonly Column[];
}

type Write = (value: AnswerValue, reply: number) => void;

/**
 * Lays out replies. Cells in the order given (so that a cell without replies has its row), or in the order of their ids. What the
 * form does not know is left out: the box has checked every reply before. A reply from an unknown cell stops it.
 */
export function columnsOf(
  instrument: Instrument,
  ballots: readonly CountedBallot[],
  cells: readonly string[] = cellsOf(ballots),
): AnswerColumns {
  const questions = questionsOf(instrument);
  const columns = questions.map((question) => emptyColumn(question, ballots.length));
  const writers = new Map<string, Write>();
  for (const [key, own] of Map.groupBy(columns, ({ question }) => answerKeyOf(question))) writers.set(key, writerOf(own));
  const atoms = new Uint16Array(ballots.length);
  const cellAt = new Map(cells.map((cell, i) => [cell, i]));
  const keys = [...writers];
  ballots.forEach(({ cell, answers }, reply) => {
    const at = cellAt.get(cell);
    if (at === undefined) throw new RangeError(`A reply comes from the unknown cell ${cell}.`);
    atoms[reply] = at * SUPERVISION_ROUTES.length + SUPERVISION_ROUTES.indexOf(answers.route);
    for (const [key, write] of keys) {
      const value = answers.values[key];
      if (value !== undefined) write(value, reply);
    }
  });
  return { replies: ballots.length, cells, atoms, columns };
}

/** Cells that replies come from, `c2` before `c10`. */
function cellsOf(ballots: readonly CountedBallot[]): string[] {
  return [...new Set(ballots.map(({ cell }) => cell))].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}

function answerKeyOf({ key, row }: Question): string {
  return row === null ? key : key.slice(0, -row.length - 1);
}

function emptyColumn(question: Question, replies: number): Column {
  return {
    question,
    codes: new Uint8Array(replies),
    bits: question.kind === 'several' ? new Uint32Array(replies) : null,
    numbers: question.kind === 'number' ? new Int32Array(replies) : null,
  };
}

/** How an answer to an item is laid out, into all the columns that the item has in this part of the form. */
function writerOf(columns: readonly Column[]): Write {
  const first = columns[0];
  if (first === undefined) return () => undefined;
  const { item } = first.question;
  switch (item.kind) {
    case 'scale':
      return writeChoice(first, new Map([['none', NOT_APPLICABLE]]));
    case 'single':
      return writeChoice(first, notApplicableCodes(item.options));
    case 'policy-fact':
      return writeFact(first, item);
    case 'multiple':
      return writeSeveral(first, notApplicableCodes(item.options));
    case 'ranking':
      return writeRanking(first, columns.slice(1));
    case 'grid':
      return writeRows(columns);
    case 'number':
      return writeNumber(first, item);
    case 'text':
      return () => undefined;
  }
}

/** Codes of a question's answers by their ids. */
function codesOf({ question }: Column): Map<string, number> {
  return new Map(question.answers.map(({ id }, i) => [id, i + 1]));
}

function notApplicableCodes(
  options: readonly { readonly id: string; readonly text: string; readonly score: number | null }[],
): Map<string, number> {
  return new Map(options.filter(isNotApplicable).map(({ id }) => [id, NOT_APPLICABLE]));
}

function writeChoice(column: Column, further: ReadonlyMap<string, number>): Write {
  const codes = new Map([...codesOf(column), ...further]);
  return (value, reply) => {
    if (value.kind === 'choice') column.codes[reply] = codes.get(value.value) ?? NO_ANSWER;
  };
}

function writeFact(column: Column, item: Extract<Item, { kind: 'policy-fact' }>): Write {
  const codes = codesOf(column);
  const standing = (id: string): string => (id === item.right ? 'right' : UNSURE_OPTIONS.has(id) ? UNSURE : 'wrong');
  const ofOption = new Map(item.options.map(({ id }) => [id, codes.get(standing(id)) ?? NO_ANSWER]));
  return (value, reply) => {
    if (value.kind === 'choice') column.codes[reply] = ofOption.get(value.value) ?? NO_ANSWER;
  };
}

function writeSeveral(column: Column, further: ReadonlyMap<string, number>): Write {
  const codes = codesOf(column);
  return (value, reply) => {
    if (value.kind !== 'choices' || column.bits === null) return;
    let bits = 0;
    let code = NO_ANSWER;
    for (const id of value.values) {
      if (further.has(id)) code = NOT_APPLICABLE;
      const at = codes.get(id);
      if (at !== undefined) bits |= 1 << (at - 1);
    }
    column.bits[reply] = bits;
    column.codes[reply] = bits === 0 ? code : 1;
  };
}

function writeRanking(chosen: Column, places: readonly Column[]): Write {
  const codes = codesOf(chosen);
  const writeChosen = writeSeveral(chosen, new Map());
  return (value, reply) => {
    if (value.kind !== 'choices') return;
    writeChosen(value, reply);
    places.forEach((column, place) => {
      column.codes[reply] = codes.get(value.values[place] ?? '') ?? NO_ANSWER;
    });
  };
}

function writeRows(columns: readonly Column[]): Write {
  const ofRow = columns.map((column) => ({ column, row: column.question.row ?? '' }));
  return (value, reply) => {
    if (value.kind !== 'rows') return;
    for (const { column, row } of ofRow) {
      const point = value.values[row];
      if (point !== undefined) column.codes[reply] = point === 'none' ? NOT_APPLICABLE : pointCode(point);
    }
  };
}

function pointCode(point: string): number {
  const number = Number(point);
  return Number.isInteger(number) && number >= 1 && number <= 5 ? number : NO_ANSWER;
}

function writeNumber(column: Column, item: NumberItem): Write {
  const bands = bandsOf(item);
  return (value, reply) => {
    if (value.kind !== 'number') return;
    if (value.value === 'unknown') {
      column.codes[reply] = NOT_APPLICABLE;
      return;
    }
    column.codes[reply] = bandAt(bands, value.value) + 1;
    if (column.numbers !== null) column.numbers[reply] = value.value;
  };
}

import { kindOf, type FactKindName } from '@plumbline/domain/facts';
import { FACT_SENTENCES, VALUE_SENTENCES } from './import-fact-sentences.ts';
import { FILE_SENTENCES, ROW_SENTENCES } from './import-file-sentences.ts';
import type { ImportProblem, ImportProblemKind } from './import-problem-kinds.ts';
import type { Sentence } from './import-problem-words.ts';

/** A problem in plain words, in the three parts that pages and the command line set out. */
export interface ImportProblemWords {
  /** "Row 7, column “Start date”", or "The file". */
  readonly where: string;
  /** What is wrong, a full sentence. */
  readonly what: string;
  /** How to mend it, a full sentence. */
  readonly mend: string;
}

/** Where, what and how to mend: one problem of a file of a kind of fact. */
export function importProblemWords(problem: ImportProblem, kind: FactKindName): ImportProblemWords {
  const label = problem.column === null ? null : (kindOf(kind).columns[problem.column]?.label ?? problem.column);
  const cell = problem.value === undefined ? 'this cell' : `“${problem.value}”`;
  const sentence = SENTENCES[problem.kind] as (params: unknown, cell: string, label: string) => readonly [string, string];
  const [what, mend] = sentence(problem.params, cell, label ?? 'this column');
  return { where: whereOf(problem, label), what, mend };
}

/** The whole problem as one line of text. */
export function importProblemSentence(problem: ImportProblem, kind: FactKindName): string {
  const { where, what, mend } = importProblemWords(problem, kind);
  return `${where}: ${what} ${mend}`;
}

function whereOf(problem: ImportProblem, label: string | null): string {
  const column = problem.heading ?? label;
  if (problem.row === null) return column === null ? 'The file' : `Column “${column}”`;
  return column === null ? `Row ${problem.row}` : `Row ${problem.row}, column “${column}”`;
}

const SENTENCES: { readonly [Kind in ImportProblemKind]: Sentence<Kind> } = {
  ...FILE_SENTENCES,
  ...ROW_SENTENCES,
  ...VALUE_SENTENCES,
  ...FACT_SENTENCES,
};

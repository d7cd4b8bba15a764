import type { Band, FocusGroupRecord } from './record.ts';

export const DIRECTIONS = ['positive', 'negative', 'mixed'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** How well what is claimed is supported: an opinion, an example given, found on a record by an auditor, seen in a series. */
export const EVIDENCE_GRADES = ['E0', 'E1', 'E2', 'E3'] as const;
export type EvidenceGrade = (typeof EVIDENCE_GRADES)[number];

export const EXTRACT_SOURCES = ['focus-group', 'survey-comment', 'audit-note'] as const;
export type ExtractSource = (typeof EXTRACT_SOURCES)[number];

/** A piece of what was said or written, cut out to be coded. */
export interface Extract {
  readonly id: string;
  readonly source: ExtractSource;
  /** The focus group that it comes from. */
  readonly groupId: string | null;
  /** The note within the record, and what it is about (1 to 13). */
  readonly questionId: string | null;
  readonly construct: number | null;
  readonly band: Band | null;
  readonly words: string;
  /** Somebody's own words, or those of whoever took the note. */
  readonly isVerbatim: boolean;
}

/** Whether words stand in what is written under a question. A browser gives selected words with its own line breaks. */
export function standsIn({ questions }: Pick<FocusGroupRecord, 'questions'>, questionId: string, words: string): boolean {
  const note = questions.find(({ id }) => id === questionId);
  if (note === undefined) return false;
  const dissent = note.dissent.kind === 'some' ? note.dissent.what : '';
  const written = [note.summary, ...note.supplementary.map(({ answer }) => answer), dissent];
  return written.some((text) => spaced(text).includes(spaced(words)));
}

function spaced(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** What one coder made of an extract. */
export interface Coding {
  readonly extractId: string;
  /** Staff number. */
  readonly coder: string;
  readonly isSecond: boolean;
  readonly codes: readonly string[];
  readonly direction: Direction;
  readonly evidence: EvidenceGrade;
}

/** At least this share of extracts is coded by a second person. */
export const DOUBLE_CODED_SHARE = 0.2;

/**
 * The extracts that a second person codes: a fifth, rounded up. Their ids are random, so the smallest of them are a random
 * fifth; one that was drawn stays drawn while others are added after it, because whatever has a second coding counts first.
 */
export function drawnForSecondCoder(extractIds: readonly string[], alreadyDone: ReadonlySet<string>): string[] {
  const wanted = Math.ceil(extractIds.length * DOUBLE_CODED_SHARE);
  const done = extractIds.filter((id) => alreadyDone.has(id));
  const open = extractIds.filter((id) => !alreadyDone.has(id)).toSorted();
  return [...done, ...open.slice(0, Math.max(0, wanted - done.length))];
}

/** A theme: what several extracts say together, in the council's own words. */
export interface Theme {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly codes: readonly string[];
  /** Questions 1 to 13 of the survey that are read beside it. */
  readonly questions: readonly number[];
  readonly figures: readonly string[];
}

/** A theme from fewer extracts than this is not shown alone; it goes to "other". */
export const FEWEST_FOR_A_THEME = 3;

import type { LocalDate } from '../../calendar/index.ts';
import { GUIDE_VERSION } from '../guide.ts';
import { NOT_RECORDED, type FocusGroupRecord, type QuestionNote, type Supplementary } from '../record.ts';
import { lostFrom } from './account-for.ts';
import { findDate } from './find-date.ts';
import { placeQuestion, type Certainty } from './place-question.ts';
import { plainLines } from './plain-words.ts';
import { proposeBands, type BandProposal } from './propose-band.ts';
import { readLines, type Line } from './question-lines.ts';

export type { BandProposal } from './propose-band.ts';
export type { Certainty } from './place-question.ts';
export { plainLines } from './plain-words.ts';
export { proposeBands, sentencesOf } from './propose-band.ts';
export { lostFrom } from './account-for.ts';

/** Something that somebody should look at before the record is kept. */
export type ReadingDoubt =
  | { readonly kind: 'no-date' }
  | { readonly kind: 'no-questions' }
  | { readonly kind: 'numbers-left-out'; readonly after: number; readonly next: number }
  | { readonly kind: 'placed-by-number' | 'not-placed'; readonly question: string }
  | { readonly kind: 'same-construct'; readonly question: string; readonly other: string }
  | { readonly kind: 'supplementary-without-answer'; readonly question: string }
  | { readonly kind: 'nothing-written'; readonly question: string };

/** How one question was understood. */
export interface QuestionReading {
  readonly id: string;
  /** The number that the record gives it. */
  readonly number: number;
  readonly by: Certainty;
  /** Sentences that say for how many they speak. */
  readonly bands: readonly BandProposal[];
}

/** What was understood of a record that somebody wrote elsewhere; nothing of it is kept until it was looked at. */
export interface ReadRecord {
  readonly record: FocusGroupRecord;
  readonly readings: readonly QuestionReading[];
  readonly doubts: readonly ReadingDoubt[];
  /** Sentences of the file that stand nowhere in the record. */
  readonly lost: readonly string[];
}

interface Making {
  readonly number: number;
  readonly asked: string;
  readonly summary: string[];
  readonly supplementary: { question: string; answer: string }[];
  /** Where the next line of words belongs. */
  into: 'summary' | 'question' | 'answer';
}

/** Longer texts are no records of a group; reading them would only take time. */
export const LONGEST_RECORD_TEXT = 200_000;

/** A question or a title is read so far. */
const LONGEST_LINE = 1000;

/**
 * Reads the record of a focus group from plain text, Markdown or what is left of a page: title and date, numbered questions,
 * supplementary questions and their answers. What belongs nowhere is kept as not placed; nothing is thrown away. How many
 * held a view is only proposed, and dissent stays "not recorded".
 */
export function readRecord(text: string): ReadRecord {
  const lines = readLines(plainLines(text));
  const first = lines.findIndex((line) => line.kind === 'question');
  const head = readHead(lines.slice(0, first === -1 ? lines.length : first));
  const made = gather(first === -1 ? [] : lines.slice(first));
  const questions: QuestionNote[] = [];
  const readings: QuestionReading[] = [];
  for (const [index, one] of made.entries()) {
    const id = `q${index + 1}`;
    const { construct, by } = placeQuestion(one.asked.slice(0, LONGEST_LINE), one.number);
    const summary = one.summary
      .join('\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .replaceAll(/\n{2,}(?=• )/g, '\n')
      .trim();
    const supplementary = one.supplementary.map((both, place): Supplementary => ({ id: `s${place + 1}`, ...both }));
    questions.push({ id, construct, asked: one.asked, summary, band: null, dissent: NOT_RECORDED, supplementary });
    readings.push({ id, number: one.number, by, bands: proposeBands(summary) });
  }
  const record: FocusGroupRecord = {
    format: 1,
    ...head,
    invited: {},
    present: {},
    groupsMissing: '',
    policyVersion: null,
    guideVersion: `${GUIDE_VERSION}, changed`,
    questions,
    retainedUntil: null,
  };
  return { record, readings, doubts: doubtsOf(record, readings), lost: lostFrom(text, record) };
}

type Head = Pick<FocusGroupRecord, 'title' | 'heldOn' | 'audience' | 'facilitator' | 'noteTaker' | 'site' | 'unplaced'>;

const NAMED: readonly (readonly ['facilitator' | 'noteTaker' | 'site', RegExp])[] = [
  ['facilitator', /^(?:facilitators?|led by|facilitated by)\s*[:–-]\s*(.{1,120})$/i],
  ['noteTaker', /^(?:note[- ]?takers?|notes? (?:taken )?by|scribe|minutes?)\s*[:–-]\s*(.{1,120})$/i],
  ['site', /^(?:venue|place|site|location)\s*[:–-]\s*(.{1,120})$/i],
];

function readHead(lines: readonly Line[]): Head {
  const words = lines.map((line) => ('words' in line ? line.words : '')).filter((line) => line !== '');
  const [titleLine = '', ...others] = words;
  const named: Partial<Record<'facilitator' | 'noteTaker' | 'site', string>> = {};
  const unplaced: string[] = [];
  let heldOn: LocalDate | null = findDate(titleLine)?.on ?? null;
  for (const line of others) {
    const found = NAMED.map(([name, pattern]) => [name, pattern.exec(line)?.[1]] as const).find(
      ([, value]) => value !== undefined,
    );
    const date = findDate(line);
    const isOnlyDate =
      date !== null && /^(?:(?:date|held(?: on)?|on)\s*[:–-]?\s*)?$/i.test(line.replace(date.written, '').trim());
    heldOn ??= date?.on ?? null;
    if (found !== undefined && named[found[0]] === undefined) named[found[0]] = found[1]?.trim() ?? '';
    else if (!isOnlyDate) unplaced.push(line);
  }
  const title = withoutDate(titleLine);
  return {
    title: title === '' ? 'Focus group' : title.slice(0, 200),
    heldOn,
    audience: /^([\p{L}’' -]{2,60}?)['’]?\s+focus group\b/iu.exec(title)?.[1]?.trim() ?? '',
    facilitator: named.facilitator ?? '',
    noteTaker: named.noteTaker ?? '',
    site: named.site ?? '',
    unplaced: unplaced.join('\n'),
  };
}

function withoutDate(line: string): string {
  const date = findDate(line);
  const left = date === null ? line : line.replace(date.written, '');
  return left
    .replaceAll(/\(\s*\)/g, '')
    .replace(/[\s–—:,-]+$/, '')
    .trim();
}

function gather(lines: readonly Line[]): Making[] {
  const made: Making[] = [];
  for (const line of lines) {
    if (line.kind === 'question')
      made.push({
        number: line.number,
        asked: line.asked,
        summary: line.rest === '' ? [] : [line.rest],
        supplementary: [],
        into: 'summary',
      });
    else addLine(made.at(-1), line);
  }
  return made;
}

function addLine(one: Making | undefined, line: Exclude<Line, { kind: 'question' }>): void {
  if (one === undefined) return;
  const last = one.supplementary.at(-1);
  switch (line.kind) {
    case 'blank':
      // A blank line ends an answer, and parts thoughts of a summary.
      if (one.into === 'answer') one.into = 'summary';
      else if (one.into === 'summary' && one.summary.length > 0) one.summary.push('');
      return;
    case 'supplementary':
      one.supplementary.push({ question: line.words, answer: '' });
      one.into = 'question';
      return;
    case 'answer':
      if (last === undefined || last.answer !== '') one.summary.push(line.words);
      else last.answer = line.words;
      one.into = last === undefined ? 'summary' : 'answer';
      return;
    case 'words':
      if (one.into === 'question' && last !== undefined && !last.question.includes('?') && line.words.endsWith('?'))
        last.question = `${last.question} ${line.words}`.trim();
      else if (one.into === 'answer' && last !== undefined) last.answer = `${last.answer}\n${line.words}`.trim();
      else {
        one.into = 'summary';
        one.summary.push(line.words);
      }
  }
}

function doubtsOf(record: FocusGroupRecord, readings: readonly QuestionReading[]): ReadingDoubt[] {
  const doubts: ReadingDoubt[] = [];
  if (record.heldOn === null) doubts.push({ kind: 'no-date' });
  if (readings.length === 0) doubts.push({ kind: 'no-questions' });
  const seen = new Map<number, string>();
  for (const [index, { id, number, by }] of readings.entries()) {
    const before = index === 0 ? 0 : (readings[index - 1]?.number ?? 0);
    if (number > before + 1) doubts.push({ kind: 'numbers-left-out', after: before, next: number });
    if (by === 'number') doubts.push({ kind: 'placed-by-number', question: id });
    if (by === 'none') doubts.push({ kind: 'not-placed', question: id });
    const note = record.questions[index];
    if (note === undefined) continue;
    const other = note.construct === null ? undefined : seen.get(note.construct);
    if (other !== undefined) doubts.push({ kind: 'same-construct', question: id, other });
    if (note.construct !== null) seen.set(note.construct, id);
    if (note.summary === '') doubts.push({ kind: 'nothing-written', question: id });
    if (note.supplementary.some(({ answer }) => answer === ''))
      doubts.push({ kind: 'supplementary-without-answer', question: id });
  }
  return doubts;
}

/** Moves single answers in a world, so that whatever was published of their question stays as it is. */
import type { Move } from './moves.ts';
import { change, hasReplyFor, takeBack, type Journal, type World, type WorldQuestion } from './world.ts';

/** Answers that may stand for each other outside the whole: each by itself, or by side of the scale. */
export type AnswerSets = readonly (readonly number[])[];

/** Which answers may move. */
export type Allowed = (answer: number) => boolean;

/** Atoms that gain a reply and atoms that lose one: as many of the one as of the other. */
export interface Places {
  readonly to: readonly number[];
  readonly from: readonly number[];
}

/** Any answer. */
export function anyAnswer(): boolean {
  return true;
}

/** Moves one answer of a question (of two, each the same), with the replies as they are. False where there is no way. */
export function stepQuestion(
  world: World,
  question: WorldQuestion,
  answerSets: AnswerSets,
  move: Move,
  journal: Journal,
  allowed: Allowed = anyAnswer,
): boolean {
  const to = chosen(move.to, (atom) => question.isAsked[atom] === true && hasReplyFor(world, question, atom));
  if (to === null) return false;
  for (const from of candidates(move.from, (atom) => (question.n[atom] ?? 0) > 0 && !to.includes(atom)))
    if (shift(question, answerSets, { to, from }, journal, allowed)) return true;
  return false;
}

/** One atom of each list that fulfils the condition, each another one. */
function chosen(lists: readonly (readonly number[])[], isFit: (atom: number) => boolean): number[] | null {
  const atoms: number[] = [];
  for (const list of lists) {
    const found = list.find((atom) => isFit(atom) && !atoms.includes(atom));
    if (found === undefined) return null;
    atoms.push(found);
  }
  return atoms;
}

/** Choices of one atom from each list. */
export function* candidates(lists: readonly (readonly number[])[], isFit: (atom: number) => boolean): Generator<number[]> {
  const [first = [], second] = lists;
  for (const one of first) {
    if (!isFit(one)) continue;
    if (second === undefined) {
      yield [one];
      continue;
    }
    for (const other of second) if (other !== one && isFit(other)) yield [one, other];
  }
}

/** Moves an answer of the same set out of each of `from` and into each of `to`. */
export function shift(
  question: WorldQuestion,
  answerSets: AnswerSets,
  { to, from }: Places,
  journal: Journal,
  allowed: Allowed,
): boolean {
  if (question.kind === 'index') return shiftScore(question, { to, from }, journal);
  if (question.kind === 'several') return shiftSeveral(question, { to, from }, journal, allowed);
  for (const set of answerSets) {
    const answers = from.map((atom) => set.find((answer) => allowed(answer) && (question.counts[answer]?.[atom] ?? 0) > 0));
    if (answers.includes(undefined)) continue;
    from.forEach((atom, i) => {
      const row = question.counts[answers[i] ?? 0];
      const into = to[i];
      if (row === undefined || into === undefined) return;
      change(journal, row, atom, -1);
      change(journal, row, into, 1);
    });
    moveReplies(question, { to, from }, journal);
    return true;
  }
  return false;
}

function moveReplies(question: WorldQuestion, { to, from }: Places, journal: Journal): void {
  for (const atom of from) change(journal, question.n, atom, -1);
  for (const atom of to) change(journal, question.n, atom, 1);
}

/** A score that both may have had goes along, so that every sum stays. */
function shiftScore(question: WorldQuestion, { to, from }: Places, journal: Journal): boolean {
  let low = 0;
  let high = 100;
  for (const atom of from) {
    const sum = question.sums[atom] ?? 0;
    low = Math.max(low, sum - 100 * ((question.n[atom] ?? 0) - 1));
    high = Math.min(high, sum);
  }
  if (low > high) return false;
  const score = (low + high) / 2;
  for (const atom of from) change(journal, question.sums, atom, -score);
  for (const atom of to) change(journal, question.sums, atom, score);
  moveReplies(question, { to, from }, journal);
  return true;
}

/** Of several answers: those that everybody there chose must go along, and one besides if that is asked for. */
function shiftSeveral(question: WorldQuestion, { to, from }: Places, journal: Journal, allowed: Allowed): boolean {
  const isForced = (row: Int32Array): boolean => from.some((atom) => row[atom] === question.n[atom]);
  const canGo = (row: Int32Array): boolean => from.every((atom) => (row[atom] ?? 0) > 0);
  const along = question.counts.filter((row, answer) => isForced(row) || (allowed(answer) && canGo(row)));
  if (along.length === 0 || !along.every(canGo)) return false;
  for (const row of along) {
    for (const atom of from) change(journal, row, atom, -1);
    for (const atom of to) change(journal, row, atom, 1);
  }
  moveReplies(question, { to, from }, journal);
  return true;
}

/**
 * Lets somebody inside give up an answer for another, and somebody outside the other way round: the number of replies stays
 * everywhere, and with it every published figure. `move` says between which atoms.
 */
export function swapAnswers(
  question: WorldQuestion,
  answerSets: AnswerSets,
  move: Move,
  answer: number,
  journal: Journal,
): boolean {
  const hasReplies = (atom: number): boolean => (question.n[atom] ?? 0) > 0;
  for (const inside of candidates(move.to, hasReplies)) {
    for (const outside of candidates(move.from, (atom) => hasReplies(atom) && !inside.includes(atom))) {
      const length = journal.length;
      const isOut = shift(question, answerSets, { to: outside, from: inside }, journal, (one) => one === answer);
      if (isOut && shift(question, answerSets, { to: inside, from: outside }, journal, (one) => one !== answer)) return true;
      takeBack(journal, length);
    }
  }
  return false;
}

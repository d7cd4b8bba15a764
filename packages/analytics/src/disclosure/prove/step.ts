/** Moves single replies in a world, so that whatever was published stays as it is. */
import type { Move } from './moves.ts';
import { change, repliesNeeded, stillSilent, takeBack, type Journal, type World, type WorldQuestion } from './world.ts';

/** What the steps need to know of a question besides its counts. */
export interface Freedom {
  /** Answers that may stand for each other outside the whole: each by itself, or by side of the scale. */
  readonly answerSets: readonly (readonly number[])[];
}

/** Atoms that gain a reply and atoms that lose one: as many of the one as of the other. */
interface Places {
  readonly to: readonly number[];
  readonly from: readonly number[];
}

/** Moves one answer of a question, with the replies as they are. `allowed` limits the answers that may move. False where there is no way. */
export function stepQuestion(
  world: World,
  question: WorldQuestion,
  { answerSets }: Freedom,
  move: Move,
  journal: Journal,
  allowed: (answer: number) => boolean = () => true,
): boolean {
  const to = chosen(move.to, (atom) => question.isAsked[atom] === true && (question.n[atom] ?? 0) < (world.replies[atom] ?? 0));
  if (to === null) return false;
  for (const places of candidates(move.from, (atom) => (question.n[atom] ?? 0) > 0)) {
    const length = journal.length;
    if (shift(question, answerSets, { to, from: places }, journal, allowed) && fits(world, [...to, ...places])) return true;
    takeBack(journal, length);
  }
  return false;
}

/** Whether each atom's answers still have enough replies to come from. */
function fits(world: World, atoms: readonly number[]): boolean {
  return atoms.every((atom) => repliesNeeded(world, atom) <= (world.replies[atom] ?? 0));
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
function* candidates(lists: readonly (readonly number[])[], isFit: (atom: number) => boolean): Generator<number[]> {
  const [first = [], second] = lists;
  for (const one of first) {
    if (!isFit(one)) continue;
    if (second === undefined) yield [one];
    else for (const other of second) if (other !== one && isFit(other)) yield [one, other];
  }
}

/** Moves an answer of the same set out of each of `from` and into each of `to`. */
function shift(
  question: WorldQuestion,
  answerSets: readonly (readonly number[])[],
  { to, from }: Places,
  journal: Journal,
  allowed: (answer: number) => boolean,
): boolean {
  switch (question.kind) {
    case 'index':
      return shiftScore(question, { to, from }, journal);
    case 'several':
      return shiftSeveral(question, { to, from }, journal, allowed);
    case 'one':
    case 'number':
      break;
  }
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
function shiftSeveral(
  question: WorldQuestion,
  { to, from }: Places,
  journal: Journal,
  allowed: (answer: number) => boolean,
): boolean {
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
  answerSets: readonly (readonly number[])[],
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

/**
 * Moves whole replies: the number of replies changes with them, and every question whose answers no longer have a reply to come from
 * follows. `also` has to follow in any case.
 */
export function stepReplies(
  world: World,
  freedoms: readonly Freedom[],
  move: Move,
  also: number | null,
  journal: Journal,
): boolean {
  const goesTo = (atom: number): boolean => stillSilent(world, atom) > 0;
  for (const to of candidates(move.to, goesTo)) {
    for (const from of candidates(move.from, (atom) => (world.replies[atom] ?? 0) > 0 && !to.includes(atom))) {
      const length = journal.length;
      for (const atom of from) change(journal, world.replies, atom, -1);
      for (const atom of to) change(journal, world.replies, atom, 1);
      if (allFollow(world, freedoms, { to, from }, also, journal)) return true;
      takeBack(journal, length);
    }
  }
  return false;
}

function allFollow(world: World, freedoms: readonly Freedom[], places: Places, also: number | null, journal: Journal): boolean {
  const isTight = (atom: number): boolean => repliesNeeded(world, atom) > (world.replies[atom] ?? 0);
  for (const [q, question] of world.questions.entries()) {
    const isTooMany = places.from.some((atom) => (question.n[atom] ?? 0) > 0 && isTightFor(world, question, atom));
    if (q !== also && !isTooMany) continue;
    if (places.to.some((atom) => question.isAsked[atom] !== true)) return false;
    if (!shift(question, freedoms[q]?.answerSets ?? [], places, journal, () => true)) return false;
  }
  return ![...places.from, ...places.to].some(isTight);
}

/** Whether the question itself has more answers than the atom has replies, or shares them with a part that excludes it. */
function isTightFor(world: World, question: WorldQuestion, atom: number): boolean {
  const replies = world.replies[atom] ?? 0;
  if ((question.n[atom] ?? 0) > replies) return true;
  return question.block !== 'everybody' && repliesNeeded(world, atom) > replies && (question.n[atom] ?? 0) > 0;
}

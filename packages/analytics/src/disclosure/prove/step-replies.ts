/** Moves whole replies in a world: the number of replies changes, and every question whose answers lose their reply follows. */
import type { Move } from './moves.ts';
import { anyAnswer, candidates, shift, stepQuestion, type AnswerSets, type Places } from './step.ts';
import { change, repliesNeeded, stillSilent, takeBack, type Journal, type World, type WorldQuestion } from './world.ts';

/** How the answers of one question may move by themselves. */
export interface Follower {
  readonly answerSets: AnswerSets;
  /** Moves that bring one answer fewer into an atom. */
  readonly movesOutOf: (atom: number) => readonly Move[];
}

/** Choices of atoms that are tried for one move. */
const MOST_CHOICES = 8;

/** Makes one move of replies. False where there is no way. */
export function stepReplies(world: World, followers: readonly Follower[], move: Move, journal: Journal): boolean {
  let choices = 0;
  for (const to of candidates(move.to, (atom) => stillSilent(world, atom) > 0)) {
    for (const from of candidates(move.from, (atom) => (world.replies[atom] ?? 0) > 0 && !to.includes(atom))) {
      choices += 1;
      if (choices > MOST_CHOICES) return false;
      const length = journal.length;
      for (const atom of from) change(journal, world.replies, atom, -1);
      for (const atom of to) change(journal, world.replies, atom, 1);
      if (allFollow(world, followers, { to, from }, journal)) return true;
      takeBack(journal, length);
    }
  }
  return false;
}

/** Every question with more answers than there are replies moves one away: to the same places, or by itself. */
function allFollow(world: World, followers: readonly Follower[], places: Places, journal: Journal): boolean {
  for (const atom of places.from) {
    for (const [q, question] of world.questions.entries()) {
      if (!isTooMany(world, question, atom)) continue;
      const follower = followers[q];
      if (follower === undefined || !follow(world, question, follower, places, atom, journal)) return false;
    }
    if (repliesNeeded(world, atom) > (world.replies[atom] ?? 0)) return false;
  }
  return true;
}

function follow(
  world: World,
  question: WorldQuestion,
  { answerSets, movesOutOf }: Follower,
  places: Places,
  atom: number,
  journal: Journal,
): boolean {
  const isAsked = places.to.every((one) => question.isAsked[one] === true);
  const hasAnswers = places.from.every((one) => (question.n[one] ?? 0) > 0);
  if (isAsked && hasAnswers && shift(question, answerSets, places, journal, anyAnswer)) return true;
  return movesOutOf(atom).some((move) => stepQuestion(world, question, answerSets, move, journal));
}

/** Whether the question itself has more answers than the atom has replies, or shares them with a part that excludes it. */
function isTooMany(world: World, question: WorldQuestion, atom: number): boolean {
  const count = question.n[atom] ?? 0;
  const replies = world.replies[atom] ?? 0;
  if (count > replies) return true;
  return question.block !== 'everybody' && count > 0 && repliesNeeded(world, atom) > replies;
}

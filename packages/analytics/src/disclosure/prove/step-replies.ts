/** Moves whole replies in a world: the number of replies changes, and every question whose answers lose their reply follows. */
import type { Move } from './moves.ts';
import { anyAnswer, candidates, shift, stepQuestion, type AnswerSets, type Places } from './step.ts';
import {
  change,
  mostByPart,
  repliesNeeded,
  stillSilent,
  takeBack,
  type Journal,
  type World,
  type WorldQuestion,
} from './world.ts';

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

/**
 * Every question with more answers than there are replies moves one away: to the same places, or by itself. Where answers of the part
 * for those without supervision and of the other parts do not fit beside each other, the reply that goes is of either kind.
 */
function allFollow(world: World, followers: readonly Follower[], places: Places, journal: Journal): boolean {
  const length = journal.length;
  for (const goesNeither of [false, true]) {
    if (places.from.every((atom) => atomFollows(world, followers, places, atom, goesNeither, journal)) && allFit(world, places))
      return true;
    takeBack(journal, length);
  }
  return false;
}

function allFit(world: World, { from, to }: Places): boolean {
  return [...from, ...to].every((atom) => repliesNeeded(world, atom) <= (world.replies[atom] ?? 0));
}

function atomFollows(
  world: World,
  followers: readonly Follower[],
  places: Places,
  atom: number,
  goesNeither: boolean,
  journal: Journal,
): boolean {
  const most = mostByPart(world, atom);
  const replies = world.replies[atom] ?? 0;
  return world.questions.every((question, q) => {
    const beside =
      question.block === 'everybody' || goesNeither !== (question.block === 'neither')
        ? 0
        : goesNeither
          ? most.others
          : most.neither;
    if ((question.n[atom] ?? 0) === 0 || (question.n[atom] ?? 0) + beside <= replies) return true;
    const follower = followers[q];
    return follower !== undefined && follow(world, question, follower, places, atom, journal);
  });
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

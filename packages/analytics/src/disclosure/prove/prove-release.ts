/**
 * The second routine. For everything that is hidden it looks for whole other rounds that would have led to exactly the same
 * publication: some in which the hidden number is larger, some in which it is smaller. Whoever reads all that was ever published cannot
 * tell these rounds from the real one, so the interval between them is what they are left with at the least. It shares no arithmetic with the
 * linear programme that chose what to hide, counts the ballots for itself, and where it finds too few other rounds it says no.
 */
import type { Cell, CountedBallot, Instrument } from '@plumbline/domain/surveys';
import { protects, type Proof, type ProvedAnswer, type ProvedInterval } from '../proof.ts';
import type { QuestionKey } from '../release.ts';
import { marksOf, movesInto, reversed, type Move, type SetMarks } from './moves.ts';
import { placeName, publishedBy, wrongFigures, type Draft, type Published } from './published.ts';
import { readRound, type ReadRound } from './read-round.ts';
import { isSamePublication } from './sameness.ts';
import { stepReplies, type Follower } from './step-replies.ts';
import { stepQuestion, swapAnswers } from './step.ts';
import { targetsOf, type Target } from './targets.ts';
import { takeBack, total, type Journal, type World } from './world.ts';

/**
 * `wrong-figure`: not what the ballots give; `under-floor`: a group is shown with too few replies; `too-narrow`: a hidden number of
 * replies can be worked out, exactly or nearly; `answer-known`: how many people of a hidden group gave an answer can be worked out.
 */
export interface ProofFailure {
  readonly kind: 'wrong-figure' | 'under-floor' | 'too-narrow' | 'answer-known';
  readonly target: string;
  readonly question: QuestionKey | null;
}

export type Proving =
  | { readonly ok: true; readonly proof: Proof }
  | { readonly ok: false; readonly failures: readonly ProofFailure[] };

interface Evidence {
  readonly world: World;
  readonly published: Published;
  readonly followers: readonly (Follower & { readonly marks: SetMarks })[];
  /** Of every set of which anything is published, and of those of which the number of replies is. */
  readonly marks: readonly SetMarks[];
  readonly movesFor: (atoms: readonly number[], marks: SetMarks) => readonly Move[];
}

/**
 * Proves a draft together with everything published of the round before (all earlier releases, and before them what was published
 * with the receipts, see `receivedAsDraft`), or says what stands in the way.
 */
export function proveRelease(input: {
  readonly instrument: Instrument;
  readonly cells: readonly Cell[];
  readonly ballots: readonly CountedBallot[];
  readonly draft: Draft;
  readonly earlier: readonly Draft[];
}): Proving {
  const { instrument, cells, ballots, draft, earlier } = input;
  const releases = [...earlier, draft];
  const questions = new Map(releases.flatMap((release) => release.questions).map((question) => [question.key, question]));
  const round = readRound(instrument, cells, ballots, [...questions.values()], isAnyByRoute(releases));
  return proveRead(round, cells, releases, draft);
}

/** Whether any of some plans goes by the route that people took. */
export function isAnyByRoute(releases: readonly Pick<Draft, 'plan'>[]): boolean {
  return releases.some(({ plan }) => plan.breakdowns.some(({ groups }) => groups.some(({ routes }) => routes !== null)));
}

/** The same for a round that has been read already, with every question of every release. */
export function proveRead(round: ReadRound, cells: readonly Cell[], releases: readonly Draft[], draft: Draft): Proving {
  const questions = releases.flatMap((release) => release.questions);
  const failures: ProofFailure[] = wrongFigures(draft, round).map(({ group, question }) => ({
    kind: 'wrong-figure',
    target: group,
    question,
  }));
  const context = contextOf(releases, round);
  const about = new Map(questions.map(({ key, isAboutSupervisor }) => [key, isAboutSupervisor]));
  const isAboutAny = questions.some(({ isAboutSupervisor }) => isAboutSupervisor);
  const intervals: ProvedInterval[] = [];
  const answers: ProvedAnswer[] = [];
  const targets = targetsOf(releases, round, cells);
  // The replies first, and of a question that fails no more than the first failure: whatever comes after would be looked for in vain.
  for (let q = -1; q < round.world.questions.length; q += 1) {
    const key = round.world.questions[q]?.key ?? null;
    for (const target of targets) {
      const floor = target.floorFor(key === null ? isAboutAny : about.get(key) === true);
      if (!examine(context, target, q, floor, { intervals, answers, failures })) break;
    }
    if (q < 0 && failures.length > 0) break;
  }
  if (failures.length > 0) return { ok: false, failures };
  return { ok: true, proof: { format: 1, over: releases.map(({ sequence }) => sequence), intervals, answers } };
}

function contextOf(releases: readonly Draft[], { places, world }: ReadRound): Evidence {
  const published = publishedBy(releases, places);
  const questions = new Map(releases.flatMap((release) => release.questions).map((question) => [question.key, question]));
  const movesFor = rememberedMoves();
  const followers = world.questions.map(({ key, counts, kind }) => {
    const sets = published.questions.get(key) ?? [];
    const marks = marksOf(
      sets.map(({ atoms }) => atoms),
      places.length,
    );
    const isCoarse = kind === 'one' && sets.every(({ atoms, isByAnswer }) => !isByAnswer || atoms.length === places.length);
    const scores = questions.get(key)?.answers.map(({ score }) => score) ?? [];
    const bySide = Map.groupBy(counts.keys(), (i) => Math.sign((scores[i] ?? 3) - 3));
    const answerSets = isCoarse && scores.every((score) => score !== null) ? [...bySide.values()] : counts.map((_, i) => [i]);
    const movesOutOf = (atom: number): readonly Move[] => movesFor([atom], marks).map(reversed);
    return { answerSets, marks, movesOutOf };
  });
  const every = new Map(
    [...published.replies, ...[...published.questions.values()].flat().map(({ atoms }) => atoms)].map((set) => [set.join(), set]),
  );
  const marks = [[...every.values()], published.replies].map((sets) => marksOf(sets, places.length));
  return { world, published, followers, marks, movesFor };
}

function rememberedMoves(): Evidence['movesFor'] {
  const known = new Map<string, readonly Move[]>();
  return (atoms, marks) => {
    const key = `${atoms.join()} of ${marks.name}`;
    const found = known.get(key) ?? movesInto(atoms, marks);
    known.set(key, found);
    return found;
  };
}

interface Findings {
  readonly intervals: ProvedInterval[];
  readonly answers: ProvedAnswer[];
  readonly failures: ProofFailure[];
}

/** False where the target is found out. */
function examine(
  context: Evidence,
  target: Target,
  q: number,
  floor: number,
  { intervals, answers, failures }: Findings,
): boolean {
  const { world, published } = context;
  const question = world.questions[q];
  const key = question?.key ?? null;
  const value = total(question?.n ?? world.replies, target.atoms);
  const sets = key === null ? published.replies : (published.questions.get(key) ?? []).map(({ atoms }) => atoms);
  if (value === 0 || (key !== null && sets.length === 0)) return true;
  const fail = (kind: ProofFailure['kind']): false => {
    failures.push({ kind, target: target.id, question: key });
    return false;
  };
  if (question !== undefined && isKnownAlike(context, target, q, value)) return fail('answer-known');
  if (value >= floor) return true;
  const name = target.atoms.join();
  if (sets.some((atoms) => atoms.join() === name)) return fail('under-floor');
  const interval = { target: target.id, question: key, ...intervalOf(context, target, q, value, floor), floor };
  if (!protects(interval)) return fail('too-narrow');
  intervals.push(interval);
  if (key === null || question === undefined) return true;
  for (const [answer, row] of question.counts.entries()) {
    const count = total(row, target.atoms);
    if (count === 0) continue;
    const other = otherCount(context, target, q, answer, count);
    if (other === null) return fail('answer-known');
    answers.push({ target: target.id, question: key, low: Math.min(count, other), high: Math.max(count, other) });
  }
  return true;
}

/** The bounds that other rounds with the same publication reach: as wide as the floor asks, not further. */
function intervalOf(context: Evidence, target: Target, q: number, value: number, floor: number): { low: number; high: number } {
  const high = reach(context, target, q, false, value + floor - 1);
  const low = high - value + 1 >= floor ? value : reach(context, target, q, true, Math.max(0, high - floor + 1));
  return { low, high };
}

/** How far the number can be moved up or down in one other round, towards a goal. Nowhere where that round would not be published the same. */
function reach(context: Evidence, target: Target, q: number, isDown: boolean, goal: number): number {
  const { world } = context;
  const journal: Journal = [];
  const row = world.questions[q]?.n ?? world.replies;
  const now = (): number => total(row, target.atoms);
  const before = now();
  while (isDown ? now() > goal : now() < goal) if (!step(context, target, q, isDown, journal)) break;
  const reached = isSame(context, journal) ? now() : before;
  takeBack(journal, 0);
  return reached;
}

function isSame({ world, published, followers }: Evidence, journal: Journal): boolean {
  const answerSets = followers.map((follower) => follower.answerSets);
  return isSamePublication(world, published, answerSets, journal);
}

function step(context: Evidence, target: Target, q: number, isDown: boolean, journal: Journal): boolean {
  const { world, followers, marks, movesFor } = context;
  const turn = (move: Move): Move => (isDown ? reversed(move) : move);
  const question = world.questions[q];
  const follower = followers[q];
  const row = question?.n ?? world.replies;
  const before = total(row, target.atoms);
  const isNearer = (): boolean => (isDown ? total(row, target.atoms) < before : total(row, target.atoms) > before);
  const ownStep = (): boolean =>
    question !== undefined &&
    follower !== undefined &&
    movesFor(target.atoms, follower.marks).some((move) =>
      stepQuestion(world, question, follower.answerSets, turn(move), journal),
    );
  if (ownStep()) return true;
  for (const move of marks.flatMap((one) => movesFor(target.atoms, one))) {
    const length = journal.length;
    if (stepReplies(world, followers, turn(move), journal) && (isNearer() || (ownStep() && isNearer()))) return true;
    takeBack(journal, length);
  }
  return false;
}

/** Whether all of a group that is not shown gave one answer, and no other round can be found in which somebody did not. */
function isKnownAlike(context: Evidence, target: Target, q: number, value: number): boolean {
  const { world, published, followers, movesFor } = context;
  const question = world.questions[q];
  const follower = followers[q];
  if (question?.kind !== 'one' || follower === undefined) return false;
  const answer = question.counts.findIndex((row) => total(row, target.atoms) === value);
  const row = question.counts[answer];
  if (row === undefined || !published.notShown.has(placeName(question.key, target.atoms))) return false;
  const sets = (published.questions.get(question.key) ?? []).filter(({ isMost }) => !isMost);
  const marks = marksOf(
    sets.map(({ atoms }) => atoms),
    world.replies.length,
  );
  const numbers = { ...published, questions: new Map([[question.key, sets]]) };
  return !movesFor(target.atoms, marks).some((move) => {
    const journal: Journal = [];
    const isMoved =
      swapAnswers(question, follower.answerSets, move, answer, journal) ||
      stepQuestion(world, question, follower.answerSets, move, journal, (one) => one !== answer);
    const isMixed =
      isMoved &&
      total(question.n, target.atoms) > total(row, target.atoms) &&
      isSame({ ...context, published: numbers }, journal);
    takeBack(journal, 0);
    return isMixed;
  });
}

/** Another number of people of the target who may have given the answer; null where every other round has the same number. */
function otherCount(context: Evidence, target: Target, q: number, answer: number, count: number): number | null {
  const { world, followers, movesFor } = context;
  const question = world.questions[q];
  const follower = followers[q];
  const row = question?.counts[answer];
  if (question === undefined || follower === undefined || row === undefined) return null;
  const { answerSets, marks } = follower;
  for (const move of movesFor(target.atoms, marks)) {
    const journal: Journal = [];
    const isMoved =
      stepQuestion(world, question, answerSets, reversed(move), journal, (one) => one === answer) ||
      stepQuestion(world, question, answerSets, move, journal, (one) => one === answer) ||
      swapAnswers(question, answerSets, move, answer, journal);
    const other = total(row, target.atoms);
    const isOther = isMoved && other !== count && isSame(context, journal);
    takeBack(journal, 0);
    if (isOther) return other;
  }
  return null;
}

/**
 * The second routine. For everything that is hidden it looks for whole other rounds that would have led to exactly the same
 * publication: some in which the hidden number is larger, some in which it is smaller. Whoever reads all that was ever published cannot
 * tell these rounds from the real one, so the interval between them is what they are left with at the least. It shares no arithmetic with the
 * linear programme that chose what to hide, counts the ballots for itself, and where it finds too few other rounds it says no.
 */
import type { Cell, CountedBallot, Instrument } from '@plumbline/domain/surveys';
import { floorOf } from '../plan.ts';
import { protects, type Proof, type ProvedAnswer, type ProvedInterval } from '../proof.ts';
import type { QuestionKey } from '../release.ts';
import { movesInto, reversed, type Move } from './moves.ts';
import { groupsById, publishedBy, wrongFigures, type Draft, type Published } from './published.ts';
import { readRound, type ReadRound } from './read-round.ts';
import { stepQuestion, stepReplies, swapAnswers, type Freedom } from './step.ts';
import { takeBack, total, type Journal, type World } from './world.ts';

export type ProofFailure =
  /** A figure is not what the ballots give. */
  | { readonly kind: 'wrong-figure'; readonly target: string; readonly question: QuestionKey | null }
  /** A group is shown with too few replies. */
  | { readonly kind: 'under-floor'; readonly target: string; readonly question: QuestionKey | null }
  /** A hidden number of replies can be worked out, exactly or nearly. */
  | { readonly kind: 'too-narrow'; readonly target: string; readonly question: QuestionKey | null }
  /** What people of a hidden group said can be worked out. */
  | { readonly kind: 'answer-known'; readonly target: string; readonly question: QuestionKey };

export type Proving =
  | { readonly ok: true; readonly proof: Proof }
  | { readonly ok: false; readonly failures: readonly ProofFailure[] };

/** A group that must not be found out where it has too few replies. */
interface Target {
  readonly id: string;
  readonly atoms: readonly number[];
  readonly floorFor: (isAboutSupervisor: boolean) => number;
}

interface Evidence {
  readonly world: World;
  readonly published: Published;
  readonly freedoms: readonly { readonly answerSets: Freedom['answerSets']; readonly sets: readonly (readonly number[])[] }[];
  /** Every set of which anything is published. */
  readonly every: readonly (readonly number[])[];
  readonly moves: Map<string, readonly Move[]>;
}

/** Proves a draft together with all earlier releases of the round, or says what stands in the way. */
export function proveRelease(input: {
  readonly instrument: Instrument;
  readonly cells: readonly Cell[];
  readonly ballots: readonly CountedBallot[];
  readonly draft: Draft;
  readonly earlier: readonly Draft[];
}): Proving {
  const { instrument, cells, ballots, draft, earlier } = input;
  const releases = [...earlier, draft];
  const isByRoute = releases.some(({ plan }) =>
    plan.breakdowns.some(({ groups }) => groups.some(({ routes }) => routes !== null)),
  );
  const questions = [
    ...new Map(releases.flatMap((release) => release.questions).map((question) => [question.key, question])).values(),
  ];
  const round = readRound(instrument, cells, ballots, questions, isByRoute);
  const failures: ProofFailure[] = wrongFigures(draft, round).map(({ group, question }) => ({
    kind: 'wrong-figure',
    target: group,
    question,
  }));
  const context = contextOf(releases, round);
  const about = new Map(questions.map(({ key, isAboutSupervisor }) => [key, isAboutSupervisor]));
  const intervals: ProvedInterval[] = [];
  const answers: ProvedAnswer[] = [];
  for (const target of targetsOf(releases, round, cells)) {
    for (let q = -1; q < round.world.questions.length; q += 1) {
      const key = round.world.questions[q]?.key ?? null;
      const floor = target.floorFor(key !== null && about.get(key) === true);
      examine(context, target, q, floor, { intervals, answers, failures });
    }
  }
  if (failures.length > 0) return { ok: false, failures };
  return { ok: true, proof: { format: 1, over: releases.map(({ sequence }) => sequence), intervals, answers } };
}

function contextOf(releases: readonly Draft[], { places, world }: ReadRound): Evidence {
  const published = publishedBy(releases, places);
  const questions = new Map(releases.flatMap((release) => release.questions).map((question) => [question.key, question]));
  const freedoms = world.questions.map(({ key, counts, kind }) => {
    const sets = published.questions.get(key) ?? [];
    const isCoarse = kind === 'one' && sets.every(({ atoms, isByAnswer }) => !isByAnswer || atoms.length === places.length);
    const scores = questions.get(key)?.answers.map(({ score }) => score) ?? [];
    const bySide = Map.groupBy(counts.keys(), (i) => Math.sign((scores[i] ?? 3) - 3));
    const answerSets = isCoarse && scores.every((score) => score !== null) ? [...bySide.values()] : counts.map((_, i) => [i]);
    return { answerSets, sets: sets.map(({ atoms }) => atoms) };
  });
  const every = distinct([...published.replies, ...freedoms.flatMap(({ sets }) => sets)]);
  return { world, published, freedoms, every, moves: new Map() };
}

function distinct(sets: readonly (readonly number[])[]): (readonly number[])[] {
  return [...new Map(sets.map((set) => [set.join(), set])).values()];
}

/** Every planned group of every release, and every cell of the round whether planned or not. */
function targetsOf(releases: readonly Draft[], { places }: ReadRound, cells: readonly Cell[]): Target[] {
  const targets = new Map<string, Target>();
  for (const { plan } of releases) {
    const atoms = groupsById(plan, places);
    for (const { kind, groups } of plan.breakdowns) {
      for (const { id } of groups) {
        const own = atoms.get(id) ?? [];
        const floorFor = (isAbout: boolean): number => floorOf(kind, plan.floors, isAbout);
        if (!targets.has(own.join())) targets.set(own.join(), { id, atoms: own, floorFor });
      }
    }
  }
  const least = Math.max(...releases.map(({ plan }) => plan.floors.scores));
  for (const { id } of cells) {
    const atoms = places.flatMap(({ cell }, i) => (cell === id ? [i] : []));
    if (!targets.has(atoms.join())) targets.set(atoms.join(), { id: `cell:${id}`, atoms, floorFor: () => least });
  }
  return [...targets.values()];
}

interface Findings {
  readonly intervals: ProvedInterval[];
  readonly answers: ProvedAnswer[];
  readonly failures: ProofFailure[];
}

function examine(context: Evidence, target: Target, q: number, floor: number, { intervals, answers, failures }: Findings): void {
  const { world, published } = context;
  const question = world.questions[q];
  const key = question?.key ?? null;
  const value = total(question?.n ?? world.replies, target.atoms);
  if (value === 0) return;
  const name = target.atoms.join();
  const sets = key === null ? published.replies : (published.questions.get(key) ?? []).map(({ atoms }) => atoms);
  const isShown = sets.some((atoms) => atoms.join() === name);
  if (value >= floor || (key !== null && sets.length === 0)) return;
  if (isShown) {
    failures.push({ kind: 'under-floor', target: target.id, question: key });
    return;
  }
  const interval = { target: target.id, question: key, ...intervalOf(context, target, q, value, floor), floor };
  if (protects(interval)) intervals.push(interval);
  else failures.push({ kind: 'too-narrow', target: target.id, question: key });
  if (key === null || question === undefined) return;
  for (const [answer, row] of question.counts.entries()) {
    const count = total(row, target.atoms);
    if (count === 0) continue;
    const other = otherCount(context, target, q, answer, count);
    if (other === null) failures.push({ kind: 'answer-known', target: target.id, question: key });
    else answers.push({ target: target.id, question: key, low: Math.min(count, other), high: Math.max(count, other) });
  }
}

/** The bounds that other rounds with the same publication reach: as wide as the floor asks, not further. */
function intervalOf(context: Evidence, target: Target, q: number, value: number, floor: number): { low: number; high: number } {
  const high = reach(context, target, q, false, value + floor - 1);
  const low = high - value + 1 >= floor ? value : reach(context, target, q, true, Math.max(0, high - floor + 1));
  return { low, high };
}

/** How far the number can be moved up or down in one other round, towards a goal. */
function reach(context: Evidence, target: Target, q: number, isDown: boolean, goal: number): number {
  const { world } = context;
  const journal: Journal = [];
  const row = world.questions[q]?.n ?? world.replies;
  const now = (): number => total(row, target.atoms);
  while (isDown ? now() > goal : now() < goal) if (!step(context, target, q, isDown, journal)) break;
  const reached = now();
  takeBack(journal, 0);
  return reached;
}

function step(context: Evidence, target: Target, q: number, isDown: boolean, journal: Journal): boolean {
  const { world, freedoms, every } = context;
  const turn = (move: Move): Move => (isDown ? reversed(move) : move);
  const question = world.questions[q];
  const freedom = freedoms[q];
  if (question !== undefined && freedom !== undefined) {
    const own = movesFor(context, target, freedom.sets);
    if (own.some((move) => stepQuestion(world, question, freedom, turn(move), journal))) return true;
  }
  const together = freedoms.map(({ answerSets }) => ({ answerSets }));
  const also = question === undefined ? null : q;
  return movesFor(context, target, every).some((move) => stepReplies(world, together, turn(move), also, journal));
}

function movesFor(context: Evidence, target: Target, sets: readonly (readonly number[])[]): readonly Move[] {
  const key = `${target.atoms.join()}|${sets.map((set) => set.join()).join('|')}`;
  const known = context.moves.get(key);
  if (known !== undefined) return known;
  const moves = movesInto(target.atoms, sets, context.world.replies.length);
  context.moves.set(key, moves);
  return moves;
}

/** Another number of people of the target who may have given the answer; null where every other round has the same number. */
function otherCount(context: Evidence, target: Target, q: number, answer: number, count: number): number | null {
  const { world, freedoms } = context;
  const question = world.questions[q];
  const freedom = freedoms[q];
  const row = question?.counts[answer];
  if (question === undefined || freedom === undefined || row === undefined) return null;
  for (const move of movesFor(context, target, freedom.sets)) {
    const journal: Journal = [];
    const isMoved =
      stepQuestion(world, question, freedom, reversed(move), journal, (one) => one === answer) ||
      stepQuestion(world, question, freedom, move, journal, (one) => one === answer) ||
      swapAnswers(question, freedom.answerSets, move, answer, journal);
    const other = total(row, target.atoms);
    takeBack(journal, 0);
    if (isMoved && other !== count) return other;
  }
  return null;
}

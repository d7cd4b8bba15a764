/** What has been published, set by set, and whether every published figure is right. */
import type { PlannedGroup, QuestionKey, Release, ReleasedQuestion, ReleasedTable, ReportPlan } from '../release.ts';
import type { Place, ReadRound } from './read-round.ts';
import { total, type WorldQuestion } from './world.ts';

/** A release before it is sealed. */
export type Draft = Omit<Release, 'proof' | 'contentHash'>;

/** Sets of atoms of which something has been published. */
export interface Published {
  /** How many replied. */
  readonly replies: readonly (readonly number[])[];
  readonly questions: ReadonlyMap<QuestionKey, readonly PublishedSet[]>;
  /** Question and atoms of every table that gives no numbers of its group. */
  readonly notShown: ReadonlySet<string>;
}

/** How a question and some atoms are named in {@link Published.notShown}. */
export function placeName(question: QuestionKey, atoms: readonly number[]): string {
  return `${question} ${atoms.join()}`;
}

export interface PublishedSet {
  readonly atoms: readonly number[];
  /** Each answer by itself, or only the sides of the scale. */
  readonly isByAnswer: boolean;
  /** Only what most said: the numbers count as published, except where it is asked whether all said the same. */
  readonly isMost: boolean;
}

/** Atoms of a planned group. */
export function placesOf(group: PlannedGroup, places: readonly Place[]): number[] {
  return [...places.entries()]
    .filter(
      ([, { cell, route }]) => group.cells.includes(cell) && (group.routes === null || group.routes.some((one) => one === route)),
    )
    .map(([i]) => i);
}

/** Everything that some releases have published. What "most" said counts as if the numbers stood there. */
export function publishedBy(releases: readonly Draft[], places: readonly Place[]): Published {
  const replies: number[][] = [];
  const notShown = new Set<string>();
  const questions = new Map<QuestionKey, PublishedSet[]>();
  const add = (key: QuestionKey, set: PublishedSet): void => {
    const own = questions.get(key) ?? [];
    own.push(set);
    questions.set(key, own);
  };
  for (const { plan, rates, tables, indices } of releases) {
    const groups = groupsById(plan, places);
    const atomsOf = (id: string): readonly number[] => groups.get(id) ?? [];
    for (const rate of rates) if (rate.state === 'shown') replies.push([...atomsOf(rate.group)]);
    for (const table of tables) {
      if (table.state !== 'shown') notShown.add(placeName(table.question, atomsOf(table.group)));
      if (table.state === 'not-shown') continue;
      const isByAnswer = table.state === 'most' || table.detail === 'as-asked';
      add(table.question, { atoms: atomsOf(table.group), isByAnswer, isMost: table.state === 'most' });
    }
    for (const score of indices)
      if (score.state === 'shown') add(scoreKey(score), { atoms: atomsOf(score.group), isByAnswer: true, isMost: false });
  }
  return { replies, questions, notShown };
}

/** The key under which an index stands among the questions. */
function scoreKey({ index, part }: Pick<Release['indices'][number], 'index' | 'part'>): QuestionKey {
  return part === 'everybody' ? `index:${index}` : `index:${index}@${part}`;
}

/** Atoms of every group of a plan by its id. */
export function groupsById(plan: ReportPlan, places: readonly Place[]): Map<string, number[]> {
  return new Map(plan.breakdowns.flatMap(({ groups }) => groups).map((group) => [group.id, placesOf(group, places)]));
}

/** Groups with a figure that is not what the ballots give: nobody could trust a proof about it. */
export function wrongFigures(
  draft: Draft,
  { places, world, numbers }: ReadRound,
): { group: string; question: QuestionKey | null }[] {
  const groups = groupsById(draft.plan, places);
  const truths = new Map(world.questions.map((question) => [question.key, question]));
  const questions = new Map(draft.questions.map((question) => [question.key, question]));
  const tables = draft.tables.filter((table) => {
    const truth = truths.get(table.question);
    const question = questions.get(table.question);
    const atoms = groups.get(table.group);
    if (truth === undefined || question === undefined || atoms === undefined) return true;
    return table.state === 'shown' && !isRight(table, question, truth, atoms, numbers.get(table.question) ?? null);
  });
  const rates = draft.rates.filter((rate) => {
    const atoms = groups.get(rate.group) ?? [];
    if (rate.state !== 'shown' || rate.headCount === null) return false;
    const share = (100 * total(world.replies, atoms)) / rate.headCount;
    const isPercent = rate.isCapped ? Math.round(share) >= 95 : rate.percent === Math.round(share);
    return rate.replies !== total(world.replies, atoms) || !isPercent;
  });
  const scores = draft.indices.filter((one) => {
    const { group, state, n, score } = one;
    const truth = truths.get(scoreKey(one));
    const atoms = groups.get(group) ?? [];
    if (state !== 'shown' || score === null) return false;
    return truth === undefined || n !== total(truth.n, atoms) || Math.abs(score - total(truth.sums, atoms) / n) > 0.0501;
  });
  return [
    ...tables.map(({ group, question }) => ({ group, question })),
    ...rates.map(({ group }) => ({ group, question: null })),
    ...scores.map((score) => ({ group: score.group, question: scoreKey(score) })),
  ];
}

type Shown = Extract<ReleasedTable, { state: 'shown' }>;

function isRight(
  table: Shown,
  question: ReleasedQuestion,
  truth: WorldQuestion,
  atoms: readonly number[],
  numbers: readonly number[] | null,
): boolean {
  const n = total(truth.n, atoms);
  const counts = truth.counts.map((row) => total(row, atoms));
  const byId = new Map<string, number>();
  const add = (id: string, count: number): void => void byId.set(id, (byId.get(id) ?? 0) + count);
  if (numbers === null)
    question.answers.forEach(({ id, score }, i) => add(table.detail === 'in-three' ? sideName(score) : id, counts[i] ?? 0));
  else numbers.forEach((number, i) => add(bandOf(question, number), counts[i] ?? 0));
  const areCounts = table.answers.every(
    ({ id, count, percent }) => (byId.get(id) ?? 0) === count && percent === (n === 0 ? 0 : Math.round((100 * count) / n)),
  );
  const sum =
    numbers === null
      ? question.answers.reduce((all, { score }, i) => all + (score ?? 0) * (counts[i] ?? 0), 0)
      : inner(numbers, counts);
  const isMean = table.mean === null || Math.abs(table.mean - sum / n) < 0.0501;
  const net = question.answers.reduce((all, { score }, i) => all + Math.sign((score ?? 3) - 3) * (counts[i] ?? 0), 0);
  const isNet = table.net === null || Math.abs(table.net - (100 * net) / n) < 0.501;
  return table.n === n && areCounts && isMean && isNet;
}

function inner(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, i) => sum + value * (right[i] ?? 0), 0);
}

function sideName(score: number | null): string {
  return ['negative', 'neutral', 'positive'][Math.sign((score ?? 3) - 3) + 1] ?? '';
}

/** The band whose id begins with the largest number that is not above. */
function bandOf({ answers }: ReleasedQuestion, number: number): string {
  const band = answers.findLast(({ id }) => Number.parseInt(id, 10) <= number) ?? answers[0];
  return band?.id ?? '';
}

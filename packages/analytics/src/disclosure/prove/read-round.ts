/** Counts a round for the proof, apart from the counting that the release was made with. */
import {
  askedItems,
  SUPERVISION_ROUTES,
  type AnswerValue,
  type Cell,
  type CountedBallot,
  type Instrument,
  type Item,
  type SupervisionRoute,
} from '@plumbline/domain/surveys';
import type { ReleasedQuestion } from '../release.ts';
import type { World, WorldQuestion } from './world.ts';

/** An atom of the proof. */
export interface Place {
  readonly cell: string;
  readonly route: SupervisionRoute | null;
}

export interface ReadRound {
  readonly places: readonly Place[];
  readonly world: World;
  /** Of questions about numbers: the numbers that stand behind the rows of their counts. */
  readonly numbers: ReadonlyMap<string, readonly number[]>;
}

/** Reads the answers to the questions of a release, with the routes apart where some publication goes by them. */
export function readRound(
  instrument: Instrument,
  cells: readonly Cell[],
  ballots: readonly CountedBallot[],
  questions: readonly ReleasedQuestion[],
  isByRoute: boolean,
): ReadRound {
  const routes = isByRoute ? SUPERVISION_ROUTES : [null];
  const places = cells.flatMap(({ id }) => routes.map((route): Place => ({ cell: id, route })));
  const at = new Map(places.map(({ cell, route }, i) => [`${cell}/${route ?? ''}`, i]));
  const placeOf = ballots.map(({ cell, answers }) => at.get(`${cell}/${isByRoute ? answers.route : ''}`) ?? -1);
  const replies = new Int32Array(places.length);
  for (const place of placeOf) replies[place] = (replies[place] ?? 0) + 1;
  const numbers = new Map<string, readonly number[]>();
  const asked = askedAt(instrument, cells, places);
  const items = new Map(instrument.items.map((item) => [item.id, item]));
  const read = questions.map((question): WorldQuestion => {
    const item = items.get(question.item);
    const base = emptyQuestion(question, places.length, asked);
    if (item === undefined) return readIndex(base, instrument, ballots, placeOf);
    return item.kind === 'number' && item.bands === null
      ? readNumbers(base, ballots, placeOf, numbers)
      : readAnswers(base, question, item, ballots, placeOf);
  });
  const cellAt = new Map(cells.map(({ id }, i) => [id, i]));
  const world = {
    cellOf: places.map(({ cell }) => cellAt.get(cell) ?? 0),
    headCounts: cells.map(({ headCount }) => headCount),
    replies,
    questions: read,
  };
  return { places, world, numbers };
}

/** The answer key of a question: without the row of a grid or the place of a ranking. */
function answerKeyOf(key: string): { from: string; row: string | null } {
  const [from = key, row = null] = key.split('.');
  return { from, row };
}

function askedAt(instrument: Instrument, cells: readonly Cell[], places: readonly Place[]): ReadonlySet<string>[] {
  const families = new Map(cells.map(({ id, roleFamilies }) => [id, roleFamilies]));
  return places.map(({ cell, route }) => {
    const routes = route === null ? SUPERVISION_ROUTES : [route];
    return new Set(routes.flatMap((one) => askedItems(instrument, one, families.get(cell) ?? null).map(({ key }) => key)));
  });
}

function emptyQuestion({ key, kind }: ReleasedQuestion, size: number, asked: readonly ReadonlySet<string>[]): WorldQuestion {
  const { from } = answerKeyOf(key);
  const isIndex = key.startsWith('index:');
  const part = from.split('@')[1];
  return {
    key,
    kind: isIndex ? 'index' : kind,
    block: part === 'receives' || part === 'gives' || part === 'neither' ? part : 'everybody',
    isAsked: asked.map((keys) => isIndex || keys.has(from)),
    n: new Int32Array(size),
    counts: [],
    sums: new Float64Array(size),
  };
}

function readAnswers(
  base: WorldQuestion,
  { key, answers }: ReleasedQuestion,
  item: Item,
  ballots: readonly CountedBallot[],
  placeOf: readonly number[],
): WorldQuestion {
  const { from, row } = answerKeyOf(key);
  const rows = new Map(answers.map(({ id }) => [id, new Int32Array(base.n.length)]));
  ballots.forEach((ballot, i) => {
    const value = ballot.answers.values[from];
    if (value === undefined) return;
    const found = givenIn(value, item, row).flatMap((id) => rows.get(id) ?? []);
    if (found.length === 0) return;
    const place = placeOf[i] ?? 0;
    base.n[place] = (base.n[place] ?? 0) + 1;
    for (const counts of found) counts[place] = (counts[place] ?? 0) + 1;
  });
  return { ...base, counts: [...rows.values()] };
}

/** Ids of the answers that a value stands for. */
function givenIn(value: AnswerValue, item: Item, row: string | null): readonly string[] {
  switch (value.kind) {
    case 'choice':
      if (item.kind !== 'policy-fact' || value.value === 'unsure') return [value.value];
      return [value.value === item.right ? 'right' : 'wrong'];
    case 'choices':
      if (row === null) return value.values;
      return value.values.slice(Number(row.replace('place-', '')) - 1).slice(0, 1);
    case 'rows':
      return row === null ? [] : [value.values[row] ?? ''];
    case 'number': {
      if (value.value === 'unknown' || item.kind !== 'number' || item.bands === null) return [];
      const given = value.value;
      const band = item.bands.findLast(([low]) => given >= low) ?? item.bands[0];
      return band === undefined ? [] : [`${band[0]}-${band[1] ?? ''}`];
    }
    case 'words':
      return [];
  }
}

/** Each number that was given is a row of its own, so that a move keeps every band and every sum. */
function readNumbers(
  base: WorldQuestion,
  ballots: readonly CountedBallot[],
  placeOf: readonly number[],
  numbers: Map<string, readonly number[]>,
): WorldQuestion {
  const rows = new Map<number, Int32Array>();
  ballots.forEach((ballot, i) => {
    const value = ballot.answers.values[base.key];
    if (value?.kind !== 'number' || value.value === 'unknown') return;
    const place = placeOf[i] ?? 0;
    const row = rows.get(value.value) ?? new Int32Array(base.n.length);
    rows.set(value.value, row);
    row[place] = (row[place] ?? 0) + 1;
    base.n[place] = (base.n[place] ?? 0) + 1;
  });
  numbers.set(base.key, [...rows.keys()]);
  return { ...base, counts: [...rows.values()] };
}

/** An index: who answered two thirds of its items, and the sum of their means from 0 to 100. */
function readIndex(
  base: WorldQuestion,
  instrument: Instrument,
  ballots: readonly CountedBallot[],
  placeOf: readonly number[],
): WorldQuestion {
  const items = instrument.items.filter((item) => `index:${item.index}` === base.key && canScore(item));
  ballots.forEach((ballot, i) => {
    const scores = items.flatMap((item) => {
      const values = item.blocks.map((block) => ballot.answers.values[block === 'everybody' ? item.id : `${item.id}@${block}`]);
      return values.flatMap((value) => scoreOf(item, value)).slice(0, 1);
    });
    if (scores.length === 0 || 3 * scores.length < 2 * items.length) return;
    const place = placeOf[i] ?? 0;
    base.n[place] = (base.n[place] ?? 0) + 1;
    base.sums[place] = (base.sums[place] ?? 0) + scores.reduce((sum, score) => sum + score, 0) / scores.length;
  });
  return base;
}

function canScore(item: Item): boolean {
  if (item.kind === 'single') return true;
  return item.kind === 'scale' || item.kind === 'number';
}

function scoreOf(item: Item, value: AnswerValue | undefined): number[] {
  const point = pointOf(item, value);
  if (point === null || !(point >= 1 && point <= 5)) return [];
  return [(100 * (item.isReversed ? 5 - point : point - 1)) / 4];
}

function pointOf(item: Item, value: AnswerValue | undefined): number | null {
  if (item.kind === 'scale' && value?.kind === 'choice') return value.value === 'none' ? null : Number(value.value);
  if (item.kind === 'single' && value?.kind === 'choice') return item.options.find(({ id }) => id === value.value)?.score ?? null;
  if (item.kind !== 'number' || value?.kind !== 'number' || value.value === 'unknown' || item.scoredFrom === undefined)
    return null;
  const given = value.value;
  return item.scoredFrom.filter((from) => from <= given).length + 1;
}

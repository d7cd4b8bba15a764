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

/** Takes in one answer of one person in a place. */
type Reader = (value: AnswerValue, place: number) => void;

/** Reads the answers to some questions in one walk over the ballots, with the routes apart where some publication goes by them. */
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
  const replies = new Int32Array(places.length);
  const asked = askedAt(instrument, cells, places);
  const books = questions.map((question) => openBook(question, instrument, places.length, asked));
  const readers = Map.groupBy(
    books.flatMap(({ from, reader }) => (reader === null ? [] : [{ from, reader }])),
    ({ from }) => from,
  );
  const wholes = books.flatMap(({ readWhole }) => readWhole ?? []);
  for (const { cell, answers } of ballots) {
    const place = at.get(`${cell}/${isByRoute ? answers.route : ''}`);
    if (place === undefined) throw new Error(`The round has no cell ${cell}.`);
    replies[place] = (replies[place] ?? 0) + 1;
    for (const [key, value] of Object.entries(answers.values))
      for (const { reader } of readers.get(key) ?? []) reader(value, place);
    for (const readWhole of wholes) readWhole(answers, place);
  }
  const cellAt = new Map(cells.map(({ id }, i) => [id, i]));
  const numbers = new Map(
    books.flatMap(({ key, numberRows }) => (numberRows === null ? [] : [[key, [...numberRows.keys()]] as const])),
  );
  const world = {
    cellOf: places.map(({ cell }) => cellAt.get(cell) ?? 0),
    headCounts: cells.map(({ headCount }) => headCount),
    replies,
    questions: books.map(({ finished }) => finished()),
  };
  return { places, world, numbers };
}

/** What is kept of one question while the ballots are read. */
interface Book {
  readonly key: string;
  readonly from: string;
  readonly reader: Reader | null;
  /** Of an index: takes in all answers of one person. */
  readonly readWhole: ((answers: CountedBallot['answers'], place: number) => void) | null;
  readonly numberRows: ReadonlyMap<number, Int32Array> | null;
  readonly finished: () => WorldQuestion;
}

function openBook(question: ReleasedQuestion, instrument: Instrument, size: number, asked: readonly ReadonlySet<string>[]): Book {
  const base = emptyQuestion(question, size, asked);
  const { from } = answerKeyOf(question.key);
  const item = instrument.items.find(({ id }) => id === question.item);
  const shared = { key: question.key, from, reader: null, readWhole: null, numberRows: null };
  if (item === undefined) return { ...shared, readWhole: indexReader(base, instrument), finished: () => base };
  if (item.kind === 'number' && item.bands === null) {
    const rows = new Map<number, Int32Array>();
    return {
      ...shared,
      reader: numberReader(base, rows),
      numberRows: rows,
      finished: () => ({ ...base, counts: [...rows.values()] }),
    };
  }
  const rows = new Map(question.answers.map(({ id }) => [id, new Int32Array(size)]));
  return {
    ...shared,
    reader: answerReader(base, question, item, rows),
    finished: () => ({ ...base, counts: [...rows.values()] }),
  };
}

function addOne(row: Int32Array, place: number): void {
  row[place] = (row[place] ?? 0) + 1;
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

function answerReader(
  { n }: WorldQuestion,
  { key }: ReleasedQuestion,
  item: Item,
  rows: ReadonlyMap<string, Int32Array>,
): Reader {
  const { row } = answerKeyOf(key);
  return (value, place) => {
    let isCounted = false;
    for (const id of givenIn(value, item, row)) {
      const counts = rows.get(id);
      if (counts === undefined) continue;
      isCounted = true;
      addOne(counts, place);
    }
    if (isCounted) addOne(n, place);
  };
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
function numberReader({ n }: WorldQuestion, rows: Map<number, Int32Array>): Reader {
  return (value, place) => {
    if (value.kind !== 'number' || value.value === 'unknown') return;
    const row = rows.get(value.value) ?? new Int32Array(n.length);
    rows.set(value.value, row);
    addOne(row, place);
    addOne(n, place);
  };
}

/** An index: who answered two thirds of its items, and the sum of their means from 0 to 100. */
function indexReader({ key, n, sums }: WorldQuestion, instrument: Instrument): NonNullable<Book['readWhole']> {
  const [name, part = 'everybody'] = key.split('@');
  const items = instrument.items
    .filter((item) => `index:${item.index}` === name && canScore(item))
    .flatMap((item) =>
      item.blocks
        .filter((block) => block === 'everybody' || block === part)
        .map((block) => ({ item, from: block === 'everybody' ? item.id : `${item.id}@${block}` })),
    );
  return ({ route, values }, place) => {
    if (part !== 'everybody' && route !== part && route !== 'both') return;
    let sum = 0;
    let count = 0;
    for (const { item, from } of items) {
      const score = scoreOf(item, values[from]);
      if (score === null) continue;
      sum += score;
      count += 1;
    }
    if (count === 0 || 3 * count < 2 * items.length) return;
    addOne(n, place);
    sums[place] = (sums[place] ?? 0) + sum / count;
  };
}

function canScore(item: Item): boolean {
  if (item.kind === 'single') return item.options.some(({ score }) => score !== null);
  return item.kind === 'scale' || (item.kind === 'number' && item.scoredFrom !== undefined);
}

function scoreOf(item: Item, value: AnswerValue | undefined): number | null {
  const point = pointOf(item, value);
  if (point === null || !(point >= 1 && point <= 5)) return null;
  return (100 * (item.isReversed ? 5 - point : point - 1)) / 4;
}

function pointOf(item: Item, value: AnswerValue | undefined): number | null {
  if (item.kind === 'scale' && value?.kind === 'choice') return value.value === 'none' ? null : Number(value.value);
  if (item.kind === 'single' && value?.kind === 'choice') return item.options.find(({ id }) => id === value.value)?.score ?? null;
  if (item.kind !== 'number' || value?.kind !== 'number' || value.value === 'unknown' || item.scoredFrom === undefined)
    return null;
  const whole = value.value;
  const given = item.bands === null ? whole : (item.bands.findLast(([low]) => low <= whole) ?? item.bands[0] ?? [whole])[0];
  return item.scoredFrom.filter((from) => from <= given).length + 1;
}

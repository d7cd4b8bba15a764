import {
  askedItems,
  keepShown,
  rowsShown,
  shownItems,
  type Answers,
  type AnswerValue,
  type AskedItem,
  type Cell,
  type Instrument,
  type Item,
  type SupervisionRoute,
} from '@plumbline/domain/surveys';
import { randomStream, type RandomStream } from '../random.ts';

export interface InventedBallot {
  readonly cell: string;
  /** Without words. */
  readonly answers: Answers;
}

export interface InventedRound {
  readonly seed: number | string;
  readonly instrument: Instrument;
  readonly cells: readonly Cell[];
  /** How much better than usual things stand, about -0.5 to 0.5: another round of the same council can differ. */
  readonly mood?: number;
}

/** Answers of invented staff to a form: about two thirds of each cell reply, managers more often than others. The same seed, the same answers. */
export function makeBallots({ seed, instrument, cells, mood = 0 }: InventedRound): InventedBallot[] {
  const stream = randomStream(`survey/${seed}`);
  return cells.flatMap((cell) => {
    const own = stream.split(cell.label);
    const isManaged = cell.roleFamilies.includes('manager');
    const lean = mood + (own.next() - 0.5) * 0.8;
    const share = isManaged ? 0.78 : 0.55 + own.next() * 0.2;
    const replies = Math.min(cell.headCount, Math.max(6, Math.round(cell.headCount * share)));
    return Array.from({ length: replies }, (_, i): InventedBallot => {
      const person = own.split(i);
      const route = routeOf(cell, person);
      return {
        cell: cell.id,
        answers: answersOf(instrument, cell, route, { stream: person, lean: lean + (person.next() - 0.5) * 1.6 }),
      };
    });
  });
}

function routeOf({ roleFamilies }: Cell, stream: RandomStream): SupervisionRoute {
  if (roleFamilies.length === 1 && roleFamilies[0] === 'manager')
    return stream.weighted({ receives: 1, gives: 2, both: 17, neither: 0 });
  if (roleFamilies.includes('manager')) return stream.weighted({ receives: 12, gives: 1, both: 6, neither: 1 });
  return stream.weighted({ receives: 17, gives: 0, both: 1, neither: 2 });
}

interface Mind {
  readonly stream: RandomStream;
  /** How good this person finds things, around 0. */
  readonly lean: number;
}

function answersOf(instrument: Instrument, cell: Cell, route: SupervisionRoute, mind: Mind): Answers {
  const asked = askedItems(instrument, route, cell.roleFamilies);
  const values: Record<string, AnswerValue> = {};
  for (const entry of asked) {
    const isShown = shownItems(asked, values).some(({ key }) => key === entry.key);
    if (!isShown || mind.stream.chance(0.04)) continue;
    const value = valueOf(entry, asked, values, mind);
    if (value !== null) values[entry.key] = value;
  }
  return keepShown(instrument, cell.roleFamilies, { route, values });
}

function valueOf(entry: AskedItem, asked: readonly AskedItem[], values: Answers['values'], mind: Mind): AnswerValue | null {
  const { item } = entry;
  const { stream } = mind;
  switch (item.kind) {
    case 'scale':
      return { kind: 'choice', value: stream.chance(0.05) ? 'none' : point(item, mind) };
    case 'grid':
      return {
        kind: 'rows',
        values: Object.fromEntries(rowsShown(entry, asked, values).map(({ id }) => [id, point(item, mind)])),
      };
    case 'single':
      return { kind: 'choice', value: optionOf(item, mind) };
    case 'policy-fact':
      return { kind: 'choice', value: stream.chance(0.6) ? item.right : stream.pick(item.options).id };
    case 'multiple':
      return { kind: 'choices', values: severalOf(item, stream) };
    case 'ranking':
      return { kind: 'choices', values: rankedOf(item, stream) };
    case 'number':
      return { kind: 'number', value: numberOf(item, mind) };
    case 'text':
      return null;
  }
}

/** A point from 1 to 5: good for whoever finds things good, whichever way round it was asked. */
function point(item: Item, { stream, lean }: Mind): string {
  const good = 3.45 + lean + (stream.next() + stream.next() - 1) * 1.7;
  const whole = Math.min(5, Math.max(1, Math.round(good)));
  return String(item.isReversed ? 6 - whole : whole);
}

function optionOf(item: Extract<Item, { kind: 'single' }>, mind: Mind): string {
  const scored = item.options.filter(({ score }) => score !== null);
  if (scored.length < 2 || mind.stream.chance(0.05)) return mind.stream.pick(item.options).id;
  const wanted = Number(point(item, mind));
  const [nearest] = scored.toSorted((a, b) => Math.abs((a.score ?? 0) - wanted) - Math.abs((b.score ?? 0) - wanted));
  return (nearest ?? scored[0] ?? item.options[0])?.id ?? '';
}

function severalOf(item: Extract<Item, { kind: 'multiple' }>, stream: RandomStream): string[] {
  const alone = item.options.filter(({ isAlone }) => isAlone);
  const [nothing] = alone;
  if (nothing !== undefined && stream.chance(0.12)) return [nothing.id];
  const chosen = item.options.filter(({ isAlone }, i) => !isAlone && stream.chance(0.5 - i * 0.04)).map(({ id }) => id);
  const [first] = item.options.filter(({ isAlone }) => !isAlone);
  return chosen.length > 0 || first === undefined ? chosen : [first.id];
}

function rankedOf(item: Extract<Item, { kind: 'ranking' }>, stream: RandomStream): string[] {
  const left = item.options.map(({ id }) => id);
  const wanted = stream.integer(Math.min(2, item.most), item.most);
  const chosen: string[] = [];
  while (chosen.length < wanted) {
    // What stands first in the list is what most find most in the way.
    const at = Math.floor(stream.next() ** 1.7 * left.length);
    chosen.push(...left.splice(at, 1));
  }
  return chosen;
}

function numberOf(item: Extract<Item, { kind: 'number' }>, mind: Mind): number {
  const { stream } = mind;
  if (item.bands !== null) return stream.pick(item.bands)[0];
  const usual = USUAL[item.id] ?? [item.least, item.most];
  const [low, high] = usual;
  return Math.min(item.most, Math.max(item.least, stream.integer(low, high)));
}

/** What people usually say to questions that ask for a number. */
const USUAL: Readonly<Record<string, readonly [number, number]>> = {
  '3a': [1, 5],
  '3h': [35, 105],
  '6c': [9, 27],
  '6d': [12, 20],
  '8c': [1, 3],
  '10e': [0, 9],
  '11c': [20, 90],
  '13d': [3, 9],
};

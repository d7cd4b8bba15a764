/** Invented councils with a survey round each: services, people, a form and what they said. The same seed gives the same council. */
import {
  askedItems,
  cellsOf,
  Instrument,
  pulseOf,
  ROLE_FAMILY_NAMES,
  rowsShown,
  SCALES,
  shownItems,
  standardInstrument,
  SUPERVISION_ROUTES,
  type AnswerValue,
  type Cell,
  type CountedBallot,
  type Invited,
  type Item,
  type SupervisionRoute,
} from '@plumbline/domain/surveys';

export interface AttackedCouncil {
  readonly seed: number;
  readonly instrument: Instrument;
  readonly cells: readonly Cell[];
  readonly ballots: readonly CountedBallot[];
}

export type Chance = () => number;

/** Mulberry32: small, quick and the same everywhere. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function whole(chance: Chance, low: number, high: number): number {
  return low + Math.floor(chance() * (high - low + 1));
}

export function oneOf<T>(chance: Chance, list: readonly [T, ...T[]] | readonly T[]): T {
  const found = list[Math.floor(chance() * list.length)];
  if (found === undefined) throw new Error('There is nothing to choose from.');
  return found;
}

/** A council of two to nine services, small and large ones, with a form of some five to ten questions. */
export function makeAttacked(seed: number): AttackedCouncil {
  const chance = chanceFrom(seed);
  const made = cellsOf(makeInvited(chance));
  const cells = made?.cells ?? [];
  const instrument = makeForm(chance);
  const mood = makeMood(chance);
  const ballots = cells.flatMap((cell) => ballotsOf(chance, cell, instrument, mood));
  return { seed, instrument, cells, ballots: shuffled(chance, ballots) };
}

function makeInvited(chance: Chance): Invited[] {
  const invited: Invited[] = [];
  const size = oneOf(chance, [12, 25, 40, 80]);
  for (let service = 0; service < whole(chance, 2, 9); service += 1) {
    for (const roleFamily of ROLE_FAMILY_NAMES) {
      if (chance() < 0.25) continue;
      const people = Math.floor(size * chance() ** 2) + 1;
      for (let i = 0; i < people; i += 1) {
        const person = `P${invited.length}`;
        invited.push({ person, service: `s${service}`, roleFamily, team: `t${service}` });
      }
    }
  }
  while (invited.length < 30)
    invited.push({ person: `P${invited.length}`, service: 's0', roleFamily: 'social-worker', team: 't0' });
  return invited;
}

const SHARED = {
  question: null,
  roleFamilies: null,
  textGiving: null,
  help: null,
  shownWhen: null,
  isPulse: false,
  index: null,
  isReversed: false,
  isAboutSupervisor: false,
} as const;

/** A form of its own for most; the pulse of the standard form for some. */
function makeForm(chance: Chance): Instrument {
  if (chance() < 0.12) return pulseOf(standardInstrument);
  const items = Array.from({ length: whole(chance, 4, 8) }, (_, i) => makeItem(chance, i));
  return Instrument.parse({ format: 1, title: 'A survey', introduction: '', policy: null, items });
}

function makeItem(chance: Chance, i: number): unknown {
  const id = `q${i}`;
  const blocks = chance() < 0.7 ? ['everybody'] : [oneOf(chance, ['receives', 'gives', 'neither'])];
  const shared = {
    ...SHARED,
    id,
    lineage: id,
    text: `Question ${i}`,
    blocks,
    roleFamilies: chance() < 0.1 ? ['social-worker'] : null,
    isAboutSupervisor: chance() < 0.15,
    index: chance() < 0.4 ? oneOf(chance, ['quality', 'support']) : null,
    isReversed: chance() < 0.2,
  };
  const options = Array.from({ length: whole(chance, 3, 6) }, (_, o) => ({
    id: `o${o}`,
    text: `Option ${o}`,
    score: null,
    isAlone: false,
  }));
  const kind = chance();
  if (kind < 0.6) return { ...shared, kind: 'scale', scale: oneOf(chance, Object.keys(SCALES)) };
  if (kind < 0.75) return { ...shared, kind: 'single', options };
  if (kind < 0.9) return { ...shared, kind: 'multiple', options };
  return { ...shared, kind: 'number', least: 0, most: 40, unit: 'sessions', bands: null };
}

/** How readily people reply, leave out a question, and agree with one another. */
interface Mood {
  readonly replying: number;
  readonly spread: number;
  readonly leavingOut: number;
  readonly agreeing: number;
}

function makeMood(chance: Chance): Mood {
  return {
    replying: 0.15 + 0.75 * chance(),
    spread: chance(),
    leavingOut: chance() < 0.5 ? 0 : 0.3 * chance() ** 2,
    agreeing: chance() ** 2,
  };
}

export function ballotsOf(chance: Chance, cell: Cell, instrument: Instrument, mood: Mood): CountedBallot[] {
  const rate = Math.min(1, Math.max(0, mood.replying + mood.spread * (chance() - 0.5)));
  const replies = chance() < 0.05 ? 0 : Array.from({ length: cell.headCount }).filter(() => chance() < rate).length;
  const leaning = chance();
  return Array.from({ length: replies }, () => {
    const route = routeOf(chance, cell);
    return { cell: cell.id, answers: { route, values: valuesOf(chance, instrument, cell, route, leaning, mood) } };
  });
}

/** Answers in the order of the form, so that what hangs on an earlier answer is only asked where it was given. */
function valuesOf(
  chance: Chance,
  instrument: Instrument,
  cell: Cell,
  route: SupervisionRoute,
  leaning: number,
  mood: Mood,
): CountedBallot['answers']['values'] {
  const asked = askedItems(instrument, route, cell.roleFamilies);
  const values: Record<string, AnswerValue> = {};
  for (const [i, entry] of asked.entries()) {
    const hangs = entry.item.shownWhen !== null || (entry.item.kind === 'grid' && entry.item.rowsFrom !== null);
    if (hangs && !shownItems(asked.slice(0, i + 1), values).includes(entry)) continue;
    const rows = rowsShown(entry, asked, values).map(({ id }) => id);
    const value = chance() < mood.leavingOut ? null : answerTo(chance, entry.item, rows, leaning, mood.agreeing);
    if (value !== null) values[entry.key] = value;
  }
  return values;
}

function routeOf(chance: Chance, { roleFamilies }: Cell): SupervisionRoute {
  if (chance() < 0.1) return oneOf(chance, SUPERVISION_ROUTES);
  return roleFamilies.includes('manager') && chance() < 0.6 ? 'both' : 'receives';
}

function answerTo(chance: Chance, item: Item, rows: readonly string[], leaning: number, agreeing: number): AnswerValue | null {
  const place = (count: number): number => {
    const at = chance() < agreeing ? leaning : chance();
    return Math.min(count - 1, Math.floor(at * count));
  };
  switch (item.kind) {
    case 'scale':
      return { kind: 'choice', value: chance() < 0.04 ? 'none' : String(place(5) + 1) };
    case 'single':
      return { kind: 'choice', value: item.options[place(item.options.length)]?.id ?? '' };
    case 'multiple': {
      const values = item.options.filter(() => chance() < 0.3).map(({ id }) => id);
      return values.length === 0 ? null : { kind: 'choices', values };
    }
    case 'number':
      return { kind: 'number', value: item.least + place(item.most - item.least + 1) };
    case 'ranking':
      return {
        kind: 'choices',
        values: shuffled(
          chance,
          item.options.map(({ id }) => id),
        ).slice(0, whole(chance, 1, item.most)),
      };
    case 'grid':
      return rows.length === 0
        ? null
        : { kind: 'rows', values: Object.fromEntries(rows.map((id) => [id, String(place(5) + 1)])) };
    case 'policy-fact':
      return { kind: 'choice', value: item.options[place(item.options.length)]?.id ?? '' };
    case 'text':
      return null;
  }
}

function shuffled<T>(chance: Chance, list: readonly T[]): T[] {
  return list
    .map((one) => ({ one, at: chance() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

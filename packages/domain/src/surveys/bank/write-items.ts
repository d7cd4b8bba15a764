/** How the items of the bank are written down: what is usual for an item need not be said for each. */
import type { Block, IndexName, ScaleName, SupervisionRoute } from '../answers.ts';
import type { Item, Option } from '../instrument.ts';
import type { RoleFamily } from '../role-families.ts';

/** Who has any supervision at all, whichever way round. */
export const WITH_SUPERVISION: readonly SupervisionRoute[] = ['receives', 'gives', 'both'];

/** What is said of an item of the bank beside its kind. */
export interface Brief {
  readonly id: string;
  readonly text: string;
  readonly giving?: string;
  readonly help?: string;
  /** Everybody, unless said. */
  readonly parts?: readonly Block[];
  readonly routes?: readonly SupervisionRoute[];
  readonly families?: readonly RoleFamily[];
  readonly shown?: { readonly item: string; readonly answers: readonly string[] };
  readonly isPulse?: true;
  readonly isAboutSupervisor?: true;
  readonly index?: IndexName;
  readonly isReversed?: true;
  /** The focus group's question, where the id does not begin with it. */
  readonly question?: number;
}

type Frame = Omit<Extract<Item, { kind: 'scale' }>, 'kind' | 'scale'>;

function frame(brief: Brief): Frame {
  return {
    id: brief.id,
    lineage: `bank-${brief.id}`,
    question: brief.question ?? Number.parseInt(brief.id, 10),
    blocks: [...(brief.parts ?? ['everybody' as const])],
    ...(brief.routes === undefined ? {} : { routes: [...brief.routes] }),
    roleFamilies: brief.families === undefined ? null : [...brief.families],
    text: brief.text,
    textGiving: brief.giving ?? null,
    help: brief.help ?? null,
    shownWhen: brief.shown === undefined ? null : { item: brief.shown.item, answers: [...brief.shown.answers] },
    isPulse: brief.isPulse ?? false,
    isAboutSupervisor: brief.isAboutSupervisor ?? false,
    index: brief.index ?? null,
    isReversed: brief.isReversed ?? false,
  };
}

/** An option that stands nowhere on a scale. */
export function option(id: string, text: string): Option {
  return { id, text, score: null, isAlone: false };
}

/** An option that stands on a scale from negative (1) to positive (5). */
export function scored(id: string, text: string, score: 1 | 2 | 3 | 4 | 5): Option {
  return { id, text, score, isAlone: false };
}

/** An option that takes the others away: "nobody", "nothing". */
export function alone(id: string, text: string): Option {
  return { id, text, score: null, isAlone: true };
}

/** A statement or question with one of the five-point scales. */
export function onScale(scale: ScaleName, brief: Brief): Item {
  return { ...frame(brief), kind: 'scale', scale };
}

/** One of several. */
export function oneOf(options: readonly Option[], brief: Brief): Item {
  return { ...frame(brief), kind: 'single', options: [...options] };
}

/** As many of several as are so. */
export function anyOf(options: readonly Option[], brief: Brief): Item {
  return { ...frame(brief), kind: 'multiple', options: [...options] };
}

/** Up to so many of several, in order. */
export function inOrder(options: readonly Option[], most: number, brief: Brief): Item {
  return { ...frame(brief), kind: 'ranking', options: [...options], most };
}

/** How often each of what was chosen in another item. */
export function eachChosen(scale: ScaleName, from: string, rows: readonly Option[], brief: Brief): Item {
  return { ...frame(brief), kind: 'grid', scale, rows: rows.map(({ id, text }) => ({ id, text })), rowsFrom: from };
}

/** A whole number within bounds. */
export function numberOf(
  bounds: {
    least: number;
    most: number;
    unit: string;
    bands?: [number, number | null][];
    scoredFrom?: [number, number, number, number];
  },
  brief: Brief,
): Item {
  const { bands, scoredFrom, ...rest } = bounds;
  return { ...frame(brief), kind: 'number', ...rest, bands: bands ?? null, ...(scoredFrom === undefined ? {} : { scoredFrom }) };
}

/** Words of one's own. */
export function inWords(longest: number, brief: Brief): Item {
  return { ...frame(brief), kind: 'text', longest };
}

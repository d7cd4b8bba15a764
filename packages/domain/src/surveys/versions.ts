/**
 * Versions of a form. What is asked again with the same meaning keeps its lineage, so that rounds can be compared; what means
 * something else gets a new one, and the author is told which and why.
 */
import type { Instrument, Item } from './instrument.ts';

/**
 * Why answers to two wordings of an item cannot be compared: another kind of item, other answers, another scale, the scale turned
 * round, other bounds, or shown on another condition.
 */
export const MEANING_CHANGES = ['kind', 'answers', 'scale', 'reversal', 'bounds', 'condition'] as const;
export type MeaningChange = (typeof MEANING_CHANGES)[number];

/** What changes of the meaning between two wordings of an item; empty where answers can be compared. */
export function meaningChanges(before: Item, after: Item): MeaningChange[] {
  if (before.kind !== after.kind) return ['kind'];
  const changes: MeaningChange[] = [];
  if (!same(answersOf(before), answersOf(after))) changes.push('answers');
  if (!same(scaleOf(before), scaleOf(after))) changes.push('scale');
  if (before.isReversed !== after.isReversed) changes.push('reversal');
  if (!same(boundsOf(before), boundsOf(after))) changes.push('bounds');
  if (!same(before.shownWhen, after.shownWhen)) changes.push('condition');
  return changes;
}

/**
 * What can be answered. A question about the policy is compared by right, wrong and unsure, so that its answers may follow the
 * policy; the words of an option may be mended, its place on the scale and the set of options may not.
 */
function answersOf(item: Item): unknown {
  if (item.kind === 'policy-fact') return null;
  if (item.kind === 'grid') return [item.rows.map(({ id }) => id).toSorted(), item.rowsFrom];
  if (!('options' in item)) return null;
  const options = item.options.map(({ id, score, isAlone }) => [id, score, isAlone]);
  return options.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}

function scaleOf(item: Item): unknown {
  return 'scale' in item ? item.scale : null;
}

function boundsOf(item: Item): unknown {
  if (item.kind === 'number') return [item.least, item.most, item.unit, item.bands];
  return item.kind === 'ranking' ? item.most : null;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/** An item that lost its lineage, and why. */
export interface BrokenLineage {
  readonly itemId: string;
  readonly changes: readonly MeaningChange[];
}

/**
 * The form with lineages as they ought to be after an edit: an item that means something else than the one of its lineage in the
 * base gets the next free lineage, and one that means again what it meant in the base gets the base's back.
 */
export function keepLineages(
  base: Instrument,
  edited: Instrument,
): { readonly instrument: Instrument; readonly broken: BrokenLineage[] } {
  const broken: BrokenLineage[] = [];
  const taken = new Set([...base.items, ...edited.items].map(({ lineage }) => lineage));
  const items = edited.items.map((item) => {
    const root = rootOf(item.lineage);
    const before = base.items.find(({ id, lineage }) => id === item.id && rootOf(lineage) === root);
    if (before === undefined) return item;
    const changes = meaningChanges(before, item);
    if (changes.length === 0) return item.lineage === before.lineage ? item : { ...item, lineage: before.lineage };
    broken.push({ itemId: item.id, changes });
    if (item.lineage !== before.lineage) return item;
    const lineage = nextLineage(root, taken);
    taken.add(lineage);
    return { ...item, lineage };
  });
  return { instrument: { ...edited, items }, broken };
}

function rootOf(lineage: string): string {
  return lineage.replace(/-v\d+$/, '');
}

function nextLineage(root: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${root}-v${number}`)) number += 1;
  return `${root}-v${number}`;
}

/** What became of one item between two versions. */
export type ItemChange =
  | { readonly kind: 'added'; readonly after: Item }
  | { readonly kind: 'removed'; readonly before: Item }
  | { readonly kind: 'kept'; readonly before: Item; readonly after: Item; readonly details: readonly KeptDetail[] }
  /** Asked under the same name, and not to be compared. */
  | { readonly kind: 'broken'; readonly before: Item; readonly after: Item; readonly changes: readonly MeaningChange[] };

/** What is otherwise although answers can be compared. */
export type KeptDetail = 'words' | 'option-words' | 'asked-of' | 'pulse' | 'index' | 'facts';

/** Two versions side by side, in the order of the later one, what went at the end. */
export function compareVersions(before: Instrument, after: Instrument): ItemChange[] {
  const byLineage = new Map(before.items.map((item) => [item.lineage, item]));
  const byId = new Map(before.items.map((item) => [item.id, item]));
  const met = new Set<Item>();
  const changes = after.items.map((item): ItemChange => {
    const same = byLineage.get(item.lineage);
    const earlier = same ?? byId.get(item.id);
    if (earlier === undefined) return { kind: 'added', after: item };
    met.add(earlier);
    const meaning = meaningChanges(earlier, item);
    if (same === undefined || meaning.length > 0) return { kind: 'broken', before: earlier, after: item, changes: meaning };
    return { kind: 'kept', before: earlier, after: item, details: keptDetails(earlier, item) };
  });
  const removed = before.items.filter((item) => !met.has(item)).map((item): ItemChange => ({ kind: 'removed', before: item }));
  return [...changes, ...removed];
}

function keptDetails(before: Item, after: Item): KeptDetail[] {
  const details: KeptDetail[] = [];
  if (!same([before.text, before.textGiving, before.help], [after.text, after.textGiving, after.help])) details.push('words');
  if (before.kind === 'policy-fact' && after.kind === 'policy-fact') {
    if (!same([before.right, before.options], [after.right, after.options])) details.push('facts');
  } else if (!same(optionWords(before), optionWords(after))) details.push('option-words');
  const asked = (item: Item) => [item.blocks, item.routes, item.roleFamilies];
  if (!same(asked(before), asked(after))) details.push('asked-of');
  if (before.isPulse !== after.isPulse) details.push('pulse');
  if (before.index !== after.index) details.push('index');
  return details;
}

function optionWords(item: Item): string[] {
  if (item.kind === 'grid') return item.rows.map(({ text }) => text);
  return 'options' in item ? item.options.map(({ text }) => text) : [];
}

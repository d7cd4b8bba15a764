/** What can be done to a form: each gives a new one, and changes nothing of the old. */
import type { Instrument, Item, Option } from '@plumbline/domain/surveys';

export type FormEdit = (form: Instrument) => Instrument;

/** Puts items in after another one; at the end where that is not there. */
export function withItems(form: Instrument, items: readonly Item[], after: string | null): Instrument {
  const at = after === null ? -1 : form.items.findIndex(({ id }) => id === after);
  const place = at === -1 ? form.items.length : at + 1;
  return { ...form, items: [...form.items.slice(0, place), ...items, ...form.items.slice(place)] };
}

/** Puts items of the bank in where they stand in the bank: after the nearest one before them that is in the form. */
export function withBankItems(form: Instrument, items: readonly Item[], bank: readonly Item[]): Instrument {
  const place = new Map(bank.map(({ id }, at) => [id, at]));
  return items.reduce((grown, item) => {
    const own = place.get(item.id) ?? 0;
    const before = grown.items.filter(({ id }) => (place.get(id) ?? Number.POSITIVE_INFINITY) < own).at(-1);
    if (before === undefined) return { ...grown, items: [item, ...grown.items] };
    return withItems(grown, [item], before.id);
  }, form);
}

export function withoutItem(form: Instrument, id: string): Instrument {
  return { ...form, items: form.items.filter((item) => item.id !== id) };
}

export function withChanged(form: Instrument, id: string, change: (item: Item) => Item): Instrument {
  return { ...form, items: form.items.map((item) => (item.id === id ? change(item) : item)) };
}

/** Moves an item to stand at a place, counted without it. */
export function withMoved(form: Instrument, id: string, to: number): Instrument {
  const item = form.items.find((one) => one.id === id);
  if (item === undefined) return form;
  const others = form.items.filter((one) => one.id !== id);
  const place = Math.max(0, Math.min(others.length, to));
  return { ...form, items: [...others.slice(0, place), item, ...others.slice(place)] };
}

/** Kinds of question that somebody adds of their own. */
export const OWN_KINDS = ['scale', 'single', 'multiple', 'ranking', 'number', 'text'] as const;
export type OwnKind = (typeof OWN_KINDS)[number];

const CHOICES: readonly Option[] = ['First answer', 'Second answer', 'Third answer', 'Fourth answer'].map((text, at) => ({
  id: `option-${at + 1}`,
  text,
  score: null,
  isAlone: false,
}));

/** A question of the council's own: asked of everybody, compared with nothing before it. `mark` makes its lineage its own. */
export function ownItem(form: Instrument, kind: OwnKind, text: string, mark: string, warning: string): Item {
  const id = freeId(form, 'own');
  const shared = {
    id,
    lineage: `own-${mark}`,
    question: null,
    blocks: ['everybody' as const],
    roleFamilies: null,
    text,
    textGiving: null,
    help: kind === 'text' ? warning : null,
    shownWhen: null,
    isPulse: false,
    isAboutSupervisor: false,
    index: null,
    isReversed: false,
  };
  switch (kind) {
    case 'scale':
      return { ...shared, kind, scale: 'agreement' };
    case 'single':
    case 'multiple':
      return { ...shared, kind, options: CHOICES.slice(0, 2) };
    case 'ranking':
      return { ...shared, kind, options: [...CHOICES], most: 3 };
    case 'number':
      return { ...shared, kind, least: 0, most: 100, unit: '', bands: null };
    case 'text':
      return { ...shared, kind, longest: 1000 };
  }
}

/** A name that no item of the form has yet. */
function freeId(form: Instrument, stem: string): string {
  const taken = new Set(form.items.map(({ id }) => id));
  let number = 1;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

/** One more answer, under a name of its own. */
export function withOption(options: readonly Option[]): Option[] {
  const taken = new Set(options.map(({ id }) => id));
  let number = options.length + 1;
  while (taken.has(`option-${number}`)) number += 1;
  return [...options, { id: `option-${number}`, text: 'Another answer', score: null, isAlone: false }];
}

/** What keeps a form from being saved: something without words. Null where it can be saved. */
export function notYetSavable(form: Instrument): string | null {
  if (form.title.trim() === '') return 'Give the survey a title.';
  const at = form.items.findIndex((item) => hasNoWords(item));
  return at === -1 ? null : `Question ${at + 1} has no words, or an answer without words.`;
}

function hasNoWords(item: Item): boolean {
  if (item.text.trim() === '') return true;
  return 'options' in item && item.options.some(({ text }) => text.trim() === '');
}

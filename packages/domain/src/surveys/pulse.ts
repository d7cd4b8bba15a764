/** What a pulse takes of a form. Apart from the bank, so that pages which check a form need not carry it. */
import type { Instrument, Item } from './instrument.ts';

/**
 * The short form for between two full rounds: what is marked for it, in the same words and of the same lineage. An item that hangs
 * on one that the pulse leaves out is left out as well, for it could not be shown to the same people.
 */
export function pulseOf(instrument: Instrument): Instrument {
  const kept = new Set<string>();
  const items = instrument.items.filter((item) => {
    const takes = item.isPulse && hangsOn(item).every((id) => kept.has(id));
    if (takes) kept.add(item.id);
    return takes;
  });
  const asksPolicy = items.some((item) => item.kind === 'policy-fact');
  return {
    ...instrument,
    introduction:
      'A short look at how supervision works for you. It takes about three minutes. You may leave out any question. Nothing that is kept ties your answers to your name.',
    policy: asksPolicy ? instrument.policy : null,
    items,
  };
}

/** The items without whose answers this one is never shown. */
export function hangsOn(item: Item): string[] {
  const of = item.shownWhen === null ? [] : [item.shownWhen.item];
  return item.kind === 'grid' && item.rowsFrom !== null ? [...of, item.rowsFrom] : of;
}

/** How a question is named and described to whoever makes the form. */
import type { Instrument, Item } from '@plumbline/domain/surveys';
import { BLOCK_WORDS } from '@plumbline/analytics/wording';

export const KIND_WORDS: Readonly<Record<Item['kind'], string>> = {
  scale: 'A scale of five',
  single: 'One of several answers',
  multiple: 'Several answers',
  ranking: 'Put in order',
  grid: 'A scale for each of several',
  number: 'A number',
  text: 'Words of their own',
  'policy-fact': 'What the policy says',
};

export const SCALE_WORDS = {
  agreement: 'Agreement: strongly disagree to strongly agree',
  frequency: 'How often: never to every time',
  change: 'Change: much worse to much better',
  extent: 'How much: not at all to completely',
} as const;

/** "Question 4": where an item stands now; its own name where it is not there. */
export function placeOf(form: Instrument, id: string): string {
  const at = form.items.findIndex((item) => item.id === id);
  return at === -1 ? `“${id}”` : `question ${at + 1}`;
}

/** One quiet line: the kind, who is asked, whether the pulse takes it. */
export function describedAs(item: Item): string[] {
  const asked =
    item.blocks.length === 1 && item.blocks[0] === 'everybody' && item.routes !== undefined
      ? ['Those with supervision']
      : item.blocks.map((block) => BLOCK_WORDS[block]);
  return [
    KIND_WORDS[item.kind],
    ...asked,
    ...(item.roleFamilies === null ? [] : ['Some groups of staff']),
    ...(item.shownWhen === null ? [] : ['After an answer']),
    ...(item.isPulse ? ['Pulse'] : []),
  ];
}

/** Letter and number under which the bank has an item: "3g"; null for one of the council's own. */
export function bankNumber(item: Item): string | null {
  return item.question === null ? null : (/^\d+[a-z]/.exec(item.id)?.[0] ?? null);
}

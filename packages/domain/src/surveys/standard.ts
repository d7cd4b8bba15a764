/** The forms to begin with: the whole bank, and the full form of ten to twelve minutes. */
import { ITEM_BANK } from './bank/index.ts';
import type { Instrument } from './instrument.ts';

const INTRODUCTION =
  'This asks how supervision works for you, what helps and what gets in the way. It takes about 12 minutes, and a little more if you both have supervision and give it. You may leave out any question. Nothing that is kept ties your answers to your name.';

/** The whole bank as a form. What the policy says is asked only once a policy is attached: see policy-items.ts. */
export const standardInstrument: Instrument = {
  format: 1,
  title: 'How supervision works here',
  introduction: INTRODUCTION,
  policy: null,
  items: [...ITEM_BANK],
};

/**
 * Items of the bank that the full form leaves out, so that it stays within twelve minutes: what the record shows without asking,
 * and what is asked in another way elsewhere in the form. They stay at hand in the bank.
 */
const LEFT_OUT: ReadonlySet<string> = new Set(['3b', '3i', '4c', '4d', '5c', '5d', '7c', '7d', '11a', '11c', '12d', '13b']);

/** The form that most councils should begin with: about forty items for whoever receives supervision, ten to twelve minutes. */
export const fullForm: Instrument = {
  ...standardInstrument,
  items: ITEM_BANK.filter(({ id }) => !LEFT_OUT.has(id)),
};

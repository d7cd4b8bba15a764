/** The item bank: every item of the thirteen questions, in the order in which they stand. */
import type { Item } from '../instrument.ts';
import { CHANGING } from './changing.ts';
import { HAVING } from './having.ts';
import { HELPING } from './helping.ts';
import { appraisalItems, CONTINUITY } from './joining-up.ts';
import { KNOWING } from './knowing.ts';
import { NOTICING } from './noticing.ts';

export { BARRIERS } from './barriers.ts';
export { WORDS_WARNING } from './words-warning.ts';
export { appraisalItems } from './joining-up.ts';

export const ITEM_BANK: readonly Item[] = [
  ...KNOWING,
  ...HAVING,
  ...HELPING,
  ...appraisalItems(null),
  ...CONTINUITY,
  ...CHANGING,
  ...NOTICING,
];

/** What each of the focus group's questions is about, as a designer reads it. */
export const CONSTRUCTS: Readonly<Record<number, string>> = {
  1: 'Knowing the policy',
  2: 'How people came to know it',
  3: 'How often supervision happens',
  4: 'Who receives supervision',
  5: 'What helps supervisors',
  6: 'What gets in the way',
  7: 'Appraisal and supervision',
  8: 'Sessions that join up',
  9: 'What changed for children',
  10: 'What changed in the job',
  11: 'Systems and processes',
  12: 'How good practice travels',
  13: 'Good work noticed',
};

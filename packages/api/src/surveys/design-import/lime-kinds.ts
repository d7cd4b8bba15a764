/** What kinds of question of LimeSurvey are here, and the answers that it does not write down because they are always the same. */
import type { ForeignOption, ForeignShape } from './imported-form.ts';

/** Attributes that ask something of an answer, or leave out some of what could be chosen. */
export const LIMITS = [
  'min_answers',
  'array_filter',
  'array_filter_exclude',
  'exclude_all_others',
  'em_validation_q',
  'em_validation_sq',
];

/** "Other, please say" comes over as a choice without the words. */
export function withOther(shape: ForeignShape, hasOther: boolean): ForeignShape {
  if (!hasOther || (shape.kind !== 'single' && shape.kind !== 'multiple')) return shape;
  return { ...shape, options: [...shape.options, { code: 'other', text: 'Something else' }], hasComment: true };
}

export const YES_NO: readonly ForeignOption[] = [
  { code: 'N', text: 'No', score: 1 },
  { code: 'Y', text: 'Yes', score: 5 },
];
export const YES_UNSURE_NO: readonly ForeignOption[] = [
  { code: 'N', text: 'No', score: 1 },
  { code: 'U', text: 'Not sure' },
  { code: 'Y', text: 'Yes', score: 5 },
];
export const LESS_SAME_MORE: readonly ForeignOption[] = [
  { code: 'D', text: 'Less' },
  { code: 'S', text: 'The same' },
  { code: 'I', text: 'More' },
];

export function counted(most: number): ForeignOption[] {
  return Array.from({ length: most }, (_, at) => ({
    code: String(at + 1),
    text: String(at + 1),
    ...(most === 5 ? { score: at + 1 } : {}),
  }));
}

export const ASKS_WHO: ReadonlySet<string> = new Set(['G', 'D', '|', 'I']);
export const KINDS: Readonly<Record<string, string>> = {
  G: 'gender',
  D: 'date',
  '|': 'file',
  I: 'language',
  X: 'text to read',
  '*': 'equation',
  K: 'several numbers',
  Q: 'several texts',
  ';': 'table of texts',
  ':': 'table of numbers',
  '1': 'table with two scales',
};

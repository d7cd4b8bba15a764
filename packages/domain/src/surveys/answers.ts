/**
 * Scales, parts of the form and what an answer looks like: without the schemas, so that respondents' pages can show a form and
 * carry nothing that checks one.
 */

/** The five-point scales, each with the words of its points from negative to positive and of the answer that is not scored. */
export const SCALES = {
  agreement: {
    points: ['Strongly disagree', 'Disagree', 'Neither', 'Agree', 'Strongly agree'],
    notScored: 'Does not apply to me',
  },
  frequency: {
    points: ['Never', 'Seldom', 'About half the time', 'Usually', 'Every time'],
    notScored: 'No occasion arose',
  },
  change: {
    points: ['Much worse', 'A little worse', 'No different', 'A little better', 'Much better'],
    notScored: 'I was not here then',
  },
  extent: {
    points: ['Not at all', 'A little', 'Moderately', 'A lot', 'Completely'],
    notScored: 'Does not apply to me',
  },
} as const;

export type ScaleName = keyof typeof SCALES;

/** Whose part of the form an item stands in. Who both receives and gives supervision is asked both parts, and they are analysed apart. */
export const BLOCKS = ['everybody', 'receives', 'gives', 'neither'] as const;
export type Block = (typeof BLOCKS)[number];

export const INDICES = ['access', 'quality', 'support', 'influence', 'recognition'] as const;
export type IndexName = (typeof INDICES)[number];

/** What somebody says first, and what decides the parts that they see. */
export const SUPERVISION_ROUTES = ['receives', 'gives', 'both', 'neither'] as const;
export type SupervisionRoute = (typeof SUPERVISION_ROUTES)[number];

/**
 * One answer: a scale point "1" to "5" or "none" (does not apply); an option's id; several; several in order; a point for each
 * row; a whole number or "unknown"; words, with whether they may be quoted.
 */
export type AnswerValue =
  | { readonly kind: 'choice'; readonly value: string }
  | { readonly kind: 'choices'; readonly values: readonly string[] }
  | { readonly kind: 'rows'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'number'; readonly value: number | 'unknown' }
  | { readonly kind: 'words'; readonly text: string; readonly mayQuote: boolean };

/** Where an item was answered: its id alone in the part for everybody, else `id@receives`, `id@gives`, `id@neither`. */
export type AnswerKey = string;

/** What one person sent: the route and the answers that were given, nothing about who or when. */
export interface Answers {
  readonly route: SupervisionRoute;
  readonly values: Readonly<Record<AnswerKey, AnswerValue>>;
}

/** The key under which an item's answer in one part of the form is kept. */
export function answerKey(item: { readonly id: string }, block: Block): AnswerKey {
  return block === 'everybody' ? item.id : `${item.id}@${block}`;
}

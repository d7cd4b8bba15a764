import { mayQuote, type FocusGroupRecord } from './record.ts';

/** Beside a quotation stands the role or the site, never both: together they can name a person. */
export type Attribution = { readonly kind: 'role' | 'site'; readonly text: string } | null;

/** What stands beside a quotation: the role where one is known, else the site, never the two together. */
export function attributionOf({ audience, site }: Pick<FocusGroupRecord, 'audience' | 'site'>): Attribution {
  if (audience.trim() !== '') return { kind: 'role', text: audience.trim() };
  return site.trim() === '' ? null : { kind: 'site', text: site.trim() };
}

/** Words that may be shown, or why they may not. */
export type Quotation =
  | { readonly isShown: true; readonly words: string; readonly beside: Attribution }
  | { readonly isShown: false; readonly why: 'too-few-present' | 'number-not-known' };

/** Words of a group as they may be shown to people who were not there. */
export function quote(record: Pick<FocusGroupRecord, 'audience' | 'site' | 'present'>, words: string): Quotation {
  if (mayQuote(record)) return { isShown: true, words, beside: attributionOf(record) };
  return { isShown: false, why: Object.keys(record.present).length === 0 ? 'number-not-known' : 'too-few-present' };
}

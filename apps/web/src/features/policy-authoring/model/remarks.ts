import type { DraftRemark } from '@plumbline/analytics/compliance';
import { idOf, rulesOf, type Data } from './draft-edits.ts';

/** Remarks about one place or anything in it, by the rest of their path. */
export function remarksAt(remarks: readonly DraftRemark[], path: string): readonly DraftRemark[] {
  return remarks.filter((remark) => remark.path === path || remark.path.startsWith(`${path}.`));
}

/** What a field itself is told: slips of shape and things to mend, in one line. */
export function problemAt(remarks: readonly DraftRemark[], path: string): string | null {
  const found = remarks.filter((remark) => remark.path === path && remark.severity !== 'note');
  return found.length === 0 ? null : found.map(({ message }) => message).join(' ');
}

/** Where in the draft a remark is mended. */
export type RemarkPlace =
  | { readonly kind: 'rule'; readonly index: number; readonly id: string }
  | { readonly kind: 'part'; readonly name: string }
  | { readonly kind: 'whole' };

export function placeOf({ path, rule }: Pick<DraftRemark, 'path' | 'rule'>, pack: Data): RemarkPlace {
  const [name = '', at] = path.split('.');
  const rules = rulesOf(pack);
  if (name === 'rules') {
    const index = at === undefined ? -1 : Number(at);
    if (rules[index] !== undefined) return { kind: 'rule', index, id: idOf(rules[index]) };
    const named = rules.findIndex((one) => idOf(one) === rule);
    return named >= 0 ? { kind: 'rule', index: named, id: idOf(rules[named]) } : { kind: 'whole' };
  }
  return name === '' ? { kind: 'whole' } : { kind: 'part', name };
}

export interface CountedRemarks {
  readonly toMend: number;
  readonly toKnow: number;
}

export function countRemarks(remarks: readonly DraftRemark[]): CountedRemarks {
  const toKnow = remarks.filter(({ severity }) => severity === 'note').length;
  return { toMend: remarks.length - toKnow, toKnow };
}

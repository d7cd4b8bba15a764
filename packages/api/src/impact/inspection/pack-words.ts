import { dateInWords, instantInWords } from '@plumbline/analytics/wording';
import type { PackView } from './pack-view.ts';

/** What stands on each page of a pack that is not approved; null on one that is. */
export function standingOf({ state }: PackView): string | null {
  if (state === 'approved') return null;
  return state === 'checked' ? 'Checked, not approved' : 'Draft, not checked';
}

/** What a pack is: whose, of which time, by whom. */
export function aboutPack({ pack, drafted, checked, approved, contentHash }: PackView): [string, string][] {
  const by = (act: { readonly name: string; readonly at: string } | null): string =>
    act === null ? 'Nobody yet' : `${act.name}, ${instantInWords(act.at)}`;
  return [
    ['Council', pack.council],
    ['As of', dateInWords(pack.asOf)],
    ['Twelve whole months', `${dateInWords(pack.from)} to ${dateInWords(pack.to)}`],
    ['Policy version', pack.policyVersion],
    ['Drafted by', by(drafted)],
    ['Checked by', by(checked)],
    ['Approved by', by(approved)],
    ['Made of what was recorded by', pack.knownAt],
    ['Fingerprint', contentHash],
  ];
}

import { dateInWords, instantInWords } from '@plumbline/analytics/wording';
import type { PackPart } from '@plumbline/analytics/impact';
import type { PackView } from './pack-view.ts';

/** What stands on each page of a pack that is not approved; null on one that is. */
export function standingOf({ state }: PackView): string | null {
  if (state === 'approved') return null;
  return state === 'checked' ? 'Checked, not approved' : 'Draft, not checked';
}

/** What a pack is: whose, of which time, by whom. */
export function aboutPack({ pack, home, drafted, checked, approved, contentHash }: PackView): [string, string][] {
  const by = (act: { readonly name: string; readonly at: string } | null): string =>
    act === null ? 'Nobody yet' : `${act.name}, ${instantInWords(act.at)}`;
  return [
    ['Council', pack.council],
    ...(home === null ? [] : ([["Children's home", home]] satisfies [string, string][])),
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

/** Whose pack it is, as a title says it. */
export function ownerOf({ pack, home }: Pick<PackView, 'pack' | 'home'>): string {
  return home === null ? pack.council : `${home}, ${pack.council}`;
}

/** Why nothing stands in a part, in two or three words; null where something does. */
export function partStanding({ notHeld, leftOut }: Pick<PackPart, 'notHeld' | 'leftOut'>): string | null {
  if (!notHeld) return null;
  if (leftOut === undefined) return 'Not held';
  return leftOut === 'not-of-home' ? 'Not in a home’s pack' : 'Too few people to show';
}

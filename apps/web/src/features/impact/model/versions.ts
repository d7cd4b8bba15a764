import { dateInWords, listInWords } from '@plumbline/analytics/wording';
import type { ImpactView, VersionLabel } from './outputs.ts';

/** Versions to choose from, the latest first: "Version 2, from 1 March 2026". */
export function versionOptions(versions: readonly VersionLabel[]): { readonly value: string; readonly label: string }[] {
  return versions
    .map(({ number, validFrom }) => ({ value: String(number), label: `Version ${number}, from ${dateInWords(validFrom)}` }))
    .toReversed();
}

/** "Version 3 began on 1 June 2026, within the months since." Null where no other version did. */
export function otherVersionsInWords({ version, versions, since }: ImpactView): string | null {
  const others = versions.filter(
    ({ number, validFrom }) => number !== version.number && validFrom > version.validFrom && validFrom <= since.to,
  );
  if (others.length === 0) return null;
  const named = others.map(({ number, validFrom }) => `version ${number} began on ${dateInWords(validFrom)}`);
  return `The months since are not of this version alone: ${listInWords(named)}.`;
}

import { diffPolicies } from '../diff.ts';
import type { PolicyPack } from '../pack.ts';

/** Orders versions such as 1.10.0 and 1.9.2 by their three numbers. */
export function compareVersionNumbers(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

function partsOf(version: string): [number, number, number] {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return [major, minor, patch];
}

/**
 * The number that a changed pack should have: the first of the three goes up where something is asked no longer or counted
 * otherwise, the second where something is asked anew or of other people or dates, the third where only words change. Always
 * above every number in `taken`.
 */
export function suggestedVersion(before: PolicyPack, after: PolicyPack, taken: readonly string[]): string {
  const [major, minor, patch] = partsOf([...taken, before.version].toSorted(compareVersionNumbers).at(-1) ?? '0.0.0');
  const diff = diffPolicies(before, after);
  if (
    diff.conventions.some(({ field }) => field.endsWith('value')) ||
    diff.rules.removed.length > 0 ||
    diff.series.removed.length > 0
  )
    return `${major + 1}.0.0`;
  const asksOtherwise =
    diff.rules.added.length > 0 ||
    diff.series.added.length > 0 ||
    diff.series.changed.length > 0 ||
    diff.rules.changed.some(({ fields }) => fields.some(({ field }) => !IN_WORDS.has(field)));
  return asksOtherwise ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/** Fields that say the same in other words. */
const IN_WORDS: ReadonlySet<string> = new Set(['clause', 'area', 'says', 'appliesTo', 'auditQuestion', 'interpretations']);

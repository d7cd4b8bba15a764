import { citationsIn } from './check/citations.ts';
import { examplesIn, type PlacedScenarios } from './check/examples.ts';
import { formCitationsIn } from './check/form-citations.ts';
import { formsIn } from './check/forms.ts';
import { holesIn } from './check/holes.ts';
import { contradictionsIn, crowdedIn, isCrowded, sizeOf } from './check/order.ts';
import { overlapsIn } from './check/overlaps.ts';
import { unreachableIn } from './check/reach.ts';
import { danglingIn } from './check/references.ts';
import type { Remark } from './check/remark.ts';
import { nothingSaidIn } from './check/silence.ts';
import { wordsIn } from './check/words.ts';
import type { PolicyPack } from './pack.ts';

export { examplesNeeded, type PlacedScenarios } from './check/examples.ts';
export { MOST_RULES } from './check/order.ts';
export type { Remark, RemarkKind } from './check/remark.ts';
export { slipsIn, type ScenarioSlip } from './check/scenario-slips.ts';
export { wordsIn } from './check/words.ts';

/**
 * Everything about a pack that its shape does not show: holes between phases, overlaps, numbers without a source, rules
 * that can never hold, names that stand for nothing, rules without examples. The pack has been accepted by `parsePack`.
 * Without `scenarios` nothing is said about examples; without the ids of the catalogue's `rows`, a row that is cited and is no
 * rule yet is only noted. Problems come before notes, each in the order of the files.
 */
export function checkPolicy(pack: PolicyPack, scenarios?: readonly PlacedScenarios[], rows?: ReadonlySet<string>): Remark[] {
  const tooLarge = sizeOf(pack);
  if (tooLarge.length > 0) return tooLarge;
  const walked = { ...pack, series: pack.series.filter((series) => !isCrowded(pack, series)) };
  const remarks = [
    ...contradictionsIn(pack),
    ...crowdedIn(pack),
    ...danglingIn(pack),
    ...holesIn(walked),
    ...overlapsIn(walked),
    ...unreachableIn(walked),
    ...citationsIn(pack),
    ...nothingSaidIn(pack),
    ...formsIn(pack),
    ...formCitationsIn(pack, rows),
    ...wordsIn(pack),
    ...(scenarios === undefined ? [] : examplesIn(pack, scenarios)),
  ];
  return withoutEchoes(remarks).toSorted((a, b) => Number(a.severity === 'note') - Number(b.severity === 'note'));
}

/** A rule that conflicts with another can of course never decide, and one in a circle neither: told once. */
function withoutEchoes(remarks: readonly Remark[]): Remark[] {
  const told = new Set(remarks.filter(({ kind }) => kind === 'conflict' || kind === 'relaxation').map(({ rule }) => rule));
  return remarks.filter(({ kind, rule }) => kind !== 'unreachable' || !told.has(rule));
}

import type { Cell } from '@plumbline/domain/surveys';
import type { FamilyCounts } from '@plumbline/domain/focus-groups';
import type { Release } from '../disclosure/release.ts';

/**
 * Response rates by role family, as far as a published release shows them: of a group that holds every cell of one family
 * and none of another. Nothing is worked out from several groups together, so nothing is told that was not published.
 */
export function publishedRates({ plan, rates }: Pick<Release, 'plan' | 'rates'>, cells: readonly Cell[]): FamilyCounts {
  const found: Record<string, number> = {};
  for (const { breakdown, group, state, percent } of rates) {
    if (state !== 'shown' || percent === null) continue;
    const planned = plan.breakdowns
      .find(({ id }) => id === breakdown)
      ?.groups.find(({ id, routes }) => id === group && routes === null);
    const family = planned === undefined ? null : familyOf(new Set(planned.cells), cells);
    if (family !== null) found[family] = percent;
  }
  return found;
}

/** The one role family that some cells are all of; null where there is none. */
function familyOf(group: ReadonlySet<string>, cells: readonly Cell[]): string | null {
  const inside = new Set(cells.filter(({ id }) => group.has(id)).flatMap(({ roleFamilies }) => roleFamilies));
  const [family, ...others] = inside;
  if (family === undefined || others.length > 0) return null;
  return cells.every(({ id, roleFamilies }) => group.has(id) || !roleFamilies.includes(family)) ? family : null;
}

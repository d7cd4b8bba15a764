/** A later release shows the same groups again: what changed must not show what single people said. */
import type { Release, ReleasedTable, ReleaseProblem } from './release.ts';
import type { Draft } from './prove/published.ts';

/**
 * Compares every figure that a release shows again with the figure shown before. Where a number of replies or of answers has
 * changed, it must have changed by at least as many people as may be shown.
 */
export function correctionProblems(draft: Draft, earlier: readonly Release[]): ReleaseProblem[] {
  return earlier.flatMap((release) => {
    const before = new Map(release.tables.map((table) => [placeOf(release, table), table]));
    const groups = new Set(
      draft.tables
        .filter((table) => {
          const old = before.get(placeOf(draft, table));
          return old !== undefined && isSmallChange(old, table, draft.plan.floors.scores);
        })
        .map(({ group }) => group),
    );
    return [...groups].map((group): ReleaseProblem => ({
      kind: 'difference-too-small',
      group,
      other: group,
      sequence: release.sequence,
    }));
  });
}

/** The question and the people, whatever the group is called. */
function placeOf({ plan }: Pick<Draft, 'plan'>, { question, group }: ReleasedTable): string {
  const own = plan.breakdowns.flatMap(({ groups }) => groups).find(({ id }) => id === group);
  return `${question} ${own?.cells.toSorted().join()} ${own?.routes?.toSorted().join() ?? 'all'}`;
}

function isSmallChange(old: ReleasedTable, now: ReleasedTable, floor: number): boolean {
  if (old.state !== 'shown' || now.state !== 'shown') return false;
  const isSmall = (by: number): boolean => by > 0 && by < floor;
  if (isSmall(Math.abs(now.n - old.n))) return true;
  if (old.detail !== now.detail) return false;
  const before = new Map(old.answers.map(({ id, count }) => [id, count]));
  const moved = now.answers.reduce((sum, { id, count }) => sum + Math.abs(count - (before.get(id) ?? 0)), 0);
  return isSmall(moved);
}

/** Checks what somebody wants to see later, beyond the plan, against everything that was ever published of the round. */
import { atomsOfGroup, countRound, goesByRoute } from './count.ts';
import { sumOver } from './figures.ts';
import { makeRelease, type ReleaseInput } from './make-release.ts';
import type { PlannedBreakdown, Release, ReleaseProblem, ReportPlan } from './release.ts';

/** The round, and what was published of it, by whomever. */
export type ViewRound = Omit<ReleaseInput, 'plan' | 'earlier'> & { readonly releases: readonly Release[] };

export type ViewCheck =
  /** The view may be shown, as the round's next release and not otherwise: it counts among what was published from now on. */
  { readonly ok: true; readonly release: Release } | { readonly ok: false; readonly problems: readonly ReleaseProblem[] };

/**
 * First the quick check: each group of the view and each group that was shown must differ, on either side, by nobody or by as many
 * replies as may be shown. Then the full audit, which the quick one cannot take the place of: the view is made into a release
 * with all earlier ones beside it, suppressed and proved.
 */
export function checkView(view: PlannedBreakdown, { releases, ...round }: ViewRound): ViewCheck {
  const last = releases.at(-1);
  if (last === undefined) return { ok: false, problems: [{ kind: 'no-whole' }] };
  const [whole] = last.plan.breakdowns;
  const plan: ReportPlan = { ...last.plan, breakdowns: whole === undefined ? [view] : [whole, view] };
  const unknown = view.groups.flatMap((group) =>
    group.cells
      .filter((cell) => !round.cells.some(({ id }) => id === cell))
      .map((cell): ReleaseProblem => ({ kind: 'unknown-cell', group: group.id, cell })),
  );
  const problems = unknown.length > 0 ? unknown : quickProblems(view, plan, { ...round, releases });
  if (problems.length > 0) return { ok: false, problems };
  const made = makeRelease({ ...round, plan, earlier: releases });
  if (!made.ok) return made;
  const isLeftOut = made.release.plan.breakdowns.every(({ id }) => id !== view.id);
  if (isLeftOut) return { ok: false, problems: [{ kind: 'not-proved', target: view.id, question: null }] };
  return made;
}

function quickProblems(view: PlannedBreakdown, plan: ReportPlan, { releases, ...round }: ViewRound): ReleaseProblem[] {
  const isByRoute = [plan, ...releases.map((release) => release.plan)].some(goesByRoute);
  const { atoms, replies } = countRound(round.instrument, round.cells, round.ballots, isByRoute);
  const isTooFew = (set: ReadonlySet<number>): boolean => {
    const count = sumOver(replies, [...set]);
    return count > 0 && count < plan.floors.scores;
  };
  return releases.flatMap((release) => {
    const shown = new Set(release.rates.filter(({ state }) => state === 'shown').map(({ group }) => group));
    for (const { group, state } of release.tables) if (state === 'shown') shown.add(group);
    const groups = release.plan.breakdowns.flatMap((breakdown) => breakdown.groups).filter(({ id }) => shown.has(id));
    return view.groups.flatMap((wanted) =>
      groups.flatMap((other): ReleaseProblem[] => {
        const left = new Set(atomsOfGroup(wanted, atoms));
        const right = new Set(atomsOfGroup(other, atoms));
        if (!isTooFew(left.difference(right)) && !isTooFew(right.difference(left))) return [];
        return [{ kind: 'difference-too-small', group: wanted.id, other: other.id, sequence: release.sequence }];
      }),
    );
  });
}

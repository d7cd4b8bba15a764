/** How many replied, and which groups the survey did not hear from. Groups only, never people: nobody knows who replied. */
import { adjustedResiduals, compareTable, holm, normalTwoSided, type TableComparison } from '../statistics/index.ts';

/** A rate is shown from so many people in a group. Source: the rules on surveys, minimum reporting group. */
export const FEWEST_FOR_RATE = 10;
/** At this rate or above only "95% or more" is said. */
export const RATE_CAP_PERCENT = 95;

export interface InvitedGroup {
  readonly id: string;
  readonly label: string;
  readonly headCount: number;
  readonly replies: number;
}

export interface GroupRate extends InvitedGroup {
  /** Whole per cent, at most 95; null for fewer than ten people. */
  readonly percent: number | null;
  readonly isCapped: boolean;
  /** How many standard errors above or below the others the group's rate lies; null where it cannot be said. */
  readonly residual: number | null;
  /** Fewer replied than elsewhere by more than chance, all groups taken together (Holm, 5%). */
  readonly isMissing: boolean;
}

export interface ResponseRates {
  readonly groups: readonly GroupRate[];
  readonly whole: {
    readonly headCount: number;
    readonly replies: number;
    readonly percent: number | null;
    readonly isCapped: boolean;
  };
  /** Whether the rates differ: chi-square, or Fisher's exact test where any expected count is under five; null where neither can be worked out. */
  readonly test: TableComparison | null;
}

/**
 * Rates of groups that do not overlap. Groups of fewer than ten people have no rate and do not take part in the comparison. More
 * replies than people stop it.
 */
export function responseRates(groups: readonly InvitedGroup[]): ResponseRates {
  for (const { label, headCount, replies } of groups)
    if (replies > headCount) throw new RangeError(`${label}: ${replies} replies from ${headCount} people.`);
  const counted = groups.filter(({ headCount }) => headCount >= FEWEST_FOR_RATE);
  const table = counted.map(({ replies, headCount }) => [replies, headCount - replies]);
  const residuals = adjustedResiduals(table)?.map((row) => row[0] ?? 0) ?? null;
  const adjusted = holm((residuals ?? []).map(normalTwoSided));
  const headCount = groups.reduce((sum, group) => sum + group.headCount, 0);
  const replies = groups.reduce((sum, group) => sum + group.replies, 0);
  return {
    groups: groups.map((group) => {
      const at = counted.indexOf(group);
      const residual = residuals?.[at] ?? null;
      const isMissing = residual !== null && residual < 0 && (adjusted[at] ?? 1) < 0.05;
      return { ...group, ...ratePercent(group.replies, group.headCount), residual, isMissing };
    }),
    whole: { headCount, replies, ...ratePercent(replies, headCount) },
    test: compareTable(table),
  };
}

/** A rate as it may be shown: whole per cent, capped, and none for fewer than ten people. */
export function ratePercent(replies: number, headCount: number): { readonly percent: number | null; readonly isCapped: boolean } {
  if (headCount < FEWEST_FOR_RATE) return { percent: null, isCapped: false };
  const percent = Math.round((100 * replies) / headCount);
  return { percent: Math.min(percent, RATE_CAP_PERCENT), isCapped: percent >= RATE_CAP_PERCENT };
}

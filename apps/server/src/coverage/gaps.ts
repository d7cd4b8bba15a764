import { SHOWN } from '@plumbline/domain/policy/coverage';
import type { CoveredRow, PackCoverage } from './gather.ts';

/** What a row can still lack. */
export const GAPS = {
  missing: 'No rule stands for the row.',
  filedTooLow: 'A row that can be worked out is left to people, or only shown.',
  nothingRead: 'Worked out, by name; but the rule reads no facts, so that it can find nothing.',
  notEnterable: 'Somebody has to say it, and there is no column for what they say.',
  noExample: 'Not shown met, breached and on the boundary.',
  notDemonstrated: 'Nobody in the demonstration shows it kept, or nobody shows it broken.',
  tooManyConfirmations: 'One person is asked to confirm more than ten things a year.',
} as const;

export type Gap = keyof typeof GAPS;
export const GAP_NAMES = Object.keys(GAPS) as Gap[];

/** Confirmations that one person may be asked for in a year. */
export const MOST_CONFIRMATIONS = 10;

/** Kinds that say how counting is done, what counts or whom a policy is for: they show in what other rules find. */
const WITHOUT_FINDINGS: readonly string[] = ['setting', 'scope', 'counting'];

/** What one row lacks. */
export function gapsOf(covered: CoveredRow): Gap[] {
  // Without a rule there is nothing to show and nobody to show it; both are gone once the rule is there and shown.
  if (covered.rules.length === 0)
    return covered.row.class === 'computed' ? ['missing', 'noExample', 'notDemonstrated'] : ['missing'];
  const gaps: Gap[] = [];
  if (covered.isFiledTooLow) gaps.push('filedTooLow');
  const isComputed = covered.row.class === 'computed';
  if (isComputed && covered.facts.length === 0) gaps.push('nothingRead');
  if (!isComputed && !covered.isEnterable) gaps.push('notEnterable');
  const needs = new Set(covered.rules.flatMap((rule) => rule.needs));
  // A kind that asks for no examples of its own shows all three through the rules that it bears on.
  const wanted = isComputed && needs.size === 0 ? SHOWN : SHOWN.filter((shown) => needs.has(shown));
  if (wanted.some((shown) => covered.examples[shown] === null)) gaps.push('noExample');
  if (isComputed && isLackingSubject(covered)) gaps.push('notDemonstrated');
  return gaps;
}

function isLackingSubject({ rules, demonstrated }: CoveredRow): boolean {
  if (rules.every(({ rule }) => rule.kind === 'setting')) return false;
  return demonstrated.meets === null || (!rules.every(cannotBeBroken) && demonstrated.fails === null);
}

/**
 * Nothing that is recorded can break what gives no findings, a permission that asks nothing, or a
 * refusal without exception (no hand-over is let, so that there is none): of such a rule one example is asked for too, of it met.
 */
function cannotBeBroken({ rule, needs }: CoveredRow['rules'][number]): boolean {
  return WITHOUT_FINDINGS.includes(rule.kind) || needs.join() === 'met';
}

/** How many rows of a pack lack what. */
export type GapCounts = Readonly<Record<Gap, number>>;

export function countGaps({ rows, confirmations }: PackCoverage): GapCounts {
  const all = rows.flatMap(gapsOf);
  const counts = Object.fromEntries(GAP_NAMES.map((gap) => [gap, all.filter((one) => one === gap).length])) as Record<
    Gap,
    number
  >;
  return { ...counts, tooManyConfirmations: Math.max(0, confirmations - MOST_CONFIRMATIONS) };
}

/** What there may still be of each gap, by pack: {@link GAPS} that are not named may not be there at all. */
export type Allowed = Readonly<Partial<Record<Gap, Readonly<Record<string, number>>>>>;

export interface Excess {
  readonly pack: string;
  readonly gap: Gap;
  readonly found: number;
  readonly allowed: number;
}

/** Where a pack has more of a gap than it may. */
export function excessOf(counted: ReadonlyMap<string, GapCounts>, allowed: Allowed): Excess[] {
  return [...counted].flatMap(([pack, counts]) =>
    GAP_NAMES.map((gap) => ({ pack, gap, found: counts[gap], allowed: allowed[gap]?.[pack] ?? 0 })).filter(
      ({ found, allowed: most }) => found > most,
    ),
  );
}

/** The numbers lowered to what is still there; none is ever raised. */
export function lowered(counted: ReadonlyMap<string, GapCounts>, allowed: Allowed): Allowed {
  const entries = GAP_NAMES.flatMap((gap) => {
    const packs = Object.entries(allowed[gap] ?? {}).flatMap(([pack, most]): [string, number][] => {
      const left = Math.min(most, counted.get(pack)?.[gap] ?? most);
      return left === 0 ? [] : [[pack, left]];
    });
    return packs.length === 0 ? [] : [[gap, Object.fromEntries(packs)] as const];
  });
  return Object.fromEntries(entries);
}

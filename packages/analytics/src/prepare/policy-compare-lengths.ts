import type { Rule, RuleOf, Strength } from '@plumbline/domain/policy';
import type { Mark } from './policy-compare-rows.ts';

/** Two ways in which policies measure one thing, how long a supervision is; the first asks more of the same number. */
const LENGTHS = ['netMinutes', 'longestUninterruptedMinutes'];
const VERBS: readonly Strength[] = ['may', 'recommended', 'should', 'must'];

/** Whether a rule says how long a supervision is. */
export function isLength(rule: RuleOf<'threshold'>): boolean {
  return rule.of === 'session' && LENGTHS.includes(rule.measures);
}

/**
 * Whether one policy asks for more time than another: by its least number of minutes, by whether they are without interruption, and by the
 * verb. A most says nothing about that. Null where one of them asks for different lengths of different people.
 */
export function lengthMark(mine: readonly Rule[], theirs: readonly Rule[]): Mark | null {
  const [before, after] = [onlyAsk(mine), onlyAsk(theirs)];
  if (before === null || after === null) return null;
  const steps = before.map((was, i) => Math.sign((after[i] ?? 0) - was));
  const [isMore, isLess] = [steps.includes(1), steps.includes(-1)];
  if (isMore && isLess) return 'unclear';
  return isMore ? 'stricter' : isLess ? 'looser' : 'equal';
}

/** The least, the measure and the verb as numbers; null unless all rules ask the same of whomever they are for. */
function onlyAsk(rules: readonly Rule[]): readonly number[] | null {
  const asks = rules
    .filter((rule) => rule.kind === 'threshold')
    .filter(isLength)
    .map(({ atLeast, measures, strength }) => [atLeast ?? 0, LENGTHS.indexOf(measures), VERBS.indexOf(strength)]);
  const [first, ...rest] = asks;
  if (first === undefined || asks.length !== rules.length) return null;
  return rest.every((ask) => ask.every((value, i) => value === first[i])) ? first : null;
}

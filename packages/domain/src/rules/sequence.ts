import type { RuleOf } from '../policy/index.ts';
import type { FactIndex } from './fact-index.ts';
import type { Duty } from './finding.ts';
import { dutyOf, failing } from './item-duty.ts';
import type { Item } from './items.ts';
import { momentOf, type At } from './moments.ts';

/** Moments out of order fail; one that was not recorded says nothing either way. */
export function judgeSequence(rule: RuleOf<'sequence'>, item: Item, index: FactIndex): Duty | null {
  const known = rule.order
    .map((moment) => momentOf(moment, item.facts, index, rule.which))
    .filter((moment): moment is At => moment !== null);
  const isInOrder = known.every((moment, i) => i === 0 || follows(moment, known[i - 1] ?? moment, rule.mayCoincide === true));
  return isInOrder ? null : dutyOf(rule, item, index, { openedOn: item.day, judged: failing(rule) });
}

/** Of two instants the minute counts, else the day. */
function follows(moment: At, before: At, mayCoincide: boolean): boolean {
  const apart = moment.at !== null && before.at !== null ? moment.at - before.at : moment.day - before.day;
  return mayCoincide ? apart >= 0 : apart > 0;
}

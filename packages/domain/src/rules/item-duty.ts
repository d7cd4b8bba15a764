import { FAR_FUTURE } from '../calendar/index.ts';
import type { Owner, Rule } from '../policy/index.ts';
import type { FactIndex } from './fact-index.ts';
import type { Duty } from './finding.ts';
import type { Item } from './items.ts';
import { ownerOn } from './owners.ts';

/** A requirement of a rule on an item. */
export function dutyOf(
  rule: Rule & { owes?: Owner | undefined },
  item: Item & { readonly opening?: string; readonly until?: number },
  index: FactIndex,
  dates: Pick<Duty, 'openedOn' | 'judged'> & Partial<Duty>,
): Duty {
  return {
    rule: rule.id,
    series: null,
    strength: rule.strength,
    subjectKind: item.kind,
    subject: item.key,
    about: item.about,
    opening: item.opening ?? item.kind,
    dueOn: null,
    dueAt: null,
    metOn: null,
    metAt: null,
    endedOn: item.until === undefined || item.until === FAR_FUTURE ? null : item.until,
    owedBy: ownerOn(index, rule.owes ?? 'supervisor', item.about, dates.dueOn ?? dates.openedOn, item.facts.session),
    absentFrom: null,
    absentTo: null,
    returnDueOn: null,
    ...dates,
  };
}

/** What a rule of this strength finds when it is not met. */
export function failing(rule: Rule): 'breached' | 'advisory' {
  return rule.strength === 'must' || rule.strength === 'should' ? 'breached' : 'advisory';
}

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
  dates: Pick<Duty, 'openedOn' | 'judged'> & Partial<Pick<Duty, 'dueOn' | 'dueAt' | 'metOn' | 'metAt' | 'endedOn'>>,
): Duty {
  const { openedOn, dueOn = null } = dates;
  const { session } = item.facts;
  const until = item.until === undefined || item.until === FAR_FUTURE ? null : item.until;
  const endedOn = dates.endedOn === undefined ? until : dates.endedOn;
  // Written out: of hundreds of thousands of requirements, spreading `dates` over the others takes as long as judging them.
  return {
    rule: rule.id,
    series: null,
    strength: rule.strength,
    subjectKind: item.kind,
    subject: item.key,
    about: item.about,
    opening: item.opening ?? item.kind,
    openedOn,
    dueOn,
    dueAt: dates.dueAt ?? null,
    metOn: dates.metOn ?? null,
    metAt: dates.metAt ?? null,
    endedOn,
    owedBy: ownerOn(index, rule.owes ?? 'supervisor', item.about, dueOn ?? openedOn, session),
    absentFrom: null,
    absentTo: null,
    returnDueOn: null,
    judged: dates.judged,
  };
}

/** What a rule of this strength finds when it is not met. */
export function failing(rule: Rule): 'breached' | 'advisory' {
  return rule.strength === 'must' || rule.strength === 'should' ? 'breached' : 'advisory';
}

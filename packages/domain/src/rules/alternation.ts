import type { FactOf } from '../facts/index.ts';
import type { RuleOf } from '../policy/index.ts';
import { personAttributes } from './attributes.ts';
import { countedStretches, recordsBeginOn, sessionMatches } from './clocks.ts';
import type { CompiledPolicy } from './compile.ts';
import { sessionDay, type FactIndex, type Stretch } from './fact-index.ts';
import type { Duty } from './finding.ts';
import { dutyOf, failing } from './item-duty.ts';
import { NO_FACTS, type Item } from './items.ts';
import { rulesOfKind } from './rules-of-kind.ts';

/** By turns: a session on the same side as the one before it fails. What is on neither side is passed over. */
export function alternationDuties(policy: CompiledPolicy, index: FactIndex, ref: string): Duty[] {
  const rules = rulesOfKind(policy, 'alternation');
  return rules.flatMap((rule) => {
    const begin = recordsBeginOn(index, ['session']);
    if (begin === null) return [];
    const held = countedStretches(policy, rule, personAttributes(index, ref, policy.pack.conventions)) ?? [];
    return repeated(rule, index, ref, held)
      .filter(({ day }) => day >= begin)
      .map((item) => dutyOf(rule, item, index, { openedOn: item.day, judged: failing(rule) }));
  });
}

/** Sessions that repeat the side of the one before, within one stretch on which the rule holds. */
function repeated(rule: RuleOf<'alternation'>, index: FactIndex, ref: string, held: readonly Stretch[]): Item[] {
  const sides = sidesOf(rule, index, ref);
  return held.flatMap((stretch) => {
    const within = sides.filter(({ item }) => stretch.from <= item.day && item.day <= stretch.to);
    return within.flatMap(({ item, side }, i) => {
      const isSame = i > 0 && within[i - 1]?.side === side;
      return isSame && !(rule.onlyFirst === true && side === 1) ? [item] : [];
    });
  });
}

/** A person's sessions on either side, in order. */
function sidesOf(rule: RuleOf<'alternation'>, index: FactIndex, ref: string): { item: Item; side: 0 | 1 }[] {
  const about = { kind: 'person', ref } as const;
  const sideOf = (session: FactOf<'session'>): 0 | 1 | null =>
    sessionMatches(rule.between[0], session, index) ? 0 : sessionMatches(rule.between[1], session, index) ? 1 : null;
  const found = index.sessionsOf.get(ref).flatMap((session) => {
    const side = sideOf(session);
    if (side === null) return [];
    const item: Item = {
      kind: 'session',
      key: session.session,
      about,
      day: sessionDay(session),
      facts: { ...NO_FACTS, session },
    };
    return [{ item, side, at: session.startedAt ?? session.plannedStartAt }];
  });
  return found.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The session before one of the same side, for explanations. */
export function turnBefore(rule: RuleOf<'alternation'>, index: FactIndex, session: FactOf<'session'>): FactOf<'session'> | null {
  const sides = sidesOf(rule, index, session.supervisee);
  const at = sides.findIndex(({ item }) => item.key === session.session);
  return at <= 0 ? null : (sides[at - 1]?.item.facts.session ?? null);
}

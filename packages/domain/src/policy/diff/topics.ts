import { canonicalJson } from '../hash.ts';
import type { PolicyPack } from '../pack.ts';
import type { Condition } from '../parts.ts';
import type { Rule } from '../rule-kinds.ts';

/**
 * What a rule is about apart from its numbers, so that rules of two councils, whose ids have nothing in common, can be
 * laid side by side. Null where a rule cannot be recognised by its fields.
 */
export function topicOf(pack: PolicyPack, rule: Rule): string | null {
  switch (rule.kind) {
    case 'cadence': {
      const subject = pack.series.find(({ id }) => id === rule.series)?.subject;
      return canonicalJson([rule.kind, subject, inOrder(rule.when), rule.phase ?? null]);
    }
    case 'counting': {
      const subject = pack.series.find(({ id }) => id === rule.series)?.subject;
      return canonicalJson([rule.kind, subject, rule.when === undefined ? null : inOrder(rule.when)]);
    }
    case 'deadline':
      return canonicalJson([rule.kind, rule.of, rule.which ?? null, rule.from, rule.metBy, rule.before === undefined]);
    case 'threshold':
      return canonicalJson([rule.kind, rule.of, rule.measures]);
    case 'standing':
      return canonicalJson([rule.kind, rule.subject, rule.requires]);
    case 'quota':
      return canonicalJson([rule.kind, rule.subject, inOrder(rule.when), rule.unit]);
    case 'eligibility':
      return canonicalJson([rule.kind, rule.of, rule.who, rule.when === undefined ? null : inOrder(rule.when)]);
    case 'ratio':
      return canonicalJson([rule.kind, rule.of]);
    case 'coverage':
      return canonicalJson([rule.kind, rule.covers]);
    case 'retention':
      return canonicalJson([rule.kind, rule.keepFor === undefined]);
    case 'trigger':
      return canonicalJson([rule.kind, rule.on]);
    default:
      return null;
  }
}

/** A condition with its parts in one order, so that the way in which it was written down does not matter. */
function inOrder(condition: Condition): Condition {
  if (typeof condition === 'string') return condition;
  if ('not' in condition) return { not: inOrder(condition.not) };
  const isAll = 'all' in condition;
  const parts = (isAll ? condition.all : condition.any).map(inOrder);
  parts.sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
  return isAll ? { all: parts } : { any: parts };
}

export interface Pairs {
  readonly both: readonly (readonly [Rule, Rule])[];
  readonly added: readonly Rule[];
  readonly removed: readonly Rule[];
}

/** Rules of two packs side by side: by id, and what is left by topic, where only one of each is about it. */
export function pairRules(before: PolicyPack, after: PolicyPack): Pairs {
  const both: (readonly [Rule, Rule])[] = [];
  const left = new Set(after.rules);
  const byId = new Map(after.rules.map((rule) => [rule.id, rule]));
  const removed = before.rules.filter((rule) => {
    const same = byId.get(rule.id);
    if (same === undefined) return true;
    both.push([rule, same]);
    left.delete(same);
    return false;
  });
  const byTopic = new Map<string, Rule[]>();
  for (const rule of left) addTo(byTopic, topicOf(after, rule), rule);
  const removedByTopic = new Map<string, Rule[]>();
  for (const rule of removed) addTo(removedByTopic, topicOf(before, rule), rule);
  const gone = removed.filter((rule) => {
    const topic = topicOf(before, rule) ?? '';
    const [same, another] = byTopic.get(topic) ?? [];
    if (same === undefined || another !== undefined || removedByTopic.get(topic)?.length !== 1) return true;
    both.push([rule, same]);
    left.delete(same);
    return false;
  });
  return { both, added: [...left], removed: gone };
}

function addTo(groups: Map<string, Rule[]>, topic: string | null, rule: Rule): void {
  if (topic !== null) groups.set(topic, [...(groups.get(topic) ?? []), rule]);
}

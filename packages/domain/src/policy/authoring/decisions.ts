import type { LocalDate } from '../../calendar/index.ts';
import { CONVENTIONS, type ConventionName, type Conventions } from '../conventions.ts';
import type { Interpretation, PolicyPack, ReadingEffect } from '../pack.ts';
import type { Rule } from '../rule-kinds.ts';

/** Who decided something about how the policy is counted or read here, when, and why. */
export interface Decision {
  /** As people know them: a name, or a board. */
  readonly by: string;
  readonly on: LocalDate;
  readonly because: string;
}

/**
 * A pack with one convention switched to another of its named readings, and the decision beside it. Switched back to what the
 * text says, the trace goes. Null where there is no such convention or reading.
 */
export function switchConvention(pack: PolicyPack, name: string, value: string, decision: Decision): PolicyPack | null {
  if (!isChoice(name, value)) return null;
  const present = pack.conventions[name];
  if (present.value === value) return pack;
  const from = present.switched?.from ?? present.value;
  const switched = from === value ? {} : { switched: { from, ...decision } };
  const conventions = { ...pack.conventions, [name]: { value, cites: present.cites, ...switched } } as Conventions;
  return { ...pack, conventions };
}

function isChoice(name: string, value: string): name is ConventionName {
  return Object.hasOwn(CONVENTIONS, name) && Object.hasOwn(CONVENTIONS[name as ConventionName], value);
}

/**
 * A pack in which one clause is read the other way: reading and alternative change places, what that changes in conventions and
 * rules is changed, and what it was is kept, so that reading it back gives the pack as it was but for the decision. Null where
 * there is no such reading or no alternative to it.
 */
export function readOtherwise(pack: PolicyPack, id: string, decision: Decision): PolicyPack | null {
  const reading = pack.interpretations.find((one) => one.id === id);
  if (reading?.alternative === undefined) return null;
  const effect = reading.ifAlternative ?? {};
  let changed: PolicyPack | null = pack;
  for (const [name, value] of Object.entries(effect.conventions ?? {}))
    changed = changed === null ? null : withConvention(changed, name, value);
  if (changed === null) return null;
  const back = effectBack(pack, effect);
  const read: Interpretation = {
    ...reading,
    reading: reading.alternative,
    alternative: reading.reading,
    ...(back === null ? {} : { ifAlternative: back }),
    approvedBy: decision.by,
    approvedOn: decision.on,
    because: decision.because,
  };
  return {
    ...changed,
    rules: changed.rules.map((rule) => withFields(rule, effect.rules?.[rule.id])),
    interpretations: changed.interpretations.map((one) => (one.id === id ? read : one)),
  };
}

function withConvention(pack: PolicyPack, name: string, value: string): PolicyPack | null {
  if (!isChoice(name, value)) return null;
  return { ...pack, conventions: { ...pack.conventions, [name]: { ...pack.conventions[name], value } } as Conventions };
}

type Fields = NonNullable<ReadingEffect['rules']>[string];

function withFields(rule: Rule, fields: Fields | undefined): Rule {
  if (fields === undefined) return rule;
  const changed: Record<string, unknown> = { ...rule };
  for (const [name, value] of Object.entries(fields)) {
    if (value === null) delete changed[name];
    else changed[name] = value;
  }
  return changed as unknown as Rule;
}

/** What puts everything back that an effect changes; null where it changes nothing. */
function effectBack(pack: PolicyPack, effect: ReadingEffect): ReadingEffect | null {
  const conventions = Object.keys(effect.conventions ?? {}).map((name) => [name, pack.conventions[name as ConventionName].value]);
  const rules = Object.entries(effect.rules ?? {}).map(([id, fields]) => {
    const rule = (pack.rules.find((one) => one.id === id) ?? {}) as Readonly<Record<string, unknown>>;
    return [id, Object.fromEntries(Object.keys(fields).map((name) => [name, rule[name] ?? null]))];
  });
  if (conventions.length === 0 && rules.length === 0) return null;
  return {
    ...(conventions.length === 0 ? {} : { conventions: Object.fromEntries(conventions) as Record<string, string> }),
    ...(rules.length === 0 ? {} : { rules: Object.fromEntries(rules) as NonNullable<ReadingEffect['rules']> }),
  };
}

import type { Condition, Phase, PolicyPack, Rule } from '@plumbline/domain/policy';
import type { Dice } from './dice.ts';

/** What one person and one child of a small council are, so that a rule asks something of them: attributes by their first word. */
export interface Wishes {
  /** The rule that was picked. */
  readonly rule: string;
  readonly codes: ReadonlyMap<string, string>;
  /** A child may bear several flags at once. */
  readonly flags: readonly string[];
  /** The kinds of supervision that the rule looks at. */
  readonly kinds: readonly string[];
  /** The rule is about somebody with many cases. */
  readonly isOfMany: boolean;
  /** The rule asks for something when a phase is over. */
  readonly isLate: boolean;
}

/** One way to be what one rule of the pack, picked at random, asks of: rare circumstances come as often as common ones. */
export function wishesFor(pack: PolicyPack, dice: Dice): Wishes {
  const asking = askingIn(pack);
  const { rule, when, kinds, isOfMany, isLate } = dice.pick(asking);
  const attributes = when === undefined ? [] : oneWay(when, dice);
  const codes = attributes.map((attribute) => [nameOf(attribute), attribute.slice(nameOf(attribute).length + 1)] as const);
  return {
    rule,
    codes: new Map(codes),
    flags: codes.flatMap(([name, code]) => (name === 'flag' ? [code] : [])),
    kinds,
    isOfMany,
    isLate,
  };
}

function nameOf(attribute: string): string {
  const [name = ''] = attribute.split(':');
  return name;
}

function oneWay(condition: Condition, dice: Dice): readonly string[] {
  if (typeof condition === 'string') return [condition];
  if ('all' in condition) return condition.all.flatMap((part) => oneWay(part, dice));
  return 'any' in condition ? oneWay(dice.pick(condition.any), dice) : [];
}

interface AskingRule {
  readonly rule: string;
  readonly when: Condition | undefined;
  readonly kinds: readonly string[];
  readonly isOfMany: boolean;
  readonly isLate: boolean;
}

const ASKING = new WeakMap<PolicyPack, readonly AskingRule[]>();

function askingIn(pack: PolicyPack): readonly AskingRule[] {
  let asking = ASKING.get(pack);
  if (asking === undefined) {
    asking = pack.rules.map((rule) => {
      const { when, phase } = rule as { when?: Condition; phase?: Phase };
      return { rule: rule.id, when, kinds: kindsIn(rule), isOfMany: isOfMany(rule), isLate: phase?.after !== undefined };
    });
    ASKING.set(pack, asking);
  }
  return asking;
}

function isOfMany(rule: Rule): boolean {
  return (rule.kind === 'trigger' && rule.on === 'cases-above') || (rule.kind === 'ratio' && rule.of === 'cases');
}

function kindsIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, part]) =>
    name === 'kinds' && Array.isArray(part) ? part.filter((one) => typeof one === 'string') : kindsIn(part),
  );
}

import type { Condition, Phase, PolicyPack, Rule } from '@plumbline/domain/policy';
import { factsRead } from '@plumbline/domain/policy/coverage';
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
  /** The kinds of fact that the rule reads. */
  readonly reads: ReadonlySet<string>;
}

/** One in so many councils is about a rule that people confirm. */
const CONFIRMED_IN = 3;

/** One way to be what one rule of the pack asks of. The rules take turns, so that rare circumstances come as often as common ones. */
export function wishesFor(pack: PolicyPack, dice: Dice, seed: number): Wishes {
  const { judged, confirmed } = askingIn(pack);
  const isConfirmed = confirmed.length > 0 && (judged.length === 0 || seed % CONFIRMED_IN === 0);
  const turn = isConfirmed ? Math.floor(seed / CONFIRMED_IN) : seed - Math.ceil(seed / CONFIRMED_IN);
  const list = isConfirmed ? confirmed : judged;
  const { rule, when, kinds, isOfMany, isLate, reads } = list[turn % list.length] ?? NOTHING_ASKED;
  const attributes = when === undefined ? [] : oneWay(when, dice);
  const codes = attributes.map((attribute) => [nameOf(attribute), attribute.slice(nameOf(attribute).length + 1)] as const);
  return {
    rule,
    codes: new Map(codes),
    flags: codes.flatMap(([name, code]) => (name === 'flag' ? [code] : [])),
    kinds,
    isOfMany,
    isLate,
    reads,
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
  readonly reads: ReadonlySet<string>;
}

interface Asking {
  readonly judged: readonly AskingRule[];
  readonly confirmed: readonly AskingRule[];
}

const NOTHING_ASKED: AskingRule = {
  rule: '',
  when: undefined,
  kinds: [],
  isOfMany: false,
  isLate: false,
  reads: new Set(),
};

const ASKING = new WeakMap<PolicyPack, Asking>();

/** Kinds that ask nothing by themselves: to be what they are about shows nothing. */
const SILENT: readonly Rule['kind'][] = ['guidance', 'scope', 'setting', 'access', 'retention', 'counting'];

function askingIn(pack: PolicyPack): Asking {
  let asking = ASKING.get(pack);
  if (asking === undefined) {
    const rules = pack.rules.filter(({ kind }) => !SILENT.includes(kind));
    const isConfirmed = (rule: Rule): boolean => rule.kind === 'evidence' && rule.field === undefined;
    asking = {
      judged: rules.filter((rule) => !isConfirmed(rule)).map((rule) => askingOf(pack, rule)),
      confirmed: rules.filter(isConfirmed).map((rule) => askingOf(pack, rule)),
    };
    ASKING.set(pack, asking);
  }
  return asking;
}

function askingOf(pack: PolicyPack, rule: Rule): AskingRule {
  const { when, phase } = rule as { when?: Condition; phase?: Phase };
  const reads = new Set(factsRead(pack, rule).map((column) => column.slice(0, column.indexOf('.'))));
  return {
    rule: rule.id,
    when,
    kinds: [...kindsIn(rule), ...kindsCounted(pack, rule)],
    isOfMany: isOfMany(rule),
    isLate: phase?.after !== undefined,
    reads,
  };
}

function isOfMany(rule: Rule): boolean {
  return (rule.kind === 'trigger' && rule.on === 'cases-above') || (rule.kind === 'ratio' && rule.of === 'cases');
}

/** What resets the clock of a rule: without it, the first requirement is the only one. */
function kindsCounted(pack: PolicyPack, rule: Rule): string[] {
  if (rule.kind !== 'cadence') return [];
  return pack.rules.flatMap((one) => (one.kind === 'counting' && one.series === rule.series ? kindsIn(one) : []));
}

function kindsIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, part]) =>
    name === 'kinds' && Array.isArray(part) ? part.filter((one) => typeof one === 'string') : kindsIn(part),
  );
}

import { partsOf } from '@plumbline/domain/calendar';
import type { Interpretation, PolicyPack, Rule, RuleOf } from '@plumbline/domain/policy';
import { furtherKindPairs, scopePairs, selectionPairs } from './policy-further-kinds.ts';
import {
  boundsInWords,
  limitInWords,
  measureName,
  metInWords,
  momentNoun,
  quotaInWords,
  requiredInWords,
} from './policy-moments.ts';
import { conditionInWords, oneOfWords, ownerInWords, phaseInWords, sessionsInWords } from './policy-words.ts';
import { capitalised, everyInWords, fieldInWords, listInWords } from './wording/index.ts';

export interface Parameter {
  readonly name: string;
  readonly value: string;
}

/** `computed`: from records; `confirming`: somebody says so; `shown`: on the page and in audits. */
export type CheckKind = 'computed' | 'confirming' | 'shown';

export interface RuleCheck {
  readonly kind: CheckKind;
  readonly words: string;
}

/** A rule as its own page tells it. */
export interface RuleDetail {
  readonly id: string;
  readonly clause: string;
  readonly area: string;
  readonly says: string;
  readonly appliesTo: string;
  readonly strength: Rule['strength'];
  /** The number is ours, concluded from other clauses. */
  readonly isInferred: boolean;
  readonly parameters: readonly Parameter[];
  readonly check: RuleCheck;
  readonly auditQuestion: string | null;
  readonly readings: readonly Interpretation[];
}

/** Everything about one rule in words; null where the policy has no such rule. */
export function ruleDetail(pack: PolicyPack, id: string): RuleDetail | null {
  const rule = pack.rules.find((one) => one.id === id);
  if (rule === undefined) return null;
  const { clause, area, says, appliesTo, strength, interpretations = [] } = rule;
  return {
    id,
    clause,
    area,
    says,
    appliesTo,
    strength,
    isInferred: rule.kind === 'cadence' && rule.isInferred === true,
    parameters: parametersOf(pack, rule),
    check: checkOf(rule),
    auditQuestion: rule.auditQuestion ?? null,
    readings: pack.interpretations.filter((reading) => interpretations.includes(reading.id)),
  };
}

/** How a rule is checked, said as it is. */
export function checkOf(rule: Rule): RuleCheck {
  if (rule.kind === 'evidence' && rule.field !== undefined)
    return {
      kind: 'computed',
      words: `Seen from a field that is filled anyway: ${fieldInWords(rule.field)}. Nobody is asked to confirm it.`,
    };
  if (rule.kind === 'evidence')
    return { kind: 'confirming', words: 'Somebody says what was done; records alone do not show it.' };
  if (rule.kind === 'guidance')
    return { kind: 'shown', words: 'Shown beside the rules and asked about in audits. No date or number is judged.' };
  if (rule.kind === 'counting' || rule.kind === 'setting' || rule.kind === 'scope')
    return { kind: 'computed', words: 'Used to work out other rules. It gives no finding of its own.' };
  if (rule.kind === 'access' || rule.kind === 'retention')
    return { kind: 'computed', words: 'Answered whenever somebody wants to open a record or let go of a file.' };
  return { kind: 'computed', words: 'Worked out from records, every day.' };
}

type Pairs = readonly (readonly [name: string, value: string | null | undefined])[];

function parametersOf(pack: PolicyPack, rule: Rule): Parameter[] {
  return [...pairsOf(pack, rule), ...narrowedPairs(pack, rule)].flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [{ name, value: capitalised(value) }],
  );
}

/** What further rules say of whom this one is for. */
function narrowedPairs(pack: PolicyPack, { id }: Rule): Pairs {
  const scopes = pack.rules.filter((rule) => rule.kind === 'scope' && rule.rules?.includes(id) === true);
  return scopes.map((scope) => [`As ${scope.id} says`, scope.says] as const);
}

function pairsOf(pack: PolicyPack, rule: Rule): Pairs {
  switch (rule.kind) {
    case 'cadence':
      return cadencePairs(pack, rule);
    case 'counting':
      return [
        ['What counts', sessionsInWords(rule.counts)],
        ['For whom', rule.when && conditionInWords(rule.when)],
        ['In which stage', rule.phase && phaseInWords(rule.phase)],
        ['Needs', rule.evidence === 'child-file' ? 'the record on the child’s own file' : null],
      ];
    case 'deadline':
      return [
        ['Time limit', `${limitInWords(rule)} (${momentNoun(rule.from)})`],
        ['Met by', metInWords(rule.metBy)],
        ['Which ones', rule.which && sessionsInWords(rule.which)],
        ...selectionPairs(rule),
        ['Who owes it', ownerInWords(rule.owes)],
      ];
    case 'threshold':
      return [
        [measureName(rule.measures), boundsInWords(rule)],
        ['Too much is', rule.atMost === undefined ? null : rule.aboveIs === 'advisory' ? 'a remark, not a failing' : 'not met'],
        ['Which ones', rule.which === undefined && rule.of !== 'session' ? null : sessionsInWords(rule.which)],
        ...selectionPairs(rule),
        ['Who owes it', ownerInWords(rule.owes)],
      ];
    default:
      return furtherPairs(rule);
  }
}

function cadencePairs(pack: PolicyPack, rule: RuleOf<'cadence'>): Pairs {
  const series = pack.series.find(({ id }) => id === rule.series);
  return [
    ['How often', rule.every === 'agreed' ? 'as agreed for each person' : `at least ${everyInWords(partsOf(rule.every))}`],
    ['Of what', series?.title],
    ['Holds while', conditionInWords(rule.when)],
    ['In which stage', rule.phase && phaseInWords(rule.phase)],
    ['Sets aside', rule.relaxes && listInWords(rule.relaxes)],
    ['Who owes it', series && ownerInWords(series.owes)],
  ];
}

type Further = Exclude<Rule, { kind: 'cadence' | 'counting' | 'deadline' | 'threshold' }>;

function furtherPairs(rule: Further): Pairs {
  switch (rule.kind) {
    case 'completeness':
      return [
        ['Must be filled', rule.requires && listInWords(rule.requires.map(fieldInWords))],
        ['One of these is enough', rule.anyOf && oneOfWords(rule.anyOf.map(fieldInWords))],
        ...Object.entries(rule.oneOf ?? {}).map(
          ([field, values]) => [capitalised(fieldInWords(field)), oneOfWords(values.map(plain))] as const,
        ),
        ...Object.entries(rule.holds ?? {}).map(
          ([field, values]) => [capitalised(fieldInWords(field)), listInWords(values.map(plain))] as const,
        ),
        ['Must say yes', rule.confirmed && listInWords(rule.confirmed.map(fieldInWords))],
        ['Must be empty', rule.absent && listInWords(rule.absent.map(fieldInWords))],
        ['Which ones', rule.which === undefined && rule.of !== 'session' ? null : sessionsInWords(rule.which)],
        ...selectionPairs(rule),
        ['Who owes it', ownerInWords(rule.owes)],
      ];
    case 'sequence':
      return [
        ['In this order', rule.order.map(momentNoun).join(', then ')],
        ...selectionPairs(rule),
        ['Who owes it', ownerInWords(rule.owes)],
      ];
    case 'standing':
      return [
        ['On every day', requiredInWords(rule.requires)],
        ['Holds while', conditionInWords(rule.when)],
        ['Who owes it', ownerInWords(rule.owes)],
      ];
    case 'quota':
      return [
        ['How much', quotaInWords(rule)],
        ['What counts', sessionsInWords(rule.counts)],
        ['Holds while', conditionInWords(rule.when)],
        ['Who owes it', ownerInWords(rule.owes)],
      ];
    case 'evidence':
      return [
        ['What is asked', rule.asks],
        ['Which ones', rule.which && sessionsInWords(rule.which)],
        ['Who answers', rule.owes && ownerInWords(rule.owes)],
      ];
    case 'guidance':
      return [];
    case 'scope':
      return scopePairs(rule);
    case 'setting':
      return Object.entries(rule.parameters).map(([name, value]) => [capitalised(spaced(name)), valueInWords(value)]);
    default:
      return furtherKindPairs(rule);
  }
}

/** A parameter of a kind that has no words of its own, as plainly as can be. */
function valueInWords(value: unknown): string {
  if (Array.isArray(value)) return listInWords(value.map(valueInWords));
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (value === null || typeof value !== 'object') return plain(String(value));
  return Object.entries(value)
    .map(([name, part]) => `${spaced(name)} ${valueInWords(part)}`)
    .join(', ');
}

function spaced(name: string): string {
  return plain(name.replaceAll(/([A-Z])/g, ' $1').toLowerCase());
}

function plain(code: string): string {
  return code.replaceAll(/(?<=[a-z])-(?=[a-z])/g, ' ');
}

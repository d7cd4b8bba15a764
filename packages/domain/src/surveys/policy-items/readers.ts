/** Who may read the record of a supervision without giving a reason, as the policy's access rules have it. */
import type { PolicyPack } from '../../policy/pack.ts';
import type { Relation } from '../../policy/parts.ts';
import type { RuleOf } from '../../policy/rule-kinds.ts';
import type { Option } from '../instrument.ts';
import { NOT_SURE } from './amounts.ts';
import { holdsOfAnybody } from './families.ts';

type AccessRule = RuleOf<'access'>;

const READERS: readonly Option[] = [
  { id: 'pair', text: 'I may, with whoever supervises me', score: null, isAlone: false },
  { id: 'line', text: 'I may, with the managers above me', score: null, isAlone: false },
  { id: 'managers', text: 'Any manager here may', score: null, isAlone: false },
  { id: 'everybody', text: 'Anybody who works here may', score: null, isAlone: false },
];

export interface ReadersFact {
  readonly options: Option[];
  readonly right: string;
  readonly rule: AccessRule;
}

/** The fact, from the rule that lets the widest of them read; null where no rule lets anybody, or what holds is none of the answers. */
export function readersFact(pack: PolicyPack): ReadersFact | null {
  const rules = pack.rules.filter((rule): rule is AccessRule => rule.kind === 'access' && isAboutReading(rule));
  const reads = (relation: Relation | null) => readingRule(rules, relation);
  if (reads('self') === null) return null;
  const stranger = reads(null);
  if (stranger !== null) return { options: [...READERS, NOT_SURE], right: 'everybody', rule: stranger };
  const above = reads('chain') ?? reads('supervisors-manager');
  if (above !== null) return { options: [...READERS, NOT_SURE], right: 'line', rule: above };
  const supervisor = reads('supervisor');
  return supervisor === null ? null : { options: [...READERS, NOT_SURE], right: 'pair', rule: supervisor };
}

function isAboutReading(rule: AccessRule): boolean {
  return rule.may.includes('read') && (rule.class === undefined || rule.class.includes('personal'));
}

/** The rule by which somebody in this relation (null: in none) reads without ground or purpose; null where none lets them, or one refuses. */
function readingRule(rules: readonly AccessRule[], relation: Relation | null): AccessRule | null {
  const matching = rules.filter((rule) => matches(rule, relation));
  if (matching.some(({ effect }) => effect === 'deny')) return null;
  return matching.find((rule) => rule.effect !== 'deny' && rule.needs === undefined && rule.grounds === undefined) ?? null;
}

function matches(rule: AccessRule, relation: Relation | null): boolean {
  if (rule.isOneOf !== undefined && (relation === null || !rule.isOneOf.includes(relation))) return false;
  if (rule.isNoneOf !== undefined && relation !== null && rule.isNoneOf.includes(relation)) return false;
  return holdsOfAnybody(rule.readerIs);
}

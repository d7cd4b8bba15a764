import { changedFields, judgeField, type FieldChange } from './diff/fields.ts';
import { NOT_JUDGED, opposite, together, type Direction, type Judgement } from './diff/direction.ts';
import { pairRules } from './diff/topics.ts';
import { FORMS_AND_WORDS_PARTS, formsAndWordsOf, type FormsAndWordsPart } from './forms-and-words.ts';
import { canonicalJson } from './hash.ts';
import type { Interpretation, PolicyPack, Series, Silence } from './pack.ts';
import type { Rule } from './rule-kinds.ts';

export type { Direction } from './diff/direction.ts';
export type { FieldChange } from './diff/fields.ts';
export { compareSituations, type Asked, type SituationRow } from './diff/situations.ts';

/** A rule that is in one pack only, and whether that asks more or less. Null where it asks for nothing by itself. */
export interface LoneRule {
  readonly rule: Rule;
  readonly direction: Direction | null;
}

/** A rule that both packs have, under one id or about one topic, with what reads otherwise. */
export interface RuleChange {
  readonly before: Rule;
  readonly after: Rule;
  readonly fields: readonly FieldChange[];
  readonly direction: Direction | null;
  /** The direction rests on about how long a month or a working week is. */
  readonly isApproximate: boolean;
}

export interface ListChange<Item> {
  readonly added: readonly Item[];
  readonly removed: readonly Item[];
  readonly changed: readonly { readonly before: Item; readonly after: Item; readonly fields: readonly FieldChange[] }[];
}

/** Everything in which two packs differ. */
export interface PolicyDiff {
  readonly isSame: boolean;
  readonly head: readonly FieldChange[];
  readonly conventions: readonly FieldChange[];
  readonly words: readonly FieldChange[];
  readonly series: ListChange<Series>;
  readonly rules: {
    readonly added: readonly LoneRule[];
    readonly removed: readonly LoneRule[];
    readonly changed: readonly RuleChange[];
    /** Rules about the same, with nothing different but their ids. */
    readonly unchanged: number;
  };
  readonly interpretations: ListChange<Interpretation>;
  readonly silences: ListChange<Silence>;
  /** Forms, agendas, agreements and words, list by list; an entry is known by its id, a word by itself. */
  readonly forms: Readonly<Record<FormsAndWordsPart, ListChange<object>>>;
}

/** What is told elsewhere in the difference, part by part. */
const PARTS: readonly string[] = [
  'conventions',
  'words',
  'series',
  'rules',
  'interpretations',
  'silences',
  ...FORMS_AND_WORDS_PARTS,
];

/**
 * What two packs, or two versions of one, say differently: each field in the policy's own unit, and whether it asks more
 * or less. Units are never turned into one another; across units one is called shorter only where it always is.
 */
export function diffPolicies(before: PolicyPack, after: PolicyPack): PolicyDiff {
  const pairs = pairRules(before, after);
  const isSameCouncil = before.id === after.id;
  const changes = pairs.both
    .map(([was, is]) => ruleChange(was, is, isSameCouncil || was.id === is.id))
    .filter((change) => change.fields.length > 0);
  return {
    isSame: canonicalJson(before) === canonicalJson(after),
    head: changedFields(headOf(before), headOf(after)),
    conventions: conventionChanges(before, after),
    words: changedFields(before.words, after.words),
    series: listChange(before.series, after.series, ({ id }) => id),
    rules: {
      added: pairs.added.map((rule) => ({ rule, direction: weightOf(rule).direction })),
      removed: pairs.removed.map((rule) => ({ rule, direction: opposite(weightOf(rule)).direction })),
      changed: changes,
      unchanged: pairs.both.length - changes.length,
    },
    interpretations: listChange(before.interpretations, after.interpretations, ({ id }) => id),
    silences: listChange(before.silences, after.silences, ({ topic }) => topic),
    forms: formChanges(before, after),
  };
}

function formChanges(before: PolicyPack, after: PolicyPack): PolicyDiff['forms'] {
  const [was, is] = [formsAndWordsOf(before), formsAndWordsOf(after)];
  const changes = FORMS_AND_WORDS_PARTS.map((part) => [part, listChange<object>(was[part], is[part], nameOfEntry)]);
  return Object.fromEntries(changes) as PolicyDiff['forms'];
}

/** What an entry of a list is known by: its id, its word, or for the standing of the text its kind. */
export function nameOfEntry(entry: object): string {
  const { id, term, kind } = entry as { id?: string; term?: string; kind?: string };
  return id ?? term ?? kind ?? '';
}

/** Between councils the paragraphs of course differ: only another way of counting is told. */
function conventionChanges(before: PolicyPack, after: PolicyPack): FieldChange[] {
  const valueOf = (convention: unknown): unknown => (convention as { value: unknown }).value;
  const changes = changedFields(before.conventions, after.conventions);
  return before.id === after.id ? changes : changes.filter((change) => valueOf(change.before) !== valueOf(change.after));
}

function headOf(pack: PolicyPack): object {
  return Object.fromEntries(Object.entries(pack).filter(([name]) => !PARTS.includes(name)));
}

/** Between councils the ids, clauses, words and readings of course differ: only what is asked is compared. */
const OWN_TO_A_COUNCIL: readonly string[] = [
  'id',
  'clause',
  'area',
  'says',
  'appliesTo',
  'interpretations',
  'auditQuestion',
  'series',
  'relaxes',
  'isInferred',
];

function ruleChange(before: Rule, after: Rule, isSameRule: boolean): RuleChange {
  const fields = changedFields(before, after, judgeField(before.kind)).filter(
    ({ field }) => isSameRule || !OWN_TO_A_COUNCIL.includes(field),
  );
  return { before, after, fields, ...together(fields) };
}

/** Kinds that find something on dates and numbers; of the others nobody can say that they ask more. */
const JUDGED: readonly Rule['kind'][] = [
  'cadence',
  'deadline',
  'threshold',
  'completeness',
  'sequence',
  'standing',
  'quota',
  'eligibility',
  'ratio',
  'coverage',
  'retention',
  'access',
  'trigger',
  'alternation',
];

/** Whether having a rule asks more, or allows more. */
function weightOf(rule: Rule): Judgement {
  if (!JUDGED.includes(rule.kind)) return NOT_JUDGED;
  const isOpening = rule.kind === 'access' && rule.effect !== 'deny';
  const allows = rule.strength === 'may' || isOpening || (rule.kind === 'cadence' && rule.relaxes !== undefined);
  return { direction: allows ? 'looser' : 'stricter', isApproximate: false };
}

function listChange<Item extends object>(
  before: readonly Item[],
  after: readonly Item[],
  key: (item: Item) => string,
): ListChange<Item> {
  const [was, is] = [new Map(before.map((item) => [key(item), item])), new Map(after.map((item) => [key(item), item]))];
  return {
    added: after.filter((item) => !was.has(key(item))),
    removed: before.filter((item) => !is.has(key(item))),
    changed: before.flatMap((item) => {
      const same = is.get(key(item));
      const fields = same === undefined ? [] : changedFields(item, same);
      return same === undefined || fields.length === 0 ? [] : [{ before: item, after: same, fields }];
    }),
  };
}

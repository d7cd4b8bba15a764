import { FACT_KINDS, kindOf, type FactKindName } from '../../facts/index.ts';
import type { PolicyPack, Series } from '../pack.ts';
import type { Condition, SessionTest } from '../parts.ts';
import { attributesOf } from '../problems.ts';
import type { Rule } from '../rule-kinds.ts';
import { factsBehind, type AttributeSubject } from './attributes.ts';
import { furtherReferencesOf } from './further-references.ts';
import { unknownAttribute, unknownField } from './unknown-names.ts';
import { aboutPack, aboutRule, cadencesOf, listed, type Placed, type Remark } from './remark.ts';

/** Names that stand for nothing: attributes, fields, kinds of supervision and kinds of fact that nobody records. */
export function danglingIn(pack: PolicyPack): Remark[] {
  return [
    ...pack.rules.flatMap((rule, at) => [
      ...attributesOfRule(pack, rule, at),
      ...fieldsOfRule(rule, at),
      ...codesOfRule(rule, at),
      ...furtherReferencesOf(pack, rule, at),
    ]),
    ...pack.series.flatMap((series, at) => [...anchorOf(series, at), ...needsOf(pack, series, at)]),
  ];
}

function subjectOf(pack: PolicyPack, rule: Rule): AttributeSubject | null {
  if ('series' in rule && typeof rule.series === 'string')
    return pack.series.find(({ id }) => id === rule.series)?.subject ?? null;
  const subject = 'subject' in rule ? rule.subject : null;
  return subject === 'person' || subject === 'child' ? subject : null;
}

function attributesOfRule(pack: PolicyPack, rule: Rule, at: number): Remark[] {
  const when = 'when' in rule ? (rule.when as Condition | undefined) : undefined;
  const named = [
    ...(when === undefined ? [] : attributesOf(when).map((attribute) => ({ attribute, part: 'when' }))),
    ...('phase' in rule && rule.phase !== undefined ? [{ attribute: rule.phase.of, part: 'phase.of' }] : []),
  ];
  const subject = subjectOf(pack, rule);
  return distinctBy(named, ({ attribute, part }) => `${part} ${attribute}`).flatMap(({ attribute, part }) => {
    const message = unknownAttribute(attribute, subject);
    return message === null ? [] : [aboutRule('problem', 'unknown-attribute', { rule, at }, part, message)];
  });
}

function anchorOf(series: Series, at: number): Remark[] {
  const message = unknownAttribute(series.anchor, series.subject);
  return message === null ? [] : [aboutPack('problem', 'unknown-attribute', `series.${at}.anchor`, message)];
}

/** Fields written `session.reason`, wherever a rule names them. */
function fieldsOfRule(rule: Rule, at: number): Remark[] {
  return fieldsNamed(rule).flatMap(({ field, part }) => {
    const message = unknownField(field);
    return message === null ? [] : [aboutRule('problem', 'unknown-field', { rule, at }, part, message)];
  });
}

function fieldsNamed(rule: Rule): { field: string; part: string }[] {
  const each = (part: string, fields: readonly string[] | undefined): { field: string; part: string }[] =>
    (fields ?? []).map((field, i) => ({ field, part: `${part}.${i}` }));
  switch (rule.kind) {
    case 'completeness':
      return [
        ...each('requires', rule.requires),
        ...each('anyOf', rule.anyOf),
        ...Object.keys(rule.oneOf ?? {}).map((field) => ({ field, part: 'oneOf' })),
        ...Object.keys(rule.holds ?? {}).map((field) => ({ field, part: 'holds' })),
        ...each('confirmed', rule.confirmed),
        ...each('absent', rule.absent),
      ];
    case 'evidence':
      return rule.field === undefined ? [] : [{ field: rule.field, part: 'field' }];
    default:
      return [];
  }
}

const SESSION_KINDS = Object.keys(FACT_KINDS.session.columns.kind.options ?? {});
const PURPOSES = Object.keys(FACT_KINDS.session.columns.purposes.options ?? {});

/** Kinds and purposes of supervision that a rule counts or is about, and values of which a field must hold one. */
function codesOfRule(rule: Rule, at: number): Remark[] {
  return [...valuesOfRule(rule, at), ...testsOfRule(rule, at)];
}

function valuesOfRule(rule: Rule, at: number): Remark[] {
  if (rule.kind !== 'completeness') return [];
  const lists = [...Object.entries(rule.oneOf ?? {}), ...Object.entries(rule.holds ?? {})];
  return lists.flatMap(([field, values]) => {
    const [kind = '', column = ''] = field.split('.');
    const options = kind in FACT_KINDS ? kindOf(kind as FactKindName).columns[column]?.options : undefined;
    if (options === undefined) return [];
    return values
      .filter((value) => !(value in options))
      .map((value) =>
        aboutRule(
          'problem',
          'unknown-code',
          { rule, at },
          'oneOf',
          `The field ${field} never holds "${value}". It holds ${listed(Object.keys(options))}.`,
        ),
      );
  });
}

function testsOfRule(rule: Rule, at: number): Remark[] {
  const tests: [string, SessionTest | undefined][] = [
    ['which', 'which' in rule ? (rule.which as SessionTest | undefined) : undefined],
    ['counts', 'counts' in rule ? (rule.counts as SessionTest | undefined) : undefined],
  ];
  return tests.flatMap(([part, test]) => [
    ...unknownCodes(test?.kinds, SESSION_KINDS, 'kind', (message) =>
      aboutRule('problem', 'unknown-code', { rule, at }, `${part}.kinds`, message),
    ),
    ...unknownCodes(test?.purposes, PURPOSES, 'purpose', (message) =>
      aboutRule('problem', 'unknown-code', { rule, at }, `${part}.purposes`, message),
    ),
  ]);
}

function unknownCodes(
  codes: readonly string[] | undefined,
  known: readonly string[],
  what: string,
  remark: (message: string) => Remark,
): Remark[] {
  return (codes ?? [])
    .filter((code) => !known.includes(code))
    .map((code) => remark(`There is no ${what} of supervision "${code}". There are ${listed(known)}.`));
}

/** Kinds of fact that a clock needs and does not name, so that it would speak before their records begin. */
function needsOf(pack: PolicyPack, series: Series, at: number): Remark[] {
  const path = `series.${at}.needs`;
  const unknown = series.needs
    .filter((kind) => !(kind in FACT_KINDS))
    .map((kind) => aboutPack('problem', 'needs', path, `There is no kind of fact "${kind}".`));
  const events = series.subject === 'person' ? 'session' : 'discussion';
  const counted = series.needs.includes(events)
    ? []
    : [
        aboutPack(
          'problem',
          'needs',
          path,
          `The clock "${series.id}" counts what is recorded under "${events}", which is not among its needs.`,
        ),
      ];
  return [...unknown, ...counted, ...missingNeeds(pack, series, path)];
}

/**
 * Records of which most people and children have none. To need them would make the whole clock "not known" wherever nobody
 * keeps them.
 */
const ABOUT_FEW: readonly FactKindName[] = [
  'stage-decision',
  'shift',
  'child-flag',
  'registration',
  'training',
  'agreed-interval',
];

/**
 * A fact that is read and not needed makes a rule fall silent without saying so. It may be left out where only a permission
 * for a longer gap reads it, since without it the shorter interval counts, and where it concerns few.
 */
function missingNeeds(pack: PolicyPack, series: Series, path: string): Remark[] {
  const readBy = new Map<FactKindName, Placed[]>();
  for (const placed of cadencesOf(pack, series.id)) {
    const attributes = [...attributesOf(placed.rule.when), ...(placed.rule.phase === undefined ? [] : [placed.rule.phase.of])];
    for (const kind of new Set(attributes.flatMap((attribute) => factsBehind(series.subject, attribute) ?? []))) {
      if (!series.needs.includes(kind)) readBy.set(kind, [...(readBy.get(kind) ?? []), placed]);
    }
  }
  return [...readBy].map(([kind, readers]) => {
    const ids = listed(readers.map(({ rule }) => rule.id));
    const read = `The clock "${series.id}" does not need "${kind}", but ${ids} ${readers.length === 1 ? 'reads' : 'read'} it.`;
    if (readers.every(({ rule }) => rule.relaxes !== undefined))
      return aboutPack('note', 'needs', path, `${read} It allows a longer gap: where nobody records it the shorter one counts.`);
    if (ABOUT_FEW.includes(kind))
      return aboutPack('note', 'needs', path, `${read} Where nobody records it, it is taken to hold of nobody.`);
    return aboutPack(
      'problem',
      'needs',
      path,
      `${read} Where nobody records it the answer has to be "not known": add it to "needs".`,
    );
  });
}

function distinctBy<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}

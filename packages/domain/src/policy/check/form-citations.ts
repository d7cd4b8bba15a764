import { SESSION_KINDS, kindOf } from '../../facts/index.ts';
import { standsFor } from '../coverage/catalogue-rows.ts';
import { formsAndWordsOf } from '../forms-and-words.ts';
import type { PolicyPack } from '../pack.ts';
import type { Condition } from '../parts.ts';
import { attributesOf } from '../problems.ts';
import { factsBehind } from './attributes.ts';
import { codesOfOptions, unknownOurCode } from './form-codes.ts';
import { entriesIn, fieldsIn, valuesNamed } from './form-walk.ts';
import { twice } from './forms.ts';
import { aboutPack, aboutRule, listed, type Remark } from './remark.ts';

/** Ids that stand twice, rows that nobody has written down, conditions and codes that stand for nothing. */
export function formCitationsIn(pack: PolicyPack, rows?: ReadonlySet<string>): Remark[] {
  return [...sameIds(pack), ...unknownRows(pack, rows), ...unknownConditions(pack), ...unknownUses(pack), ...formsOfRules(pack)];
}

function sameIds(pack: PolicyPack): Remark[] {
  const all = formsAndWordsOf(pack);
  return Object.entries(all).flatMap(([part, entries]) =>
    twice(entries.flatMap((entry) => ('id' in entry ? [entry.id] : 'term' in entry ? [entry.term.toLowerCase()] : []))).map(
      (id) => aboutPack('problem', 'same-id', part, `Two entries under ${part} are called "${id}".`),
    ),
  );
}

/**
 * Rows that are cited and are neither a rule nor a reading of the policy. Where the catalogue's rows are at hand, a row that
 * stands there may still wait for its rule, and any other is a slip.
 */
function unknownRows(pack: PolicyPack, rows: ReadonlySet<string> | undefined): Remark[] {
  const rules = pack.rules.map(({ id }) => id);
  const readings = new Set(pack.interpretations.map(({ id }) => id));
  const isKnown = (id: string): boolean =>
    readings.has(id) || rows?.has(id) === true || rules.some((rule) => rule === id || standsFor(rule, id));
  return entriesIn(formsAndWordsOf(pack)).flatMap(({ path, entry }) => {
    const cited = [
      ...valuesNamed(entry, 'cites', path).flatMap(({ value, path: at }) => (value as string[]).map((id) => ({ id, at }))),
      ...valuesNamed(entry, 'rule', path).flatMap(({ value, path: at }) =>
        typeof value === 'string' ? [{ id: value, at }] : [],
      ),
    ];
    return cited
      .filter(({ id }) => !isKnown(id))
      .map(({ id, at }) =>
        aboutPack(
          rows === undefined ? 'note' : 'problem',
          'cites-nothing',
          at,
          `"${id}" is no rule, reading or row of this policy.`,
        ),
      );
  });
}

function unknownConditions(pack: PolicyPack): Remark[] {
  return entriesIn(formsAndWordsOf(pack)).flatMap(({ path, entry }) =>
    valuesNamed(entry, 'when', path).flatMap(({ value, path: at }) =>
      attributesOf(value as Condition)
        .filter((attribute) => factsBehind('person', attribute) === null && factsBehind('child', attribute) === null)
        .map((attribute) => aboutPack('problem', 'unknown-attribute', at, `No fact shows the attribute "${attribute}".`)),
    ),
  );
}

function unknownUses(pack: PolicyPack): Remark[] {
  const purposes = Object.keys(kindOf('session').columns['purposes']?.options ?? {});
  const among = (codes: unknown, known: readonly string[], at: string): Remark[] =>
    ((codes as string[] | undefined) ?? [])
      .filter((code) => !known.includes(code))
      .map((code) => aboutPack('problem', 'unknown-code', at, `There is no "${code}". There are ${listed(known)}.`));
  return entriesIn(formsAndWordsOf(pack)).flatMap(({ path, entry }) => {
    const use = entry['use'] as { sessions?: string[]; purposes?: string[] } | undefined;
    return [
      ...among(use?.sessions, Object.keys(SESSION_KINDS), `${path}.use.sessions`),
      ...among(use?.purposes, purposes, `${path}.use.purposes`),
    ];
  });
}

/** Kinds of fact of which a council's own form is the source, so that a rule that reads one should find it on a form. */
const WRITTEN: readonly string[] = [
  'session',
  'discussion',
  'record',
  'agreement',
  'action',
  'event',
  'deviation',
  'stage-decision',
];

/** Forms, parts of forms and fields that rules name and that no form of the policy has. */
function formsOfRules(pack: PolicyPack): Remark[] {
  const { templates } = formsAndWordsOf(pack);
  if (templates.length === 0) return [];
  const forms = new Set(templates.flatMap(({ recordForm }) => recordForm ?? []));
  const sections = new Set(
    templates.flatMap(({ parts }) => parts.flatMap((part) => part.sections.flatMap(({ section }) => section ?? []))),
  );
  const fed = new Set(fieldsIn(templates).flatMap(({ field: { feeds } }) => (feeds === undefined ? [] : [feeds])));
  return pack.rules.flatMap((rule, at) => {
    const missing = (named: string, known: ReadonlySet<string>, what: string): Remark[] =>
      valuesNamed(rule, named, '')
        .flatMap(({ value }) => textsIn(value))
        .filter((code) => codesOfOptions(named)?.includes(code) === true && !known.has(code))
        .map((code) =>
          aboutRule(
            'problem',
            'no-form',
            { rule, at },
            null,
            `The rule names ${what} "${code}", and no form of this policy is or has it.`,
          ),
        );
    const field = rule.kind === 'evidence' ? rule.field : undefined;
    const isAsked =
      field === undefined || !WRITTEN.includes(field.split('.')[0] ?? '') || fed.has(field) || unknownOurCode(field) !== null;
    return [
      ...missing('record.template', forms, 'the form'),
      ...missing('record.sections', sections, 'the part'),
      ...(isAsked
        ? []
        : [
            aboutRule(
              'note',
              'no-form',
              { rule, at },
              'field',
              `The rule reads ${field ?? ''}, and no form of this policy asks for it.`,
            ),
          ]),
    ];
  });
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

import { formsAndWordsOf } from '../forms-and-words.ts';
import type { PolicyPack } from '../pack.ts';
import type { Rule } from '../rule-kinds.ts';
import { valuesNamed } from './form-walk.ts';
import { aboutPack, aboutRule, listed, type Remark } from './remark.ts';

/** Numbers and ways of counting that nothing in the source stands behind, and readings that stand behind nothing. */
export function citationsIn(pack: PolicyPack): Remark[] {
  return [
    ...uncitedRules(pack),
    ...uncitedConventions(pack),
    ...unusedReadings(pack),
    ...unapproved(pack),
    ...unusedCounting(pack),
  ];
}

/** What people write where they have nothing to write. */
const SAYS_NOTHING = /^(|-+|–|\?+|n\/?a|none|tbc|tbd|todo|xxx+|default|unknown)$/i;

function isBlank(text: string): boolean {
  return SAYS_NOTHING.test(text.trim());
}

function uncitedRules(pack: PolicyPack): Remark[] {
  return pack.rules.flatMap((rule, at) => {
    const number = numberOf(rule);
    if (number === null) return [];
    const remarks: Remark[] = [];
    if (isBlank(rule.clause))
      remarks.push(
        aboutRule(
          'problem',
          'uncited',
          { rule, at },
          'clause',
          `The rule gives a number (${number}) and no clause that says so.`,
        ),
      );
    if (rule.kind === 'cadence' && rule.isInferred === true && (rule.interpretations ?? []).length === 0)
      remarks.push(
        aboutRule(
          'problem',
          'uncited',
          { rule, at },
          'interpretations',
          'The number is inferred, and no reading says from what.',
        ),
      );
    return remarks;
  });
}

/** The place of the number of a rule; null where it gives none. */
function numberOf(rule: Rule): string | null {
  switch (rule.kind) {
    case 'cadence':
      return rule.every === 'agreed' ? (rule.phase === undefined ? null : 'phase') : 'every';
    case 'deadline':
      return rule.before === undefined ? (rule.within === undefined ? null : 'within') : 'before';
    case 'threshold':
      return rule.atLeast === undefined ? 'atMost' : 'atLeast';
    case 'quota':
      return 'atLeast';
    default:
      return FURTHER_KINDS.includes(rule.kind) ? (numberAmong(rule, '')?.slice(1) ?? null) : null;
  }
}

/** Kinds whose numbers stand anywhere in them. */
const FURTHER_KINDS: readonly Rule['kind'][] = ['eligibility', 'ratio', 'coverage', 'retention', 'trigger', 'setting'];

function numberAmong(value: unknown, path: string): string | null {
  if (typeof value === 'number') return path;
  if (value === null || typeof value !== 'object') return null;
  for (const [key, part] of Object.entries(value)) {
    const found = numberAmong(part, `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

function uncitedConventions(pack: PolicyPack): Remark[] {
  const isReading = readingTest(pack);
  return Object.entries(pack.conventions).flatMap(([name, { cites }]) => {
    const path = `conventions.${name}.cites`;
    if (isBlank(cites))
      return [
        aboutPack(
          'problem',
          'uncited',
          path,
          `Nothing is cited for the convention "${name}": name the paragraph or the decision that says so.`,
        ),
      ];
    const missing = wordsOf(cites).filter((word) => isReading(word) && !pack.interpretations.some(({ id }) => id === word));
    return missing.map((word) =>
      aboutPack('problem', 'uncited', path, `The convention "${name}" cites the reading "${word}", which is not recorded.`),
    );
  });
}

/** Whether a word looks like the id of a reading of this pack: the letters that most of its readings have before their number. */
function readingTest(pack: PolicyPack): (word: string) => boolean {
  const ids = new Set<string>(pack.rules.map(({ id }) => id));
  const stems = pack.interpretations.map(({ id }) => id.replace(/\d+$/, ''));
  const usual = stems.find((stem) => stem.length > 1 && stems.filter((other) => other === stem).length * 2 > stems.length);
  return (word) => usual !== undefined && !ids.has(word) && word.replace(/\d+$/, '') === usual && word !== usual;
}

function wordsOf(text: string): string[] {
  return text.split(/[\s,;()]+/).map((word) => word.replace(/\.$/, ''));
}

function unusedReadings(pack: PolicyPack): Remark[] {
  const used = new Set(pack.rules.flatMap((rule) => rule.interpretations ?? []));
  const told = [
    ...Object.values(pack.conventions).map(({ cites }) => cites),
    ...pack.silences.map(({ says }) => says),
    pack.stateNote ?? '',
    pack.source.note ?? '',
  ];
  for (const word of told.flatMap(wordsOf)) used.add(word);
  for (const { value } of valuesNamed(formsAndWordsOf(pack), 'cites', '')) for (const id of value as string[]) used.add(id);
  return pack.interpretations.flatMap(({ id }, at) =>
    used.has(id)
      ? []
      : [
          aboutPack(
            'note',
            'unused',
            `interpretations.${at}`,
            `The reading "${id}" is recorded, and no rule or convention refers to it.`,
          ),
        ],
  );
}

function unapproved(pack: PolicyPack): Remark[] {
  const open = pack.interpretations.filter(({ approvedBy, approvedOn }) => approvedBy === null || approvedOn === null);
  if (open.length === 0) return [];
  const few = open.slice(0, 5).map(({ id }) => id);
  const which = open.length > few.length ? `${few.join(', ')} and ${open.length - few.length} more` : listed(few);
  return [
    aboutPack(
      'note',
      'unapproved',
      'interpretations',
      `${open.length === 1 ? 'One reading has' : `${open.length} readings have`} nobody who approved ${open.length === 1 ? 'it' : 'them'}, or no day: ${which}.`,
    ),
  ];
}

/** Counting rules that no clock is counted by, and clocks that ask for nothing. */
function unusedCounting(pack: PolicyPack): Remark[] {
  const counted = new Set(pack.series.flatMap(({ countedBy }) => countedBy));
  const rules = pack.rules.flatMap((rule, at) =>
    rule.kind === 'counting' && !counted.has(rule.id)
      ? [
          aboutRule(
            'note',
            'unused',
            { rule, at },
            'series',
            `The clock "${rule.series}" is not counted by this rule: it is shown and resets nothing.`,
          ),
        ]
      : [],
  );
  const clocks = pack.series.flatMap(({ id }, at) =>
    pack.rules.some((rule) => rule.kind === 'cadence' && rule.series === id)
      ? []
      : [aboutPack('problem', 'unused', `series.${at}`, `The clock "${id}" has no cadence rule: it never asks for anything.`)],
  );
  return [...rules, ...clocks];
}

import type { Rule } from '@plumbline/domain/policy';
import { choicesAt } from './schema-choices.ts';

/** One change of a rule: in words, and the rule as it then is. The result may be one that the format refuses. */
export interface Change {
  readonly what: string;
  readonly rule: unknown;
}

type Place = readonly (string | number)[];

/**
 * Says nothing about what is asked: words for people, names, which clock a rule belongs to, and what a setting tells without
 * asking for anything.
 */
const WORDS: ReadonlySet<string> = new Set([
  'id',
  'kind',
  'clause',
  'area',
  'says',
  'appliesTo',
  'asks',
  'auditQuestion',
  'interpretations',
  'series',
  'isInferred',
  'isLocal',
  'parameters',
]);

const UNITS: Readonly<Record<string, readonly [unit: string, of: (count: number) => number]>> = {
  hours: ['days', (hours) => Math.max(1, Math.ceil(hours / 24))],
  days: ['workingDays', (days) => days],
  workingDays: ['days', (days) => days],
  weeks: ['months', (weeks) => weeks],
  workingWeeks: ['weeks', (weeks) => weeks],
  months: ['days', (months) => months * 30],
  years: ['days', (years) => years * 365],
};

/** Comparators and limits that have an opposite. */
const OPPOSITES: Readonly<Record<string, string>> = { atLeast: 'atMost', atMost: 'atLeast', within: 'before', before: 'within' };

/** Every small change of a rule that means something else: one at a time, each with where and what in words. */
export function changesOf(rule: Rule): Change[] {
  return visit(rule, rule, []).map(({ what, value }) => ({ what, rule: value }));
}

interface Changed {
  readonly what: string;
  readonly value: unknown;
}

function visit(rule: Rule, value: unknown, place: Place): Changed[] {
  if (typeof value === 'number') return numberChanges(value, place);
  if (typeof value === 'boolean') return [{ what: `${place.join('.')}: ${value} → ${!value}`, value: !value }];
  if (typeof value === 'string') return textChanges(rule, value, place);
  if (Array.isArray(value)) return listChanges(rule, value, place);
  if (value !== null && typeof value === 'object') return objectChanges(rule, value as Record<string, unknown>, place);
  return [];
}

function numberChanges(value: number, place: Place): Changed[] {
  return [value + 1, value - 1].map((other) => ({ what: `${place.join('.')}: ${value} → ${other}`, value: other }));
}

/** Another value of a closed set; a condition that is one attribute turns into its opposite. */
function textChanges(rule: Rule, value: string, place: Place): Changed[] {
  const at = place.join('.');
  if (isCondition(place)) return [{ what: `${at}: ${value} → not ${value}`, value: { not: value } }];
  const choices = choicesAt(rule.kind, place);
  if (!choices.includes(value)) return [];
  const other = choices[(choices.indexOf(value) + 1) % choices.length];
  return other === value || other === undefined ? [] : [{ what: `${at}: ${value} → ${other}`, value: other }];
}

const CONDITIONS: readonly (string | number | undefined)[] = ['when', 'whoIs'];

function isCondition(place: Place): boolean {
  return CONDITIONS.some((name) => place.includes(name ?? '')) && place.at(-1) !== 'of';
}

/** One thing less in a list, and each of its things changed. */
function listChanges(rule: Rule, value: readonly unknown[], place: Place): Changed[] {
  const without = value.map((part, n) => ({
    what: `${place.join('.')}: without ${inWords(part)}`,
    value: value.filter((_, other) => other !== n),
  }));
  const within = value.flatMap((part, n) =>
    // A list of codes with one of them replaced by the next says nothing that leaving it out does not.
    typeof part === 'string' && !isCondition(place)
      ? []
      : visit(rule, part, [...place, n]).map((changed) => ({ ...changed, value: value.with(n, changed.value) })),
  );
  return [...without, ...within];
}

function objectChanges(rule: Rule, value: Readonly<Record<string, unknown>>, place: Place): Changed[] {
  return Object.entries(value).flatMap(([name, part]) => {
    if (place.length === 0 && WORDS.has(name)) return [];
    const at = [...place, name].join('.');
    const rest = Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
    const changes = visit(rule, part, [...place, name]).map((changed) => ({
      ...changed,
      value: { ...value, [name]: changed.value },
    }));
    changes.push({ what: `without ${at}`, value: rest });
    const opposite = OPPOSITES[name];
    if (opposite !== undefined && !(opposite in value))
      changes.push({ what: `${at} → ${opposite}`, value: { ...rest, [opposite]: part } });
    const unit = UNITS[name];
    if (unit !== undefined && typeof part === 'number') {
      const other = unit[1](part);
      changes.push({ what: `${at}: ${part} ${name} → ${other} ${unit[0]}`, value: { ...rest, [unit[0]]: other } });
    }
    if (name === 'before' && part !== null && typeof part === 'object' && !('isStrict' in part))
      changes.push({ what: `${at}: strictly`, value: { ...value, before: { ...part, isStrict: true } } });
    return changes;
  });
}

function inWords(part: unknown): string {
  return typeof part === 'string' ? part : JSON.stringify(part);
}

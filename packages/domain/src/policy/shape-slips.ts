import type { core } from 'zod';

/** What a kind of value is called in a message. */
const NOUNS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'yes or no (true or false)',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
};

const LENGTHS = ['every', 'within', 'before', 'keepFor', 'managesFor', 'longerThan', 'upTo', 'after', 'notBefore'];
const CONDITIONS = ['when', 'whoIs', 'whoWhen', 'readerIs', 'needs', 'agreedBy', 'all', 'any', 'not'];
const FIELD_TESTS = ['where', 'unless'];
/** More values than these are too many to read; the nearest are named. */
const MOST_NAMED = 19;
const NEAREST = 4;
const MOST_SHOWN = 60;

/** A slip of shape as a sentence for whoever writes a policy: what stands there, and what may. */
export function slipInWords(issue: core.$ZodIssue, data: unknown): string {
  const value = valueAt(data, issue.path);
  switch (issue.code) {
    case 'invalid_type': {
      const noun = NOUNS[issue.expected] ?? issue.expected;
      if (value === undefined || value === null) return `This is ${value === null ? 'empty' : 'missing'}; ${noun} belongs here.`;
      return `${shown(value)} is not ${noun}.`;
    }
    case 'invalid_value':
      return noneOf(value, issue.values.map(String));
    case 'invalid_union':
      return ofUnion(issue, value);
    case 'too_small':
      if (issue.origin === 'string') return `This is too short; at least ${issue.minimum} letters belong here.`;
      return issue.origin === 'array' ? `This list is too short; it has at least ${issue.minimum}.` : issue.message;
    case 'too_big':
      return issue.origin === 'string' ? `This is too long; it has ${issue.maximum} letters at the most.` : issue.message;
    default:
      return issue.message;
  }
}

function ofUnion(issue: core.$ZodIssueInvalidUnion, value: unknown): string {
  const kinds = /Expected (.+)$/.exec(issue.message)?.[1];
  if (issue.errors.length === 0 && kinds !== undefined) return noneOf(value, kinds.replaceAll("'", '').split(' | '));
  const values = issue.errors.flat().flatMap((slip) => (slip.code === 'invalid_value' ? slip.values.map(String) : []));
  if (typeof value === 'string' && values.length > 0) return noneOf(value, values);
  const hint = hintFor(issue.path);
  return value === undefined ? `This is missing. ${hint}`.trim() : `${shown(value)} does not fit here. ${hint}`.trim();
}

function hintFor(path: readonly PropertyKey[]): string {
  const last = String(path.findLast((part) => typeof part === 'string') ?? '');
  if (LENGTHS.includes(last))
    return 'Write a length of time with one unit and a whole number, such as { days: 28 }, { weeks: 4 } or { months: 2 }.';
  if (path.some((part) => FIELD_TESTS.includes(String(part)))) return 'Write given, missing, a list of values, or { is: […] }.';
  if (CONDITIONS.includes(last))
    return 'Write an attribute such as newly-qualified, or { all: […] }, { any: […] } or { not: … } of such.';
  return '';
}

function noneOf(value: unknown, values: readonly string[]): string {
  const isFew = values.length <= MOST_NAMED;
  const named = isFew || typeof value !== 'string' ? values.slice(0, MOST_NAMED) : nearestTo(value, values);
  const rest = isFew ? '' : ` … (${values.length} in all)`;
  const may = `${named.join(', ')}${rest}`;
  return value === undefined ? `This is missing; one of these belongs here: ${may}.` : `${shown(value)} is none of: ${may}.`;
}

/** Values that share most pairs of letters with what was written. */
function nearestTo(written: string, values: readonly string[]): string[] {
  const pairs = pairsOf(written);
  const shared = (value: string): number => [...pairsOf(value)].filter((pair) => pairs.has(pair)).length / (value.length + 1);
  return values.toSorted((a, b) => shared(b) - shared(a)).slice(0, NEAREST);
}

function pairsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const part of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}

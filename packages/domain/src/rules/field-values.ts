import { FACT_KINDS, type AnyFact, type FactKindName } from '../facts/index.ts';
import { kindOfField, type FieldTest } from '../policy/index.ts';
import type { FactIndex } from './fact-index.ts';
import type { Item, ItemFacts } from './items.ts';
import { isRelated } from './relations.ts';
import { workerOn } from './responsibility.ts';

/** The value of a field written like `session.reason`. Undefined where there is no such fact. */
export function fieldOf(field: string, facts: ItemFacts): unknown {
  const { kind, column } = placeOf(field);
  const fact = factOf(kind, facts);
  return fact === null ? undefined : fact[column];
}

interface Place {
  readonly kind: FactKindName | null;
  readonly column: string;
}

/** A policy names a few dozen fields and reads them of millions of things: each is taken apart once. */
const PLACES = new Map<string, Place>();

function placeOf(field: string): Place {
  let place = PLACES.get(field);
  if (place === undefined) PLACES.set(field, (place = { kind: kindOfField(field), column: field.slice(field.indexOf('.') + 1) }));
  return place;
}

function factOf(kind: FactKindName | null, facts: ItemFacts): AnyFact | null {
  switch (kind) {
    case null:
      return null;
    case 'session':
      return facts.session as AnyFact | null;
    case 'discussion':
      return facts.discussion as AnyFact | null;
    case 'allocation':
      return facts.allocation as AnyFact | null;
    case 'supervision-pair':
      return facts.pair as AnyFact | null;
    default:
      return facts.more[kind] ?? null;
  }
}

export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** The person supervised, or who holds the child, on the day of an item. */
export function personBehind(index: FactIndex, item: Item): string | null {
  return item.about.kind === 'person' ? item.about.ref : workerOn(index, item.about.ref, item.day);
}

/** Whether a field of an item reads as a test asks. */
export function reads(index: FactIndex, item: Item, field: string, test: FieldTest): boolean {
  const value = fieldOf(field, item.facts);
  if (test === 'given') return !isEmpty(value);
  if (test === 'missing') return isEmpty(value);
  if (Array.isArray(test)) {
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.some((one) => (typeof one === 'string' || typeof one === 'boolean') && test.includes(one));
  }
  if (typeof value !== 'string') return false;
  const of = { person: personBehind(index, item), session: item.facts.session };
  if ('is' in test) return test.is.some((relation) => isRelated(index, relation, value, of, item.day));
  return !test.isNot.some((relation) => isRelated(index, relation, value, of, item.day));
}

/** Whether text names a kind of fact and one of its columns. */
export function isColumn(field: string): boolean {
  const kind = kindOfField(field);
  return kind !== null && field.slice(field.indexOf('.') + 1) in FACT_KINDS[kind].columns;
}

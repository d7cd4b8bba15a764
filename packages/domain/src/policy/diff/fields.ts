import type { Interval } from '../../calendar/index.ts';
import { canonicalJson } from '../hash.ts';
import type { Strength } from '../parts.ts';
import type { Rule } from '../rule-kinds.ts';
import {
  exactly,
  fewerIsStricter,
  moreIsStricter,
  moreItemsAreStricter,
  NOT_JUDGED,
  opposite,
  shorterIsStricter,
  type Direction,
  type Judgement,
} from './direction.ts';

/** One field that reads otherwise than before. A missing field is undefined. */
export interface FieldChange {
  /** `every`, `counts.kinds`, `conventions.absence` … */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  /** Null where the field says nothing about how much is asked. */
  readonly direction: Direction | null;
  readonly isApproximate: boolean;
}

/** Fields whose parts are told one by one. */
const OPENED = ['counts', 'which', 'parameters', 'phase', 'source', 'where', 'unless', 'holds'];

/** The fields in which two records differ, in the order of the first and then of the second. */
export function changedFields(
  before: object,
  after: object,
  judge: (field: string, before: unknown, after: unknown) => Judgement = () => NOT_JUDGED,
): FieldChange[] {
  const [was, is] = [flat(before), flat(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((field) => canonicalJson(was.get(field) ?? null) !== canonicalJson(is.get(field) ?? null))
    .map((field) => ({ field, before: was.get(field), after: is.get(field), ...judge(field, was.get(field), is.get(field)) }));
}

function flat(record: object): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [name, value] of Object.entries(record)) {
    if (OPENED.includes(name) && value !== null && typeof value === 'object')
      for (const [part, inner] of Object.entries(value)) fields.set(`${name}.${part}`, inner);
    else if (value !== undefined) fields.set(name, value);
  }
  return fields;
}

const STRENGTHS: readonly Strength[] = ['may', 'recommended', 'should', 'must'];
const PERIODS = ['week', 'fortnight-from-start', 'calendar-month', 'calendar-quarter', 'last-twelve-months', 'rolling-year'];

/** Whether a changed field of a rule asks more or less. */
export function judgeField(kind: Rule['kind']): (field: string, before: unknown, after: unknown) => Judgement {
  return (field, before, after) => {
    switch (field) {
      case 'strength':
        return moreIsStricter(STRENGTHS.indexOf(before as Strength), STRENGTHS.indexOf(after as Strength));
      case 'when':
      case 'kind':
      case 'series':
      case 'subject':
      case 'of':
      case 'from':
      case 'metBy':
      case 'measures':
      case 'order':
      case 'unit':
      case 'phase.of':
      case 'phase.after':
      case 'phase.upTo':
        return exactly('unclear');
      case 'relaxes':
        return fewerIsStricter((before as string[] | undefined) ?? [], (after as string[] | undefined) ?? []);
      default:
        return judgeNumbers(kind, field, before, after);
    }
  };
}

function judgeNumbers(kind: Rule['kind'], field: string, before: unknown, after: unknown): Judgement {
  switch (field) {
    case 'every':
    case 'within':
    case 'longerThan':
      return judgeLength(before, after);
    case 'before':
      return moreIsStricter(hoursOf(before), hoursOf(after));
    case 'keepFor':
    case 'managesFor':
      return opposite(judgeLength(before, after));
    case 'levelsAbove':
    case 'atLeast':
      return moreIsStricter(numberOr(before), numberOr(after));
    case 'atMost':
      return judgeMost(numberOr(before), numberOr(after));
    case 'aboveIs':
      return moreIsStricter(Number(before !== 'advisory'), Number(after !== 'advisory'));
    case 'per':
      return opposite(moreIsStricter(PERIODS.indexOf(String(before)), PERIODS.indexOf(String(after))));
    case 'evidence':
      return moreIsStricter(Number(before === 'child-file'), Number(after === 'child-file'));
    case 'requires':
      return kind === 'completeness' ? moreItemsAreStricter(listOr(before), listOr(after)) : exactly('unclear');
    case 'anyOf':
      return fewerIsStricter(listOr(before), listOr(after));
    default:
      return judgeLists(field, before, after);
  }
}

/** Fewer kinds that count ask more; fewer kinds that a rule is about ask less. */
function judgeLists(field: string, before: unknown, after: unknown): Judgement {
  const [part, name] = field.split('.');
  if (name === undefined || (part !== 'counts' && part !== 'which'))
    return part === 'parameters' ? exactly('unclear') : NOT_JUDGED;
  if (name === 'discussesChildren') return exactly('unclear');
  const judged = fewerIsStricter(listOr(before), listOr(after));
  return part === 'counts' ? judged : opposite(judged);
}

function judgeLength(before: unknown, after: unknown): Judgement {
  if (before === undefined || after === undefined || before === 'agreed' || after === 'agreed') return exactly('unclear');
  return shorterIsStricter(before as Interval, after as Interval);
}

/** A missing most is no limit. */
function judgeMost(before: number | null, after: number | null): Judgement {
  return opposite(moreIsStricter(before ?? Number.MAX_VALUE, after ?? Number.MAX_VALUE));
}

function numberOr(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function hoursOf(value: unknown): number | null {
  return value === undefined || value === null ? null : numberOr((value as { hours?: unknown }).hours);
}

function listOr(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

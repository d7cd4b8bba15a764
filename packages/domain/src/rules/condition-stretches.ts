import { FAR_FUTURE, type Day } from '../calendar/index.ts';
import { attributesOf, type Condition } from '../policy/index.ts';
import { mergeStretches, type Stretch } from './fact-index.ts';
import type { AttributeSpan } from './attributes.ts';

/** The stretches of days on which a condition holds. Days before the first attribute are left out. */
export function conditionStretches(condition: Condition, spans: readonly AttributeSpan[]): Stretch[] {
  if (typeof condition === 'string') return mergeStretches(spans.filter((span) => span.attribute === condition));
  const first = firstDay(spans);
  if (first === null) return [];
  const names = new Set(attributesOf(condition));
  const relevant = spans.filter((span) => names.has(span.attribute));
  const cuts = new Set([first]);
  for (const { from, to } of relevant) {
    cuts.add(from);
    if (to < FAR_FUTURE) cuts.add(to + 1);
  }
  const days = [...cuts].toSorted((a, b) => a - b);
  const held: Stretch[] = [];
  days.forEach((from, i) => {
    const holding = new Set(relevant.filter((span) => span.from <= from && span.to >= from).map((span) => span.attribute));
    if (holds(condition, holding)) held.push({ from, to: (days[i + 1] ?? FAR_FUTURE + 1) - 1 });
  });
  return mergeStretches(held);
}

function firstDay(spans: readonly AttributeSpan[]): Day | null {
  let first: Day | null = null;
  for (const span of spans) if (first === null || span.from < first) first = span.from;
  return first;
}

/** Whether a condition holds where exactly these attributes do. */
export function holds(condition: Condition, attributes: Pick<ReadonlySet<string>, 'has'>): boolean {
  if (typeof condition === 'string') return attributes.has(condition);
  if ('not' in condition) return !holds(condition.not, attributes);
  return 'all' in condition
    ? condition.all.every((part) => holds(part, attributes))
    : condition.any.some((part) => holds(part, attributes));
}

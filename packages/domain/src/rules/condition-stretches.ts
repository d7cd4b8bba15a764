import { FAR_FUTURE } from '../calendar/index.ts';
import { attributesOf, type Condition } from '../policy/index.ts';
import { mergeStretches, type Stretch } from './fact-index.ts';
import type { AttributeSpan } from './attributes.ts';
import { compileCondition } from './compile.ts';

/** The stretches of days on which a condition holds. Days before the first attribute are left out. */
export function conditionStretches(condition: Condition, spans: readonly AttributeSpan[]): Stretch[] {
  const bits = new Map([...new Set(attributesOf(condition))].map((name, bit) => [name, bit]));
  const test = compileCondition(condition, bits);
  const cuts = [...new Set(spans.flatMap((span) => (span.to < FAR_FUTURE ? [span.from, span.to + 1] : [span.from])))].toSorted(
    (a, b) => a - b,
  );
  const held: Stretch[] = [];
  cuts.forEach((from, i) => {
    let mask = 0;
    for (const span of spans) {
      const bit = bits.get(span.attribute);
      if (bit !== undefined && span.from <= from && span.to >= from) mask |= 1 << bit;
    }
    if (test(mask)) held.push({ from, to: (cuts[i + 1] ?? FAR_FUTURE + 1) - 1 });
  });
  return mergeStretches(held);
}

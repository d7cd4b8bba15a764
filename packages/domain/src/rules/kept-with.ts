import type { FactIndex } from './fact-index.ts';

/** What is worked out of grouped facts by a name, once for each grouping: it never changes after it is made. */
export function keptWith<Value>(workOut: (index: FactIndex, name: string) => Value): (index: FactIndex, name: string) => Value {
  const known = new WeakMap<FactIndex, Map<string, Value>>();
  return (index, name) => {
    let values = known.get(index);
    if (values === undefined) known.set(index, (values = new Map()));
    let value = values.get(name);
    if (value === undefined) values.set(name, (value = workOut(index, name)));
    return value;
  };
}

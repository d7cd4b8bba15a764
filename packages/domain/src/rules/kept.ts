import type { FactIndex } from './fact-index.ts';

/** What is worked out of something that never changes, once for each: a policy, a rule, facts that are grouped. */
export function keptFor<Of extends object, Value extends object>(workOut: (of: Of) => Value): (of: Of) => Value {
  const known = new WeakMap<Of, Value>();
  return (of) => {
    let value = known.get(of);
    if (value === undefined) known.set(of, (value = workOut(of)));
    return value;
  };
}

/** What is worked out of grouped facts by a name, once for each grouping. */
export function keptWith<Value>(workOut: (index: FactIndex, name: string) => Value): (index: FactIndex, name: string) => Value {
  const byName = keptFor((_: FactIndex) => new Map<string, Value>());
  return (index, name) => {
    const values = byName(index);
    let value = values.get(name);
    if (value === undefined) values.set(name, (value = workOut(index, name)));
    return value;
  };
}

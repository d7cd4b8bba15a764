import type { FactIndex } from './fact-index.ts';

/** What is worked out of something that never changes and stays, once for each: a policy, a rule. */
export function keptFor<Of extends object, Value extends object>(workOut: (of: Of) => Value): (of: Of) => Value {
  const known = new WeakMap<Of, Value>();
  return (of) => {
    let value = known.get(of);
    if (value === undefined) known.set(of, (value = workOut(of)));
    return value;
  };
}

/**
 * What is worked out of grouped facts by a name, or for a policy or a series of one, once for each grouping. It lies with the grouping
 * and goes with it: a table of its own that knows groupings weakly would hold what it is worked out of until memory is next swept whole.
 */
export function keptWith<Value, By = string>(workOut: (index: FactIndex, by: By) => Value): (index: FactIndex, by: By) => Value {
  return (index, by) => {
    let values = index.kept.get(workOut) as Map<By, Value> | undefined;
    if (values === undefined) index.kept.set(workOut, (values = new Map<By, Value>()));
    let value = values.get(by);
    if (value === undefined) values.set(by, (value = workOut(index, by)));
    return value;
  };
}

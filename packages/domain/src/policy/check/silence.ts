import type { PolicyPack, Series } from '../pack.ts';
import { attributesOf } from '../problems.ts';
import { ALWAYS, valuesOf } from './attributes.ts';
import { aboutPack, cadencesOf, listed, type Remark } from './remark.ts';
import { startingWorld, truthOf, type World } from './worlds.ts';

/** Names whose values a policy that names one of them would be expected to go through. */
const GONE_THROUGH = ['placement', 'shift-band', 'status'] as const;

/** Kinds of placement, status or band for which a clock asks nothing, while it does for others: a silence or an oversight. */
export function nothingSaidIn(pack: PolicyPack): Remark[] {
  return pack.series.flatMap((series, at) => GONE_THROUGH.flatMap((name) => leftOut(pack, series, at, name)));
}

function leftOut(pack: PolicyPack, series: Series, at: number, name: string): Remark[] {
  const rules = cadencesOf(pack, series.id).map(({ rule }) => rule);
  const named = new Set(rules.flatMap(({ when }) => attributesOf(when)).filter((attribute) => attribute.startsWith(`${name}:`)));
  // One value alone is an exception that the policy names, not a list that it goes through.
  if (named.size === 0 || (named.size < 2 && name !== 'shift-band')) return [];
  const all = [...new Set([...rules.flatMap(({ when }) => attributesOf(when)), ALWAYS[series.subject]])];
  const silent = (valuesOf(series.subject, name) ?? []).filter((value) => {
    const attribute = `${name}:${value}`;
    if (named.has(attribute) || value === 'unmapped') return false;
    const world: World = new Map([
      ...all.map((other) => [other, false] as const),
      ...startingWorld(series.subject, [attribute], all),
    ]);
    return !rules.some(({ when }) => truthOf(when, world) === true);
  });
  if (silent.length === 0) return [];
  const message = `The clock "${series.id}" tells values of "${name}" apart (${listed([...named].map((attribute) => attribute.slice(name.length + 1)))}), and by themselves these ask for nothing: ${listed(silent)}.`;
  return [aboutPack('note', 'nothing-said', `series.${at}`, message)];
}

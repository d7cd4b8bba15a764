import { attributesOf } from '../problems.ts';
import type { Condition } from '../parts.ts';
import { ALWAYS, shutOutBy, type AttributeSubject } from './attributes.ts';

/** Which attributes are taken to hold and which not; the rest is open. */
export type World = ReadonlyMap<string, boolean>;

/** True, false, or null where it hangs on attributes that are open. */
export type Truth = boolean | null;

/** A condition in a world of which not everything is settled. */
export function truthOf(condition: Condition, world: World): Truth {
  if (typeof condition === 'string') return world.get(condition) ?? null;
  if ('not' in condition) {
    const inner = truthOf(condition.not, world);
    return inner === null ? null : !inner;
  }
  const isAll = 'all' in condition;
  let isOpen = false;
  for (const part of isAll ? condition.all : condition.any) {
    const truth = truthOf(part, world);
    if (truth === !isAll) return truth;
    if (truth === null) isOpen = true;
  }
  return isOpen ? null : isAll;
}

/** What to do with a world: settle one more attribute, leave everything below it out, or stop. */
export type Step = 'settle' | 'skip' | 'stop';

export interface Walk {
  /** Whether it was stopped by `visit`. */
  readonly isStopped: boolean;
  /** Whether every world was seen; false where there were too many. */
  readonly isWhole: boolean;
}

const MOST_WORLDS = 60_000;

/**
 * Walks every combination of attributes that can hold of one subject on one day, settling one at a time in the order
 * given, so that whole families of combinations are left out as soon as nothing in them can matter.
 */
export function walkWorlds(
  attributes: readonly string[],
  start: World,
  visit: (world: World) => Step,
  most: number = MOST_WORLDS,
): Walk {
  let seen = 0;
  const walk = (world: World): boolean => {
    seen += 1;
    if (seen > most) return true;
    const step = visit(world);
    if (step !== 'settle') return step === 'stop';
    const next = attributes.find((attribute) => !world.has(attribute));
    if (next === undefined) return false;
    return walk(assume(world, next, true, attributes)) || walk(assume(world, next, false, attributes));
  };
  const isStopped = walk(start);
  return { isStopped: isStopped && seen <= most, isWhole: seen <= most };
}

/** A world with one more attribute settled, and with it what it shuts out. */
export function assume(world: World, attribute: string, holds: boolean, among: readonly string[]): World {
  const next = new Map(world).set(attribute, holds);
  if (holds) for (const other of shutOutBy(attribute, among)) next.set(other, false);
  return next;
}

/** The world in which only what always holds of a subject, and the attributes given, are settled. */
export function startingWorld(subject: AttributeSubject, holding: readonly string[], among: readonly string[]): World {
  return holding.reduce<World>((world, attribute) => assume(world, attribute, true, among), new Map([[ALWAYS[subject], true]]));
}

/** Attributes of conditions without repeats, in the order in which they are named. */
export function namedIn(conditions: readonly Condition[]): string[] {
  return [...new Set(conditions.flatMap(attributesOf))];
}

/** Whether all of these can hold of one subject on one day. Too many combinations count as "they can". */
export function canHoldTogether(conditions: readonly Condition[], subject: AttributeSubject): boolean {
  const attributes = namedIn(conditions);
  const walk = walkWorlds(attributes, startingWorld(subject, [], attributes), (world) => {
    const truths = conditions.map((condition) => truthOf(condition, world));
    if (truths.includes(false)) return 'skip';
    return truths.includes(null) ? 'settle' : 'stop';
  });
  return walk.isStopped || !walk.isWhole;
}

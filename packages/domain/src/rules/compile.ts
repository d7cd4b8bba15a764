import { approximateDays, type Interval } from '../calendar/index.ts';
import {
  attributesOf,
  contentHash,
  type Condition,
  type PolicyPack,
  type Rule,
  type RuleOf,
  type Series,
} from '../policy/index.ts';
import { rulesWithinScopes } from './within-scopes.ts';

/** A phase of an attribute turned into an attribute of its own, with its own bit. */
export interface CompiledPhase {
  readonly bit: number;
  readonly after: Interval | null;
  readonly upTo: Interval | null;
}

/** What the rules of a series ask on a day on which a given set of attributes holds. */
export interface Demand {
  /** Index into {@link CompiledPolicy.rules} of the rule with the shortest interval; -1 where none holds. */
  readonly rule: number;
  /** Index into {@link CompiledPolicy.intervals}; -1 where none holds. */
  readonly interval: number;
  /** Index of the rule that asks for an individually agreed interval; -1 where none does. */
  readonly agreedRule: number;
  /** Every rule that holds, in pack order, relaxed ones left out. */
  readonly all: readonly number[];
}

export interface CompiledSeries {
  readonly series: Series;
  readonly counting: readonly RuleOf<'counting'>[];
  /** Attribute → bit. Only attributes that a rule of the series names. */
  readonly attributeBits: ReadonlyMap<string, number>;
  readonly phasesOf: readonly (readonly CompiledPhase[])[];
  /** What is asked under a set of attributes (a bit mask). Results are kept, so that a mask is worked out once. */
  demandOf(mask: number): Demand;
}

/** A pack turned into plain tables and closures, once, so that a whole country can be assessed with it. */
export interface CompiledPolicy {
  readonly pack: PolicyPack;
  readonly hash: string;
  /** In the pack's order, each narrowed by the scopes that name it. */
  readonly rules: readonly Rule[];
  readonly ruleIndex: ReadonlyMap<string, number>;
  readonly intervals: readonly Interval[];
  readonly series: readonly CompiledSeries[];
}

/** At most this many attributes and phases may appear in one series: they are bits of one small integer. */
const MAX_BITS = 30;

/** Compiles a pack that {@link parsePack} has accepted. Throws a RangeError where a series needs more than 30 attributes. */
export function compilePolicy(pack: PolicyPack): CompiledPolicy {
  const ruleIndex = new Map(pack.rules.map((rule, index) => [rule.id, index]));
  const intervals: Interval[] = [];
  const series = pack.series.map((s) => compileSeries(pack, s, ruleIndex, intervals));
  return { pack, hash: contentHash(pack), rules: rulesWithinScopes(pack.rules), ruleIndex, intervals, series };
}

interface Candidate {
  readonly rule: number;
  readonly interval: number;
  readonly approximateDays: number;
  readonly relaxes: readonly number[];
  holds(mask: number): boolean;
}

function compileSeries(
  pack: PolicyPack,
  series: Series,
  ruleIndex: ReadonlyMap<string, number>,
  intervals: Interval[],
): CompiledSeries {
  const cadences = pack.rules.filter((rule): rule is RuleOf<'cadence'> => rule.kind === 'cadence' && rule.series === series.id);
  const counting = pack.rules.filter(
    (rule): rule is RuleOf<'counting'> => rule.kind === 'counting' && series.countedBy.includes(rule.id),
  );
  if (counting.length === 0) throw new RangeError(`Series ${series.id} has no counting rule ${series.countedBy.join(', ')}`);

  const bits = new Map<string, number>();
  for (const rule of cadences) {
    for (const attribute of attributesOf(rule.when)) addBit(bits, attribute);
    if (rule.phase !== undefined) addBit(bits, rule.phase.of);
  }
  const attributeBits = new Map(bits);
  const phasesOf: CompiledPhase[][] = Array.from({ length: attributeBits.size }, () => []);
  const candidates = cadences.map((rule) => {
    const phaseBit = rule.phase === undefined ? null : phaseBitOf(rule, bits, attributeBits, phasesOf);
    return candidateOf(rule, phaseBit, bits, ruleIndex, intervals);
  });
  if (bits.size > MAX_BITS)
    throw new RangeError(`Series ${series.id} names ${bits.size} attributes and phases; ${MAX_BITS} is the most.`);
  return { series, counting, attributeBits, phasesOf, demandOf: demands(candidates, bits.size) };
}

function addBit(bits: Map<string, number>, name: string): number {
  const known = bits.get(name);
  if (known !== undefined) return known;
  bits.set(name, bits.size);
  return bits.size - 1;
}

function phaseBitOf(
  rule: RuleOf<'cadence'>,
  bits: Map<string, number>,
  attributeBits: ReadonlyMap<string, number>,
  phasesOf: CompiledPhase[][],
): number {
  const phase = rule.phase;
  if (phase === undefined) throw new RangeError(`Rule ${rule.id} has no phase`);
  const name = `phase ${JSON.stringify(phase)}`;
  const isNew = !bits.has(name);
  const bit = addBit(bits, name);
  if (isNew) {
    const base = attributeBits.get(phase.of) ?? 0;
    phasesOf[base]?.push({ bit, after: phase.after ?? null, upTo: phase.upTo ?? null });
  }
  return bit;
}

function candidateOf(
  rule: RuleOf<'cadence'>,
  phaseBit: number | null,
  bits: ReadonlyMap<string, number>,
  ruleIndex: ReadonlyMap<string, number>,
  intervals: Interval[],
): Candidate {
  const test = compileCondition(rule.when, bits);
  const interval = rule.every === 'agreed' ? -1 : intervals.push(rule.every) - 1;
  return {
    rule: ruleIndex.get(rule.id) ?? -1,
    interval,
    approximateDays: rule.every === 'agreed' ? 0 : approximateDays(rule.every),
    relaxes: (rule.relaxes ?? []).map((id) => ruleIndex.get(id) ?? -1),
    holds: (mask) => (phaseBit === null || (mask & (1 << phaseBit)) !== 0) && test(mask),
  };
}

/** A condition as a test over a bit mask. */
export function compileCondition(condition: Condition, bits: ReadonlyMap<string, number>): (mask: number) => boolean {
  if (typeof condition === 'string') {
    const bit = bits.get(condition);
    if (bit === undefined) return () => false;
    return (mask) => (mask & (1 << bit)) !== 0;
  }
  if ('not' in condition) {
    const test = compileCondition(condition.not, bits);
    return (mask) => !test(mask);
  }
  const isAll = 'all' in condition;
  const tests = (isAll ? condition.all : condition.any).map((part) => compileCondition(part, bits));
  return isAll ? (mask) => tests.every((test) => test(mask)) : (mask) => tests.some((test) => test(mask));
}

/** Up to so many bits, demands are looked up in an array by mask; only the few masks that occur are ever filled in. */
const MOST_TABLE_BITS = 22;

function demands(candidates: readonly Candidate[], bits: number): (mask: number) => Demand {
  const found: Demand[] = [];
  const workOut = (mask: number): number => found.push(workOutDemand(candidates, mask));
  if (bits > MOST_TABLE_BITS) {
    const places = new Map<number, number>();
    return (mask) => {
      let place = places.get(mask);
      if (place === undefined) places.set(mask, (place = workOut(mask)));
      return found[place - 1] as Demand;
    };
  }
  // Places count from 1, so that 0 means "not worked out yet".
  const places = new Int32Array(1 << bits);
  return (mask) => {
    const place = places[mask] as number;
    if (place > 0) return found[place - 1] as Demand;
    places[mask] = workOut(mask);
    return found.at(-1) as Demand;
  };
}

function workOutDemand(candidates: readonly Candidate[], mask: number): Demand {
  const holding = candidates.filter((candidate) => candidate.holds(mask));
  const relaxed = new Set(holding.flatMap((candidate) => candidate.relaxes));
  const left = holding.filter((candidate) => !relaxed.has(candidate.rule));
  let best: Candidate | null = null;
  for (const candidate of left) {
    if (candidate.interval >= 0 && (best === null || candidate.approximateDays < best.approximateDays)) best = candidate;
  }
  return {
    rule: best?.rule ?? -1,
    interval: best?.interval ?? -1,
    agreedRule: left.find((candidate) => candidate.interval < 0)?.rule ?? -1,
    all: left.map((candidate) => candidate.rule),
  };
}

import { FAR_FUTURE, formatDay, type Day } from '../../calendar/index.ts';
import type { PolicyPack, Series } from '../pack.ts';
import { BEGINNINGS, daysOf, inOwnUnit, without, type Run } from './phases.ts';
import { aboutPack, aboutRule, cadencesOf, listed, type Placed, type Remark } from './remark.ts';
import { namedIn, startingWorld, truthOf, walkWorlds, type World } from './worlds.ts';

/**
 * Days that fall between the phases of one attribute. Every combination of attributes that the rules of the clock name is
 * walked, and in each every beginning within four years: a hole may open in leap years only, or for one kind of child.
 */
export function holesIn(pack: PolicyPack): Remark[] {
  return pack.series.flatMap((series) => {
    const cadences = cadencesOf(pack, series.id);
    const phased = [...new Set(cadences.flatMap(({ rule }) => (rule.phase === undefined ? [] : [rule.phase.of])))];
    return phased.flatMap((attribute) => holesAlong(pack, series, cadences, attribute));
  });
}

/** One way in which the phases of an attribute can hold together, with a world in which they do. */
interface Combination {
  readonly banded: readonly Placed[];
  readonly world: World;
}

function holesAlong(pack: PolicyPack, series: Series, cadences: readonly Placed[], attribute: string): Remark[] {
  const banded = cadences.filter(({ rule }) => rule.phase?.of === attribute);
  const { combinations, isWhole } = combinationsOf(series, cadences, banded, attribute);
  const holes = combinations.flatMap((combination) => holesOf(pack, combination, combinations, attribute));
  const distinct = [...new Map(holes.map((hole) => [`${hole.path} ${hole.message}`, hole])).values()];
  if (isWhole) return distinct;
  const message = `There are too many combinations of attributes around "${attribute}" in the series "${series.id}" to look at each; holes among the rest are not ruled out.`;
  return [...distinct, aboutPack('note', 'size', `series.${pack.series.indexOf(series)}`, message)];
}

/** Every set of phased rules that can hold together while no rule without a phase covers the days anyway. */
function combinationsOf(
  series: Series,
  cadences: readonly Placed[],
  banded: readonly Placed[],
  attribute: string,
): { combinations: Combination[]; isWhole: boolean } {
  const others = cadences.filter((placed) => !banded.includes(placed));
  const attributes = namedIn([...banded, ...others].map(({ rule }) => rule.when));
  const seen = new Map<string, Combination>();
  const { isWhole } = walkWorlds(attributes, startingWorld(series.subject, [attribute], attributes), (world) => {
    const around = others.map(({ rule }) => truthOf(rule.when, world));
    if (around.includes(true)) return 'skip';
    const truths = banded.map(({ rule }) => truthOf(rule.when, world));
    if (truths.includes(null)) return 'settle';
    const holding = banded.filter((_, i) => truths[i] === true);
    const key = holding.map(({ at }) => at).join(' ');
    if (holding.length === 0 || seen.has(key)) return 'skip';
    if (around.includes(null)) return 'settle';
    seen.set(key, { banded: holding, world });
    return 'skip';
  });
  return { combinations: [...seen.values()], isWhole };
}

/** A stretch that no rule covers, for one beginning. */
interface Gap {
  readonly begins: Day;
  readonly gap: Run;
  readonly before: Placed | null;
  readonly after: Placed | null;
}

function holesOf(pack: PolicyPack, { banded, world }: Combination, all: readonly Combination[], attribute: string): Remark[] {
  const gaps = new Map<string, Gap[]>();
  for (const begins of BEGINNINGS) {
    for (const gap of gapsFor(pack, banded, begins)) {
      const key = `${gap.before?.at} ${gap.after?.at}`;
      gaps.set(key, [...(gaps.get(key) ?? []), gap]);
    }
  }
  return [...gaps.values()].flatMap((found) => {
    const [first] = found;
    if (first === undefined) return [];
    const where = whereHolds(banded, all, world, attribute);
    return [remarkOn(first, found.length, { where, attribute, isCoveredElsewhere: isCovered(pack, all, first) })];
  });
}

function gapsFor(pack: PolicyPack, banded: readonly Placed[], begins: Day): Gap[] {
  const runs = banded.flatMap((placed) => {
    const run = daysOf(placed.rule.phase, begins, pack.conventions);
    return run === null ? [] : [{ ...run, placed }];
  });
  return without(
    { from: begins, to: FAR_FUTURE },
    runs.map(({ from, to }) => ({ from, to })),
  ).map((gap) => ({
    begins,
    gap,
    before: runs.find(({ to }) => to === gap.from - 1)?.placed ?? null,
    after: runs.find(({ from }) => from === gap.to + 1)?.placed ?? null,
  }));
}

/** Whether rules cover the first day of a gap for somebody else who has the same attribute. */
function isCovered(pack: PolicyPack, all: readonly Combination[], { begins, gap }: Gap): boolean {
  return all.some(({ banded }) =>
    banded.some(({ rule }) => {
      const run = daysOf(rule.phase, begins, pack.conventions);
      return run !== null && run.from <= gap.from && gap.from <= run.to;
    }),
  );
}

/** The attributes that tell this combination from the others: "with flag:stable, without case-holding". */
function whereHolds(banded: readonly Placed[], all: readonly Combination[], world: World, attribute: string): string {
  const rules = [...new Set([...banded, ...all.flatMap((other) => other.banded)])];
  const named = namedIn(rules.map(({ rule }) => rule.when)).filter((name) => name !== attribute && world.has(name));
  const holding = named.filter((name) => world.get(name) === true).map((name) => `with ${name}`);
  const missing = named.filter((name) => world.get(name) === false).map((name) => `without ${name}`);
  const parts = [...holding, ...missing];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

interface Surroundings {
  readonly where: string;
  readonly attribute: string;
  /** Whether the same days are covered for somebody with other attributes besides. */
  readonly isCoveredElsewhere: boolean;
}

function remarkOn(found: Gap, times: number, { where, attribute, isCoveredElsewhere }: Surroundings): Remark {
  const { begins, gap, before, after } = found;
  const whose = `${attribute}${where}`;
  const example = `Where it began on ${formatDay(begins)}`;
  const often = times === BEGINNINGS.length ? '' : ` This happens for ${times} of ${BEGINNINGS.length} first days in four years.`;
  if (before !== null && after !== null) {
    const message = `No rule covers ${stretch(gap, begins)} of ${whose}: it falls between ${before.rule.id} (${phaseWords(before)}) and ${after.rule.id} (${phaseWords(after)}). ${example}: ${dates(gap)}.${often}`;
    return aboutRule('problem', 'hole', before, 'phase', message);
  }
  const severity = isCoveredElsewhere ? 'problem' : 'note';
  const kind = isCoveredElsewhere ? 'hole' : 'ends-early';
  const elsewhere = isCoveredElsewhere ? ' Others with the same attribute are covered on those days.' : '';
  if (before !== null) {
    const message = `No rule covers ${whose} from ${stretch(gap, begins)} on, after ${before.rule.id} (${phaseWords(before)}). ${example}: from ${formatDay(gap.from)}.${elsewhere}`;
    return aboutRule(severity, kind, before, 'phase', message);
  }
  const first = after ?? { rule: { id: '' }, at: 0 };
  const message = `No rule covers the first days of ${whose}, ${stretch(gap, begins)}, before ${listed([first.rule.id])}${after === null ? '' : ` (${phaseWords(after)})`}. ${example}: ${dates(gap)}.${elsewhere}`;
  return aboutRule(severity, kind, first, 'phase', message);
}

/** Days are counted as people count them: the day after the first is day 1, as in "twelve months after". */
function stretch(gap: Run, begins: Day): string {
  if (gap.to >= FAR_FUTURE) return `day ${gap.from - begins}`;
  return gap.from === gap.to ? `day ${gap.from - begins}` : `days ${gap.from - begins} to ${gap.to - begins}`;
}

function dates(gap: Run): string {
  return gap.from === gap.to ? formatDay(gap.from) : `${formatDay(gap.from)} to ${formatDay(gap.to)}`;
}

function phaseWords({ rule: { phase } }: Placed): string {
  const after = phase?.after === undefined ? null : `after ${inOwnUnit(phase.after)}`;
  const upTo = phase?.upTo === undefined ? null : `up to ${inOwnUnit(phase.upTo)}`;
  return listed([after, upTo].filter((part) => part !== null));
}

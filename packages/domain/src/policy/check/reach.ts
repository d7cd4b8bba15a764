import { approximateDays, FAR_FUTURE, type Day } from '../../calendar/index.ts';
import type { PolicyPack, Series } from '../pack.ts';
import { BEGINNINGS, daysOf, FEW_BEGINNINGS, inOwnUnit, without, type Run } from './phases.ts';
import { aboutRule, cadencesOf, listed, type Placed, type Remark } from './remark.ts';
import { namedIn, startingWorld, truthOf, walkWorlds, type World } from './worlds.ts';

/** Phases without a day, and rules of a clock that can never decide a date because shorter ones hold whenever they do. */
export function unreachableIn(pack: PolicyPack): Remark[] {
  return pack.series.flatMap((series) => {
    const cadences = cadencesOf(pack, series.id);
    return cadences.flatMap((placed) => {
      const empty = emptyPhase(pack, placed);
      if (empty !== null) return [empty];
      return placed.rule.every === 'agreed' ? [] : neverDecides(pack, series, cadences, placed);
    });
  });
}

function emptyPhase(pack: PolicyPack, placed: Placed): Remark | null {
  const { phase } = placed.rule;
  if (phase?.after === undefined || phase.upTo === undefined) return null;
  const dayless = BEGINNINGS.filter((begins) => daysOf(phase, begins, pack.conventions) === null).length;
  if (dayless === 0) return null;
  const limits = `after ${inOwnUnit(phase.after)}, up to ${inOwnUnit(phase.upTo)}`;
  return dayless === BEGINNINGS.length
    ? aboutRule('problem', 'empty-phase', placed, 'phase', `The phase has no day in it: ${limits}. The rule can never hold.`)
    : aboutRule(
        'note',
        'empty-phase',
        placed,
        'phase',
        `The phase has no day in it for ${dayless} of ${BEGINNINGS.length} first days in four years: ${limits}.`,
      );
}

function neverDecides(pack: PolicyPack, series: Series, cadences: readonly Placed[], placed: Placed): Remark[] {
  const length = lengthOf(placed);
  const shorter = cadences.filter((other) => other !== placed && lengthOf(other) < length);
  const first = cadences.filter((other) => other !== placed && other.at < placed.at && lengthOf(other) === length);
  const strict = decidesSomewhere(pack, series, cadences, placed, shorter);
  if (strict.answer === 'never') {
    const because =
      strict.inTheWay.length === 0
        ? 'its conditions cannot hold together'
        : `whenever it holds, a shorter interval counts or the rule is set aside (${listed(strict.inTheWay)})`;
    return [aboutRule('problem', 'unreachable', placed, 'when', `The rule can never decide a date: ${because}.`)];
  }
  if (strict.answer === 'unknown' || first.length === 0) return [];
  const named = decidesSomewhere(pack, series, cadences, placed, [...shorter, ...first]);
  if (named.answer !== 'never') return [];
  const message = `The rule is never named in a finding: rules that ask for the same interval come before it in the files whenever it holds (${listed(named.inTheWay)}).`;
  return [aboutRule('note', 'never-named', placed, 'when', message)];
}

function lengthOf({ rule }: Placed): number {
  return rule.every === 'agreed' ? Number.POSITIVE_INFINITY : approximateDays(rule.every);
}

interface Decides {
  readonly answer: 'somewhere' | 'never' | 'unknown';
  /** Rules that stood in the way in the worlds looked at. */
  readonly inTheWay: readonly string[];
}

function decidesSomewhere(
  pack: PolicyPack,
  series: Series,
  cadences: readonly Placed[],
  placed: Placed,
  blockers: readonly Placed[],
): Decides {
  const { rule } = placed;
  const relaxers = cadences.filter(({ rule: other }) =>
    (other.relaxes ?? []).some((id) => id === rule.id || blockers.some((blocker) => blocker.rule.id === id)),
  );
  const looked = [...new Set([...blockers, ...relaxers])];
  const attributes = namedIn([rule.when, ...looked.map((other) => other.rule.when)]);
  const inTheWay = new Set<string>();
  const holding = rule.phase === undefined ? [] : [rule.phase.of];
  const walk = walkWorlds(attributes, startingWorld(series.subject, holding, attributes), (world) => {
    const own = truthOf(rule.when, world);
    if (own === false) return 'skip';
    const always = blockers.find((other) => isInTheWayForGood(other, world, relaxers));
    if (always !== undefined) {
      inTheWay.add(always.rule.id);
      return 'skip';
    }
    const isSettled = own !== null && looked.every((other) => truthOf(other.rule.when, world) !== null);
    if (!isSettled) return 'settle';
    const holds = (other: Placed): boolean => truthOf(other.rule.when, world) === true;
    if (
      FEW_BEGINNINGS.some((begins) => freeDays(pack, placed, blockers.filter(holds), relaxers.filter(holds), begins).length > 0)
    )
      return 'stop';
    for (const other of looked.filter(holds)) inTheWay.add(other.rule.id);
    return 'skip';
  });
  return { answer: walk.isStopped ? 'somewhere' : walk.isWhole ? 'never' : 'unknown', inTheWay: [...inTheWay] };
}

/** Whether a rule without a phase holds, whatever else does, and nothing could set it aside. */
function isInTheWayForGood(other: Placed, world: World, relaxers: readonly Placed[]): boolean {
  if (other.rule.phase !== undefined || truthOf(other.rule.when, world) !== true) return false;
  return !relaxers.some(({ rule }) => rule.relaxes?.includes(other.rule.id) === true && truthOf(rule.when, world) !== false);
}

/**
 * The days on which a rule decides: its phase without the days of shorter rules and of rules that set it aside. Phases of
 * other attributes may not have begun or may be over, so they take nothing away.
 */
function freeDays(
  pack: PolicyPack,
  placed: Placed,
  blockers: readonly Placed[],
  relaxers: readonly Placed[],
  begins: Day,
): Run[] {
  const own = daysOf(placed.rule.phase, begins, pack.conventions);
  if (own === null) return [];
  const runOf = (other: Placed): Run | null =>
    other.rule.phase !== undefined && other.rule.phase.of !== placed.rule.phase?.of && hasLimits(other)
      ? null
      : daysOf(other.rule.phase, begins, pack.conventions);
  const ever: Run = { from: begins, to: FAR_FUTURE };
  const setAside = relaxers.filter(({ rule }) => rule.relaxes?.includes(placed.rule.id)).flatMap((other) => runOf(other) ?? []);
  const taken = blockers.flatMap((blocker) => {
    const run = runOf(blocker);
    if (run === null) return [];
    const lifted = relaxers.filter(({ rule }) => rule.relaxes?.includes(blocker.rule.id)).map((other) => runOf(other) ?? ever);
    return without(run, lifted);
  });
  return without(own, [...setAside, ...taken]);
}

function hasLimits({ rule: { phase } }: Placed): boolean {
  return phase?.after !== undefined || phase?.upTo !== undefined;
}

import { lastWorkingDayOnOrBefore, type Day } from '@plumbline/domain/calendar';
import type { Context } from '../context.ts';
import type { CaseTeamKind, Plan } from '../organisation/plan.ts';
import type { RandomStream } from '../random.ts';
import { workingDayFrom, type Span } from '../spans.ts';

/** One opening of a family's case: which kinds of team held it when, and what led where. */
export interface Episode extends Span {
  readonly path: Path;
  /** In order; the last one is open while the case is. */
  readonly stages: readonly { readonly kind: CaseTeamKind; readonly from: Day; readonly to: Day | null }[];
  readonly assessmentCompletedOn: Day | null;
  readonly random: RandomStream;
}

export type Path = 'assessment' | 'in-need' | 'protection' | 'in-care' | 'leaving-care' | 'disability' | 'private-fostering';

export interface Family {
  readonly ref: string;
  readonly children: readonly string[];
  /** Oldest first; never overlapping. */
  readonly episodes: readonly Episode[];
}

/** Where open children are, in shares of them all. */
const OPEN_SHARES: Readonly<Record<Path, number>> = {
  assessment: 0.17,
  'in-need': 0.29,
  protection: 0.17,
  'in-care': 0.2,
  'leaving-care': 0.12,
  disability: 0.04,
  'private-fostering': 0.01,
};
const SIBLINGS: Readonly<Record<Path, readonly number[]>> = {
  assessment: [1, 1, 2, 2, 3],
  'in-need': [1, 1, 2, 2, 3, 4],
  protection: [1, 1, 2, 3],
  'in-care': [1, 1, 1, 2],
  'leaving-care': [1],
  disability: [1],
  'private-fostering': [1],
};
/** Days that a case of each kind has been open, from and to; most are nearer the first. */
const OPEN_FOR: Readonly<Record<Path, readonly [number, number]>> = {
  assessment: [1, 46],
  'in-need': [50, 520],
  protection: [75, 480],
  'in-care': [170, 2900],
  'leaving-care': [120, 1300],
  disability: [90, 1800],
  'private-fostering': [20, 400],
};

/** Families with open children, then families whose cases ended in the five years. */
export function makeFamilies(context: Context, plan: Plan): Family[] {
  const builder = new FamilyBuilder(context, plan);
  const shares = Object.entries(OPEN_SHARES) as [Path, number][];
  shares.reduce((before, [path, share]) => {
    builder.addFamilies(path, Math.round(plan.openChildren * (before + share)) - Math.round(plan.openChildren * before), 'open');
    return before + share;
  }, 0);
  const closed = plan.openChildren * plan.closedPerOpen;
  for (const [path, share] of [
    ['assessment', 0.48],
    ['in-need', 0.33],
    ['protection', 0.12],
    ['in-care', 0.05],
    ['leaving-care', 0.02],
  ] as const) {
    builder.addFamilies(path, Math.round(closed * share), 'closed');
  }
  return builder.families;
}

class FamilyBuilder {
  readonly families: Family[] = [];
  readonly #context: Context;
  readonly #hasDisabilityTeam: boolean;
  #children = 0;

  constructor(context: Context, plan: Plan) {
    this.#context = context;
    this.#hasDisabilityTeam = plan.teams.some((team) => team.kind === 'disability');
  }

  /** Families along a path until so many children are in them. */
  addFamilies(path: Path, children: number, state: 'open' | 'closed'): void {
    let left = children;
    for (let n = 0; left > 0; n += 1) {
      const random = this.#context.random.split(`family/${state}/${path}/${n}`);
      const size = Math.min(left, random.pick(SIBLINGS[path]));
      left -= size;
      const refs = Array.from({ length: size }, () => `C${20_000 + this.#children++}`);
      this.families.push({
        ref: `F${30_000 + this.families.length}`,
        children: refs,
        episodes: this.#episodes(random, path, state),
      });
    }
  }

  #episodes(random: RandomStream, path: Path, state: 'open' | 'closed'): Episode[] {
    const { today, begins } = this.#context;
    const teams = path === 'disability' && !this.#hasDisabilityTeam ? 'in-need' : path;
    if (state === 'open') {
      const [least, most] = OPEN_FOR[path];
      const age = least + Math.floor((most - least) * random.next() ** (path === 'assessment' ? 1 : 1.6));
      const from = lastWorkingDayOnOrBefore(today - age);
      const current = makeEpisode(today, random, teams, { from, to: null });
      const earlier = random.split('earlier');
      if (!earlier.chance(0.12)) return [current];
      const to = lastWorkingDayOnOrBefore(from - earlier.integer(40, 500));
      return to < begins + 60
        ? [current]
        : [makeEpisode(today, earlier, 'assessment', { from: to - earlier.integer(20, 50), to }), current];
    }
    const to = lastWorkingDayOnOrBefore(begins + Math.floor(random.next() * (today - begins)));
    const span = { from: lastWorkingDayOnOrBefore(to - closedAfter(random, path)), to };
    return [makeEpisode(today, random, teams, span)];
  }
}

function closedAfter(random: RandomStream, path: Path): number {
  if (path === 'assessment') return random.integer(12, 55);
  if (path === 'in-need') return random.integer(80, 330);
  if (path === 'protection') return random.integer(200, 560);
  return random.integer(400, 2000);
}

/** Cuts an opening into stages: an assessment first, then the team that keeps the case, then care or leaving care. */
function makeEpisode(today: Day, random: RandomStream, path: Path, span: Span): Episode {
  const last = span.to ?? Number.MAX_SAFE_INTEGER;
  const assessed = span.from + random.integer(18, 44);
  const isAssessed = path !== 'assessment' && assessed < last;
  const stages: { kind: CaseTeamKind; from: Day; to: Day | null }[] = [];
  const begin = (kind: CaseTeamKind, from: Day): void => {
    const before = stages.at(-1);
    if (from > last || from > today) return;
    if (before !== undefined) before.to = from - 1;
    stages.push({ kind, from, to: span.to });
  };
  begin(path === 'leaving-care' ? 'leaving-care' : path === 'disability' ? 'disability' : 'assessment', span.from);
  if (isAssessed && path !== 'leaving-care' && path !== 'disability')
    begin('children-in-need', workingDayFrom(assessed + 1 + random.integer(0, 4)));
  if (path === 'in-care') begin('looked-after', workingDayFrom(assessed + random.integer(60, 118)));
  return {
    ...span,
    path,
    stages,
    assessmentCompletedOn: isAssessed || (span.to !== null && assessed < span.to) ? Math.min(assessed, last) : null,
    random,
  };
}

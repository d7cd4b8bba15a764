/** One council from its people to what an attacker finds: releases, later views, the attack on all of them, and the controls. */
import { createHash } from 'node:crypto';
import {
  checkView,
  LEAST_FLOORS,
  makeRelease,
  standardPlan,
  type PlannedBreakdown,
  type Release,
  type ReportPlan,
} from '@plumbline/analytics/disclosure';
import { ROLE_FAMILIES } from '@plumbline/domain/surveys';
import { attack, type AttackResult } from './attack.ts';
import { collude, type Collusion } from './collude.ts';
import { chanceFrom, makeAttacked, oneOf, whole, type AttackedCouncil, type Chance } from './council.ts';
import { publishNaively, type Shortcut } from './naive.ts';
import { truthOf } from './truth.ts';

export interface ScenarioResult {
  readonly seed: number;
  readonly releases: number;
  readonly refusedViews: number;
  readonly shownTables: number;
  readonly onReleases: AttackResult;
  readonly collusion: Collusion;
  /** Nothing but what each shortcut hides. */
  readonly onShortcuts: Readonly<Record<Shortcut, AttackResult>>;
}

const ROUTES = { receives: 'Receives', gives: 'Gives', both: 'Both', neither: 'Neither' };

export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The plan of a council: finer for some than for others, with higher floors for a few. */
export function planOf(council: AttackedCouncil, chance: Chance): ReportPlan {
  const more = oneOf(chance, [[], [], ['cell'], ['route'], ['cell', 'route'], ['service-by-route']] as const);
  const floors = chance() < 0.1 ? { scores: 7, managed: 9, crosses: 12 } : LEAST_FLOORS;
  return standardPlan(
    'round',
    council.cells,
    { whole: 'Everybody', services: {}, roleFamilies: ROLE_FAMILIES, routes: ROUTES },
    { more, floors },
  );
}

/** Publishes, asks for up to three further views, and attacks everything that came out. */
export function runScenario(seed: number, withControls: boolean): ScenarioResult {
  const council = makeAttacked(seed);
  const chance = chanceFrom(seed ^ 0x5bd1e995);
  const plan = planOf(council, chance);
  const round = { instrument: council.instrument, cells: council.cells, ballots: council.ballots, hash };
  const first = makeRelease({ ...round, plan, earlier: [] });
  const releases: Release[] = first.ok ? [first.release] : [];
  let refusedViews = 0;
  for (let view = whole(chance, 0, 3); view > 0 && releases.length > 0; view -= 1) {
    const checked = checkView(someView(council, chance, view), { ...round, releases });
    if (checked.ok) releases.push(checked.release);
    else refusedViews += 1;
  }
  const isByRoute = [plan, ...releases.map((release) => release.plan)].some(({ breakdowns }) =>
    breakdowns.some(({ groups }) => groups.some(({ routes }) => routes !== null)),
  );
  const truth = truthOf(council, isByRoute);
  const none: AttackResult = { attacked: 0, recovered: [] };
  const control = (shortcut: Shortcut): AttackResult =>
    withControls ? attack(truth, [publishNaively(truth, plan, shortcut)]) : none;
  return {
    seed,
    releases: releases.length,
    refusedViews,
    shownTables: releases.reduce((sum, { tables }) => sum + tables.filter(({ state }) => state === 'shown').length, 0),
    onReleases: attack(truth, releases),
    collusion: collude(council, truth, releases),
    onShortcuts: { 'floors-only': control('floors-only'), 'hide-two': control('hide-two') },
  };
}

/** A wish that comes up later: some cells against the rest, or each cell. */
function someView({ cells }: AttackedCouncil, chance: Chance, number: number): PlannedBreakdown {
  const id = `view-${number}`;
  const group = (name: string, own: readonly string[]) => ({ id: `${id}:${name}`, label: name, cells: own, routes: null });
  const some = cells.filter(() => chance() < 0.5).map((cell) => cell.id);
  const rest = cells.map((cell) => cell.id).filter((cell) => !some.includes(cell));
  const halves = [group('some', some), group('rest', rest)].filter((half) => half.cells.length > 0);
  const groups = chance() < 0.3 ? cells.map((cell) => group(cell.id, [cell.id])) : halves;
  return { id, kind: 'own', label: id, groups: chance() < 0.3 ? groups.slice(0, 1) : groups };
}

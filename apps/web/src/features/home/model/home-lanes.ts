import type { HomeView } from '@plumbline/analytics/compliance';
import {
  monthTicks,
  prepareTeam,
  preparePerson,
  windowAround,
  type AxisTick,
  type PersonModel,
} from '@plumbline/analytics/prepare';

export interface HomeLanesModel {
  readonly ticks: readonly AxisTick[];
  readonly mine: PersonModel | null;
  readonly people: readonly PersonModel[];
}

const NO_FILTERS = { show: 'all', find: '' } as const;

/** The lanes under what needs somebody: their own, then their people by what needs attention. */
export function homeLanes(home: HomeView, today: string): HomeLanesModel {
  const window = windowAround(today, 100, 40);
  const mine = home.mine === null || home.mine.lanes.length === 0 ? null : preparePerson(home.mine, NO_FILTERS, window, today);
  const team = prepareTeam({ on: today, knownOn: null, people: home.team, alerts: [] }, NO_FILTERS, window);
  return { ticks: monthTicks(window), mine, people: team.people };
}

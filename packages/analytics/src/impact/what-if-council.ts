import { addMonths, startOfMonth, type Day } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import {
  childResponsibilities,
  personResponsibilities,
  sessionDay,
  type FactIndex,
  type Responsibility,
  type Stretch,
} from '@plumbline/domain/rules';
import type { WhatIfTeamToday, WhatIfToday } from './what-if-views.ts';

/** Twelve whole months, the last of which ended before `today`; both days included. */
export function twelveMonthsBefore(today: Day): Stretch {
  const end = startOfMonth(today);
  return { from: addMonths(end, -12), to: end - 1 };
}

/** Kinds of supervision in which one person has their supervisor to themselves: of these the hours are. */
export const ALONE: ReadonlySet<string> = new Set(['one-to-one', 'personal', 'casework', 'professional-support', 'reflective']);

/** A council's twelve months as they were: the same whatever set of rules is asked about, so it is read once. */
export interface CouncilYear {
  readonly index: FactIndex;
  readonly window: Stretch;
  readonly today: Day;
  /** Days and the team that answered for somebody on them, in order. */
  teamsOf(kind: 'person' | 'child', ref: string): readonly Responsibility[];
  readonly real: WhatIfToday;
}

/** Reads a council's year. Nothing is worked out of any policy. */
export function readCouncilYear(index: FactIndex, window: Stretch, today: Day): CouncilYear {
  const known = new Map<string, readonly Responsibility[]>();
  const teamsOf = (kind: 'person' | 'child', ref: string): readonly Responsibility[] => {
    const key = `${kind}:${ref}`;
    let held = known.get(key);
    if (held === undefined) {
      held = kind === 'person' ? personResponsibilities(index, ref) : childResponsibilities(index, ref);
      known.set(key, held);
    }
    return held;
  };
  return { index, window, today, teamsOf, real: realOf(index, window, today, teamsOf) };
}

/** The team that answered for somebody on a day; empty where none did. */
export function teamOn(held: readonly Responsibility[], day: Day): string {
  return held.find(({ from, to }) => from <= day && (to === null || day <= to))?.team ?? '';
}

interface Real {
  readonly supervisors: Set<string>;
  supervisees: number;
  held: number;
  spentMinutes: number;
}

function realOf(index: FactIndex, window: Stretch, today: Day, teamsOf: CouncilYear['teamsOf']): WhatIfToday {
  const whole = nothing();
  const teams = new Map<string, Real>();
  const at = (team: string): Real => teams.get(team) ?? teams.set(team, nothing()).get(team) ?? whole;
  for (const ref of index.people.keys()) {
    const held = teamsOf('person', ref).find(({ from, to }) => from <= today && (to === null || today <= to));
    const supervisor = held?.supervisor ?? held?.lineManager ?? null;
    if (held === undefined || supervisor === null) continue;
    for (const real of [whole, at(held.team ?? '')]) {
      real.supervisors.add(supervisor);
      real.supervisees += 1;
    }
  }
  const sessions = index.facts.session.filter((session) => isHeldAlone(session, window));
  const lengths = sessions.flatMap(({ minutes }) => (minutes === null || minutes <= 0 ? [] : [minutes]));
  const medianMinutes = medianOf(lengths);
  for (const session of sessions) {
    const minutes = session.minutes === null || session.minutes <= 0 ? (medianMinutes ?? 0) : session.minutes;
    for (const real of [whole, at(teamOn(teamsOf('person', session.supervisee), sessionDay(session)))]) {
      real.held += 1;
      real.spentMinutes += minutes;
    }
  }
  return {
    whole: finished('', whole),
    teams: [...teams].map(([team, real]) => finished(team, real)),
    medianMinutes,
    withoutMinutes: sessions.length - lengths.length,
  };
}

function nothing(): Real {
  return { supervisors: new Set(), supervisees: 0, held: 0, spentMinutes: 0 };
}

function finished(team: string, { supervisors, ...rest }: Real): WhatIfTeamToday {
  return { team, supervisors: supervisors.size, ...rest };
}

function isHeldAlone(session: FactOf<'session'>, { from, to }: Stretch): boolean {
  if ((session.status !== 'held' && session.status !== 'interrupted') || !ALONE.has(session.kind)) return false;
  const day = sessionDay(session);
  return from <= day && day <= to;
}

/** The middle value, of an even number the mean of the two in the middle; null of none. */
function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [below, above] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return below === undefined || above === undefined ? null : (below + above) / 2;
}

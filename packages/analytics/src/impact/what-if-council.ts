import { addMonths, formatDay, startOfMonth, type Day, type LocalDate } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import {
  childTeams,
  personResponsibilities,
  recordsBeginOn,
  sessionDay,
  type FactIndex,
  type Responsibility,
  type Stretch,
  type TeamStretch,
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
  /** Days of the window and the team that answered for somebody on them, in order; of people all of their days. */
  teamsOf(kind: 'person' | 'child', ref: string): readonly TeamStretch[];
  readonly real: WhatIfToday;
}

/** Reads a council's year. Nothing is worked out of any policy. */
export function readCouncilYear(index: FactIndex, window: Stretch, today: Day): CouncilYear {
  const people = new Map<string, readonly Responsibility[]>();
  const children = new Map<string, readonly TeamStretch[]>();
  const ofPerson = (ref: string): readonly Responsibility[] => keptIn(people, ref, () => personResponsibilities(index, ref));
  const teamsOf = (kind: 'person' | 'child', ref: string): readonly TeamStretch[] =>
    kind === 'person' ? ofPerson(ref) : keptIn(children, ref, () => childTeams(index, ref, window));
  return { index, window, today, teamsOf, real: realOf(index, window, today, ofPerson) };
}

function keptIn<Value>(known: Map<string, Value>, ref: string, workOut: () => Value): Value {
  let value = known.get(ref);
  if (value === undefined) known.set(ref, (value = workOut()));
  return value;
}

/** The team that answered for somebody on a day; empty where none did. */
export function teamOn(held: readonly TeamStretch[], day: Day): string {
  return held.find(({ from, to }) => from <= day && (to === null || day <= to))?.team ?? '';
}

interface Real {
  readonly supervisors: Set<string>;
  supervisees: number;
  held: number;
  spentMinutes: number;
}

function realOf(
  index: FactIndex,
  window: Stretch,
  today: Day,
  ofPerson: (ref: string) => readonly Responsibility[],
): WhatIfToday {
  const whole = nothing();
  const teams = new Map<string, Real>();
  const at = (team: string): Real => teams.get(team) ?? teams.set(team, nothing()).get(team) ?? whole;
  for (const ref of index.people.keys()) {
    const held = ofPerson(ref).find(({ from, to }) => from <= today && (to === null || today <= to));
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
    for (const real of [whole, at(teamOn(ofPerson(session.supervisee), sessionDay(session)))]) {
      real.held += 1;
      real.spentMinutes += minutes;
    }
  }
  return {
    whole: finished('', whole),
    teams: [...teams].map(([team, real]) => finished(team, real)),
    medianMinutes,
    withoutMinutes: sessions.length - lengths.length,
    recordsFrom: {
      people: recordsFrom(index, ['person', 'session']),
      children: recordsFrom(index, ['child', 'discussion']),
    },
  };
}

function recordsFrom(index: FactIndex, kinds: readonly string[]): LocalDate | null {
  const day = recordsBeginOn(index, kinds);
  return day === null ? null : formatDay(day);
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

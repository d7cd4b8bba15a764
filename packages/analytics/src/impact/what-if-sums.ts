import type { Series } from '@plumbline/domain/policy';
import type { LateSubject, MinutesFrom, WhatIfCounts, WhatIfOutcome, WhatIfSeries, WhatIfTeam } from './what-if-views.ts';

/** What became of one requirement. */
export type Became = 'onTime' | 'late' | 'notDone' | 'excused' | 'notKnown';

type Kind = 'person' | 'child';

interface CountedDuty {
  readonly kind: Kind;
  readonly ref: string;
  readonly series: string;
  readonly team: string;
  readonly became: Became;
  readonly daysLate: number;
}

interface CountedAsked {
  readonly kind: Kind;
  readonly ref: string;
  readonly series: string;
  readonly team: string;
  readonly times: number;
  /** What the policy asks one to take; null where it says nothing. */
  readonly minutes: number | null;
  readonly median: number | null;
}

type Counts = { -readonly [Name in keyof WhatIfCounts]: number };

interface TeamSums {
  readonly counts: Record<Kind, Counts>;
  readonly late: Record<Kind, Set<string>>;
  readonly required: Record<Kind, number>;
  minutes: number;
}

interface SeriesSums {
  readonly about: Kind;
  readonly title: string;
  readonly counts: Counts;
  readonly subjects: Set<string>;
  required: number;
  isRecorded: boolean;
}

/** Sums of one set of rules, gathered some people and children at a time. */
export class WhatIfSums {
  private readonly whole = newTeam();
  private readonly teams = new Map<string, TeamSums>();
  private readonly series = new Map<string, SeriesSums>();
  private readonly late = new Map<string, { -readonly [Name in keyof LateSubject]: LateSubject[Name] }>();
  private readonly lengths = { policy: 0, median: 0, nothing: 0 };

  addSeries({ id, subject, title }: Pick<Series, 'id' | 'subject' | 'title'>): void {
    const known = this.series.get(id);
    // Of several versions the last says what the clock is called.
    const sums = known ?? { about: subject, counts: newCounts(), subjects: new Set<string>(), required: 0, isRecorded: true };
    this.series.set(id, { ...sums, title });
  }

  isNotRecorded(id: string): void {
    const sums = this.series.get(id);
    if (sums !== undefined) sums.isRecorded = false;
  }

  countDuty({ kind, ref, series, team, became, daysLate }: CountedDuty): void {
    for (const counts of [this.series.get(series)?.counts, this.whole.counts[kind], this.teamOf(team).counts[kind]]) {
      if (counts === undefined) continue;
      counts[became] += 1;
      if (became !== 'notKnown') counts.due += 1;
    }
    if (became !== 'late' && became !== 'notDone') return;
    const key = `${kind}:${ref}`;
    for (const sums of [this.whole, this.teamOf(team)]) sums.late[kind].add(ref);
    const known = this.late.get(key) ?? { kind, ref, team, late: 0, notDone: 0, daysLate: 0 };
    known[became] += 1;
    known.daysLate = Math.max(known.daysLate, daysLate);
    this.late.set(key, known);
  }

  countAsked({ kind, ref, series, team, times, minutes, median }: CountedAsked): void {
    const clock = this.series.get(series);
    if (clock !== undefined) {
      clock.required += times;
      clock.subjects.add(ref);
    }
    if (kind === 'person') this.lengths[minutes !== null ? 'policy' : median !== null ? 'median' : 'nothing'] += times;
    for (const sums of [this.whole, this.teamOf(team)]) {
      sums.required[kind] += times;
      if (kind === 'person') sums.minutes += times * (minutes ?? median ?? 0);
    }
  }

  result(): WhatIfOutcome {
    const minutesFrom = this.minutesFrom();
    const finish = (team: string, sums: TeamSums): WhatIfTeam => ({
      team,
      people: sums.counts.person,
      children: sums.counts.child,
      required: sums.required.person,
      requiredDiscussions: sums.required.child,
      minutes: minutesFrom === 'nothing' ? null : sums.minutes,
      peopleLate: sums.late.person.size,
      childrenLate: sums.late.child.size,
    });
    return {
      whole: finish('', this.whole),
      teams: [...this.teams].map(([team, sums]) => finish(team, sums)).toSorted((a, b) => (a.team < b.team ? -1 : 1)),
      series: [...this.series].map(([series, { subjects, ...rest }]): WhatIfSeries => ({
        series,
        ...rest,
        subjects: subjects.size,
      })),
      late: [...this.late.values()].toSorted(byWeight),
      minutesFrom,
    };
  }

  private teamOf(team: string): TeamSums {
    let sums = this.teams.get(team);
    if (sums === undefined) this.teams.set(team, (sums = newTeam()));
    return sums;
  }

  private minutesFrom(): MinutesFrom {
    const { policy, median, nothing } = this.lengths;
    if (nothing > 0 || policy + median === 0) return 'nothing';
    return median === 0 ? 'policy' : policy === 0 ? 'median' : 'both';
  }
}

function newTeam(): TeamSums {
  return {
    counts: { person: newCounts(), child: newCounts() },
    late: { person: new Set(), child: new Set() },
    required: { person: 0, child: 0 },
    minutes: 0,
  };
}

function newCounts(): Counts {
  return { due: 0, onTime: 0, late: 0, notDone: 0, excused: 0, notKnown: 0 };
}

/** Those of whom most was late or not done first; then by reference. */
function byWeight(a: LateSubject, b: LateSubject): number {
  const weight = b.late + b.notDone - (a.late + a.notDone);
  return weight !== 0 ? weight : b.daysLate - a.daysLate || (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0);
}

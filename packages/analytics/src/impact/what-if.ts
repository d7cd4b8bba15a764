import { FAR_FUTURE } from '@plumbline/domain/calendar';
import {
  clocksInWindow,
  findingOn,
  versionOn,
  wholeDaysAwayOf,
  type AskedStretch,
  type ClockOutcome,
  type ClocksInWindow,
  type FindingOn,
  type OnlySubjects,
  type PolicyTimeline,
} from '@plumbline/domain/rules';
import { teamOn, type CouncilYear } from './what-if-council.ts';
import { minutesAsked, type MinutesAsked } from './what-if-minutes.ts';
import { WhatIfSums, type Became } from './what-if-sums.ts';
import type { WhatIfOutcome } from './what-if-views.ts';

/** What finally became of a requirement, as far as is known: the same moment at which monthly figures ask. */
const IN_THE_END = { on: FAR_FUTURE, at: FAR_FUTURE * 1440 };

/** Works out one set of rules over a council's year, some people and children at a time. */
export interface WhatIfWork {
  add(only?: OnlySubjects): void;
  result(): WhatIfOutcome;
}

/**
 * What a set of rules asks of a council's people and children over twelve months, and what would have become of it with the
 * supervisions that were really held. A hypothetical policy is a timeline of one version: its clocks run from whole
 * histories, so that what was held before the window counts, and only what falls due within the window is counted. The policy
 * that was in force is the council's own timeline; its counts are then those of the stored monthly figures.
 */
export function whatIf(timeline: PolicyTimeline, year: CouncilYear): WhatIfWork {
  const sums = new WhatIfSums();
  const lengths = timeline.map(({ policy }) => minutesAsked(policy, year.index));
  for (const { policy } of timeline) for (const { series } of policy.series) sums.addSeries(series);
  return {
    add(only) {
      const clocks = clocksInWindow(timeline, year.index, year.window, only);
      addClocks(sums, clocks, timeline, lengths, year);
    },
    result: () => sums.result(),
  };
}

function addClocks(
  sums: WhatIfSums,
  clocks: ClocksInWindow,
  timeline: PolicyTimeline,
  lengths: readonly MinutesAsked[],
  year: CouncilYear,
): void {
  for (const series of clocks.notRecorded) sums.isNotRecorded(series);
  for (const duty of clocks.duties) countDuty(sums, duty, year);
  for (const stretch of clocks.asked) {
    const asks = lengths[timeline.indexOf(versionOn(timeline, stretch.from))];
    countAsked(sums, stretch, asks, year);
  }
}

function countDuty(sums: WhatIfSums, duty: ClockOutcome, year: CouncilYear): void {
  const became = becameOf(duty);
  if (became === null || duty.dueOn === null) return;
  const { kind, ref } = duty.about;
  const isLate = became === 'late' || became === 'notDone';
  const daysLate = isLate ? lateness(duty, year).daysLate : 0;
  sums.countDuty({
    kind,
    ref,
    series: duty.series ?? duty.rule,
    team: teamOn(year.teamsOf(kind, ref), duty.dueOn),
    became,
    daysLate,
  });
}

function lateness(duty: ClockOutcome, { today }: CouncilYear): FindingOn {
  return findingOn(duty, { on: today, at: (today + 1) * 1440 - 1 });
}

/** Null for what is in no figure: it ended before it fell due. */
function becameOf(duty: ClockOutcome): Became | null {
  if (duty.judged === 'unknown') return 'notKnown';
  if (duty.judged !== 'by-date') return null;
  switch (findingOn(duty, IN_THE_END).finding) {
    case 'met':
      return 'onTime';
    case 'met-late':
      return 'late';
    case 'excused':
      return 'excused';
    case 'overdue':
    case 'breached':
      return 'notDone';
    default:
      return null;
  }
}

/** Adds what a stretch asks for, by the teams that answered on its days. A time away as long as the interval asks for nothing. */
function countAsked(sums: WhatIfSums, stretch: AskedStretch, asks: MinutesAsked | undefined, year: CouncilYear): void {
  const { kind, ref, series, everyDays } = stretch;
  const away = kind === 'person' ? wholeDaysAwayOf(year.index, ref).filter(({ from, to }) => to - from + 1 >= everyDays) : [];
  const minutes = kind === 'person' ? (asks?.of(series, ref, stretch.from) ?? null) : null;
  const add = (from: number, to: number, team: string): number => {
    if (from > to) return 0;
    const gone = away.reduce((sum, one) => sum + Math.max(0, Math.min(one.to, to) - Math.max(one.from, from) + 1), 0);
    const days = to - from + 1;
    sums.countAsked({ kind, ref, series, team, times: (days - gone) / everyDays, minutes, median: year.real.medianMinutes });
    return days;
  };
  let next = stretch.from;
  for (const held of year.teamsOf(kind, ref)) {
    const [from, to] = [Math.max(held.from, next), Math.min(held.to ?? FAR_FUTURE, stretch.to)];
    if (from > to) continue;
    add(next, from - 1, '');
    add(from, to, held.team ?? '');
    next = to + 1;
  }
  add(next, stretch.to, '');
}

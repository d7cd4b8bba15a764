import type { Day } from '@plumbline/domain/calendar';
import type { Context } from '../context.ts';
import type { RandomStream } from '../random.ts';
import type { Plan, Role, Seat } from './plan.ts';

/** Someone's time in a seat, before anybody knows who it is: those with the same `career` are one person. */
export interface Stint {
  readonly seat: Seat;
  from: Day;
  to: Day | null;
  career: number;
}

/** How long people stay, in days on average. */
const STAYS: Partial<Readonly<Record<Role, number>>> = {
  'social-worker': 950,
  'team-manager': 1250,
  'practice-supervisor': 1000,
  'service-manager': 1500,
  'strategic-lead': 1700,
  'residential-carer': 850,
  'student-social-worker': 100,
};

/** Who came after whom in every seat, over the five years and to today. */
export function makeStints(context: Context, plan: Plan): Stint[] {
  const stints: Stint[] = [];
  for (const seat of plan.seats) {
    for (const span of spansOf(context, seat)) stints.push({ seat, ...span, career: stints.length });
  }
  joinCareers(context, stints);
  return stints;
}

function spansOf(context: Context, seat: Seat): { from: Day; to: Day | null }[] {
  const random = context.random.split(`seat/${seat.id}`);
  const { begins, today } = context;
  const isVacant = seat.hint?.kind === 'vacant';
  const hasSettledHolder = seat.hint !== null && !isVacant && seat.hint.kind !== 'without-supervisor';
  const lastStart =
    hasSettledHolder && seat.hint !== null ? today - seat.hint.daysAgo - (seat.hint.kind === 'away' ? 600 : 0) : null;
  const isTemporary = seat.role === 'student-social-worker' || seat.role === 'trainee-psychologist';
  const spans: { from: Day; to: Day | null }[] = [];
  let from = isTemporary ? (lastStart ?? today) : begins - random.integer(30, 1700);
  for (;;) {
    if (from > (lastStart === null ? today : lastStart - 120)) break;
    const to = endOf(random, seat, from, isVacant && seat.hint !== null ? today - seat.hint.daysAgo : null);
    if (lastStart !== null && to > lastStart - 30) {
      if (lastStart - 10 >= begins) spans.push({ from, to: lastStart - random.integer(1, 9) });
      break;
    }
    if (to >= today) {
      spans.push({ from, to: isVacant && seat.hint !== null ? today - seat.hint.daysAgo : null });
      break;
    }
    if (to >= begins) spans.push({ from, to });
    if (isVacant && seat.hint !== null && to >= today - seat.hint.daysAgo - 60) break;
    from = to + 1 + vacancyDays(random, seat);
  }
  if (lastStart !== null) spans.push({ from: lastStart, to: null });
  return spans;
}

function endOf(random: RandomStream, seat: Seat, from: Day, latest: Day | null): Day {
  const to = from + 180 + random.waiting((STAYS[seat.role] ?? 1200) - 180);
  return latest === null ? to : Math.min(to, latest);
}

/** Most seats are filled again soon; managers' seats stay empty longer at times, and somebody covers. */
function vacancyDays(random: RandomStream, seat: Seat): number {
  if (random.chance(0.45)) return 0;
  return seat.role === 'team-manager' ? random.integer(10, 75) : random.integer(2, 40);
}

const NEXT_ROLES: Partial<Readonly<Record<Role, readonly Role[]>>> = {
  'social-worker': ['social-worker', 'practice-supervisor'],
  'practice-supervisor': ['practice-supervisor', 'team-manager'],
  'residential-carer': ['residential-carer'],
  'personal-adviser': ['personal-adviser'],
  'family-support-worker': ['family-support-worker'],
  'team-manager': ['team-manager', 'service-manager'],
};

/** Turns some leavings into moves: who left one seat is who came to another a few weeks later. */
function joinCareers(context: Context, stints: readonly Stint[]): void {
  const random = context.random.split('moves');
  const taken = new Set<Stint>();
  const arrivals = stints.filter(
    (stint) => stint.from > context.begins && stint.from < context.today - 20 && stint.seat.hint === null,
  );
  const leavers = stints.filter(
    (stint) => stint.to !== null && stint.to > context.begins && stint.to < context.today - 60 && stint.seat.hint === null,
  );
  leavers.sort((a, b) => (a.to ?? 0) - (b.to ?? 0) || a.career - b.career);
  for (const leaver of leavers) {
    if (leaver.to === null || !random.chance(0.5)) continue;
    const leftOn = leaver.to;
    const next = arrivals.find(
      (stint) =>
        !taken.has(stint) &&
        stint.seat !== leaver.seat &&
        stint.from > leftOn &&
        stint.from <= leftOn + 60 &&
        (NEXT_ROLES[leaver.seat.role] ?? []).includes(stint.seat.role),
    );
    if (next === undefined) continue;
    taken.add(next);
    next.from = Math.max(leftOn, previousEnd(stints, next)) + 1;
    leaver.to = next.from - 1;
    renumber(stints, next.career, leaver.career);
  }
}

function renumber(stints: readonly Stint[], from: number, to: number): void {
  for (const stint of stints) if (stint.career === from) stint.career = to;
}

function previousEnd(stints: readonly Stint[], stint: Stint): Day {
  const before = stints.filter((other) => other.seat === stint.seat && other.from < stint.from);
  return Math.max(-100_000, ...before.map((other) => other.to ?? Number.MAX_SAFE_INTEGER));
}

import type { Day } from '@plumbline/domain/calendar';
import type { Context } from '../context.ts';
import { addFact, type FactRows } from '../fact-rows.ts';
import type { CaseTeamKind, Plan, Seat } from '../organisation/plan.ts';
import type { Staff, Tenure, Worker } from '../organisation/staff.ts';
import type { RandomStream } from '../random.ts';
import { covers, isoAt, isoDay, type Span } from '../spans.ts';
import type { ChildEpisode } from './circumstances.ts';
import type { Family } from './episodes.ts';

/** A worker's time with a family's case. */
export interface Holding extends Span {
  readonly worker: Worker;
  /** Works beside the main worker. */
  readonly isSecond?: boolean;
}

/** Days back to which things left undone still stand out; older ones have mostly been made good. */
const RECENT = 150;

interface Loaded {
  readonly seat: Seat;
  open: number;
}

/** Gives every family a worker for every stage, by seats, so that cases pass on when somebody leaves. */
export class Allocator {
  readonly #context: Context;
  readonly #staff: Staff;
  readonly #seats = new Map<CaseTeamKind, Loaded[]>();

  constructor(context: Context, plan: Plan, staff: Staff) {
    this.#context = context;
    this.#staff = staff;
    for (const kind of ['assessment', 'children-in-need', 'looked-after', 'leaving-care', 'disability'] as const) {
      this.#seats.set(
        kind,
        plan.seats.filter((seat) => seat.team.kind === kind && seat.caseShare > 0).map((seat) => ({ seat, open: 0 })),
      );
    }
  }

  /** Who held a family's case when; days without anybody are left out. */
  holdingsOf(family: Family): Holding[] {
    const holdings: Holding[] = [];
    for (const episode of family.episodes) {
      for (const stage of episode.stages) {
        const from = Math.max(stage.from, this.#context.begins - 400);
        if (stage.to !== null && stage.to < from) continue;
        holdings.push(
          ...this.#holdStage(
            episode.random.split(`allocation/${stage.kind}`),
            stage.kind,
            { from, to: stage.to },
            family.children.length,
          ),
        );
      }
    }
    return holdings;
  }

  /** Sometimes a family support worker works beside the main one, from some weeks after the assessment. */
  secondHoldingsOf(family: Family): Holding[] {
    return family.episodes.flatMap((episode) => {
      const random = episode.random.split('second-worker');
      const stage = episode.stages.find((candidate) => candidate.kind === 'children-in-need');
      const seats = (this.#seats.get('children-in-need') ?? []).filter(({ seat }) => seat.role === 'family-support-worker');
      if (stage === undefined || seats.length === 0 || !random.chance(0.12)) return [];
      const from = stage.from + random.integer(10, 40);
      const tenure = tenureOn(this.#staff, random.pick(seats).seat, from);
      const to = least(least(tenure?.to ?? null, stage.to), episode.to);
      return tenure === null || from >= this.#context.today || (to !== null && to < from)
        ? []
        : [{ worker: tenure.worker, from, to, isSecond: true }];
    });
  }

  #holdStage(random: RandomStream, kind: CaseTeamKind, stage: Span, weight: number): Holding[] {
    const holdings: Holding[] = [];
    const moved = random.chance(0.15) ? stage.from + random.integer(30, 300) : null;
    const moveOn = moved !== null && moved < this.#context.today - 3 ? moved : null;
    let loaded = this.#choose(random, kind, stage.to === null, weight);
    let from: Day = stage.from;
    while (from <= (stage.to ?? this.#context.today)) {
      const holder = tenureOn(this.#staff, loaded.seat, from);
      const tenure = holder ?? this.#colleagueOn(random, loaded.seat, from);
      if (tenure === null) {
        from += 7;
        continue;
      }
      let to = least(least(tenure.to, stage.to), holder === null ? this.#lastDayBeforeSuccessor(loaded.seat, from) : null);
      if (moveOn !== null && from < moveOn && (to === null || to > moveOn)) {
        to = moveOn;
        if (stage.to !== null) loaded = this.#choose(random, kind, false, 0);
      }
      holdings.push({ worker: tenure.worker, from, to });
      if (to === null) break;
      from = to + 1;
    }
    return holdings;
  }

  /** Open cases go where there is room; old ones anywhere, for only today's caseloads are looked at closely. */
  #choose(random: RandomStream, kind: CaseTeamKind, isOpen: boolean, weight: number): Loaded {
    const seats = this.#seats.get(kind) ?? [];
    if (!isOpen) return random.pick(seats);
    const chosen = seats.reduce((best, candidate) => (room(candidate) < room(best) ? candidate : best), random.pick(seats));
    chosen.open += weight;
    return chosen;
  }

  /** Colleagues keep a case only until the seat is filled again. */
  #lastDayBeforeSuccessor(seat: Seat, day: Day): Day | null {
    const successor = this.#staff.tenuresOf.get(seat.id)?.find((tenure) => tenure.from > day);
    return successor === undefined ? null : successor.from - 1;
  }

  /** Somebody of the same team for the time being; nobody where the seat has just been left and the team has not met yet. */
  #colleagueOn(random: RandomStream, seat: Seat, day: Day): Tenure | null {
    if (seat.hint?.kind === 'vacant' && day >= this.#context.today - seat.hint.daysAgo) return null;
    const colleagues = (this.#seats.get(seat.team.kind as CaseTeamKind) ?? [])
      .filter((other) => other.seat.team === seat.team && other.seat !== seat && other.seat.caseShare >= 0.4)
      .flatMap((other) => tenureOn(this.#staff, other.seat, day) ?? []);
    return colleagues.length === 0 ? null : random.pick(colleagues);
  }
}

function room(loaded: Loaded): number {
  return loaded.open / loaded.seat.caseShare;
}

function tenureOn(staff: Staff, seat: Seat, day: Day): Tenure | null {
  return staff.tenuresOf.get(seat.id)?.find((tenure) => covers(tenure, day)) ?? null;
}

function least(a: Day | null, b: Day | null): Day | null {
  return a === null ? b : b === null ? a : Math.min(a, b);
}

/** Allocation rows of a child; times of day and talks about the new work as the policies ask, mostly. */
export function addAllocations(context: Context, child: ChildEpisode, holdings: readonly Holding[], rows: FactRows): void {
  for (const holding of holdings) {
    if (holding.from < child.episode.from || (child.episode.to !== null && holding.from > child.episode.to)) continue;
    const random = child.random.split(`allocation/${holding.isSecond === true ? 'second/' : ''}${holding.from - context.today}`);
    const minute = random.integer(9 * 60, 16 * 60);
    const talked = random.weighted({ sameDay: 62, nextDay: 24, late: 8, never: holding.from > context.today - RECENT ? 7 : 0.6 });
    const talkDay = talked === 'sameDay' ? holding.from : holding.from + (talked === 'nextDay' ? 1 : random.integer(2, 6));
    const talkMinute =
      talked === 'sameDay' ? Math.min(minute + random.integer(10, 240), 18 * 60) : random.integer(9 * 60, minute);
    addFact(rows, 'allocation', {
      child: child.child,
      worker: holding.worker.ref,
      allocatedAt: isoAt(holding.from, minute),
      endedOn: isoDay(holding.to),
      discussedAt: talked === 'never' || talkDay >= context.today ? null : isoAt(talkDay, talkMinute),
      isSecondary: holding.isSecond ?? false,
    });
  }
}

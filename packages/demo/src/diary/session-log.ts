import { addInterval, addWorkingDays, approximateDays, isWorkingDay, type Day } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import type { Context } from '../context.ts';
import { addFact, type FactRows } from '../fact-rows.ts';
import type { Lines } from '../organisation/lines.ts';
import type { Agreement } from '../organisation/records.ts';
import { isAtWork, isEmployedAndHere, shareAWeekday, type Staff, type Worker } from '../organisation/staff.ts';
import type { RandomStream } from '../random.ts';
import { covers, isoAt, isoDay } from '../spans.ts';
import { addSessionsBeside } from './beside.ts';
import { INTERRUPTIONS, NO_NEW_DATE, REASONS } from './reasons.ts';
import { rhythmsOf, SHARED_WITHIN, type Rhythm } from './rhythm.ts';

/** A supervision that took place and at which cases are talked through. */
export interface CaseMeeting {
  readonly session: string;
  readonly worker: Worker;
  readonly supervisor: string;
  readonly day: Day;
  readonly startMinute: number;
  /** When the two will next meet, as far as was known. */
  readonly nextDay: Day;
  readonly reliability: number;
}

/** The supervision log of five years, and the meetings at which cases were discussed. */
export function addSessionLog(
  context: Context,
  staff: Staff,
  lines: Lines,
  agreements: ReadonlyMap<string, Agreement>,
  rows: FactRows,
): CaseMeeting[] {
  const meetings: CaseMeeting[] = [];
  for (const worker of staff.workers) {
    for (const rhythm of rhythmsOf(context, worker, agreements.get(worker.ref) ?? null)) {
      meetings.push(...new Diary(context, worker, rhythm, lines, rows).keep());
    }
    addSessionsBeside(context, worker, lines, rows);
  }
  return meetings;
}

const FURTHEST_AHEAD = 42;
/** Days back to which things left undone still stand out; older ones have mostly been made good. */
const RECENT = 150;

/** One person's diary for one rhythm: plan, meet or not, plan again. */
class Diary {
  readonly #context: Context;
  readonly #worker: Worker;
  readonly #rhythm: Rhythm;
  readonly #lines: Lines;
  readonly #rows: FactRows;
  readonly #random: RandomStream;
  readonly #held: { session: string; supervisor: string; day: Day; startMinute: number; reliability: number }[] = [];
  #number = 0;
  #booked: { on: Day; minute: number };
  #lastSupervisor = '';

  constructor(context: Context, worker: Worker, rhythm: Rhythm, lines: Lines, rows: FactRows) {
    this.#context = context;
    this.#worker = worker;
    this.#rhythm = rhythm;
    this.#lines = lines;
    this.#rows = rows;
    this.#random = worker.random.split(`diary/${rhythm.name}`);
    this.#booked = { on: Math.max(worker.employedFrom, context.begins), minute: 9 * 60 };
  }

  keep(): CaseMeeting[] {
    const { begins, today } = this.#context;
    const usual = approximateDays(this.#rhythm.everyOn(begins));
    const isNew = this.#worker.employedFrom > begins;
    let last = isNew ? this.#worker.employedFrom : begins - this.#random.integer(0, Math.floor(usual * 0.8));
    while (last < today) {
      const held = this.#arrangeNext(last);
      if (held === null) break;
      last = held;
    }
    if (!this.#rhythm.isCasework) return [];
    return this.#held.map((meeting, index) => ({
      ...meeting,
      worker: this.#worker,
      nextDay: this.#held[index + 1]?.day ?? addInterval(meeting.day, this.#rhythm.everyOn(meeting.day)),
    }));
  }

  /** From one that was held to the next that is; null once the diary reaches what lies ahead. */
  #arrangeNext(last: Day): Day | null {
    const random = this.#random.split(this.#number);
    const every = this.#rhythm.everyOn(last);
    const due = addInterval(last, every);
    const length = due - last;
    const reliability = this.#reliabilityOn(due);
    const isLate = random.chance((1 - reliability) * 0.75);
    const target = isLate
      ? due + random.integer(1, Math.max(2, Math.floor(length * 0.45)))
      : due - random.integer(0, Math.max(0, Math.floor(length * 0.14)));
    let day = this.#findDay(target, last + Math.ceil(length * 0.45));
    for (let attempt = 0; day !== null; attempt += 1) {
      if (day >= this.#context.today) return this.#planAhead(random, day);
      const isDisrupted = attempt < 3 && random.chance(0.05 + (1 - reliability) * 0.35);
      if (!isDisrupted) {
        const counts = this.#addHeld(random, day, reliability);
        if (counts) return day;
        day = this.#findDay(day + random.integer(2, 8), day + 1);
      } else if (day > this.#context.today - 15 && random.chance(0.35)) {
        this.#add(day, random, { status: 'planned' });
        return null;
      } else day = this.#addDisrupted(random, day);
    }
    return null;
  }

  #reliabilityOn(day: Day): number {
    const tenure = this.#worker.stints.findLast((stint) => stint.from <= day) ?? this.#worker.stints[0];
    return tenure?.seat.team.reliability ?? 0.9;
  }

  /** The nearest day before a target on which both are at work, else the first after it. */
  #findDay(target: Day, earliest: Day): Day | null {
    const latest = Math.min(this.#worker.employedTo ?? Number.MAX_SAFE_INTEGER, this.#context.today + FURTHEST_AHEAD);
    for (let day = Math.min(target, latest); day >= earliest; day -= 1) if (this.#canMeet(day)) return day;
    for (let day = Math.max(target, earliest); day <= latest; day += 1) if (this.#canMeet(day)) return day;
    return null;
  }

  #canMeet(day: Day): boolean {
    if (!isWorkingDay(day) || day < this.#context.begins || !isAtWork(this.#worker, day)) return false;
    const supervisor = this.#supervisorOn(day);
    return (
      supervisor !== null &&
      (isAtWork(supervisor, day) || (!shareAWeekday(this.#worker, supervisor) && isEmployedAndHere(supervisor, day)))
    );
  }

  #supervisorOn(day: Day): Worker | null {
    const assessor = this.#lines.assessorsOf.get(this.#worker.ref);
    if (assessor !== undefined && this.#isAssessorsTurn() && covers(assessor, day) && isAtWork(assessor.worker, day))
      return assessor.worker;
    return this.#lines.supervisorsOf.get(this.#worker.ref)?.find((span) => covers(span, day))?.worker ?? null;
  }

  /** Every third one, or every second where the policy has manager and assessor take turns. */
  #isAssessorsTurn(): boolean {
    return this.#context.council.packId === 'bcp' ? this.#held.length % 2 === 1 : this.#number % 3 === 2;
  }

  #planAhead(random: RandomStream, day: Day): null {
    if (!random.chance(0.1)) this.#add(day, random, { status: 'planned' });
    return null;
  }

  /** Whether it counts: one that was broken off does not. */
  #addHeld(random: RandomStream, day: Day, reliability: number): boolean {
    const usual = this.#rhythm.minutes;
    const status = random.weighted({ held: 930, interrupted: 58, abandoned: 12 });
    const minutes =
      status === 'abandoned'
        ? random.integer(10, 25)
        : random.chance(0.12)
          ? random.integer(usual - 45, usual - 8)
          : usual + random.integer(-2, usual > 80 ? 28 : 12);
    const startMinute = this.#add(day, random, {
      status,
      minutes,
      longestBlockMinutes: status === 'interrupted' ? Math.max(10, minutes - random.integer(10, 40)) : null,
      reason: status === 'held' || random.chance(0.1) ? null : random.pick(INTERRUPTIONS),
    });
    if (status === 'abandoned') return false;
    this.#held.push({ session: this.#lastSession(), supervisor: this.#lastSupervisor, day, startMinute, reliability });
    return true;
  }

  #addDisrupted(random: RandomStream, day: Day): Day | null {
    const next = this.#findDay(day + (random.chance(0.62) ? random.integer(1, 5) : random.integer(6, 24)), day + 1);
    const isNewDateGiven = next !== null && random.chance(0.88);
    this.#add(day, random, {
      status: random.weighted({ cancelled: 55, postponed: 45 }),
      reason: random.chance(0.88) ? random.pick(REASONS) : null,
      cancelledBy: random.pick(['supervisor', 'supervisee', 'supervisor', 'both']),
      isExceptional: random.chance(0.85) ? random.chance(0.6) : null,
      rearrangedFor: isNewDateGiven ? isoDay(next) : null,
      noNewDateReason: !isNewDateGiven && random.chance(0.55) ? random.pick(NO_NEW_DATE) : null,
    });
    return next;
  }

  #lastSession(): string {
    return `SUP-${this.#worker.ref.slice(1)}-${this.#rhythm.name}${String(this.#number).padStart(3, '0')}`;
  }

  /** Writes one row of the log and says at which minute of the day it began. */
  #add(day: Day, random: RandomStream, given: Partial<FactOf<'session'>> & { status: FactOf<'session'>['status'] }): number {
    const plannedMinute = random.integer(37, 62) * 15;
    const supervisor = this.#supervisorOn(day)?.ref ?? this.#lastSupervisor;
    this.#number += 1;
    const isOver = given.status === 'held' || given.status === 'interrupted' || given.status === 'abandoned';
    const startMinute = plannedMinute + (random.chance(0.86) ? 0 : random.integer(2, 20));
    const booked = this.#bookedFor(random, day, supervisor);
    addFact(this.#rows, 'session', {
      session: this.#lastSession(),
      supervisee: this.#worker.ref,
      supervisor,
      kind: this.#rhythm.kind,
      purposes: this.#rhythm.purposes.length === 0 ? null : this.#rhythm.purposes.toSorted(),
      bookedAt: random.chance(day > this.#context.today - RECENT ? 0.03 : 0.002) ? null : isoAt(booked.on, booked.minute),
      plannedStartAt: isoAt(day, plannedMinute),
      plannedMinutes: this.#rhythm.minutes > 80 ? 90 : 60,
      startedAt: isOver ? isoAt(day, startMinute) : null,
      mode: random.weighted({ 'in-person': 68, video: 30, telephone: 2 }),
      ...given,
      ...(isOver ? this.#recordMoments(random, day) : {}),
    });
    this.#booked = { on: day, minute: startMinute };
    this.#lastSupervisor = supervisor;
    return startMinute;
  }

  /** Put in the diary at the one before; after a change of supervisor, in the new one's first days. */
  #bookedFor(random: RandomStream, day: Day, supervisor: string): { on: Day; minute: number } {
    const span = this.#lines.supervisorsOf.get(this.#worker.ref)?.find((candidate) => covers(candidate, day));
    const isTakenOver = span !== undefined && span.worker.ref === supervisor && span.from > this.#booked.on;
    const on = isTakenOver ? span.from + random.integer(0, random.chance(0.85) ? 4 : 12) : this.#booked.on;
    return on < day ? { on, minute: this.#booked.minute } : { on: Math.max(day - 1, this.#worker.employedFrom), minute: 9 * 60 };
  }

  #recordMoments(random: RandomStream, day: Day): Partial<FactOf<'session'>> {
    const usual = SHARED_WITHIN[this.#context.council.packId];
    const shared = addWorkingDays(day, random.chance(0.89) ? random.integer(1, usual) : random.integer(usual + 2, usual + 16));
    const minute = random.integer(10 * 60, 16 * 60);
    const until = this.#context.today;
    if (random.chance(day > until - RECENT ? 0.04 : 0.003) || shared >= until) return {};
    const filed = shared + random.integer(0, 3);
    const signed = shared + random.integer(0, 9);
    const isSigned = random.chance(0.9);
    return {
      recordSharedAt: isoAt(shared, minute),
      recordFiledAt: random.chance(0.94) && filed < until ? isoAt(filed, minute + 20) : null,
      supervisorSignedAt: isSigned ? isoAt(shared, minute) : null,
      superviseeSignedAt: isSigned && signed < until && random.chance(0.93) ? isoAt(signed, minute + 25) : null,
    };
  }
}

import { addWorkingDays, lastWorkingDayOnOrBefore, londonDay, parseInstant, type Day } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import type { Context } from './context.ts';
import { fact, type FactRows } from './fact-rows.ts';
import type { Plan, Seat } from './organisation/plan.ts';
import { holderOf, type Staff } from './organisation/staff.ts';
import { isoAt, isoDay, workingDayFrom } from './spans.ts';

type Session = FactOf<'session'>;

/**
 * Sets today's scene for the cast, so that each of them has something to do on signing in: a supervision overdue, an
 * outcome to record, a record to share, discussions not yet on the file, a child without a worker.
 */
export function setTheScene(context: Context, plan: Plan, staff: Staff, rows: FactRows): void {
  const scene = new Scene(context, rows);
  const manager = plan.seats.find((seat) => seat.castRole === 'team-manager');
  const home = plan.seats.find((seat) => seat.castRole === 'registered-manager');
  if (manager === undefined || home === undefined) return;
  const colleagues = holdersOf(context, plan, staff, manager);
  const carers = holdersOf(context, plan, staff, home);
  scene.leaveWithoutOutcome('S1004', 2);
  scene.makeOverdue('S1003');
  scene.leaveWithoutOutcome('S1002', 1);
  const deputy = colleagues.find((ref) => !ref.startsWith('S100'));
  if (deputy !== undefined) scene.keepRecordUnshared(deputy);
  for (const ref of colleagues) scene.leaveUnfiled(ref, 2);
  scene.leaveWithoutWorker(colleagues);
  scene.planNext('S1005', 1);
  const carer = carers.find((ref) => !ref.startsWith('S100'));
  if (carer !== undefined) scene.makeOverdue(carer);
  scene.keepRecordUnshared('S1006');
  for (const seat of plan.seats) {
    const ref = seat.castRole === null ? undefined : holderOf(staff, seat.id, context.today)?.worker.ref;
    if (ref === undefined) continue;
    scene.shareOldRecords(ref);
    scene.planSomething(ref);
  }
}

/** Staff numbers of whoever sits in a manager's team today, the manager left out. */
function holdersOf(context: Context, plan: Plan, staff: Staff, manager: Seat): string[] {
  return plan.seats
    .filter((seat) => seat.team === manager.team && seat !== manager)
    .flatMap((seat) => holderOf(staff, seat.id, context.today)?.worker.ref ?? []);
}

const COUNTED_KINDS: readonly Session['kind'][] = ['one-to-one', 'casework'];

class Scene {
  readonly #context: Context;
  readonly #rows: FactRows;
  readonly #places = new Map<string, number[]>();

  constructor(context: Context, rows: FactRows) {
    this.#context = context;
    this.#rows = rows;
  }

  /** The last supervisions did not take place: cancelled, with a new date this week. */
  makeOverdue(person: string): void {
    const { today } = this.#context;
    for (const index of this.#heldBy(person)) {
      const session = this.#rows.session[index];
      if (session === undefined || (session.startedAt ?? '') < isoAt(today - 31, 0)) break;
      this.#rows.session[index] = fact('session', {
        ...emptied(session),
        status: 'cancelled',
        reason: 'Urgent strategy discussion',
        cancelledBy: 'supervisor',
        isExceptional: true,
        rearrangedFor: isoDay(workingDayFrom(today + 2)),
      });
      this.#dropDiscussions(session.session);
    }
    this.planNext(person, 2);
  }

  /** The next supervision is in the diary for a day soon. */
  planNext(person: string, days: number): void {
    this.#plan(person, workingDayFrom(this.#context.today + days));
  }

  /** Nobody of the cast is without a date in the diary. */
  planSomething(person: string): void {
    const { today } = this.#context;
    if (this.#plannedSince(person, today - 3) === undefined) this.planNext(person, 9);
  }

  /** The planned time has passed and nobody has said what became of it. */
  leaveWithoutOutcome(person: string, days: number): void {
    const day = lastWorkingDayOnOrBefore(this.#context.today - days);
    for (const index of this.#heldBy(person)) {
      const session = this.#rows.session[index];
      if (session === undefined || (session.startedAt ?? '') < isoAt(day, 0)) break;
      this.#rows.session[index] = emptied(session);
      this.#dropDiscussions(session.session);
    }
    this.#plan(person, day);
  }

  /** The last supervision's record has not reached the supervisee. */
  keepRecordUnshared(person: string): void {
    const [index] = this.#heldBy(person);
    const session = index === undefined ? undefined : this.#rows.session[index];
    if (index === undefined || session === undefined) return;
    this.#rows.session[index] = {
      ...session,
      recordSharedAt: null,
      recordFiledAt: null,
      supervisorSignedAt: null,
      superviseeSignedAt: null,
    };
  }

  /** What the cast sees is of these weeks, not a slip of years ago. */
  shareOldRecords(person: string): void {
    for (const index of this.#heldBy(person)) {
      const session = this.#rows.session[index];
      if (session === undefined || session.startedAt === null || session.recordSharedAt !== null) continue;
      const held = londonDay(parseInstant(session.startedAt) ?? 0);
      if (held > this.#context.today - 45) continue;
      this.#rows.session[index] = { ...session, recordSharedAt: isoAt(addWorkingDays(held, 4), 15 * 60) };
    }
  }

  /** Some children were said to be discussed, and their files do not show it yet. */
  leaveUnfiled(person: string, most: number): void {
    const [index] = this.#heldBy(person);
    const session = index === undefined ? undefined : this.#rows.session[index]?.session;
    let left = most;
    this.#rows.discussion.forEach((discussion, at) => {
      if (discussion.session !== session || session === undefined || left === 0) return;
      left -= 1;
      this.#rows.discussion[at] = { ...discussion, filedAt: null };
    });
  }

  /** One family's cases were taken from a colleague last week and not given to anybody. */
  leaveWithoutWorker(colleagues: readonly string[]): void {
    const { today } = this.#context;
    const open = new Map(this.#rows.child.filter((row) => row.closedOn === null).map((row) => [row.child, row.family]));
    const taken = this.#rows.allocation.find(
      (row) =>
        row.endedOn === null &&
        row.isSecondary !== true &&
        colleagues.includes(row.worker) &&
        open.has(row.child) &&
        row.allocatedAt < isoAt(today - 60, 0),
    );
    if (taken === undefined) return;
    const family = open.get(taken.child);
    this.#rows.allocation.forEach((row, index) => {
      if (row.endedOn === null && row.worker === taken.worker && open.get(row.child) === family)
        this.#rows.allocation[index] = { ...row, endedOn: isoDay(today - 6) };
    });
  }

  /** Places of a person's held supervisions of the counted kinds, the latest first. */
  #heldBy(person: string): number[] {
    const startOf = (index: number): string => this.#rows.session[index]?.startedAt ?? '';
    return this.#placesOf(person)
      .filter((index) => startOf(index) !== '')
      .toSorted((a, b) => (startOf(a) < startOf(b) ? 1 : -1));
  }

  /** Places of a person's supervisions of the counted kinds; rows are only ever replaced or added, so places hold. */
  #placesOf(person: string): number[] {
    const known = this.#places.get(person);
    if (known !== undefined) return known;
    const places = this.#rows.session.flatMap((row, index) =>
      row.supervisee === person && COUNTED_KINDS.includes(row.kind) ? [index] : [],
    );
    this.#places.set(person, places);
    return places;
  }

  #plan(person: string, day: Day): void {
    const { today } = this.#context;
    const times = { plannedStartAt: isoAt(day, 10 * 60), bookedAt: isoAt(Math.min(today, day) - 12, 11 * 60) };
    const planned = this.#plannedSince(person, today - 3);
    const session = planned === undefined ? undefined : this.#rows.session[planned];
    if (planned !== undefined && session !== undefined) {
      this.#rows.session[planned] = { ...session, ...times };
      return;
    }
    const [last] = this.#heldBy(person);
    const before = last === undefined ? undefined : this.#rows.session[last];
    if (before === undefined) return;
    this.#placesOf(person).push(this.#rows.session.length);
    this.#rows.session.push({ ...emptied(before), session: `${before.session}-N`, ...times });
  }

  #plannedSince(person: string, day: Day): number | undefined {
    return this.#placesOf(person).find((index) => {
      const row = this.#rows.session[index];
      return row?.status === 'planned' && row.plannedStartAt >= isoAt(day, 0);
    });
  }

  #dropDiscussions(session: string): void {
    const { discussion } = this.#rows;
    for (let at = discussion.length - 1; at >= 0; at -= 1) if (discussion[at]?.session === session) discussion.splice(at, 1);
  }
}

/** The row as it stood before the day came: planned, nothing more. */
function emptied(session: Session): Session {
  const { session: ref, supervisee, supervisor, kind, purposes, bookedAt, plannedStartAt, plannedMinutes, mode } = session;
  return fact('session', {
    session: ref,
    supervisee,
    supervisor,
    kind,
    purposes,
    bookedAt,
    plannedStartAt,
    plannedMinutes,
    mode,
    status: 'planned',
  });
}

import type { Day } from '@plumbline/domain/calendar';
import type { Context } from '../context.ts';
import { addFact, type FactRows } from '../fact-rows.ts';
import { isoDay, overlapOf, type Span } from '../spans.ts';
import type { Plan, Seat } from './plan.ts';
import { holderOf, type Staff, type Tenure, type Worker } from './staff.ts';

/** Who manages and supervises during a span; `isCover` while the manager's own seat is empty. */
export interface ManagerSpan extends Span {
  readonly worker: Worker;
  readonly isCover: boolean;
}

/** Who supervised whom when, for the diary. */
export interface Lines {
  readonly supervisorsOf: ReadonlyMap<string, readonly ManagerSpan[]>;
  readonly assessorsOf: ReadonlyMap<string, ManagerSpan>;
}

const DAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MANAGEMENT = [
  'team-manager',
  'service-manager',
  'strategic-lead',
  'principal-social-worker',
  'registered-manager',
  'practice-supervisor',
];

/** Posts with their line, and supervision pairs, cut wherever the manager changes. */
export function addLines(context: Context, plan: Plan, staff: Staff, rows: FactRows): Lines {
  const seats = new Map(plan.seats.map((seat) => [seat.id, seat]));
  const supervisorsOf = new Map<string, ManagerSpan[]>();
  for (const worker of staff.workers) {
    for (const tenure of worker.stints) {
      const managers = withoutSupervisorWhereAsked(context, tenure, managersOf(staff, seats, tenure.seat, tenure));
      addPosts(context, staff, tenure, managers, rows);
      supervisorsOf.set(worker.ref, [...(supervisorsOf.get(worker.ref) ?? []), ...managers, ...peersOf(staff, tenure)]);
    }
    addPairs(worker, supervisorsOf.get(worker.ref) ?? [], rows);
  }
  return { supervisorsOf, assessorsOf: addSecondSupervisors(context, staff, supervisorsOf, rows) };
}

function peersOf(staff: Staff, tenure: Tenure): ManagerSpan[] {
  const peers = tenure.seat.peer === null ? [] : (staff.tenuresOf.get(tenure.seat.peer) ?? []);
  return peers.flatMap((peer) => {
    const shared = overlapOf(peer, tenure);
    return shared === null || peer.worker === tenure.worker ? [] : [{ ...shared, worker: peer.worker, isCover: false }];
  });
}

/** Who holds the managing seat over a span, with whoever is above where nobody does. */
function managersOf(staff: Staff, seats: ReadonlyMap<string, Seat>, seat: Seat, span: Span): ManagerSpan[] {
  if (seat.managedBy === null) return [];
  const above = seats.get(seat.managedBy);
  const spans: ManagerSpan[] = [];
  let from = span.from;
  for (const tenure of staff.tenuresOf.get(seat.managedBy) ?? []) {
    const shared = overlapOf(tenure, { from, to: span.to });
    if (shared === null) continue;
    if (shared.from > from && above !== undefined) spans.push(...covering(staff, seats, above, { from, to: shared.from - 1 }));
    spans.push({ ...shared, worker: tenure.worker, isCover: false });
    if (shared.to === null) return spans;
    from = shared.to + 1;
  }
  if ((span.to === null || from <= span.to) && above !== undefined)
    spans.push(...covering(staff, seats, above, { from, to: span.to }));
  return spans;
}

function covering(staff: Staff, seats: ReadonlyMap<string, Seat>, above: Seat, span: Span): ManagerSpan[] {
  return managersOf(staff, seats, above, span).map((found) => ({ ...found, isCover: true }));
}

/** The manager left and nobody has been named since: the line simply stops. */
function withoutSupervisorWhereAsked(context: Context, tenure: Tenure, spans: readonly ManagerSpan[]): ManagerSpan[] {
  const { hint } = tenure.seat;
  if (hint?.kind !== 'without-supervisor' || tenure.to !== null) return [...spans];
  const last = context.today - hint.daysAgo - 1;
  return spans.flatMap((span) => {
    const kept = overlapOf(span, { from: tenure.from, to: last });
    return kept === null ? [] : [{ ...span, ...kept }];
  });
}

interface PostPiece {
  readonly from: Day;
  readonly to: Day | null;
  readonly manager: Worker | null;
  /** Whoever shares the managing, in a job share. */
  readonly second: Worker | null;
}

/** A piece of a post cut wherever the holder of the other half of a job share changes. */
function sharedPieces(staff: Staff, seat: Seat, piece: Omit<PostPiece, 'second'>): PostPiece[] {
  const pieces: PostPiece[] = [];
  let from = piece.from;
  const sharers = piece.manager === null ? [] : (staff.tenuresOf.get(seat.alsoManagedBy ?? '') ?? []);
  for (const tenure of sharers) {
    const shared = overlapOf(tenure, { from, to: piece.to });
    if (shared === null || tenure.worker === piece.manager) continue;
    if (shared.from > from) pieces.push({ ...piece, from, to: shared.from - 1, second: null });
    pieces.push({ ...piece, ...shared, second: tenure.worker });
    if (shared.to === null) return pieces;
    from = shared.to + 1;
  }
  return piece.to === null || from <= piece.to ? [...pieces, { ...piece, from, second: null }] : pieces;
}

function addPosts(context: Context, staff: Staff, tenure: Tenure, spans: readonly ManagerSpan[], rows: FactRows): void {
  const { worker, seat } = tenure;
  const pieces: Omit<PostPiece, 'second'>[] = [];
  let from: Day | null = tenure.from;
  for (const span of spans) {
    if (from !== null && span.from > from) pieces.push({ from, to: span.from - 1, manager: null });
    pieces.push({ from: span.from, to: span.to, manager: span.worker });
    from = span.to === null ? null : span.to + 1;
  }
  if (from !== null && (tenure.to === null || from <= tenure.to)) pieces.push({ from, to: tenure.to, manager: null });
  for (const piece of pieces.flatMap((one) => sharedPieces(staff, seat, one))) {
    if (piece.to !== null && piece.to < context.begins) continue;
    addFact(rows, 'post', {
      person: worker.ref,
      post: seat.post,
      from: isoDay(piece.from) ?? '',
      to: isoDay(piece.to),
      role: seat.role,
      team: seat.team.code,
      lineManager: piece.manager?.ref ?? null,
      isManagedByJobShare: seat.isManagedByJobShare,
      secondLineManager: piece.second?.ref ?? null,
      contract: worker.contract,
      fullTimeEquivalent: worker.fte,
      worksOn: DAY_NAMES.filter((_, day) => worker.worksOn[day] === true),
      isRegistrationRequired: worker.isSocialWorker,
      isManagementPost: MANAGEMENT.includes(seat.role),
    });
  }
}

/** One pair for each unbroken stretch with the same supervisor, across moves between posts. */
function addPairs(worker: Worker, spans: readonly ManagerSpan[], rows: FactRows): void {
  const merged: ManagerSpan[] = [];
  for (const span of spans) {
    const before = merged.at(-1);
    if (before !== undefined && before.worker === span.worker && before.isCover === span.isCover && before.to === span.from - 1) {
      merged[merged.length - 1] = { ...before, to: span.to };
    } else merged.push(span);
  }
  for (const span of merged) addPair(rows, worker, span.worker, span.isCover ? 'cover' : 'designated', span);
}

type Capacity = 'designated' | 'cover' | 'assessor' | 'practice-educator' | 'professional';

function addPair(rows: FactRows, worker: Worker, supervisor: Worker, capacity: Capacity, span: Span): void {
  addFact(rows, 'supervision-pair', {
    supervisee: worker.ref,
    supervisor: supervisor.ref,
    capacity,
    from: isoDay(span.from) ?? '',
    to: isoDay(span.to),
  });
}

/** Assessors of newly qualified workers, practice educators of students, social workers beside managers who are not. */
function addSecondSupervisors(
  context: Context,
  staff: Staff,
  supervisorsOf: ReadonlyMap<string, readonly ManagerSpan[]>,
  rows: FactRows,
): Map<string, ManagerSpan> {
  const assessorsOf = new Map<string, ManagerSpan>();
  const lead = (day: Day): Tenure | null => holderOf(staff, 'LEAD-2', day);
  for (const worker of staff.workers) {
    const second = worker.student !== null ? 'practice-educator' : 'assessor';
    const from = worker.student?.from ?? worker.asyeFrom;
    if (from !== null && from >= context.begins) {
      const tenure = lead(from);
      const to = earliest(worker.student?.to ?? worker.asyePassedOn, tenure?.to ?? null, worker.employedTo);
      if (tenure !== null && (to === null || to >= from)) {
        assessorsOf.set(worker.ref, { from, to, worker: tenure.worker, isCover: false });
        addPair(rows, worker, tenure.worker, second, { from, to });
      }
    }
    addProfessionalSupervisors(worker, supervisorsOf.get(worker.ref) ?? [], lead, rows);
  }
  return assessorsOf;
}

function addProfessionalSupervisors(
  worker: Worker,
  spans: readonly ManagerSpan[],
  lead: (day: Day) => Tenure | null,
  rows: FactRows,
): void {
  if (!worker.isSocialWorker) return;
  for (const span of spans) {
    const tenure = span.worker.isSocialWorker || span.isCover ? null : lead(span.from);
    const shared = tenure === null || tenure.worker === worker ? null : overlapOf(tenure, span);
    if (shared !== null && tenure !== null) addPair(rows, worker, tenure.worker, 'professional', shared);
  }
}

function earliest(...days: readonly (Day | null | undefined)[]): Day | null {
  const given = days.filter((day): day is Day => typeof day === 'number');
  return given.length === 0 ? null : Math.min(...given);
}

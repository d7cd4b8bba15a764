import { londonDay, parseInstant, toDay, type Day } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import type { Context } from '../context.ts';
import { addFact, fact, type FactRows } from '../fact-rows.ts';
import { isoAt, isoDay, workingDayFrom } from '../spans.ts';
import { isOfCast } from './colleague.ts';
import { addInspector, addLongGone, placeWithParents } from './wirral-people.ts';

type Session = FactOf<'session'>;

/**
 * What Wirral's policy turns on and chance does not bring about: each kept once and not kept once. None of it concerns the cast.
 */
export function addWirralCases(context: Context, rows: FactRows): void {
  lapseRegistration(context, rows);
  enterConsultations(context, rows);
  addJointSessions(context, rows);
  callOffStudent(context, rows);
  addDisputes(context, rows);
  letWorkerWrite(context, rows);
  placeWithParents(context, rows);
  addLongGone(context, rows);
  addInspector(context, rows);
}

function dayOf(session: Session): Day {
  return londonDay(parseInstant(session.startedAt ?? session.plannedStartAt) ?? 0);
}

/** Places of supervisions of a kind that were held so many days ago, the latest first; none of the cast. */
function heldBetween(context: Context, rows: FactRows, kind: Session['kind'], least: number, most: number): number[] {
  const { today } = context;
  return [...rows.session.keys()]
    .filter((at) => {
      const session = rows.session[at];
      if (session?.kind !== kind || session.status !== 'held' || isOfCast(session.supervisee)) return false;
      return dayOf(session) <= today - least && dayOf(session) >= today - most;
    })
    .toSorted((a, b) => ((rows.session[a]?.startedAt ?? '') < (rows.session[b]?.startedAt ?? '') ? 1 : -1));
}

/** Somebody renewed a registration some days late, and was supervised in between. */
function lapseRegistration(context: Context, rows: FactRows): void {
  const supervisors = new Set(rows['supervision-pair'].map(({ supervisor }) => supervisor));
  for (const at of heldBetween(context, rows, 'one-to-one', 70, 200)) {
    const session = rows.session[at];
    const place = rows.registration.findIndex((row) => row.person === session?.supervisee && row.to === null);
    const row = rows.registration[place];
    if (session === undefined || row === undefined || supervisors.has(session.supervisee)) continue;
    const day = dayOf(session);
    if (toDay(row.from) >= day - 3) continue;
    rows.registration[place] = { ...row, to: isoDay(day - 3) };
    addFact(rows, 'registration', { ...row, from: isoDay(day + 4) ?? '', to: null });
    return;
  }
}

/** Two consultations about a child stand on the file: one whole, one without what was decided. */
function enterConsultations(context: Context, rows: FactRows): void {
  const wholes = [true, false];
  for (const at of heldBetween(context, rows, 'case-consultation', 20, 200)) {
    const session = rows.session[at];
    const child = session === undefined ? undefined : childOf(rows, session.supervisee, dayOf(session));
    if (session === undefined || child === undefined) continue;
    const isWhole = wholes.shift();
    if (isWhole === undefined) return;
    addFact(rows, 'discussion', {
      child,
      session: session.session,
      discussedOn: isoDay(dayOf(session)) ?? '',
      writtenBy: session.supervisor,
      filedAt: isoAt(dayOf(session) + 1, 11 * 60),
      reference: `CC-${child.slice(1)}`,
      parts: isWhole ? ['actions', 'decisions', 'discussion'] : ['actions', 'discussion'],
    });
  }
}

/** A child whose case somebody held on a day and who was not talked over on it. */
function childOf(rows: FactRows, worker: string, day: Day): string | undefined {
  const on = isoDay(day) ?? '';
  return rows.allocation.find(
    (row) =>
      row.worker === worker &&
      row.isSecondary !== true &&
      row.allocatedAt < isoAt(day, 0) &&
      (row.endedOn === null || row.endedOn > on) &&
      !rows.discussion.some((one) => one.child === row.child && one.discussedOn === on),
  )?.child;
}

/** Two joint supervisions of workers of one family, of which one left no record. */
function addJointSessions(context: Context, rows: FactRows): void {
  const before = heldBetween(context, rows, 'one-to-one', 30, 200).slice(0, 2);
  before.forEach((at, number) => {
    const session = rows.session[at];
    if (session === undefined) return;
    const day = workingDayFrom(dayOf(session) + 5);
    addFact(rows, 'session', {
      session: `${session.session}-J`,
      supervisee: session.supervisee,
      supervisor: session.supervisor,
      kind: 'joint-group',
      purposes: ['casework'],
      status: 'held',
      bookedAt: isoAt(day - 3, 10 * 60),
      plannedStartAt: isoAt(day, 14 * 60),
      startedAt: isoAt(day, 14 * 60),
      minutes: 75,
      mode: 'in-person',
      recordFiledAt: number === 0 ? isoAt(day + 2, 10 * 60) : null,
    });
  });
}

/** A student's second supervision was called off, so that the next one came late by the placement agreement. */
function callOffStudent(context: Context, rows: FactRows): void {
  const students = new Set(rows.person.filter(({ studentFrom }) => studentFrom !== null).map(({ person }) => person));
  const held = [...rows.session.keys()].filter((at) => {
    const session = rows.session[at];
    return session?.kind === 'one-to-one' && session.status === 'held' && students.has(session.supervisee);
  });
  const inOrder = held.toSorted((a, b) => ((rows.session[a]?.startedAt ?? '') < (rows.session[b]?.startedAt ?? '') ? -1 : 1));
  const [, second, third] = inOrder;
  const session = second === undefined ? undefined : rows.session[second];
  const next = third === undefined ? undefined : rows.session[third];
  if (second === undefined || session === undefined || next === undefined) return;
  rows.session[second] = fact('session', {
    session: session.session,
    supervisee: session.supervisee,
    supervisor: session.supervisor,
    kind: session.kind,
    purposes: session.purposes,
    bookedAt: session.bookedAt,
    plannedStartAt: session.plannedStartAt,
    plannedMinutes: session.plannedMinutes,
    mode: session.mode,
    status: 'cancelled',
    reason: 'Placement visit by the university',
    cancelledBy: 'supervisor',
    isExceptional: true,
    rearrangedFor: isoDay(dayOf(next)),
  });
  rows.record.splice(0, rows.record.length, ...rows.record.filter((one) => one.session !== session.session));
}

/** Two disputes over a record: of one both views are noted and signed, of the other only one. */
function addDisputes(context: Context, rows: FactRows): void {
  const [settled, open] = heldBetween(context, rows, 'one-to-one', 25, 150).slice(4);
  for (const [at, isWhole] of [
    [settled, true],
    [open, false],
  ] as const) {
    const session = at === undefined ? undefined : rows.session[at];
    if (session === undefined) continue;
    const on = isoDay(workingDayFrom(dayOf(session) + 12)) ?? '';
    addFact(rows, 'event', {
      event: `EV-V-${session.session.slice(4)}`,
      kind: 'dispute',
      person: session.supervisee,
      on,
      shows: isWhole ? ['supervisor-view', 'supervisee-view'] : ['supervisor-view'],
      supervisorSignedOn: on,
      superviseeSignedOn: isWhole ? on : null,
    });
  }
}

/** Once a worker wrote the manager's part of an entry. */
function letWorkerWrite(context: Context, rows: FactRows): void {
  for (const at of heldBetween(context, rows, 'one-to-one', 25, 150)) {
    const session = rows.session[at];
    const place = rows.discussion.findIndex((one) => one.session === session?.session && one.filedAt !== null);
    const discussion = rows.discussion[place];
    if (session === undefined || discussion === undefined || isManager(rows, session.supervisee)) continue;
    rows.discussion[place] = { ...discussion, writtenBy: session.supervisee };
    return;
  }
}

function isManager(rows: FactRows, person: string): boolean {
  return rows.post.some((post) => post.person === person && post.isManagementPost === true);
}

import type { LaneSubject, PersonLabel, SessionRow } from '@plumbline/analytics/compliance';
import { findSubjects, listFacts, loadBook, type CouncilTransaction, type IdBook, type StoredFact } from '@plumbline/database';
import type { Permission } from '@plumbline/domain/access';
import { isFromAudit } from '@plumbline/domain/audits';
import type { Day } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import type { Caller } from '../access/caller.ts';
import { factsNaming } from '../access/facts-naming.ts';
import { allowedOf } from '../access/require-subject.ts';
import { groupBy } from '../lanes/scene.ts';
import { discussionAsOf, sessionAsOf } from './log-as-of.ts';

/** More lines of the log than one person has. */
const MOST = 5000;

/** A day of the past on which the log is looked at, and what was known of it when. */
export interface LogThen {
  readonly on: Day;
  /** ISO instant; as known now where absent. */
  readonly knownAt: string | undefined;
}

/** The lines of the log that name somebody in a column, the latest first; as they stand, or as they stood on a day. */
export async function listSessionRows(
  tx: CouncilTransaction,
  naming: { column: 'supervisee' | 'supervisor' | 'session'; refs: readonly string[] },
  then: LogThen | null = null,
): Promise<SessionRow[]> {
  if (naming.refs.length === 0) return [];
  const { column, refs } = naming;
  const known = { knownAt: then?.knownAt, limit: MOST };
  const { rows } = await listFacts(tx, { kind: 'session', naming: { columns: [column], refs }, ...known });
  const stood = then === null ? rows : rows.flatMap((session) => sessionAsOf(session, then.on) ?? []);
  return (await sessionRows(tx, stood, then)).toSorted((a, b) => (a.plannedStartAt < b.plannedStartAt ? 1 : -1));
}

/** Of some lines of the log those whose supervisee the caller may do this to; relations end, and the log stays. */
export async function sessionsAllowed(
  tx: CouncilTransaction,
  caller: Caller,
  action: Permission,
  rows: readonly SessionRow[],
): Promise<Set<SessionRow>> {
  const found = await findSubjects(tx, [...new Set(rows.map((row) => row.supervisee.id))]);
  const allowed = new Set(await allowedOf(tx, caller, action, [...found.values()]));
  return new Set(
    rows.filter((row) => {
      const supervisee = found.get(row.supervisee.id);
      return supervisee !== undefined && allowed.has(supervisee);
    }),
  );
}

/** Stored lines of the log as pages show them, with the children discussed in each. */
export async function sessionRows(
  tx: CouncilTransaction,
  sessions: readonly StoredFact[],
  then: LogThen | null = null,
): Promise<SessionRow[]> {
  if (sessions.length === 0) return [];
  const refs = sessions.map((session) => String(session.values['session']));
  const { rows } = await listFacts(tx, {
    kind: 'discussion',
    naming: { columns: ['session'], refs },
    knownAt: then?.knownAt,
    limit: MOST * 10,
  });
  const discussions = then === null ? rows : rows.flatMap((discussion) => discussionAsOf(discussion, then.on) ?? []);
  const bySession = groupBy(discussions, (discussion) => String(discussion.values['session']));
  const staff = new Set(sessions.flatMap(({ values }) => [String(values['supervisee']), String(values['supervisor'])]));
  const children = new Set(discussions.map((discussion) => String(discussion.values['child'])));
  const [people, book] = await Promise.all([
    factsNaming(tx, 'person', ['person'], [...staff]),
    loadBook(tx, { persons: staff, children }),
  ]);
  const names = new Map(people.map((person) => [person.person, person.name]));
  const label = (ref: string): PersonLabel => ({ id: book.id('person', ref), name: names.get(ref) ?? ref });
  return sessions.map((session) => sessionRow(session, bySession.get(String(session.values['session'])) ?? [], label, book));
}

function sessionRow(
  stored: StoredFact,
  discussions: readonly StoredFact[],
  label: (ref: string) => PersonLabel,
  book: IdBook,
): SessionRow {
  const session = stored.values as unknown as FactOf<'session'>;
  return {
    id: stored.id,
    supervisee: label(session.supervisee),
    supervisor: label(session.supervisor),
    kind: session.kind,
    status: session.status,
    plannedStartAt: session.plannedStartAt,
    startedAt: session.startedAt,
    minutes: session.minutes,
    longestBlockMinutes: session.longestBlockMinutes,
    reason: session.reason,
    rearrangedFor: session.rearrangedFor,
    recordSharedAt: session.recordSharedAt,
    children: discussions.map((stored) => {
      const discussion = stored.values as unknown as FactOf<'discussion'>;
      const { discussedOn, summarySentAt, filedAt } = discussion;
      return { id: stored.id, child: childLabel(book, discussion.child), discussedOn, summarySentAt, filedAt };
    }),
    version: stored.version,
    ...(isFromAudit(session.session) ? { fromAudit: true as const } : {}),
  };
}

function childLabel(book: IdBook, ref: string): LaneSubject {
  return { id: book.id('child', ref), kind: 'child', label: ref, descriptors: [], team: null };
}

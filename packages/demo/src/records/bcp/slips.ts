import { formatDay, toDay } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import type { Context } from '../../context.ts';
import { addFact, type FactRows } from '../../fact-rows.ts';
import { inventedName } from '../../names.ts';
import { isoDay, workingDayFrom } from '../../spans.ts';
import { change, keptFrom, streamOf } from '../beside.ts';
import { inPost } from './people.ts';

/** Small things that go wrong with records, and what is done with files when somebody moves on or leaves. */
export function addSlips(context: Context, rows: FactRows): void {
  describeRecords(context, rows);
  change(rows, 'discussion', (discussion) => {
    const random = streamOf(context, 'approach', `${discussion.child}/${discussion.discussedOn}`);
    return discussion.approach !== null && random.chance(0.02) ? { approach: 'other' as const } : {};
  });
  change(rows, 'session', (session) => (streamOf(context, 'unmarked', session.session).chance(0.015) ? { purposes: null } : {}));
  leaveStartUnwritten(context, rows);
  addUnresolvedDisagreement(context, rows);
  addAccessEnded(context, rows);
  addLongGone(context, rows);
}

/**
 * Stored and handed to both once both have signed, some earlier than that. A few are typed by the administrator, not always with
 * leave; a few say neither that they are personal nor about cases.
 */
function describeRecords(context: Context, rows: FactRows): void {
  const sessions = new Map(rows.session.map((session) => [session.session, session]));
  const typist = inPost(rows, 'administrator')?.person ?? null;
  rows.record.forEach((record, at) => {
    const random = streamOf(context, 'record-slips', record.record);
    const isTyped = random.chance(0.05) && typist !== record.supervisee;
    const signed = signedByBothAt(sessions.get(record.session));
    const isHasty = random.chance(0.06);
    const inOrder = (moment: string | null): string | null => (isHasty || moment === null ? moment : laterOf(moment, signed));
    rows.record[at] = {
      ...record,
      storedAt: inOrder(record.storedAt),
      supervisorCopyAt: inOrder(record.supervisorCopyAt),
      superviseeCopyAt: inOrder(record.superviseeCopyAt),
      changesAgreedAt: record.response === 'changes-proposed' && !isHasty ? record.draftOfferedAt : null,
      class: random.chance(0.01) ? null : record.class,
      typedBy: isTyped ? typist : null,
      isTypingAgreed: isTyped ? random.chance(0.85) : null,
      isPrivatePartKept: isTyped && random.chance(0.9) ? true : null,
    };
  });
}

function signedByBothAt(session: FactOf<'session'> | undefined): string | null {
  const [supervisor, supervisee] = [session?.supervisorSignedAt ?? null, session?.superviseeSignedAt ?? null];
  return supervisor === null || supervisee === null ? null : laterOf(supervisor, supervisee);
}

/** What comes after signing is not there while one signature is missing. Instants in one form, so that later is greater. */
function laterOf(moment: string, signed: string | null): string | null {
  if (signed === null) return null;
  return moment < signed ? signed : moment;
}

/** One supervision of some months ago that was held, and nobody wrote down when it began. */
function leaveStartUnwritten(context: Context, rows: FactRows): void {
  const recorded = new Set(rows.record.filter((record) => record.class === 'personal').map(({ session }) => session));
  const before = formatDay(context.today - 120);
  const found = rows.session.findIndex(
    (session) => recorded.has(session.session) && session.status === 'held' && session.plannedStartAt < before,
  );
  const session = rows.session[found];
  if (session !== undefined) rows.session[found] = { ...session, startedAt: null };
}

/** Something that stayed in a record against somebody's wish, with neither the reason nor what came of it. */
function addUnresolvedDisagreement(context: Context, rows: FactRows): void {
  const person = inPost(rows, 'social-worker')?.person ?? null;
  const on = formatDay(workingDayFrom(context.today - 33));
  addFact(rows, 'event', { event: 'EV-D-1', kind: 'disagreement', person, on, doneOn: on, shows: ['item', 'talked-over'] });
}

/** With a new supervisor the earlier one's access ends the same day, sometimes a week later; one file has stayed behind. */
function addAccessEnded(context: Context, rows: FactRows): void {
  const changes = changesOf(rows['supervision-pair']).filter(({ from }) => {
    const day = toDay(from);
    return day >= keptFrom(context) && day < context.today - 10;
  });
  for (const [n, { supervisee, supervisor, from }] of changes.entries()) {
    if (n % 7 === 3) continue;
    const day = toDay(from) + (n % 5 === 1 ? 6 : 0);
    addFact(rows, 'event', {
      event: `EV-A-${supervisee.slice(1)}-${from.replaceAll('-', '')}`,
      kind: 'access-ended',
      person: supervisee,
      on: from,
      doneOn: isoDay(day),
      doneBy: supervisor,
    });
  }
  const last = changes.at(-1)?.supervisee;
  const left = rows.event.filter(({ kind, person }) => kind !== 'file-transfer' || person !== last);
  rows.event.splice(0, rows.event.length, ...left);
}

/** Named supervisors who follow another one. */
function changesOf(pairs: readonly FactOf<'supervision-pair'>[]): FactOf<'supervision-pair'>[] {
  const named = pairs.filter(({ capacity }) => capacity === 'designated');
  return [...Map.groupBy(named, ({ supervisee }) => supervisee).values()].flatMap((own) => {
    const inOrder = own.toSorted((a, b) => (a.from < b.from ? -1 : 1));
    return inOrder.filter((pair, n) => n > 0 && inOrder[n - 1]?.supervisor !== pair.supervisor);
  });
}

/** Left the council more than six years ago, so that the file may go. */
function addLongGone(context: Context, rows: FactRows): void {
  const left = isoDay(context.today - 2400);
  addFact(rows, 'person', {
    person: 'S90031',
    name: inventedName(2031, context.council.name.length * 611),
    employedFrom: isoDay(context.today - 4400) ?? '',
    employedTo: left,
    leftAuthorityOn: left,
    isExternal: false,
  });
}

import type { LaneMark } from '@plumbline/analytics/compliance';
import { formatDay, type Day } from '@plumbline/domain/calendar';
import type { LaneFact } from '@plumbline/database';
import type { Series } from '@plumbline/domain/policy';
import { dayOfText, type Stage } from './scene.ts';

/** How far back a lane goes. */
const WINDOW_DAYS = 400;

/** The dots of a lane: the supervisions of a person, or the times that a child was discussed. */
export function marksOf(stage: Stage, series: Series, ref: string): LaneMark[] {
  const marks = series.subject === 'person' ? sessionMarks(stage, series, ref) : discussionMarks(stage, ref);
  return marks.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function sessionMarks(stage: Stage, series: Series, person: string): LaneMark[] {
  const marks: LaneMark[] = [];
  for (const session of stage.sessionsOf.get(person) ?? []) {
    if (!isOfSeries(stage, series, session)) continue;
    const on = dayOfText(session.startedAt ?? session.plannedStartAt);
    if (on < stage.asOf.on - WINDOW_DAYS) continue;
    const status = statusOn(session, on, stage.asOf.on);
    if (status !== null) marks.push({ on: formatDay(on), status, sessionId: stage.book.id('session', session.session) });
  }
  return marks;
}

/** Whether a supervision is of a kind that some rule of the series counts, whatever became of it. */
function isOfSeries(stage: Stage, series: Series, session: LaneFact<'session'>): boolean {
  return series.countedBy.some((id) => {
    const rule = stage.rules.get(id);
    if (rule?.kind !== 'counting') return false;
    const { kinds, purposes } = rule.counts;
    const isKind = kinds === undefined || kinds.includes(session.kind);
    return isKind && (purposes === undefined || (session.purposes ?? []).some((purpose) => purposes.includes(purpose)));
  });
}

/** What was in the diary on the day asked about shows as planned, whatever became of it later. */
function statusOn(session: LaneFact<'session'>, on: Day, askedOn: Day): LaneMark['status'] | null {
  if (on <= askedOn || session.status === 'planned') return session.status;
  const isBooked = session.bookedAt !== null && dayOfText(session.bookedAt) <= askedOn;
  if (session.status === 'cancelled' || session.status === 'postponed') return isBooked ? session.status : null;
  return isBooked ? 'planned' : null;
}

function discussionMarks(stage: Stage, child: string): LaneMark[] {
  const countsWhenHeld = stage.pack.conventions.childClock.value === 'counts-when-held';
  const marks: LaneMark[] = [];
  const today = formatDay(stage.asOf.on);
  const earliest = formatDay(stage.asOf.on - WINDOW_DAYS);
  for (const discussion of stage.discussionsOf.get(child) ?? []) {
    if (discussion.discussedOn < earliest || discussion.discussedOn > today) continue;
    const isOnFile = discussion.filedAt !== null && dayOfText(discussion.filedAt) <= stage.asOf.on;
    const sessionId = discussion.session === null ? null : stage.book.id('session', discussion.session);
    marks.push({ on: discussion.discussedOn, status: isOnFile || countsWhenHeld ? 'held' : 'not-on-file', sessionId });
  }
  return marks;
}

import { addWorkingDays, toDay, type Day } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import type { Context } from '../context.ts';
import { addFact, type FactRows } from '../fact-rows.ts';
import { isoAt, workingDayFrom } from '../spans.ts';
import { change, dayOfSession, listOf, streamOf, wasHeld } from './beside.ts';

const HOLDS_CONVERSATION: readonly FactOf<'session'>['kind'][] = ['one-to-one', 'personal', 'professional-support'];
const FEEDBACK = ['management', 'development', 'support', 'mediation', 'quality', 'strengths', 'to-develop'];

/** Which supervisions held one of the year's conversations, what observations watched and what was said after them. */
export function describeSessions(context: Context, rows: FactRows): void {
  const last = new Map<string, { day: Day; kind: 'plan' | 'review' }>();
  const inOrder = [...rows.session].toSorted((a, b) => (a.plannedStartAt < b.plannedStartAt ? -1 : 1));
  const conversations = new Map<string, 'plan' | 'review'>();
  for (const session of inOrder) {
    if (!wasHeld(session) || !HOLDS_CONVERSATION.includes(session.kind)) continue;
    const day = dayOfSession(session);
    const before = last.get(session.supervisee);
    const gap = streamOf(context, 'conversation', session.supervisee).chance(0.85) ? 150 : 230;
    if (before !== undefined && day - before.day < gap) continue;
    const kind = before?.kind === 'plan' ? 'review' : 'plan';
    last.set(session.supervisee, { day, kind });
    conversations.set(session.session, kind);
  }
  change(rows, 'session', (session) => ({
    conversation: conversations.get(session.session) ?? null,
    ...(session.kind === 'observation' ? watched(context, session, 'practice') : {}),
  }));
  addObservedSupervisors(context, rows);
}

function watched(context: Context, session: FactOf<'session'>, observes: 'practice' | 'supervising'): Partial<FactOf<'session'>> {
  const random = streamOf(context, 'observed', session.session);
  const day = dayOfSession(session);
  const given = random.chance(0.85) ? day : addWorkingDays(day, random.integer(1, 4));
  const feedback = listOf(FEEDBACK.filter(() => random.chance(0.97)));
  return {
    observes,
    isFormal: random.chance(0.9),
    feedbackAt: given < context.today ? isoAt(given, 17 * 60) : null,
    feedback,
  };
}

/** Supervisors watched supervising about once a year, by their own manager. */
function addObservedSupervisors(context: Context, rows: FactRows): void {
  const managers = new Map<string, { from: string; to: string | null; lineManager: string }[]>();
  for (const post of rows.post)
    if (post.lineManager !== null)
      managers.set(post.person, [
        ...(managers.get(post.person) ?? []),
        { from: post.from, to: post.to, lineManager: post.lineManager },
      ]);
  const supervisors = new Map<string, Day>();
  for (const pair of rows['supervision-pair']) {
    const from = Math.max(toDay(pair.from), context.begins);
    supervisors.set(pair.supervisor, Math.min(from, supervisors.get(pair.supervisor) ?? from));
  }
  for (const [person, since] of supervisors) {
    const random = streamOf(context, 'watched', person);
    let number = 0;
    for (
      let day = workingDayFrom(since + random.integer(60, 360));
      day < context.today;
      day = workingDayFrom(day + random.integer(250, 420))
    ) {
      const date = isoAt(day, 600).slice(0, 10);
      const manager = managers.get(person)?.find(({ from, to }) => from <= date && (to === null || to >= date))?.lineManager;
      if (manager === undefined || manager === person) continue;
      number += 1;
      const session = `SUP-${person.slice(1)}-WS-${number}`;
      const at = isoAt(day, 14 * 60);
      addFact(rows, 'session', {
        session,
        supervisee: person,
        supervisor: manager,
        kind: 'observation',
        status: 'held',
        plannedStartAt: at,
        startedAt: at,
        minutes: 60,
      });
      const added = rows.session.at(-1);
      if (added !== undefined) rows.session[rows.session.length - 1] = { ...added, ...watched(context, added, 'supervising') };
    }
  }
}

import type { Day } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import type { Context } from '../../context.ts';
import { addFact, type FactRows } from '../../fact-rows.ts';
import { isoAt, isoDay } from '../../spans.ts';
import { dayOfSession, wasHeld } from '../beside.ts';
import { addExtra, addFormal, inPost } from './people.ts';

const WITH_METHOD = 'S90021';
const WITHOUT_METHOD = 'S90022';
/** Half a day a week: four cases are forty for full time. */
const HALF_A_DAY = 0.1;
const CASES = 4;

/** Two reviewing officers with many cases for their few hours, one of them with a method for it; and three in private fostering. */
export function addFurtherCases(context: Context, rows: FactRows): void {
  const above = inPost(rows, 'principal-social-worker');
  if (above !== undefined)
    for (const ref of [WITH_METHOD, WITHOUT_METHOD]) addReviewingOfficer(context, rows, ref, above.person, above.team);
  addPrivateFostering(context, rows);
}

function addReviewingOfficer(context: Context, rows: FactRows, ref: string, above: string, team: string): void {
  const from = context.today - 140;
  addExtra(context, rows, {
    ref,
    role: 'reviewing-officer',
    team,
    from,
    level: 3,
    lineManager: above,
    post: { fullTimeEquivalent: HALF_A_DAY, contract: 'sessional', isStatutory: false },
    person: { isSocialWorkQualified: true },
  });
  const sessions = addFormal(context, rows, ref, { from, every: 27, minutes: 60, by: () => above });
  const agreed = isoDay(from + 6) ?? '';
  const hasMethod = ref === WITH_METHOD;
  const agree = (what: Pick<FactOf<'agreed-interval'>, 'subjectKind' | 'subject' | 'reason'>): void =>
    addFact(rows, 'agreed-interval', { ...what, days: 90, agreedBy: above, from: agreed });
  for (let n = 1; n <= CASES; n += 1) {
    const child = `C90${ref.slice(-2)}${n}`;
    addCase(rows, child, ref, from + 1);
    for (const { session, day } of sessions) addTalk(rows, child, session, above, day);
    if (hasMethod) agree({ subjectKind: 'child', subject: child, reason: 'caseload-method' });
  }
  if (!hasMethod) return;
  agree({ subjectKind: 'person', subject: ref, reason: 'caseload-method' });
  addFact(rows, 'event', {
    event: `EV-M-${ref.slice(1)}`,
    kind: 'caseload-method',
    person: ref,
    on: agreed,
    doneOn: agreed,
    shows: ['least-frequency', 'priorities', 'tracker'],
  });
}

function addCase(rows: FactRows, child: string, worker: string, from: Day): void {
  const family = `F${child.slice(1)}`;
  const opened = isoDay(from) ?? '';
  addFact(rows, 'family', { family, referredOn: opened });
  addFact(rows, 'child', { child, family, openedOn: opened, genogramOn: opened, chronologyOn: opened });
  addFact(rows, 'allocation', {
    child,
    worker,
    allocatedAt: isoAt(from, 10 * 60),
    discussedAt: isoAt(from, 11 * 60),
    isSecondary: false,
  });
}

function addTalk(rows: FactRows, child: string, session: string, writtenBy: string, day: Day): void {
  addFact(rows, 'discussion', {
    child,
    session,
    discussedOn: isoDay(day) ?? '',
    writtenBy,
    filedAt: isoAt(day, 16 * 60),
    isReflective: false,
    reference: `CS-${child.slice(1)}-${day}`,
    parts: ['decisions', 'discussion', 'reasons'],
    approach: 'safety',
    isManagementAction: true,
    concernsFamily: false,
  });
}

/** One who is talked over in time, one who is not, and a language student who has waited for more than three months. */
function addPrivateFostering(context: Context, rows: FactRows): void {
  const teams = new Set(rows.team.filter(({ kind }) => kind === 'looked-after').map(({ team }) => team));
  const workers = new Set(rows.post.filter((post) => post.to === null && teams.has(post.team)).map(({ person }) => person));
  const recent = rows.session.find(
    (session) =>
      workers.has(session.supervisee) &&
      session.kind === 'one-to-one' &&
      wasHeld(session) &&
      dayOfSession(session) >= context.today - 26 &&
      dayOfSession(session) <= context.today - 3,
  );
  if (recent === undefined) return;
  const talked = dayOfSession(recent);
  const add = (child: string, from: Day): void => {
    addCase(rows, child, recent.supervisee, from);
    addFact(rows, 'child-status', { child, status: 'private-fostering', from: isoDay(from) ?? '' });
  };
  add('C90301', talked - 10);
  addTalk(rows, 'C90301', recent.session, recent.supervisor, talked);
  add('C90302', context.today - 70);
  add('C90303', context.today - 130);
  addFact(rows, 'child-flag', { child: 'C90303', flag: 'language-student', from: isoDay(context.today - 130) ?? '' });
}

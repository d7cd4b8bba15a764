import { lastWorkingDayOnOrBefore, type Day } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import type { Context } from '../../context.ts';
import { addFact, type FactRows } from '../../fact-rows.ts';
import { inventedName } from '../../names.ts';
import { isoAt, isoDay } from '../../spans.ts';

type Post = FactOf<'post'>;

/** Somebody who is in this council only so that a requirement has somebody to keep or break it; their numbers begin with S9. */
export interface Extra {
  readonly ref: string;
  readonly role: Post['role'];
  readonly team: string;
  readonly from: Day;
  readonly level: number;
  readonly lineManager: string | null;
  /** The named supervisor, where it is not the line manager. */
  readonly supervisor?: string | null;
  readonly post?: Partial<Post>;
  readonly person?: Partial<FactOf<'person'>>;
}

/** The person, their post, their named supervisor and what the two agreed. */
export function addExtra(context: Context, rows: FactRows, extra: Extra): void {
  const { ref, role, team, from, level, lineManager } = extra;
  const began = isoDay(from) ?? '';
  addFact(rows, 'person', {
    person: ref,
    name: inventedName(2000 + Number(ref.slice(-3)), context.council.name.length * 611),
    employedFrom: began,
    isSocialWorkQualified: false,
    isExternal: false,
    ...extra.person,
  });
  addFact(rows, 'post', {
    person: ref,
    post: `POST-${ref.slice(1)}`,
    from: began,
    role,
    team,
    lineManager,
    contract: 'permanent',
    fullTimeEquivalent: 1,
    isRegistrationRequired: false,
    isManagementPost: false,
    level,
    isStatutory: false,
    isFrontLine: false,
    joinedFrom: 'outside',
    ...extra.post,
  });
  const supervisor = extra.supervisor ?? lineManager;
  if (supervisor !== null) addNamedSupervisor(rows, ref, supervisor, from);
}

/** A named supervisor from a day on, with an agreement that both signed that day. */
export function addNamedSupervisor(
  rows: FactRows,
  supervisee: string,
  supervisor: string,
  from: Day,
  to: Day | null = null,
): void {
  const began = isoDay(from) ?? '';
  addFact(rows, 'supervision-pair', { supervisee, supervisor, capacity: 'designated', from: began, to: isoDay(to) });
  addFact(rows, 'agreement', {
    supervisee,
    supervisor,
    drawnUpOn: began,
    sharedOn: began,
    historyOfferedOn: began,
    discussedOn: began,
    supervisorSignedOn: began,
    superviseeSignedOn: began,
    intervalDays: 28,
    minutes: 60,
    saysWhoMayRead: true,
  });
}

/** Formal supervisions of somebody, each so many days after the last at the most, with whoever `by` names for the nth. */
export function addFormal(
  context: Context,
  rows: FactRows,
  supervisee: string,
  given: { from: Day; every: number; minutes: number; by: (n: number) => string; purposes?: readonly string[] },
): { session: string; day: Day }[] {
  const held: { session: string; day: Day }[] = [];
  let last = given.from;
  for (let n = 0; ; n += 1) {
    const day = lastWorkingDayOnOrBefore(last + given.every);
    if (day <= last || day > context.today + given.every) break;
    const session = addSession(context, rows, {
      supervisee,
      supervisor: given.by(n),
      day,
      minutes: given.minutes,
      name: `X${n + 1}`,
    });
    if (day < context.today) held.push({ session, day });
    else break;
    last = day;
  }
  return held;
}

/** One formal supervision, held where its day has passed and planned where it has not. */
export function addSession(
  context: Context,
  rows: FactRows,
  given: { supervisee: string; supervisor: string; day: Day; minutes: number; name: string },
): string {
  const { supervisee, supervisor, day, minutes, name } = given;
  const session = `SUP-${supervisee.slice(1)}-${name}`;
  const isHeld = day < context.today;
  const at = isoAt(day, 10 * 60);
  addFact(rows, 'session', {
    session,
    supervisee,
    supervisor,
    kind: 'one-to-one',
    purposes: ['employee'],
    status: isHeld ? 'held' : 'planned',
    bookedAt: isoAt(day - 6, 9 * 60),
    plannedStartAt: at,
    plannedMinutes: minutes,
    startedAt: isHeld ? at : null,
    minutes: isHeld ? minutes : null,
    mode: 'in-person',
  });
  return session;
}

/** Whoever holds a post of a role today, in a kind of team where one is named. */
export function inPost(rows: FactRows, role: Post['role'], kind?: FactOf<'team'>['kind']): Post | undefined {
  const teams = new Set(rows.team.filter((team) => kind === undefined || team.kind === kind).map(({ team }) => team));
  return rows.post.find((post) => post.role === role && post.to === null && teams.has(post.team));
}

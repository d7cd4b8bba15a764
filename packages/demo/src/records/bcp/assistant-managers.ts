import type { Context } from '../../context.ts';
import { addFact, type FactRows } from '../../fact-rows.ts';
import { isoDay, workingDayFrom } from '../../spans.ts';
import { addExtra, addFormal, addNamedSupervisor, addSession, inPost, type Extra } from './people.ts';

const ASSISTANT = 'S90011';
const SUPPORT = 'S90012';
const SHADOWING = 'S90013';
const HELPED = 'S90014';
const WITHOUT_HELP = 'S90015';

/**
 * An assistant team manager: whom one may supervise and whom not, two departures from that, and two who shadow a colleague, one
 * of them with nobody at home any more.
 */
export function addAssistantManager(context: Context, rows: FactRows): void {
  const manager = inPost(rows, 'team-manager', 'children-in-need');
  const senior = inPost(rows, 'principal-social-worker')?.person;
  const worker = rows.post.find((post) => post.team === manager?.team && post.role === 'social-worker' && post.to === null);
  if (manager === undefined || senior === undefined || worker === undefined) return;
  const team = manager.team;
  const since = context.today - 420;
  addExtra(context, rows, {
    ref: ASSISTANT,
    role: 'assistant-team-manager',
    team,
    from: since,
    level: 3,
    lineManager: manager.person,
    person: { isSocialWorkQualified: true, isExperiencedSupervisor: true },
    post: { isManagementPost: true },
  });
  register(rows, ASSISTANT, since);
  addFact(rows, 'training', {
    person: ASSISTANT,
    course: 'supervisor-training',
    title: 'Reflective supervision, two days',
    completedOn: isoDay(since + 30) ?? '',
  });
  addFormal(context, rows, ASSISTANT, { from: since, every: 27, minutes: 60, by: () => manager.person });
  addSupportWorkers(context, rows, team, worker.person);
  addBeginners(context, rows, { team, manager: manager.person, senior, shadowed: worker.person });
  // Once the manager was away, and the assistant stood in with somebody qualified.
  const day = workingDayFrom(context.today - 45);
  addSession(context, rows, { supervisee: worker.person, supervisor: ASSISTANT, day, minutes: 60, name: 'XA' });
  addDeviations(context, rows, worker.person, manager.person);
}

/** Puts somebody on the register of social workers from a day on. */
export function register(rows: FactRows, person: string, from: number): void {
  const number = `SW9${person.slice(-5)}`;
  addFact(rows, 'registration', { person, register: 'social-work-england', number, from: isoDay(from) ?? '' });
}

/** Two without a social work qualification. One goes along with a colleague, who has become the named supervisor as well. */
function addSupportWorkers(context: Context, rows: FactRows, team: string, colleague: string): void {
  const from = context.today - 150;
  const post = { role: 'family-support-worker', team, from, level: 2, lineManager: ASSISTANT } as const;
  addExtra(context, rows, { ref: SUPPORT, ...post });
  addFormal(context, rows, SUPPORT, { from, every: 27, minutes: 60, by: () => ASSISTANT });
  addExtra(context, rows, { ref: SHADOWING, ...post, supervisor: null, lineManager: null });
  const changed = context.today - 15;
  addNamedSupervisor(rows, SHADOWING, ASSISTANT, from, changed - 1);
  addNamedSupervisor(rows, SHADOWING, colleague, changed);
  addShadowed(rows, SHADOWING, colleague, changed);
  addFormal(context, rows, SHADOWING, { from, every: 27, minutes: 60, by: () => ASSISTANT });
}

function addShadowed(rows: FactRows, supervisee: string, supervisor: string, from: number): void {
  addFact(rows, 'supervision-pair', { supervisee, supervisor, capacity: 'shadowed', from: isoDay(from) ?? '' });
}

interface Around {
  readonly team: string;
  readonly manager: string;
  readonly senior: string;
  readonly shadowed: string;
}

/** Two newly qualified workers whom the assistant sees as well: one with a development officer and a practice consultant, one without. */
function addBeginners(context: Context, rows: FactRows, { team, manager, senior, shadowed }: Around): void {
  const from = workingDayFrom(context.today - 60);
  const began = isoDay(from) ?? '';
  for (const ref of [HELPED, WITHOUT_HELP]) {
    const qualified: Extra['person'] = { isSocialWorkQualified: true, practiceFrom: began, asyeFrom: began };
    addExtra(context, rows, {
      ref,
      role: 'social-worker',
      team,
      from,
      level: 2,
      lineManager: manager,
      person: qualified,
      post: { isStatutory: true, isRegistrationRequired: true },
    });
    register(rows, ref, from);
    const second = ref === HELPED ? ASSISTANT : senior;
    addFact(rows, 'supervision-pair', { supervisee: ref, supervisor: second, capacity: 'assessor', from: began });
    addFormal(context, rows, ref, { from, every: 7, minutes: 60, by: (n) => (n % 2 === 0 ? manager : second) });
  }
  for (const capacity of ['development-officer', 'practice-consultant'] as const)
    addFact(rows, 'supervision-pair', { supervisee: HELPED, supervisor: senior, capacity, from: began });
  addShadowed(rows, HELPED, shadowed, context.today - 12);
  const day = workingDayFrom(context.today - 10);
  addSession(context, rows, { supervisee: WITHOUT_HELP, supervisor: ASSISTANT, day, minutes: 60, name: 'XA' });
}

/** One departure as it should be, and one without a reason to which the wrong person agreed. */
function addDeviations(context: Context, rows: FactRows, worker: string, manager: string): void {
  const day = isoDay(context.today - 100) ?? '';
  const later = isoDay(context.today - 30) ?? '';
  const head = inPost(rows, 'service-manager')?.person ?? null;
  addFact(rows, 'deviation', {
    person: manager,
    rule: 'BCP-alloc-7',
    hasReason: true,
    recordedOn: day,
    agreedBy: head,
    agreedOn: day,
    from: day,
  });
  addFact(rows, 'deviation', {
    person: worker,
    rule: 'BCP-alloc-13',
    supervisor: ASSISTANT,
    hasReason: false,
    recordedOn: later,
    agreedBy: manager,
    agreedOn: later,
    from: later,
  });
}

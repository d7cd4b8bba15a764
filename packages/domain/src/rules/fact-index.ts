import type { Day } from '../calendar/index.ts';
import type { FactOf, Facts } from '../facts/index.ts';
import { dayOfInstant } from './fact-days.ts';

/** A stretch of days, both ends included; `to` is `FAR_FUTURE` where open. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
}

/** Facts grouped by the subject they are about, made once for an assessment. */
export interface FactIndex {
  readonly facts: Facts;
  readonly people: ReadonlyMap<string, FactOf<'person'>>;
  readonly teams: ReadonlyMap<string, FactOf<'team'>>;
  readonly postsOf: Groups<'post'>;
  readonly absencesOf: Groups<'absence'>;
  readonly shiftsOf: Groups<'shift'>;
  /** By supervisee. */
  readonly pairsOf: Groups<'supervision-pair'>;
  /** By supervisor. */
  readonly superviseesOf: Groups<'supervision-pair'>;
  readonly stageDecisionsOf: Groups<'stage-decision'>;
  readonly registrationsOf: Groups<'registration'>;
  /** By supervisee. */
  readonly sessionsOf: Groups<'session'>;
  readonly sessions: ReadonlyMap<string, FactOf<'session'>>;
  readonly discussionsIn: Groups<'discussion'>;
  readonly episodesOf: Groups<'child'>;
  readonly statusesOf: Groups<'child-status'>;
  readonly placementsOf: Groups<'placement'>;
  readonly flagsOf: Groups<'child-flag'>;
  /** By child. */
  readonly allocationsOf: Groups<'allocation'>;
  /** By worker. */
  readonly allocationsTo: Groups<'allocation'>;
  /** By child. */
  readonly discussionsOf: Groups<'discussion'>;
  /** By `person:ref` or `child:ref`. */
  readonly agreedIntervalsOf: Groups<'agreed-interval'>;
  readonly trainingOf: Groups<'training'>;
  /** By supervisee. */
  readonly agreementsOf: Groups<'agreement'>;
  readonly recordsOf: Groups<'record'>;
  /** By session. */
  readonly recordsIn: Groups<'record'>;
  readonly contactsIn: Groups<'front-door-contact'>;
  /** By worker. */
  readonly contactsOf: Groups<'front-door-contact'>;
  /** By `child:ref`, or `person:ref` where no child is named. */
  readonly actionsOf: Groups<'action'>;
  readonly progressOf: Groups<'action-progress'>;
  /** By `person:ref`, or `child:ref` where no person is named. */
  readonly eventsOf: Groups<'event'>;
  readonly deviationsOf: Groups<'deviation'>;
  readonly accessRequestsOf: Groups<'access-request'>;
  readonly groups: ReadonlyMap<string, FactOf<'group'>>;
  readonly groupsOfTeam: Groups<'group'>;
  readonly groupsLedBy: Groups<'group'>;
  readonly attendanceOf: Groups<'attendance'>;
  readonly childrenOfFamily: Groups<'child'>;
  /** By what they are about: the value of the column of that name. */
  readonly confirmationsOf: Readonly<Record<ConfirmedColumn, Groups<'confirmation'>>>;
  /** What has been worked out of these facts, by whoever works it out; see `keptWith`. */
  readonly kept: Map<unknown, unknown>;
}

/** Columns of a confirmation that say whom or what it is about. */
export type ConfirmedColumn = 'person' | 'child' | 'session' | 'record' | 'event';

type Kind = Exclude<keyof Facts, 'feeds'>;

class Groups<Name extends Kind> {
  private readonly groups = new Map<string, FactOf<Name>[]>();

  constructor(facts: readonly FactOf<Name>[], key: (fact: FactOf<Name>) => string | null) {
    for (const fact of facts) {
      const at = key(fact);
      if (at === null) continue;
      const group = this.groups.get(at);
      if (group === undefined) this.groups.set(at, [fact]);
      else group.push(fact);
    }
  }

  get(key: string): readonly FactOf<Name>[] {
    return this.groups.get(key) ?? NONE;
  }
}

const NONE: readonly never[] = [];

/** Groups facts by subject. Nothing is copied. */
export function indexFacts(facts: Facts): FactIndex {
  return {
    facts,
    kept: new Map(),
    people: byKey(facts.person, (fact) => fact.person),
    teams: byKey(facts.team, (fact) => fact.team),
    postsOf: new Groups<'post'>(facts.post, (fact) => fact.person),
    absencesOf: new Groups<'absence'>(facts.absence, (fact) => fact.person),
    shiftsOf: new Groups<'shift'>(facts.shift, (fact) => fact.person),
    pairsOf: new Groups<'supervision-pair'>(facts['supervision-pair'], (fact) => fact.supervisee),
    superviseesOf: new Groups<'supervision-pair'>(facts['supervision-pair'], (fact) => fact.supervisor),
    stageDecisionsOf: new Groups<'stage-decision'>(facts['stage-decision'], (fact) => fact.person),
    registrationsOf: new Groups<'registration'>(facts.registration, (fact) => fact.person),
    sessionsOf: new Groups<'session'>(facts.session, (fact) => fact.supervisee),
    sessions: byKey(facts.session, (fact) => fact.session),
    discussionsIn: new Groups<'discussion'>(facts.discussion, (fact) => fact.session),
    episodesOf: new Groups<'child'>(facts.child, (fact) => fact.child),
    statusesOf: new Groups<'child-status'>(facts['child-status'], (fact) => fact.child),
    placementsOf: new Groups<'placement'>(facts.placement, (fact) => fact.child),
    flagsOf: new Groups<'child-flag'>(facts['child-flag'], (fact) => fact.child),
    allocationsOf: new Groups<'allocation'>(facts.allocation, (fact) => fact.child),
    allocationsTo: new Groups<'allocation'>(facts.allocation, (fact) => fact.worker),
    discussionsOf: new Groups<'discussion'>(facts.discussion, (fact) => fact.child),
    agreedIntervalsOf: new Groups<'agreed-interval'>(facts['agreed-interval'], (fact) => `${fact.subjectKind}:${fact.subject}`),
    ...indexBeside(facts),
  };
}

/** Facts by the column that only one of them has each value of. */
function byKey<Fact>(facts: readonly Fact[], key: (fact: Fact) => string): Map<string, Fact> {
  const found = new Map<string, Fact>();
  for (const fact of facts) found.set(key(fact), fact);
  return found;
}

/** What stands beside supervision: agreements, records, actions, events, meetings. */
function indexBeside(facts: Facts) {
  return {
    trainingOf: new Groups<'training'>(facts.training, (fact) => fact.person),
    agreementsOf: new Groups<'agreement'>(facts.agreement, (fact) => fact.supervisee),
    recordsOf: new Groups<'record'>(facts.record, (fact) => fact.supervisee),
    recordsIn: new Groups<'record'>(facts.record, (fact) => fact.session),
    contactsIn: new Groups<'front-door-contact'>(facts['front-door-contact'], (fact) => fact.session),
    contactsOf: new Groups<'front-door-contact'>(facts['front-door-contact'], (fact) => fact.worker),
    actionsOf: new Groups<'action'>(facts.action, (fact) => ownerKey(fact.child, fact.person, 'child')),
    progressOf: new Groups<'action-progress'>(facts['action-progress'], (fact) => fact.action),
    eventsOf: new Groups<'event'>(facts.event, (fact) => ownerKey(fact.person, fact.child, 'person')),
    deviationsOf: new Groups<'deviation'>(facts.deviation, (fact) => fact.person),
    accessRequestsOf: new Groups<'access-request'>(facts['access-request'], (fact) => fact.person),
    groups: byKey(facts.group, (fact) => fact.group),
    groupsOfTeam: new Groups<'group'>(facts.group, (fact) => fact.team),
    groupsLedBy: new Groups<'group'>(facts.group, (fact) => fact.facilitator),
    attendanceOf: new Groups<'attendance'>(facts.attendance, (fact) => fact.person),
    childrenOfFamily: new Groups<'child'>(facts.child, (fact) => fact.family),
    confirmationsOf: {
      person: new Groups<'confirmation'>(facts.confirmation, (fact) => fact.person),
      child: new Groups<'confirmation'>(facts.confirmation, (fact) => fact.child),
      session: new Groups<'confirmation'>(facts.confirmation, (fact) => fact.session),
      record: new Groups<'confirmation'>(facts.confirmation, (fact) => fact.record),
      event: new Groups<'confirmation'>(facts.confirmation, (fact) => fact.event),
    },
  };
}

/** `child:C1` or `person:S1`, by whichever of two columns comes first and is given. */
function ownerKey(first: string | null, second: string | null, of: 'person' | 'child'): string | null {
  const other = of === 'person' ? 'child' : 'person';
  return first !== null ? `${of}:${first}` : second !== null ? `${other}:${second}` : null;
}

/** The day on which a session was held, or was to be held. */
export function sessionDay(session: FactOf<'session'>): Day {
  return dayOfInstant(session.startedAt ?? session.plannedStartAt);
}

/** The common part of two stretches, or null. */
export function overlap(a: Stretch, b: Stretch): Stretch | null {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from <= to ? { from, to } : null;
}

/** Stretches that touch or overlap run together; the result is in order. */
export function mergeStretches(stretches: readonly Stretch[]): Stretch[] {
  if (stretches.length < 2) return stretches.map(({ from, to }) => ({ from, to }));
  const merged: { from: Day; to: Day }[] = [];
  for (const stretch of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && stretch.from <= last.to + 1) last.to = Math.max(last.to, stretch.to);
    else merged.push({ ...stretch });
  }
  return merged;
}

/** What is left of `whole` when `parts` (in order, apart from one another) are taken out. */
export function gapsIn(whole: Stretch, parts: readonly Stretch[]): Stretch[] {
  const gaps: Stretch[] = [];
  let from = whole.from;
  for (const part of parts) {
    if (part.to < whole.from || part.from > whole.to) continue;
    if (part.from > from) gaps.push({ from, to: part.from - 1 });
    from = Math.max(from, part.to + 1);
  }
  if (from <= whole.to) gaps.push({ from, to: whole.to });
  return gaps;
}

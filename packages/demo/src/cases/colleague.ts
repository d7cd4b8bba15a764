import type { Day } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import type { Context } from '../context.ts';
import { addFact, type FactRows } from '../fact-rows.ts';
import { inventedName, mailboxOf } from '../names.ts';
import { isoAt, isoDay, workingDayFrom } from '../spans.ts';

type Post = FactOf<'post'>;

/** Somebody whom no seat of the plan gives: in a role, on a contract or with a history that a rule turns on. */
export interface Colleague {
  readonly role: Post['role'];
  readonly team: string;
  readonly manager: string;
  readonly supervisor: string;
  readonly since: Day;
  readonly contract?: NonNullable<Post['contract']>;
  readonly fullTimeEquivalent?: number;
  readonly isManagement?: boolean;
}

/** Adds a colleague with a post, a named supervisor and an agreement made in good time, and gives the staff number. */
export function addColleague(context: Context, rows: FactRows, colleague: Colleague): string {
  const { role, team, manager, supervisor, since } = colleague;
  const person = addPerson(context, rows, { from: since, to: null, hasMailbox: role !== 'residential-carer' });
  const from = isoDay(since) ?? '';
  addFact(rows, 'post', {
    person,
    post: `POST-X${person.slice(1)}`,
    from,
    role,
    team,
    lineManager: manager,
    isManagedByJobShare: false,
    contract: colleague.contract ?? 'permanent',
    fullTimeEquivalent: colleague.fullTimeEquivalent ?? 1,
    worksOn: ['mon', 'tue', 'wed', 'thu', 'fri'],
    isRegistrationRequired: false,
    isManagementPost: colleague.isManagement ?? false,
    level: colleague.isManagement === true ? 3 : 2,
    isStatutory: false,
    isFrontLine: colleague.isManagement !== true,
    joinedFrom: 'outside',
  });
  addFact(rows, 'supervision-pair', { supervisee: person, supervisor, capacity: 'designated', from });
  addFact(rows, 'agreement', {
    supervisee: person,
    supervisor,
    drawnUpOn: from,
    sharedOn: from,
    historyOfferedOn: from,
    discussedOn: from,
    supervisorSignedOn: from,
    superviseeSignedOn: from,
    intervalDays: 28,
    minutes: 90,
    saysWhoMayRead: true,
  });
  return person;
}

/** Whether somebody can sign in: what they see is set by the scene. */
export function isOfCast(person: string): boolean {
  return /^S100\d$/.test(person);
}

/** A person with an invented name under the next staff number. */
export function addPerson(
  context: Context,
  rows: FactRows,
  { from, to, hasMailbox }: { from: Day; to: Day | null; hasMailbox: boolean },
): string {
  const place = rows.person.length;
  const name = inventedName(place, context.council.name.length * 611);
  const person = `S${1101 + place}`;
  addFact(rows, 'person', {
    person,
    name,
    email: hasMailbox ? `${mailboxOf(name)}@${context.council.mailDomain}` : null,
    employedFrom: isoDay(from) ?? '',
    employedTo: isoDay(to),
    isSocialWorkQualified: false,
    isExternal: false,
    leftAuthorityOn: isoDay(to),
  });
  return person;
}

/** How somebody's one-to-ones follow one another. */
export interface Rhythm {
  readonly since: Day;
  /** Days from one to the next, at the most four more where a day is no working day. */
  readonly every: number;
  /** One gap that is longer, and which of them it is. */
  readonly longer?: { readonly days: number; readonly at: number };
  /** Days on which nobody can meet this person. */
  readonly isAway?: (day: Day) => boolean;
  supervisorOn(day: Day): string;
}

/** A diary of one-to-ones up to today, each noted and shared in good time, and the date of the next one. */
export function keepDiary(context: Context, rows: FactRows, person: string, rhythm: Rhythm): void {
  let before = rhythm.since;
  for (let number = 1; before < context.today; number += 1) {
    const gap = rhythm.longer?.at === number ? rhythm.longer.days : rhythm.every;
    let day = workingDayFrom(before + gap);
    while (rhythm.isAway?.(day) === true && day < context.today + 60) day = workingDayFrom(day + 1);
    addOneToOne(context, rows, { person, supervisor: rhythm.supervisorOn(day), day, number, booked: before });
    before = day;
  }
}

interface OneToOne {
  readonly person: string;
  readonly supervisor: string;
  readonly day: Day;
  readonly number: number;
  readonly booked: Day;
}

function addOneToOne(context: Context, rows: FactRows, { person, supervisor, day, number, booked }: OneToOne): void {
  const isHeld = day < context.today;
  const noted = day + 3 < context.today ? isoAt(day + 3, 15 * 60) : null;
  addFact(rows, 'session', {
    session: `SUP-${person.slice(1)}-S${String(number).padStart(3, '0')}`,
    supervisee: person,
    supervisor,
    kind: 'one-to-one',
    status: isHeld ? 'held' : 'planned',
    bookedAt: isoAt(booked, 9 * 60),
    plannedStartAt: isoAt(day, 10 * 60),
    plannedMinutes: 90,
    mode: 'in-person',
    ...(isHeld
      ? {
          startedAt: isoAt(day, 10 * 60),
          minutes: 95,
          recordSharedAt: noted,
          recordFiledAt: noted,
          supervisorSignedAt: noted,
          superviseeSignedAt: noted,
        }
      : {}),
  });
}

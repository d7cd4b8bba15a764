import { addMonths, startOfMonth, toDay, type Day } from '@plumbline/domain/calendar';
import type { Context } from '../context.ts';
import { addFact, type FactRows } from '../fact-rows.ts';
import { isoAt, isoDay, workingDayFrom } from '../spans.ts';
import { keptFrom, streamOf } from './beside.ts';

type Audience = 'newly-qualified' | 'trainees';

/** Closed groups of newly qualified staff and of trainees, about once in each month of last year, where the policy asks for them. */
export function addPeerGroups(context: Context, rows: FactRows): void {
  if (context.council.packId !== 'shropshire') return;
  for (const audience of ['newly-qualified', 'trainees'] as const) {
    for (let month = startOfMonth(addMonths(keptFrom(context), 1)); month < context.today; month = addMonths(month, 1)) {
      const random = streamOf(context, 'peer-group', `${audience}/${month}`);
      const day = workingDayFrom(month + random.integer(5, 18));
      if (day < context.today && random.chance(0.95)) addPeerGroup(context, rows, audience, day);
    }
  }
}

function addPeerGroup(context: Context, rows: FactRows, audience: Audience, day: Day): void {
  const group = `GRP-${audience === 'trainees' ? 'TR' : 'NQ'}-${isoDay(day)?.replaceAll('-', '') ?? ''}`;
  const members = audience === 'trainees' ? traineesOn(rows, day) : newlyQualifiedOn(rows, day);
  const pairs = rows['supervision-pair'].filter((pair) => pair.capacity === 'designated' && isIn(day, pair.from, pair.to));
  const leader = pairs.find((pair) => members.includes(pair.supervisee))?.supervisor;
  if (leader === undefined) return;
  const random = streamOf(context, 'peer-group-held', group);
  addFact(rows, 'group', {
    group,
    heldOn: isoDay(day) ?? '',
    format: 'peer-supervision',
    facilitator: leader,
    audience,
    isClosed: random.chance(0.9),
  });
  for (const person of members.filter((one) => one !== leader && random.chance(0.9))) {
    addFact(rows, 'session', {
      session: `SUP-${person.slice(1)}-${group.slice(4)}`,
      supervisee: person,
      supervisor: leader,
      kind: 'group',
      purposes: ['group'],
      status: 'held',
      plannedStartAt: isoAt(day, 14 * 60),
      startedAt: isoAt(day, 14 * 60),
      minutes: 90,
      group,
    });
  }
}

function traineesOn(rows: FactRows, day: Day): string[] {
  const posts = rows.post.filter(({ role, from, to }) => role === 'student-social-worker' && isIn(day, from, to));
  return [...new Set(posts.map(({ person }) => person))];
}

function newlyQualifiedOn(rows: FactRows, day: Day): string[] {
  return rows.person
    .filter(({ asyeFrom, asyePassedOn, employedTo }) => {
      if (asyeFrom === null || !isIn(day, asyeFrom, asyePassedOn)) return false;
      return employedTo === null || toDay(employedTo) >= day;
    })
    .map(({ person }) => person);
}

function isIn(day: Day, from: string, to: string | null): boolean {
  return toDay(from) <= day && (to === null || toDay(to) >= day);
}

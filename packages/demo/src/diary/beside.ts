import { addWorkingDays, isWorkingDay, type Day } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import type { Context } from '../context.ts';
import { fact, type FactRows } from '../fact-rows.ts';
import type { Lines } from '../organisation/lines.ts';
import { isAtWork, type Worker } from '../organisation/staff.ts';
import type { RandomStream } from '../random.ts';
import { covers, isoAt } from '../spans.ts';
import { BESIDE } from './rhythm.ts';

type SessionKind = FactOf<'session'>['kind'];

const PURPOSES: Partial<Record<SessionKind, readonly string[]>> = {
  reflective: ['reflective'],
  'reflective-group': ['reflective'],
  observation: ['development'],
};
/** One policy asks of every supervision which of its four purposes it had. */
const PURPOSES_OF_BCP: Partial<Record<SessionKind, readonly string[]>> = {
  impromptu: ['casework'],
  group: ['group'],
  observation: ['quality'],
};
const TOPICS = ['about-you', 'looking-forward', 'priorities', 'values'];

/** Check-ins, observations, groups and unplanned talks: beside the supervisions that count, never instead of them. */
export function addSessionsBeside(context: Context, worker: Worker, lines: Lines, rows: FactRows): void {
  if (worker.student !== null) return;
  for (const [kind, timesAYear] of Object.entries(BESIDE[context.council.packId]) as [SessionKind, number][]) {
    const random = worker.random.split(`beside/${kind}`);
    const gap = 365 / timesAYear;
    let number = 0;
    for (
      let day = Math.max(context.begins, worker.employedFrom) + random.waiting(gap);
      day < context.today;
      day += 10 + random.waiting(gap - 10)
    ) {
      if (!isWorkingDay(day) || !isAtWork(worker, day)) continue;
      const supervisor = lines.supervisorsOf.get(worker.ref)?.find((span) => covers(span, day))?.worker;
      if (supervisor === undefined || !isAtWork(supervisor, day)) continue;
      number += 1;
      rows.session.push(sessionBeside(context, random, { kind, worker, supervisor, day, number }));
    }
  }
}

interface Beside {
  readonly kind: SessionKind;
  readonly worker: Worker;
  readonly supervisor: Worker;
  readonly day: Day;
  readonly number: number;
}

function sessionBeside(
  context: Context,
  random: RandomStream,
  { kind, worker, supervisor, day, number }: Beside,
): FactOf<'session'> {
  const minute = random.integer(37, 64) * 15;
  const isUnplanned = kind === 'impromptu' || kind === 'reactive';
  const shared = addWorkingDays(day, random.integer(1, 8));
  const topics = TOPICS.filter(() => random.chance(0.6));
  return fact('session', {
    session: `SUP-${worker.ref.slice(1)}-${kind.slice(0, 2).toUpperCase()}${kind.length}-${number}`,
    supervisee: worker.ref,
    supervisor: supervisor.ref,
    kind,
    purposes: (context.council.packId === 'bcp' ? PURPOSES_OF_BCP : PURPOSES)[kind] ?? null,
    status: 'held',
    bookedAt: isUnplanned ? null : isoAt(Math.max(day - random.integer(5, 30), worker.employedFrom), 600),
    plannedStartAt: isoAt(day, minute),
    plannedMinutes: isUnplanned ? null : 60,
    startedAt: isoAt(day, minute),
    minutes: isUnplanned ? random.integer(10, 40) : random.integer(40, 75),
    mode: random.pick(['in-person', 'video']),
    recordSharedAt: !isUnplanned && shared < context.today && random.chance(0.7) ? isoAt(shared, 700) : null,
    topics: kind !== 'check-in' ? null : topics.length === 0 ? ['about-you'] : topics,
  });
}

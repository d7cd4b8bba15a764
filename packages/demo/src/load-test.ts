import { londonDay, parseInstant, toDay, type Day, type LocalDate } from '@plumbline/domain/calendar';
import type { FactOf, Facts } from '@plumbline/domain/facts';
import { makeCouncil } from './council.ts';
import type { PackId } from './councils.ts';
import { fact } from './fact-rows.ts';
import { randomStream, type RandomStream } from './random.ts';
import { entryOf } from './records/written.ts';
import { isoAt, isoDay } from './spans.ts';

export interface LoadTestOptions {
  readonly seed: number;
  readonly packId: PackId;
  readonly today: LocalDate;
  readonly sessions: number;
  readonly discussions: number;
}

/** A council's five years without its log, and the log to bring in: exactly as many rows as were asked for. */
export interface LoadTest {
  readonly council: Facts;
  readonly sessions: readonly FactOf<'session'>[];
  readonly discussions: readonly FactOf<'discussion'>[];
}

const USUAL: LoadTestOptions = { seed: 42, packId: 'wirral', today: '2026-11-20', sessions: 100_000, discussions: 300_000 };

/**
 * The largest council of England with five years of staff and children, and a supervision log of 100,000 supervisions and
 * 300,000 children discussed (field.md 5.1). Every discussion is of a child whom the supervisee held on that day.
 */
export function makeLoadTest(options: Partial<LoadTestOptions> = {}): LoadTest {
  const { seed, packId, today, sessions: sessionCount, discussions: discussionCount } = { ...USUAL, ...options };
  const made = makeCouncil({ seed, packId, size: 'large', today });
  const latestFirst = made.session.toSorted((a, b) => (a.plannedStartAt < b.plannedStartAt ? 1 : -1));
  if (latestFirst.length < sessionCount)
    throw new RangeError(`The large council has ${latestFirst.length} supervisions, fewer than ${sessionCount}.`);
  const sessions = latestFirst.slice(0, sessionCount).reverse();
  const discussions = discussionsOf(made, sessions, {
    today: toDay(today),
    count: discussionCount,
    random: randomStream(`${seed}/load`),
  });
  return { council: { ...made, session: [], discussion: [] }, sessions, discussions };
}

interface Held {
  readonly child: string;
  readonly from: Day;
  readonly to: Day;
}

/** Goes round the supervisions until there are enough: the next few children of each worker's caseload every time. */
function discussionsOf(
  council: Facts,
  sessions: readonly FactOf<'session'>[],
  wanted: { today: Day; count: number; random: RandomStream },
): FactOf<'discussion'>[] {
  const caseloads = caseloadsOf(council, wanted.today);
  const open = sessions.flatMap((session) => {
    const day =
      session.startedAt === null || session.status === 'abandoned' ? null : londonDay(parseInstant(session.startedAt) ?? 0);
    const held =
      day === null ? [] : (caseloads.get(session.supervisee) ?? []).filter((part) => part.from <= day && part.to >= day);
    return day === null || held.length === 0
      ? []
      : [{ session, day, children: [...new Set(held.map((part) => part.child))].toSorted() }];
  });
  const discussions: FactOf<'discussion'>[] = [];
  for (let round = 0; discussions.length < wanted.count; round += 1) {
    const before = discussions.length;
    for (const { session, day, children } of open) {
      const child = children[round];
      if (child === undefined || discussions.length >= wanted.count) continue;
      const filed = day + wanted.random.integer(0, 4);
      const filedAt = filed < wanted.today && !wanted.random.chance(0.03) ? isoAt(filed, 1080) : null;
      const entry = { child, discussedOn: isoDay(day) ?? '', filedAt };
      discussions.push(
        fact('discussion', {
          ...entry,
          session: session.session,
          writtenBy: session.supervisor,
          summarySentAt: isoAt(day - 2, 600),
          isReflective: wanted.random.chance(0.2),
          frequencyView: 'enough',
          ...entryOf(entry, wanted.random),
        }),
      );
    }
    if (discussions.length === before)
      throw new RangeError(`The caseloads hold only ${before} discussions, fewer than ${wanted.count}.`);
  }
  return discussions;
}

function caseloadsOf(council: Facts, today: Day): Map<string, Held[]> {
  const caseloads = new Map<string, Held[]>();
  const episodes = Map.groupBy(council.child, (row) => row.child);
  for (const row of council.allocation) {
    const allocated = londonDay(parseInstant(row.allocatedAt) ?? 0);
    const ended = row.endedOn === null ? today : toDay(row.endedOn);
    for (const episode of episodes.get(row.child) ?? []) {
      const from = Math.max(allocated, toDay(episode.openedOn));
      const to = Math.min(ended, episode.closedOn === null ? today : toDay(episode.closedOn));
      if (from > to) continue;
      const held = caseloads.get(row.worker) ?? [];
      held.push({ child: row.child, from, to });
      caseloads.set(row.worker, held);
    }
  }
  return caseloads;
}

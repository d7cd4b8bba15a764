import { readCouncilYear, twelveMonthsBefore, type CouncilYear, type WhatIfOutcome } from '@plumbline/analytics/impact';
import {
  clockFactsStamp,
  findTimeline,
  inCouncil,
  loadClockFacts,
  type ClockFactsSince,
  type CouncilTransaction,
  type Database,
} from '@plumbline/database';
import { formatDay, toDay } from '@plumbline/domain/calendar';
import { clockReach, indexFacts, type ClockReach, type CompiledPolicy, type PolicyTimeline } from '@plumbline/domain/rules';

/** A council's year as it was read, with what was worked out over it: nothing of it changes while its stamp is that of the council. */
export interface ReadYear {
  readonly councilId: string;
  readonly on: string;
  readonly stamp: string;
  readonly timeline: PolicyTimeline;
  readonly reach: ClockReach;
  readonly year: CouncilYear;
  /** By what the rules are: the hash of a policy, or of what was in force. */
  readonly outcomes: Map<string, WhatIfOutcome>;
}

/** Room for one council's year: the one asked about last. A second question about it then needs no reading. */
export interface WhatIfMemory {
  read: ReadYear | null;
}

/** The council's year for these policies: as it was read before, where nothing has changed since and it reaches back far enough. */
export async function yearFor(
  database: Database,
  asked: { readonly councilId: string; readonly on: string },
  policies: readonly CompiledPolicy[],
  memory: WhatIfMemory,
): Promise<ReadYear> {
  return await inCouncil(database, asked.councilId, async (tx) => {
    const [stamp, timeline] = [await clockFactsStamp(tx), await findTimeline(tx)];
    if (timeline === null) throw new RangeError('The council has no policy yet.');
    const { read } = memory;
    const isSame = read !== null && read.councilId === asked.councilId && read.on === asked.on && read.stamp === stamp;
    const all = [...timeline.map(({ policy }) => policy), ...policies];
    if (isSame && reachesBack(read, all)) return { ...read, timeline };
    // Let go of before the next one is read: two councils at once would need twice the room.
    memory.read = null;
    return (memory.read = { ...asked, stamp, timeline, ...(await readYear(tx, asked.on, all)), outcomes: new Map() });
  });
}

async function readYear(
  tx: CouncilTransaction,
  on: string,
  policies: readonly CompiledPolicy[],
): Promise<Pick<ReadYear, 'reach' | 'year'>> {
  const today = toDay(on);
  const window = twelveMonthsBefore(today);
  let reach: ClockReach | null = null;
  const facts = await loadClockFacts(tx, (own) => daysOf((reach = clockReach(policies, window, own))));
  if (reach === null) throw new Error('The facts were read without their days.');
  return { reach, year: readCouncilYear(indexFacts(facts), window, today) };
}

function reachesBack({ reach, year }: ReadYear, policies: readonly CompiledPolicy[]): boolean {
  const wanted = clockReach(policies, year.window, year.index.facts);
  return reach.nearSince <= wanted.nearSince && reach.person <= wanted.person && reach.child <= wanted.child;
}

function daysOf({ nearSince, person, child }: ClockReach): ClockFactsSince {
  return {
    nearSince: formatDay(nearSince),
    heldSince: formatDay(person),
    discussedSince: formatDay(child),
  };
}

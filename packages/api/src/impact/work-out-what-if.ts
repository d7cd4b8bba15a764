import {
  readCouncilYear,
  twelveMonthsBefore,
  whatIf,
  type CouncilYear,
  type WhatIfMonths,
  type WhatIfOutcome,
  type WhatIfToday,
} from '@plumbline/analytics/impact';
import { findTimeline, inCouncil, lastChange, loadClockFacts, type Database } from '@plumbline/database';
import { formatDay, toDay } from '@plumbline/domain/calendar';
import type { PolicyPack } from '@plumbline/domain/policy';
import { compilePolicy, indexFacts, nearSince, onlyVersion, type PolicyTimeline } from '@plumbline/domain/rules';
import type { ChangesDesk } from '../policy-changes/changes-desk.ts';

/** What is asked: sets of rules over the twelve months before `on`. Plain data, for a worker. */
export interface WhatIfAsked {
  readonly councilId: string;
  readonly on: string;
  /** Null stands for the policy that was in force, through its versions. */
  readonly packs: readonly (PolicyPack | null)[];
}

/** What every set of rules would have asked, in the order asked about, and what was in force beside it. */
export interface WorkedOutWhatIf {
  /** What was the last thing changed in the council when this was read. */
  readonly lastChange: number;
  readonly months: WhatIfMonths;
  readonly real: WhatIfToday;
  readonly inForce: WhatIfOutcome;
  readonly outcomes: readonly WhatIfOutcome[];
}

export type WhatIfDesk = ChangesDesk<WhatIfAsked, WorkedOutWhatIf>;

/** So many people and children at a time, so that it can be said how far the work is. */
const CHUNK = 2000;
/** Reading takes about this share of the time. */
const READING = 0.3;

/** Works out what other rules would have asked of the council over its last twelve whole months. Reads the whole council: run it where nobody waits. */
export async function workOutWhatIf(
  database: Database,
  { councilId, on, packs }: WhatIfAsked,
  onProgress: (done: number) => void = () => undefined,
): Promise<WorkedOutWhatIf> {
  const today = toDay(on);
  const window = twelveMonthsBefore(today);
  const compiled = packs.map((pack) => (pack === null ? null : compilePolicy(pack)));
  const { timeline, facts, change } = await inCouncil(database, councilId, async (tx) => {
    const lastChanged = await lastChange(tx);
    const found = await findTimeline(tx);
    if (found === null) throw new RangeError('The council has no policy yet.');
    const policies = [...found.map(({ policy }) => policy), ...compiled.filter((policy) => policy !== null)];
    const read = await loadClockFacts(tx, (own) => formatDay(nearSince(policies, 'child', window, own)));
    return { change: lastChanged, timeline: found, facts: read };
  });
  onProgress(READING);
  const year = readCouncilYear(indexFacts(facts), window, today);
  const others = compiled.filter((policy) => policy !== null);
  let done = 0;
  const workOut = (rules: PolicyTimeline): WhatIfOutcome =>
    outcomeOf(rules, year, (share) => onProgress(READING + (1 - READING) * ((done + share) / (others.length + 1))));
  const inForce = workOut(timeline);
  const outcomes = compiled.map((policy) => {
    if (policy === null) return inForce;
    done += 1;
    return workOut(onlyVersion(policy));
  });
  return {
    lastChange: change,
    months: { from: formatDay(window.from), to: formatDay(window.to) },
    real: year.real,
    inForce,
    outcomes,
  };
}

function outcomeOf(rules: PolicyTimeline, year: CouncilYear, onProgress: (share: number) => void): WhatIfOutcome {
  const work = whatIf(rules, year);
  const persons = [...year.index.people.keys()];
  const children = [...new Set(year.index.facts.child.map(({ child }) => child))];
  const all = persons.length + children.length;
  for (let i = 0; i < all; i += CHUNK) {
    const rest = Math.max(0, i - persons.length);
    work.add({
      persons: new Set(persons.slice(i, i + CHUNK)),
      children: new Set(children.slice(rest, Math.max(0, i + CHUNK - persons.length))),
    });
    onProgress(Math.min(1, (i + CHUNK) / all));
  }
  return work.result();
}

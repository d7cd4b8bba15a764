import { whatIf, type CouncilYear, type WhatIfMonths, type WhatIfOutcome, type WhatIfToday } from '@plumbline/analytics/impact';
import type { Database } from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import type { PolicyPack } from '@plumbline/domain/policy';
import { compilePolicy, onlyVersion, type PolicyTimeline } from '@plumbline/domain/rules';
import type { ChangesDesk } from '../policy-changes/changes-desk.ts';
import { yearFor, type ReadYear, type WhatIfMemory } from './what-if-year.ts';

/** What is asked: sets of rules over the twelve months before `on`. Plain data, for a worker. */
export interface WhatIfAsked {
  readonly councilId: string;
  readonly on: string;
  /** Null stands for the policy that was in force, through its versions. */
  readonly packs: readonly (PolicyPack | null)[];
}

/** What every set of rules would have asked, in the order asked about, and what was in force beside it. */
export interface WorkedOutWhatIf {
  /** Stands for everything that was recorded in the council when this was read. */
  readonly stamp: string;
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
/** So many answers are kept with a council's year, the oldest forgotten first. */
const MOST_OUTCOMES = 12;

/**
 * Works out what other rules would have asked of the council over its last twelve whole months. Reads the whole council, where
 * the memory does not hold it: run it where nobody waits. The same memory for the next question spares what is known already.
 */
export async function workOutWhatIf(
  database: Database,
  { councilId, on, packs }: WhatIfAsked,
  onProgress: (done: number) => void = () => undefined,
  memory: WhatIfMemory = { read: null },
): Promise<WorkedOutWhatIf> {
  const compiled = packs.map((pack) => (pack === null ? null : compilePolicy(pack)));
  const others = compiled.filter((policy) => policy !== null);
  const read = await yearFor(database, { councilId, on }, others, memory);
  onProgress(READING);
  const { timeline, year } = read;
  let done = 0;
  const workOut = (key: string, rules: PolicyTimeline): WhatIfOutcome => {
    const before = done;
    const onShare = (share: number): void => onProgress(READING + ((1 - READING) * (before + share)) / (others.length + 1));
    done += 1;
    return knownOr(read, key, () => outcomeOf(rules, year, onShare));
  };
  const inForce = workOut(`in force ${timeline.map(({ from, policy }) => `${from} ${policy.hash}`).join(' ')}`, timeline);
  return {
    stamp: read.stamp,
    months: { from: formatDay(year.window.from), to: formatDay(year.window.to) },
    real: year.real,
    inForce,
    outcomes: compiled.map((policy) => (policy === null ? inForce : workOut(policy.hash, onlyVersion(policy)))),
  };
}

function knownOr({ outcomes }: ReadYear, key: string, workOut: () => WhatIfOutcome): WhatIfOutcome {
  const known = outcomes.get(key) ?? workOut();
  // What was asked for last stands last.
  outcomes.delete(key);
  outcomes.set(key, known);
  for (const old of [...outcomes.keys()].slice(0, Math.max(0, outcomes.size - MOST_OUTCOMES))) outcomes.delete(old);
  return known;
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

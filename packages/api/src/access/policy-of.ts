import { findTimeline, type CouncilTransaction } from '@plumbline/database';
import { formatInstant, londonInstant, type Day } from '@plumbline/domain/calendar';
import type { PolicyPack, Rule } from '@plumbline/domain/policy';
import { versionOn, type CompiledPolicy, type PolicyTimeline } from '@plumbline/domain/rules';
import { refuse } from '../problems.ts';
import type { Caller } from './caller.ts';

/** The last moment of a day in London, for asking what was known by then. */
export function knownAtOf(knownOn: Day): string {
  return `${formatInstant(londonInstant(knownOn + 1, 0) - 1).slice(0, -1)}:59.999Z`;
}

/** The versions of the policy, as known now or on a day. A council without a policy has nothing to show yet. */
export async function timelineOf(tx: CouncilTransaction, knownOn: Day | null): Promise<PolicyTimeline> {
  const timeline = knownOn === null ? await findTimeline(tx) : await findTimeline(tx, knownAtOf(knownOn));
  return timeline ?? refuse('not-found');
}

/** The version of the policy in force on a day, compiled. */
export async function policyOf(tx: CouncilTransaction, on: Day): Promise<CompiledPolicy> {
  return versionOn(await timelineOf(tx, null), on).policy;
}

/** The policy in force today; null where the council has none yet. */
export async function packInForce(tx: CouncilTransaction, caller: Caller): Promise<PolicyPack | null> {
  const timeline = await findTimeline(tx);
  return timeline === null ? null : versionOn(timeline, caller.today).policy.pack;
}

/** Ids of the clocks of every version: what was asked under one that is gone still counts on its days. */
export function seriesThrough(timeline: PolicyTimeline, subject: 'person' | 'child' | null = null): string[] {
  const all = timeline.flatMap(({ policy }) => policy.pack.series);
  return [...new Set(all.filter((series) => subject === null || series.subject === subject).map(({ id }) => id))];
}

/** Areas of rules that say when a supervision was held in full: how long it was, and what became of its record. */
const IN_FULL: ReadonlySet<string> = new Set(['duration', 'recording', 'signature', 'deadline']);

/** Ids of the rules of every version that say when a supervision was held in full, and of those that say how long it has to be. */
export function inFullThrough(timeline: PolicyTimeline): { readonly rules: string[]; readonly lengths: string[] } {
  const asked = rulesThrough(timeline).filter(({ area }) => IN_FULL.has(area.split('/')[0] ?? ''));
  const lengths = asked.filter(({ kind, area }) => kind === 'threshold' && area.startsWith('duration'));
  return { rules: [...new Set(asked.map(({ id }) => id))], lengths: [...new Set(lengths.map(({ id }) => id))] };
}

/** Every rule of every version, those of the newest first: the first of a number is the one that counts now. */
export function rulesThrough(timeline: PolicyTimeline): Rule[] {
  return timeline.toReversed().flatMap(({ policy }) => [...policy.rules]);
}

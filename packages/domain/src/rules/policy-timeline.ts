import { FAR_FUTURE, toDay, type Day } from '../calendar/index.ts';
import type { CompiledPolicy } from './compile.ts';

/** One version of a policy and the days on which it is in force, both included. */
export interface VersionInForce {
  /** Counts the published versions of a council, from 1; what a stored requirement was made under is kept by it. */
  readonly number: number;
  readonly policy: CompiledPolicy;
  readonly from: Day;
  readonly to: Day;
}

/**
 * The versions of a council's policy, each from its first day until the next begins; never empty. The first stands for all
 * the days before it too: of earlier policies nothing is known here, and what a policy asks of a day before it was written down
 * is decided by where records begin.
 */
export type PolicyTimeline = readonly [VersionInForce, ...VersionInForce[]];

export interface PublishedVersion {
  readonly number: number;
  readonly policy: CompiledPolicy;
  readonly validFrom: Day;
}

/**
 * Puts published versions one after the other by the day from which each holds. Of two for the same day the one published
 * later replaces the other. Null where there are none.
 */
export function timelineOf(published: readonly PublishedVersion[]): PolicyTimeline | null {
  const inOrder = published.toSorted((a, b) => a.validFrom - b.validFrom || a.number - b.number);
  const left = inOrder.filter((version, i) => inOrder[i + 1]?.validFrom !== version.validFrom);
  const [first, ...rest] = left.map((version, i): VersionInForce => ({
    number: version.number,
    policy: version.policy,
    from: i === 0 ? -FAR_FUTURE : version.validFrom,
    to: (left[i + 1]?.validFrom ?? FAR_FUTURE + 1) - 1,
  }));
  return first === undefined ? null : [first, ...rest];
}

/** A policy that has never had another version. */
export function onlyVersion(policy: CompiledPolicy): PolicyTimeline {
  return [{ number: 1, policy, from: -FAR_FUTURE, to: FAR_FUTURE }];
}

/** The version in force on a day. */
export function versionOn(timeline: PolicyTimeline, day: Day): VersionInForce {
  let found = timeline[0];
  for (const version of timeline) if (version.from <= day) found = version;
  return found;
}

/** The version under which a requirement stands: the one in force on the day on which it opened. */
export function versionOf(timeline: PolicyTimeline, duty: { readonly openedOn: Day }): VersionInForce {
  return versionOn(timeline, duty.openedOn);
}

/** A timeline as published, for those who have dates as text. */
export function timelineFrom(
  published: readonly { readonly number: number; readonly policy: CompiledPolicy; readonly validFrom: string }[],
): PolicyTimeline | null {
  return timelineOf(published.map((version) => ({ ...version, validFrom: toDay(version.validFrom) })));
}

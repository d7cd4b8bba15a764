import { formatDay, type Day } from '../calendar/index.ts';
import type { Rule } from '../policy/index.ts';
import type { Duty } from './finding.ts';
import { versionOf, versionOn, type PolicyTimeline, type VersionInForce } from './policy-timeline.ts';

/** Kinds of rule that ask for something on every day, so that a new version takes over what the old one has open. */
const HOLDS_EVERY_DAY: ReadonlySet<Rule['kind']> = new Set(['standing', 'ratio']);

/**
 * Of what each version would ask by itself (`byVersion`, in the order of the timeline), what the versions ask one after the
 * other: each requirement under the version in force on the day on which it opened. For requirements other than clocks.
 */
export function throughVersions(timeline: PolicyTimeline, byVersion: readonly (readonly Duty[])[]): Duty[] {
  const kept = new Map<string, Duty>();
  timeline.forEach((version, i) => {
    const own = byVersion[i] ?? [];
    const goesOn = i === 0 ? new Set<string>() : handOver(timeline, kept, version, own);
    const before = i === 0 ? [] : (byVersion[i - 1] ?? []);
    const older = new Map(before.filter((duty) => duty.openedOn >= version.from).map((duty) => [identityOf(duty), duty]));
    for (const duty of own) {
      if (kept.has(identityOf(duty))) continue;
      const taken = versionOn(timeline, duty.openedOn) === version ? duty : takenOver(version, duty, older, goesOn);
      if (taken !== null) kept.set(identityOf(taken), taken);
    }
  });
  return [...kept.values()];
}

function identityOf(duty: Duty): string {
  return `${duty.rule}\u0000${duty.subjectKind}\u0000${duty.subject}\u0000${duty.opening}`;
}

function askedOfWhom(duty: Duty): string {
  return `${duty.rule}\u0000${duty.subjectKind}\u0000${duty.subject}`;
}

function isEveryDay(version: VersionInForce, duty: Duty): boolean {
  // A question waits on every day until somebody answers it.
  if (duty.judged === 'asked') return true;
  const kind = version.policy.rules[version.policy.ruleIndex.get(duty.rule) ?? -1]?.kind;
  return kind !== undefined && HOLDS_EVERY_DAY.has(kind);
}

/** Whether something opened before a day and neither was met nor ended by it. */
function isOpenAt(duty: Duty, day: Day): boolean {
  return duty.openedOn < day && (duty.metOn === null || duty.metOn > day) && (duty.endedOn === null || duty.endedOn >= day);
}

/**
 * Ends what a version that begins asks for no longer, on the day before it. What must hold on every day goes on where the new
 * version finds it missing too; of whom, is returned.
 */
function handOver(timeline: PolicyTimeline, kept: Map<string, Duty>, version: VersionInForce, own: readonly Duty[]): Set<string> {
  const missing = new Map(
    own.filter((duty) => isEveryDay(version, duty) && isOpenAt(duty, version.from)).map((duty) => [askedOfWhom(duty), duty]),
  );
  const goesOn = new Set<string>();
  for (const [identity, duty] of kept) {
    if (!isOpenAt(duty, version.from)) continue;
    if (isEveryDay(versionOf(timeline, duty), duty)) {
      const now = missing.get(askedOfWhom(duty));
      if (now !== undefined) goesOn.add(askedOfWhom(duty));
      kept.set(
        identity,
        now === undefined ? endedOn(duty, version.from - 1) : { ...duty, metOn: now.metOn, endedOn: now.endedOn },
      );
    } else if (!version.policy.ruleIndex.has(duty.rule)) kept.set(identity, endedOn(duty, version.from - 1));
  }
  return goesOn;
}

/** A requirement that nobody asks after a day: late by then it stays not met, what had time left is over. */
function endedOn(duty: Duty, lastDay: Day): Duty {
  if (duty.judged === 'breached' || duty.judged === 'advisory') return duty;
  return { ...duty, metOn: null, metAt: null, endedOn: lastDay };
}

/** What a version asks that opened before it began, as far as it is the one to ask it. */
function takenOver(
  version: VersionInForce,
  duty: Duty,
  older: ReadonlyMap<string, Duty>,
  goesOn: ReadonlySet<string>,
): Duty | null {
  if (duty.openedOn >= version.from) return null;
  if (isEveryDay(version, duty))
    return isOpenAt(duty, version.from) && !goesOn.has(askedOfWhom(duty)) ? reopenedOn(duty, version.from) : null;
  // Both versions have the rule, and each would leave what lies on the border to the other: the older one asks it.
  const left = older.get(identityOf(duty));
  return left === undefined ? null : { ...left, openedOn: version.from - 1 };
}

/** What does not hold when a version begins is asked from its first day. */
function reopenedOn(duty: Duty, from: Day): Duty {
  const [what = 'gap'] = duty.opening.split(':');
  const asked = { ...duty, opening: `${what}:${formatDay(from)}`, openedOn: from, dueOn: duty.dueOn === null ? null : from };
  // An absence that was over by then excuses nothing of it.
  const isBack = duty.absentTo !== null && duty.absentTo < from;
  return isBack ? { ...asked, absentFrom: null, absentTo: null, returnDueOn: null } : asked;
}

import type { Day } from '../calendar/index.ts';
import type { Facts } from '../facts/index.ts';
import {
  allResponsibilities,
  assessIndexed,
  dutiesBesideClocks,
  subjectsOf,
  type Assessment,
  type OnlySubjects,
} from './assess.ts';
import { indexFacts, type FactIndex } from './fact-index.ts';
import type { PolicyTimeline } from './policy-timeline.ts';
import { throughVersions } from './through-versions.ts';
import { versionedClockDuties } from './version-clocks.ts';

/**
 * Every requirement through all versions of a policy: each stands under the version in force on the day on which it opened, keeps
 * its date when a newer version comes, and ends the day before one that no longer asks for it. What was late by then stays late
 * under the old version. With one version this is `assess`.
 */
export function assessVersions(timeline: PolicyTimeline, facts: Facts, openUntil: Day, only?: OnlySubjects): Assessment {
  return assessVersionsIndexed(timeline, indexFacts(facts), openUntil, only);
}

/** {@link assessVersions} over facts that have been grouped already. */
export function assessVersionsIndexed(
  timeline: PolicyTimeline,
  index: FactIndex,
  openUntil: Day,
  only?: OnlySubjects,
): Assessment {
  if (timeline.length === 1) return assessIndexed(timeline[0].policy, index, openUntil, only);
  const assessed = subjectsOf(index, only);
  const series = new Map(
    timeline.flatMap(({ policy }) => policy.series.map(({ series: one }) => [`${one.subject} ${one.id}`, one] as const)),
  );
  return {
    duties: [
      ...[...series.values()].flatMap((one) =>
        versionedClockDuties(timeline, one, index, one.subject === 'person' ? assessed.persons : assessed.children),
      ),
      ...throughVersions(
        timeline,
        timeline.map(({ policy }) => dutiesBesideClocks(policy, index, assessed, openUntil)),
      ),
    ],
    responsibilities: allResponsibilities(index, assessed),
  };
}

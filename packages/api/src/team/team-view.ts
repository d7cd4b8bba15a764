import type { TeamView } from '@plumbline/analytics/compliance';
import { formatDay } from '@plumbline/domain/calendar';
import { byAttention } from '../lanes/lane.ts';
import { byNeed, childLanes, personLanes } from '../lanes/person-lanes.ts';
import type { Stage } from '../lanes/scene.ts';

/**
 * The lanes of some people, most pressing first, with the children who need somebody to act at the top. `unallocated`
 * lists open children of the same teams whom nobody holds.
 */
export function teamView(stage: Stage, people: readonly string[], unallocated: readonly string[]): TeamView {
  const lanes = people.map((person) => personLanes(stage, person)).sort(byNeed);
  const orphans = unallocated.flatMap((child) => childLanes(stage, child));
  const alerts = [...orphans, ...lanes.flatMap((person) => person.children)].filter((lane) => lane.alert !== null);
  return {
    on: formatDay(stage.asOf.on),
    knownOn: stage.knownOn === null ? null : formatDay(stage.knownOn),
    people: lanes,
    alerts: alerts.sort(byAttention),
  };
}

import { FAR_FUTURE, formatDay, type Day } from '../calendar/index.ts';
import type { FactOf } from '../facts/index.ts';
import type { RuleOf } from '../policy/index.ts';
import { clockDuties, sessionMatches } from './clocks.ts';
import type { CompiledPolicy } from './compile.ts';
import { dayOfInstant } from './fact-days.ts';
import { sessionDay, type FactIndex, type Stretch } from './fact-index.ts';
import type { Duty } from './finding.ts';
import { dutyOf, failing } from './item-duty.ts';
import { discussionKey, NO_FACTS, type Item } from './items.ts';
import { workerOn } from './responsibility.ts';

/**
 * A case that falls due before its worker's next session has to be talked over in this one. Sessions are those of whoever holds the
 * case on the day; the next one is the first that stands in the log after it and was not called off.
 */
export function dueCaseDuties(
  policy: CompiledPolicy,
  rule: RuleOf<'coverage'>,
  index: FactIndex,
  child: string,
  held: readonly Stretch[],
): Duty[] {
  const series = policy.series.find((one) => one.series.id === rule.series);
  if (series === undefined) return [];
  const requirements = clockDuties(policy, series, index, [child]).filter((duty) => duty.dueOn !== null);
  const discussed = new Set(index.discussionsOf.get(child).map((discussion) => discussion.session));
  const workers = new Set(index.allocationsOf.get(child).map((allocation) => allocation.worker));
  return [...workers].flatMap((worker) => {
    const sessions = heldSessions(rule, index, worker);
    return sessions.flatMap((session, i) => {
      const day = sessionDay(session);
      const isOwn = workerOn(index, child, day) === worker && held.some(({ from, to }) => from <= day && day <= to);
      if (!isOwn || discussed.has(session.session)) return [];
      const next = sessions[i + 1];
      const before = next === undefined ? day + 1 : sessionDay(next);
      if (!isDueBefore(requirements, day, before)) return [];
      const key = discussionKey({ child, discussedOn: formatDay(day), session: session.session });
      const item: Item = { kind: 'discussion', key, about: { kind: 'child', ref: child }, day, facts: { ...NO_FACTS, session } };
      return [dutyOf(rule, item, index, { openedOn: day, judged: failing(rule) })];
    });
  });
}

/** A worker's sessions that a rule is about, those that took place and those still to come, in order. */
function heldSessions(rule: RuleOf<'coverage'>, index: FactIndex, worker: string): FactOf<'session'>[] {
  return index.sessionsOf
    .get(worker)
    .filter((session) => rule.which === undefined || sessionMatches(rule.which, session, index))
    .toSorted((a, b) => dayOfInstant(a.plannedStartAt) - dayOfInstant(b.plannedStartAt));
}

/** Whether something open on a day falls due before another. */
function isDueBefore(requirements: readonly Duty[], day: Day, before: Day): boolean {
  return requirements.some(
    ({ openedOn, dueOn, metOn, endedOn }) =>
      openedOn <= day && (metOn ?? FAR_FUTURE) > day && (endedOn ?? FAR_FUTURE) >= day && (dueOn ?? FAR_FUTURE) < before,
  );
}

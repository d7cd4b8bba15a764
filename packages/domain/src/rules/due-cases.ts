import { FAR_FUTURE, formatDay, type Day } from '../calendar/index.ts';
import type { FactOf } from '../facts/index.ts';
import type { RuleOf } from '../policy/index.ts';
import { clockDutiesOf } from './clock-duties.ts';
import { sessionMatches } from './clocks.ts';
import type { CompiledPolicy } from './compile.ts';
import { dayOfInstant } from './fact-days.ts';
import { sessionDay, type FactIndex, type Stretch } from './fact-index.ts';
import { keptFor, keptWith } from './kept.ts';
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
  rule: Rule,
  index: FactIndex,
  child: string,
  held: readonly Stretch[],
): Duty[] {
  const series = policy.series.find((one) => one.series.id === rule.series);
  if (series === undefined) return [];
  const open = stretchesOpen(clockDutiesOf(policy, series, index, child));
  if (open.length === 0) return [];
  const discussed = new Set(index.discussionsOf.get(child).map((discussion) => discussion.session));
  const workers = new Set(
    index.allocationsOf.get(child).flatMap(({ worker, isSecondary }) => (isSecondary === true ? [] : worker)),
  );
  const duties: Duty[] = [];
  for (const worker of workers) {
    for (const { session, day, next } of heldSessions(rule)(index, worker)) {
      // Of a worker's sessions of years nearly all lie outside the case: the cheapest question comes first.
      if (!isDueBefore(open, day, next) || discussed.has(session.session)) continue;
      if (workerOn(index, child, day) !== worker || !held.some(({ from, to }) => from <= day && day <= to)) continue;
      const key = discussionKey({ child, discussedOn: formatDay(day), session: session.session });
      const item: Item = { kind: 'discussion', key, about: { kind: 'child', ref: child }, day, facts: { ...NO_FACTS, session } };
      duties.push(dutyOf(rule, item, index, { openedOn: day, judged: failing(rule) }));
    }
  }
  return duties;
}

interface SessionOn {
  readonly session: FactOf<'session'>;
  readonly day: Day;
  /** The day of the next one, or the day after where none is planned. */
  readonly next: Day;
}

type Rule = RuleOf<'coverage'>;

/** Every child of a worker asks for the same ones. */
const heldSessions = keptFor((rule: Rule) => keptWith((index, worker) => sessionsAbout(rule, index, worker)));

/** A worker's sessions that a rule is about, those that took place and those still to come, in order. */
function sessionsAbout({ which }: Rule, index: FactIndex, worker: string): SessionOn[] {
  const found = index.sessionsOf
    .get(worker)
    .filter((session) => which === undefined || sessionMatches(which, session, index))
    .map((session) => ({ session, day: sessionDay(session), planned: dayOfInstant(session.plannedStartAt) }));
  found.sort((a, b) => a.planned - b.planned);
  return found.map(({ session, day }, i) => ({ session, day, next: found[i + 1]?.day ?? day + 1 }));
}

interface Open extends Stretch {
  readonly dueOn: Day;
}

/** From when to when each requirement was open: before the day on which it was met, up to the one on which it ended. */
function stretchesOpen(requirements: readonly Duty[]): Open[] {
  return requirements.flatMap(({ openedOn, dueOn, metOn, endedOn }) =>
    dueOn === null ? [] : [{ from: openedOn, to: Math.min((metOn ?? FAR_FUTURE + 1) - 1, endedOn ?? FAR_FUTURE), dueOn }],
  );
}

/** Whether something open on a day falls due before another. */
function isDueBefore(open: readonly Open[], day: Day, before: Day): boolean {
  return open.some(({ from, to, dueOn }) => from <= day && day <= to && dueOn < before);
}

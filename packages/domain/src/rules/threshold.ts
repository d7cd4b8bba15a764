import { approximateDays, type Day } from '../calendar/index.ts';
import type { FactOf } from '../facts/index.ts';
import type { RuleOf } from '../policy/index.ts';
import { dueAfter, intervalAskedOn } from './clock-questions.ts';
import type { CompiledPolicy } from './compile.ts';
import { toDay, toInstant } from './fact-days.ts';
import type { FactIndex } from './fact-index.ts';
import { fieldOf } from './field-values.ts';
import type { Duty } from './finding.ts';
import { dutyOf, failing } from './item-duty.ts';
import type { Item } from './items.ts';

/** What was measured and the limits that hold for it. */
export interface Measured {
  readonly value: number | null;
  readonly atLeast: number | null;
  readonly atMost: number | null;
}

/** Long enough, not too many, not looser than what a clock asks for. */
export function judgeThreshold(policy: CompiledPolicy, rule: RuleOf<'threshold'>, item: Item, index: FactIndex): Duty | null {
  const { value, atLeast, atMost } = measured(policy, rule, item, index);
  const openedOn = item.day;
  if (value === null) return dutyOf(rule, item, index, { openedOn, judged: 'needs-evidence' });
  if (atLeast !== null && value < atLeast) return dutyOf(rule, item, index, { openedOn, judged: rule.belowIs ?? failing(rule) });
  if (atMost !== null && value > atMost) return dutyOf(rule, item, index, { openedOn, judged: rule.aboveIs ?? failing(rule) });
  return null;
}

/** The value of an item and its limits. A day is measured as a number of days. */
export function measured(policy: CompiledPolicy, rule: RuleOf<'threshold'>, item: Item, index: FactIndex): Measured {
  const limits = { atLeast: rule.atLeast ?? null, atMost: mostOf(policy, rule, item, index) };
  if (rule.measures === 'field') return { ...limits, value: numberIn(rule.field ?? '', item) };
  const { session } = item.facts;
  return { ...limits, value: session === null ? null : measure(rule.measures, session, index) };
}

function mostOf(policy: CompiledPolicy, rule: RuleOf<'threshold'>, item: Item, index: FactIndex): number | null {
  if (rule.notLongerThan !== undefined) {
    const interval = intervalAskedOn(policy, index, rule.notLongerThan, item.about.ref, item.day);
    return interval === null ? null : approximateDays(interval);
  }
  if (rule.notAfterDue !== undefined) return dueAfter(policy, index, rule.notAfterDue, item.about.ref, item.day);
  return rule.atMost ?? null;
}

/** A number, or a day as one. */
function numberIn(field: string, item: Item): Day | number | null {
  const value = fieldOf(field, item.facts);
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? toDay(value) : null;
}

/** What is measured of a session; null where it was not recorded. */
export function measure(
  what: Exclude<RuleOf<'threshold'>['measures'], 'field'>,
  session: FactOf<'session'>,
  index: FactIndex,
): number | null {
  switch (what) {
    case 'longestUninterruptedMinutes':
      return session.longestBlockMinutes ?? (session.status === 'interrupted' ? null : session.minutes);
    case 'netMinutes':
      return session.minutes;
    case 'casesDiscussed':
      return index.discussionsIn.get(session.session).length;
    case 'inDepthCases':
      return index.discussionsIn.get(session.session).filter((discussion) => discussion.isReflective === true).length;
    case 'participants':
      return 2;
    case 'minutesLate':
      return session.startedAt === null ? null : Math.max(0, toInstant(session.startedAt) - toInstant(session.plannedStartAt));
  }
}

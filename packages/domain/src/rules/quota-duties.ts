import { addMonths, formatDay, startOfMonth, startOfQuarter, weekdayOf, type Day } from '../calendar/index.ts';
import type { RuleOf } from '../policy/index.ts';
import { personAttributes } from './attributes.ts';
import { recordsBeginOn, sessionMatches } from './clocks.ts';
import type { CompiledPolicy } from './compile.ts';
import { conditionStretches } from './condition-stretches.ts';
import { overlap, sessionDay, type FactIndex, type Stretch } from './fact-index.ts';
import type { Duty } from './finding.ts';
import { absenceFields, ownerOn } from './owners.ts';

/**
 * So many sessions or minutes in each period. A period counts when the rule holds for all of it and records here cover it;
 * it is met on the day on which the number is reached. Periods open by the calendar, so they are made up to `openUntil`.
 */
export function quotaDuties(policy: CompiledPolicy, index: FactIndex, ref: string, openUntil: Day): Duty[] {
  const rules = policy.rules.filter((rule): rule is RuleOf<'quota'> => rule.kind === 'quota');
  if (rules.length === 0) return [];
  const begin = recordsBeginOn(index, ['person', 'session']);
  if (begin === null) return [];
  const spans = personAttributes(index, ref, policy.pack.conventions);
  return rules.flatMap((rule) =>
    conditionStretches(rule.when, spans).flatMap((stretch) => {
      const known = overlap(stretch, { from: begin, to: openUntil });
      if (known === null) return [];
      return periodsWithin(rule.per, stretch, known, openUntil).map((period) => quotaDuty(policy, rule, index, ref, period));
    }),
  );
}

/** Whole periods that begin on or before `openUntil`, within the stretch and the recorded days. */
export function periodsWithin(per: RuleOf<'quota'>['per'], stretch: Stretch, known: Stretch, openUntil: Day): Stretch[] {
  const periods: Stretch[] = [];
  let from = firstPeriod(per, stretch, known.from);
  while (from <= openUntil) {
    const next = nextPeriod(per, from);
    if (next - 1 > stretch.to) break;
    if (from >= known.from) periods.push({ from, to: next - 1 });
    from = next;
  }
  return periods;
}

function firstPeriod(per: RuleOf<'quota'>['per'], stretch: Stretch, known: Day): Day {
  switch (per) {
    case 'calendar-quarter': {
      const start = startOfQuarter(known);
      return start === known ? start : addMonths(start, 3);
    }
    case 'calendar-month': {
      const start = startOfMonth(known);
      return start === known ? start : addMonths(start, 1);
    }
    case 'week':
      return known + ((8 - weekdayOf(known)) % 7);
    case 'fortnight-from-start':
      return stretch.from + Math.ceil(Math.max(0, known - stretch.from) / 14) * 14;
    case 'rolling-year':
      return stretch.from;
  }
}

function nextPeriod(per: RuleOf<'quota'>['per'], from: Day): Day {
  switch (per) {
    case 'calendar-quarter':
      return addMonths(from, 3);
    case 'calendar-month':
      return addMonths(from, 1);
    case 'week':
      return from + 7;
    case 'fortnight-from-start':
      return from + 14;
    case 'rolling-year':
      return addMonths(from, 12);
  }
}

function quotaDuty(policy: CompiledPolicy, rule: RuleOf<'quota'>, index: FactIndex, ref: string, period: Stretch): Duty {
  const { metOn } = countIn(rule, index, ref, period);
  return {
    rule: rule.id,
    series: null,
    strength: rule.strength,
    subjectKind: 'person',
    subject: ref,
    about: { kind: 'person', ref },
    opening: `period:${formatDay(period.from)}`,
    openedOn: period.from,
    dueOn: period.to,
    dueAt: null,
    metOn,
    metAt: null,
    // Missed for good on the day after the period: nothing done later can meet it.
    endedOn: metOn === null ? period.to + 1 : null,
    owedBy: ownerOn(index, rule.owes, { kind: 'person', ref }, period.to, null),
    ...absenceFields(policy, index, ref, period.to),
    judged: 'by-date',
  };
}

/** How much of a quota was done in a period, and the day on which it was reached. */
export function countIn(
  rule: RuleOf<'quota'>,
  index: FactIndex,
  ref: string,
  period: Stretch,
): { counted: number; metOn: Day | null } {
  const days = index.sessionsOf
    .get(ref)
    .filter((session) => sessionMatches(rule.counts, session, index))
    .map((session) => ({ day: sessionDay(session), amount: rule.unit === 'sessions' ? 1 : (session.minutes ?? 0) }))
    .filter(({ day }) => day >= period.from && day <= period.to)
    .toSorted((a, b) => a.day - b.day);
  let counted = 0;
  let metOn: Day | null = null;
  for (const { day, amount } of days) {
    counted += amount;
    if (metOn === null && counted >= rule.atLeast) metOn = day;
  }
  return { counted, metOn };
}

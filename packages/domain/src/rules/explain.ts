import { addMonths, civilOf, formatDay, formatInstant, partsOf, type Day, type Interval } from '../calendar/index.ts';
import type { Facts } from '../facts/index.ts';
import type { Owner, Rule, RuleOf } from '../policy/index.ts';
import { Clock, type DueStep } from './assess-cadence.ts';
import { clockFacts, columnsOf, recordsBeginOn, type ClockFacts } from './clocks.ts';
import { NO_DAY } from './cadence-columns.ts';
import type { CompiledPolicy, CompiledSeries } from './compile.ts';
import { explainItem } from './explain-item.ts';
import type { Explanation, ExplanationStep, IntervalText } from './explanation.ts';
import { indexFacts, type FactIndex } from './fact-index.ts';
import { findingOn, type AsOf, type Duty } from './finding.ts';
import { owedWithOn } from './owners.ts';

/**
 * Why a duty is due when it is, for one subject, by the same clock that assessed it: the facts used, the arithmetic, the
 * conventions and the readings relied on. The facts must hold everything about the subject, as `assess` was given.
 */
export function explain(policy: CompiledPolicy, facts: Facts, duty: Duty, asOf: AsOf): Explanation {
  return explainIndexed(policy, indexFacts(facts), duty, asOf);
}

/** {@link explain} over facts that have been grouped already, for many duties of the same subject. */
export function explainIndexed(policy: CompiledPolicy, index: FactIndex, duty: Duty, asOf: AsOf): Explanation {
  const rule = policy.rules[policy.ruleIndex.get(duty.rule) ?? -1];
  if (rule === undefined) throw new RangeError(`There is no rule "${duty.rule}" in ${policy.pack.id} ${policy.pack.version}`);
  const series = policy.series.find((s) => s.series.id === duty.series);
  const told = series === undefined ? explainItem(policy, index, rule, duty, asOf) : explainClock(policy, series, index, duty);
  const now = findingOn(duty, asOf);
  return {
    finding: now.finding,
    daysLate: now.daysLate,
    dueOn: date(duty.dueOn),
    dueAt: duty.dueAt === null ? null : formatInstant(duty.dueAt),
    effectiveDueOn: date(now.effectiveDueOn),
    metOn: duty.metOn !== null && duty.metOn <= asOf.on ? date(duty.metOn) : null,
    owedBy: duty.owedBy,
    owedWith: owedWith(index, series?.series.owes ?? ('owes' in rule ? rule.owes : undefined), duty),
    rule: ruleText(rule),
    pack: {
      id: policy.pack.id,
      council: policy.pack.council,
      title: policy.pack.title,
      version: policy.pack.version,
      state: policy.pack.state,
    },
    subject: { kind: duty.subjectKind, ref: duty.subject },
    steps: [...told.steps, ...closing(rule, duty, asOf)],
    conventions: told.conventions.map((name) => ({ name, ...policy.pack.conventions[name] })),
    interpretations: policy.pack.interpretations
      .filter((reading) => (rule.interpretations ?? []).includes(reading.id))
      .map(({ id, question, reading }) => ({ id, question, reading })),
    others: told.others,
  };
}

function owedWith(index: FactIndex, owes: Owner | undefined, duty: Duty): string | null {
  return duty.owedBy === null ? null : owedWithOn(index, owes ?? 'supervisor', duty.about, duty.dueOn ?? duty.openedOn);
}

/** What one kind of rule tells of its own arithmetic. */
export interface Told {
  readonly steps: readonly ExplanationStep[];
  readonly conventions: readonly (keyof CompiledPolicy['pack']['conventions'])[];
  readonly others: Explanation['others'];
}

function date(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}

function ruleText(rule: Rule): Explanation['rule'] {
  return {
    id: rule.id,
    clause: rule.clause,
    says: rule.says,
    strength: rule.strength,
    isInferred: rule.kind === 'cadence' && rule.isInferred === true,
  };
}

/** An interval as a unit and a count, for wording. */
export function intervalText(interval: Interval): IntervalText {
  return partsOf(interval);
}

function closing(rule: Rule, duty: Duty, asOf: AsOf): ExplanationStep[] {
  const steps: ExplanationStep[] = [];
  if (duty.absentFrom !== null) {
    steps.push({
      kind: 'absence',
      from: formatDay(duty.absentFrom),
      to: date(duty.absentTo),
      returnDueOn: date(duty.returnDueOn),
      ...(rule.kind === 'standing' ? { isOfDate: true } : {}),
    });
  }
  if (duty.metOn !== null && duty.metOn <= asOf.on) steps.push({ kind: 'met', on: formatDay(duty.metOn), ref: null });
  else if (duty.endedOn !== null && duty.endedOn < asOf.on) steps.push({ kind: 'ended', on: formatDay(duty.endedOn) });
  return steps;
}

function explainClock(policy: CompiledPolicy, series: CompiledSeries, index: FactIndex, duty: Duty): Told {
  const recordsFrom = recordsBeginOn(index, series.series.needs);
  if (recordsFrom === null || duty.dueOn === null) {
    return {
      steps: [{ kind: 'not-known', needs: series.series.needs.filter((kind) => !(kind in index.facts.feeds)), feedsBegin: null }],
      conventions: [],
      others: [],
    };
  }
  const facts = clockFacts(policy, series, index, duty.subject, duty.openedOn);
  const columns = columnsOf(series, [facts], recordsFrom);
  const clock = new Clock(policy, series, columns);
  clock.segments.build(columns, 0);
  const k = segmentOf(clock, duty.openedOn);
  const steps: DueStep[] = [];
  clock.steps = steps;
  clock.nextDue(duty.openedOn, k, facts.calendar ?? undefined);
  return {
    steps: [countedFrom(duty, facts), ...steps.map((step) => stepText(policy, clock, step))],
    conventions: conventionsUsed(steps, clock, duty),
    others: othersOn(policy, series, clock, duty),
  };
}

function segmentOf(clock: Clock, day: Day): number {
  let k = 0;
  while (k < clock.segments.count - 1 && (clock.segments.to[k] ?? 0) < day) k += 1;
  return k;
}

function countedFrom(duty: Duty, facts: ClockFacts): ExplanationStep {
  const opened = duty.opening.split(':')[0];
  const what =
    opened === 'counted' ? 'session' : opened === 'records-begin' ? 'records-begin' : opened === 'resumed' ? 'resumed' : 'start';
  const ref = what === 'session' ? (facts.events.find((event) => event.day === duty.openedOn)?.ref ?? null) : null;
  return { kind: 'counted-from', on: formatDay(duty.openedOn), what, ref };
}

function stepText(policy: CompiledPolicy, clock: Clock, step: DueStep): ExplanationStep {
  const interval = clock.segments.intervals[step.interval] ?? { days: 0 };
  const every = intervalText(interval);
  const rule = policy.rules[step.rule]?.id ?? '';
  switch (step.kind) {
    case 'added':
      return {
        kind: 'interval-added',
        from: formatDay(step.from),
        every,
        to: formatDay(step.to),
        rule,
        wasClipped: isClipped(step.from, interval),
      };
    case 'loosened':
      return { kind: 'loosened', on: formatDay(step.on), every, to: formatDay(step.to), rule };
    case 'tightened':
      return { kind: 'tightened', on: formatDay(step.on), every, to: formatDay(step.to), rule, target: formatDay(step.target) };
  }
}

/** Whether adding months had to take the last day of a shorter month. */
function isClipped(from: Day, interval: Interval): boolean {
  return 'months' in interval && civilOf(addMonths(from, interval.months)).day !== civilOf(from).day;
}

function conventionsUsed(steps: readonly DueStep[], clock: Clock, duty: Duty): Told['conventions'] {
  const used = new Set<Told['conventions'][number]>();
  if (!duty.opening.startsWith('counted')) used.add('firstDue');
  for (const step of steps) {
    if ('months' in (clock.segments.intervals[step.interval] ?? {})) used.add('monthArithmetic');
    if (step.kind === 'tightened') used.add('tightening');
    if (step.kind === 'loosened') used.add('loosening');
  }
  if (duty.subjectKind === 'child') used.add('childClock');
  if (duty.absentFrom !== null) used.add('absence');
  return [...used];
}

/** Other rules that held on the day that decides, longer than the one that counted. */
function othersOn(policy: CompiledPolicy, series: CompiledSeries, clock: Clock, duty: Duty): Explanation['others'] {
  const k = segmentOf(clock, Math.max(duty.openedOn, Math.min(duty.dueOn ?? NO_DAY, duty.endedOn ?? Number.MAX_SAFE_INTEGER)));
  const all = series.demandOf(clock.segments.mask[k] ?? 0).all;
  return all.flatMap((at) => {
    const rule = policy.rules[at] as RuleOf<'cadence'> | undefined;
    if (rule === undefined || rule.id === duty.rule || rule.every === 'agreed') return [];
    return [{ rule: rule.id, clause: rule.clause, says: rule.says, every: intervalText(rule.every) }];
  });
}

import { formatDay, type Day } from '../calendar/index.ts';
import { NO_DAY, OPENED_BY } from './cadence-columns.ts';
import type { CompiledPolicy, CompiledSeries } from './compile.ts';
import type { FactIndex } from './fact-index.ts';
import type { Duty, JudgedDuty } from './finding.ts';
import { absenceFields, ownerOn } from './owners.ts';

const OPENING_NAMES = {
  [OPENED_BY.start]: 'start',
  [OPENED_BY.event]: 'counted',
  [OPENED_BY.recordsBegin]: 'records-begin',
  [OPENED_BY.resumed]: 'resumed',
} as const;

/** One requirement of a clock as the columns hold it: days, `NO_DAY` for none, and an index into the policy's rules. */
export interface ClockRequirement {
  /** One of {@link OPENED_BY}. */
  readonly openedBy: number;
  readonly opened: Day;
  readonly due: Day;
  readonly met: Day;
  readonly ended: Day;
  readonly rule: number;
}

/** A requirement of a clock as a duty, with who owes it and the absence that covers its day. */
export function clockDuty(
  policy: CompiledPolicy,
  { series }: CompiledSeries,
  index: FactIndex,
  ref: string,
  found: ClockRequirement,
): Duty | null {
  const rule = policy.rules[found.rule];
  if (rule === undefined) return null;
  const about = { kind: series.subject, ref };
  const base: Duty = {
    rule: rule.id,
    series: series.id,
    strength: rule.strength,
    subjectKind: series.subject,
    subject: ref,
    about,
    opening: `${OPENING_NAMES[found.openedBy as 0 | 1 | 2 | 3]}:${formatDay(found.opened)}`,
    openedOn: found.opened,
    dueOn: found.due,
    dueAt: null,
    metOn: found.met === NO_DAY ? null : found.met,
    metAt: null,
    endedOn: found.ended === NO_DAY ? null : found.ended,
    owedBy: ownerOn(index, series.owes, about, found.due, null),
    ...absenceFields(policy, index, series.subject === 'person' ? ref : null, found.due),
    judged: 'by-date',
  };
  return isUnknowable(found) ? { ...base, judged: 'unknown', metOn: null, endedOn: found.met } : base;
}

/** What became of a requirement of a clock, and of whom: without who owes it, which takes looking up and not everybody asks. */
export interface ClockOutcome extends JudgedDuty, Pick<Duty, 'rule' | 'about'> {}

/** A requirement of a clock as {@link clockDuty} has it, without who owes it. */
export function clockOutcome(
  policy: CompiledPolicy,
  { series }: CompiledSeries,
  index: FactIndex,
  ref: string,
  found: ClockRequirement,
): ClockOutcome | null {
  const rule = policy.rules[found.rule];
  if (rule === undefined) return null;
  const met = found.met === NO_DAY ? null : found.met;
  const isUnknown = isUnknowable(found);
  return {
    rule: rule.id,
    series: series.id,
    strength: rule.strength,
    about: { kind: series.subject, ref },
    openedOn: found.opened,
    dueOn: found.due,
    dueAt: null,
    metOn: isUnknown ? null : met,
    metAt: null,
    endedOn: isUnknown ? met : found.ended === NO_DAY ? null : found.ended,
    ...absenceFields(policy, index, series.subject === 'person' ? ref : null, found.due),
    judged: isUnknown ? 'unknown' : 'by-date',
  };
}

/** Met within the first interval after records begin: whether it was in time cannot be known, for the one before it is not here. */
function isUnknowable({ openedBy, met, due }: ClockRequirement): boolean {
  return openedBy === OPENED_BY.recordsBegin && met !== NO_DAY && met <= due;
}

/** The one requirement of a clock of which nothing can be said, because nobody records what it needs. */
export function unknownDuty(policy: CompiledPolicy, series: CompiledSeries, ref: string, opened: Day, ruleIndex: number): Duty {
  const rule = policy.rules[ruleIndex];
  return {
    rule: rule?.id ?? series.counting[0]?.id ?? '',
    series: series.series.id,
    strength: rule?.strength ?? 'must',
    subjectKind: series.series.subject,
    subject: ref,
    about: { kind: series.series.subject, ref },
    opening: 'not-fed',
    openedOn: opened,
    dueOn: null,
    dueAt: null,
    metOn: null,
    metAt: null,
    endedOn: null,
    owedBy: null,
    absentFrom: null,
    absentTo: null,
    returnDueOn: null,
    judged: 'unknown',
  };
}

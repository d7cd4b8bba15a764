import type { Day, EpochMinute } from '../calendar/index.ts';
import type { ItemKind, Strength } from '../policy/index.ts';

/** Everything that can be said of a requirement on a day. One table maps the catalogues' verdict words to these. */
export type Finding =
  | 'met'
  | 'met-late'
  | 'due'
  | 'overdue'
  | 'excused'
  | 'breached'
  | 'advisory'
  | 'needs-evidence'
  | 'not-applicable'
  | 'silent'
  | 'unknown';

/** The verdict words of the four catalogues, each with the finding it means here. */
export const FINDING_OF_VERDICT: Readonly<Record<string, Finding>> = {
  MET: 'met',
  LATE: 'met-late',
  NOT_YET_DUE: 'due',
  OVERDUE: 'overdue',
  BREACH: 'breached',
  NEEDS_EVIDENCE: 'needs-evidence',
  ADVISORY: 'advisory',
  NOT_APPLICABLE: 'not-applicable',
  NO_RULE: 'silent',
  EXPLAINED: 'excused',
  'on-time': 'due',
  overdue: 'overdue',
  'excused-absent': 'excused',
};

/** Which moment is asked about: a calendar day in London and, for limits in hours, an instant. */
export interface AsOf {
  readonly on: Day;
  readonly at: EpochMinute;
}

/** What a requirement is about. All but people and children are named by their fact keys. */
export type DutySubjectKind = ItemKind;

/**
 * One requirement of one rule on one subject, from the fact that opened it. It holds no state: whether it is overdue is a
 * question about a day ({@link findingOn}).
 */
export interface Duty {
  /** The rule whose limit decides the due date. */
  readonly rule: string;
  /** The series for a clock that repeats, else null. */
  readonly series: string | null;
  readonly strength: Strength;
  readonly subjectKind: DutySubjectKind;
  /** Staff number, case reference, or the key of the fact. */
  readonly subject: string;
  /** The person or child on whose lane this hangs. */
  readonly about: { readonly kind: 'person' | 'child'; readonly ref: string };
  /** What opened it: `anchor:2026-01-05`, `session:SUP-1`, `records-begin:2025-01-01`, a quarter … Unique within rule or series and subject. */
  readonly opening: string;
  readonly openedOn: Day;
  /** Null where it has no date (a standing failure, a missing piece of evidence, something not known). */
  readonly dueOn: Day | null;
  /** For limits in hours. */
  readonly dueAt: EpochMinute | null;
  readonly metOn: Day | null;
  readonly metAt: EpochMinute | null;
  /** The last day on which it was owed, where it ended without being met (case closed, person left, status ended). */
  readonly endedOn: Day | null;
  /** Staff number of who owed it on the day it was due; null where nobody did. */
  readonly owedBy: string | null;
  /** The recorded absence that covers the due date, for requirements about a person. */
  readonly absentFrom: Day | null;
  readonly absentTo: Day | null;
  /** The day by which the first supervision after return is due. */
  readonly returnDueOn: Day | null;
  /**
   * How it is judged: by its dates, or outright. `asked` is a question that waits for somebody's answer: it needs confirming until
   * it is met or nobody asks any longer.
   */
  readonly judged: 'by-date' | 'breached' | 'advisory' | 'excused' | 'needs-evidence' | 'asked' | 'unknown';
}

export interface FindingOn {
  readonly finding: Finding;
  /** Calendar days late, recorded absence left out; 0 unless overdue, met late or excused. */
  readonly daysLate: number;
  /** The day that counts now: the first after return where that applies, else the due date. */
  readonly effectiveDueOn: Day | null;
}

/** What is said of a duty at a moment rests on this: not on whom it is about, nor on who owes it. */
export type JudgedDuty = Omit<Duty, 'rule' | 'subjectKind' | 'subject' | 'about' | 'opening' | 'owedBy'>;

/** What is said of a duty at a moment. Nothing that happens after the moment is used. */
export function findingOn(duty: JudgedDuty, asOf: AsOf): FindingOn {
  if (duty.openedOn > asOf.on) return { finding: 'not-applicable', daysLate: 0, effectiveDueOn: duty.dueOn };
  const hasEnded = duty.endedOn !== null && duty.endedOn < asOf.on;
  if (duty.judged !== 'by-date') {
    const isMet = duty.metOn !== null && duty.metOn <= asOf.on;
    return { finding: isMet ? 'met' : judgedOn(duty.judged, hasEnded), daysLate: 0, effectiveDueOn: duty.dueOn };
  }
  if (duty.dueOn === null) return { finding: 'unknown', daysLate: 0, effectiveDueOn: null };
  const effectiveDueOn = duty.returnDueOn ?? duty.dueOn;
  if (duty.metOn !== null && isReached(duty.metOn, duty.metAt, asOf)) {
    const isLate = duty.dueAt !== null && duty.metAt !== null ? duty.metAt > duty.dueAt : duty.metOn > duty.dueOn;
    if (!isLate || isOnlyAdvised(duty)) return { finding: 'met', daysLate: 0, effectiveDueOn };
    if (wasExcused(duty, duty.metOn, effectiveDueOn)) return { finding: 'excused', daysLate: 0, effectiveDueOn };
    return { finding: 'met-late', daysLate: daysLate(duty, duty.metOn), effectiveDueOn };
  }
  return unmetOn(duty, duty.dueOn, asOf, hasEnded);
}

/** What is said of a requirement without dates that has not been met by the moment. */
function judgedOn(judged: Exclude<Duty['judged'], 'by-date'>, hasEnded: boolean): Finding {
  if (judged !== 'asked' && judged !== 'unknown') return judged;
  if (hasEnded) return 'not-applicable';
  return judged === 'asked' ? 'needs-evidence' : 'unknown';
}

/** What is said of a dated requirement that has not been met by the moment. */
function unmetOn(duty: JudgedDuty, dueOn: Day, asOf: AsOf, hasEnded: boolean): FindingOn {
  const effectiveDueOn = duty.returnDueOn ?? dueOn;
  const isPast = duty.dueAt === null ? asOf.on > dueOn : asOf.at > duty.dueAt;
  if (!isPast) return { finding: hasEnded ? 'not-applicable' : 'due', daysLate: 0, effectiveDueOn };
  const lastDay = hasEnded && duty.endedOn !== null ? duty.endedOn : asOf.on;
  // What ends on its last day had all of that day; a limit in hours lay within it, and is past by its end.
  if (hasEnded && (lastDay < dueOn || (lastDay === dueOn && duty.dueAt === null)))
    return { finding: 'not-applicable', daysLate: 0, effectiveDueOn };
  if (isAway(duty, lastDay)) return { finding: 'excused', daysLate: 0, effectiveDueOn };
  if (wasExcused(duty, lastDay, effectiveDueOn)) return { finding: hasEnded ? 'excused' : 'due', daysLate: 0, effectiveDueOn };
  if (isOnlyAdvised(duty)) return { finding: 'advisory', daysLate: 0, effectiveDueOn };
  return { finding: hasEnded ? 'breached' : 'overdue', daysLate: daysLate(duty, lastDay), effectiveDueOn };
}

/**
 * Whether the policy only recommends or allows it, so that a day gone by is pointed out and never counted as unmet. The rules of a
 * clock stand for one another, and one that may be used instead is as binding as the one that it takes the place of.
 */
function isOnlyAdvised({ series, strength }: JudgedDuty): boolean {
  return series === null && (strength === 'recommended' || strength === 'may');
}

function isReached(day: Day, at: EpochMinute | null, asOf: AsOf): boolean {
  return at === null ? day <= asOf.on : at <= asOf.at;
}

function isAway(duty: JudgedDuty, day: Day): boolean {
  return duty.absentFrom !== null && day >= duty.absentFrom && (duty.absentTo === null || day <= duty.absentTo);
}

/** Whether a day lies within the time allowed after return. */
function wasExcused(duty: JudgedDuty, day: Day, effectiveDueOn: Day): boolean {
  return duty.returnDueOn !== null && day <= effectiveDueOn;
}

/** Days after the due date, with the recorded absence that covers it left out. */
function daysLate(duty: JudgedDuty, day: Day): number {
  if (duty.dueOn === null) return 0;
  const late = Math.max(0, day - duty.dueOn);
  if (duty.absentFrom === null) return late;
  const from = Math.max(duty.absentFrom, duty.dueOn + 1);
  const to = Math.min(duty.absentTo ?? day, day);
  return Math.max(0, late - Math.max(0, to - from + 1));
}

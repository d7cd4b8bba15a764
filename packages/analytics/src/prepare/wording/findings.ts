import { toDay, type LocalDate } from '@plumbline/domain/calendar';
import type { Finding } from '@plumbline/domain/rules';
import { daysInWords, nearDateInWords, nearDateWithWeekday, overdueInWords, relativeToToday } from './dates.ts';

/** How soon something must be due to be called "due soon". */
export const SOON_DAYS = 7;

/** The few ways in which a requirement can stand, as people see it: a shape, a word and a colour token each. */
export type StatusKind =
  | 'done'
  | 'done-late'
  | 'due'
  | 'due-soon'
  | 'overdue'
  | 'away'
  | 'not-met'
  | 'advisory'
  | 'confirm'
  | 'silent'
  | 'not-known'
  | 'not-applicable';

export interface StatusLook {
  readonly kind: StatusKind;
  /** The sign as text, for plain-text uses; pages draw it. */
  readonly sign: string;
  readonly word: string;
  /** Name of the colour variable, `--pl-status-…`. */
  readonly colour: 'done' | 'late' | 'soon' | 'overdue' | 'unmet' | 'away' | 'advisory' | 'confirm' | 'quiet';
}

export const STATUS_LOOKS: Readonly<Record<StatusKind, StatusLook>> = {
  done: { kind: 'done', sign: '✓', word: 'done on time', colour: 'done' },
  'done-late': { kind: 'done-late', sign: '✓ˡ', word: 'done late', colour: 'late' },
  due: { kind: 'due', sign: '○', word: 'due', colour: 'quiet' },
  'due-soon': { kind: 'due-soon', sign: '◔', word: 'due soon', colour: 'soon' },
  overdue: { kind: 'overdue', sign: '▲', word: 'overdue', colour: 'overdue' },
  away: { kind: 'away', sign: '◌', word: 'not counted: away', colour: 'away' },
  'not-met': { kind: 'not-met', sign: '✕', word: 'not met', colour: 'unmet' },
  advisory: { kind: 'advisory', sign: '◇', word: 'advisory', colour: 'advisory' },
  confirm: { kind: 'confirm', sign: '✎', word: 'needs confirming', colour: 'confirm' },
  silent: { kind: 'silent', sign: '—', word: 'the policy doesn’t say', colour: 'quiet' },
  'not-known': { kind: 'not-known', sign: '?', word: 'not known', colour: 'quiet' },
  'not-applicable': { kind: 'not-applicable', sign: '—', word: 'does not apply', colour: 'quiet' },
};

const KIND_OF: Readonly<Record<Finding, StatusKind>> = {
  met: 'done',
  'met-late': 'done-late',
  due: 'due',
  overdue: 'overdue',
  excused: 'away',
  breached: 'not-met',
  advisory: 'advisory',
  'needs-evidence': 'confirm',
  'not-applicable': 'not-applicable',
  silent: 'silent',
  unknown: 'not-known',
};

/** What is needed of a requirement to say how it stands. */
export interface Standing {
  readonly finding: Finding;
  readonly dueOn: LocalDate | null;
  readonly effectiveDueOn: LocalDate | null;
  readonly metOn: LocalDate | null;
  readonly daysLate: number;
}

/** The look of a requirement on a day: what is due within a week is "due soon". */
export function statusOf(standing: Standing, today: LocalDate): StatusLook {
  const kind = KIND_OF[standing.finding];
  if (kind !== 'due') return STATUS_LOOKS[kind];
  const due = standing.effectiveDueOn ?? standing.dueOn;
  return due !== null && toDay(due) - toDay(today) <= SOON_DAYS ? STATUS_LOOKS['due-soon'] : STATUS_LOOKS.due;
}

/** One short line: "9 days overdue", "due in 3 days", "done 4 days late", "not counted: away". */
export function standingInWords(standing: Standing, today: LocalDate): string {
  const due = standing.effectiveDueOn ?? standing.dueOn;
  switch (standing.finding) {
    case 'overdue':
      return standing.daysLate > 0 ? overdueInWords(standing.daysLate) : 'overdue';
    case 'due':
      return due === null ? 'due' : `due ${relativeToToday(due, today)}`;
    case 'met-late':
      return standing.daysLate > 0 ? `done ${daysInWords(standing.daysLate)} late` : 'done late';
    default:
      return STATUS_LOOKS[KIND_OF[standing.finding]].word;
  }
}

/** The date behind the short line: "was due Thursday 12 November", "Thursday 26 November", "first supervision after return, due …". */
export function dueDateInWords(standing: Standing, today: LocalDate): string {
  const { dueOn, effectiveDueOn, metOn, finding } = standing;
  if ((finding === 'met' || finding === 'met-late') && metOn !== null) return `on ${nearDateInWords(metOn, today)}`;
  if (dueOn === null) return '';
  if (effectiveDueOn !== null && effectiveDueOn !== dueOn && finding !== 'overdue') {
    return `first supervision after return, due ${nearDateWithWeekday(effectiveDueOn, today)}`;
  }
  if (finding === 'overdue' || finding === 'breached') return `was due ${nearDateWithWeekday(dueOn, today)}`;
  if (finding === 'excused') return `would have been due ${nearDateWithWeekday(dueOn, today)}`;
  return nearDateWithWeekday(dueOn, today);
}

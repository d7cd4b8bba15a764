import { dateInWords, dateWithWeekday, relativeToToday } from '@plumbline/analytics/wording';
import type { AuditActionEvent } from '@plumbline/domain/audits';
import type { AuditAction } from './outputs.ts';

/** What a step of an action is called, what has to be said with it, and what it says once done. */
export interface StepWords {
  readonly button: string;
  readonly label: string;
  readonly help: string;
  readonly isTextNeeded: boolean;
  readonly missing: string;
  readonly done: string;
}

export const STEP_WORDS: Readonly<Record<AuditActionEvent, StepWords>> = {
  show: {
    button: 'Show that it is done',
    label: 'What shows that it is done',
    help: 'What somebody else could look at: a record, a date, a document. No names of children or families.',
    isTextNeeded: true,
    missing: 'Say what shows that it is done.',
    done: 'Shown. Somebody else looks at it and closes it.',
  },
  close: {
    button: 'Close it',
    label: 'What you saw (if there is something to say)',
    help: 'You close it because what was shown is enough.',
    isTextNeeded: false,
    missing: '',
    done: 'The action is closed.',
  },
  'send-back': {
    button: 'Send it back',
    label: 'What is still missing',
    help: 'Its owner reads it and goes on from there.',
    isTextNeeded: true,
    missing: 'Say what is still missing.',
    done: 'The action went back to its owner.',
  },
  reopen: {
    button: 'Open it again',
    label: 'Why it is opened again',
    help: 'Its owner reads it.',
    isTextNeeded: true,
    missing: 'Say why it is opened again.',
    done: 'The action is open again.',
  },
  drop: {
    button: 'Give it up',
    label: 'Why it is no longer wanted',
    help: 'It stays on the record with the reason.',
    isTextNeeded: true,
    missing: 'Say why it is no longer wanted.',
    done: 'The action is given up, and the reason is kept.',
  },
};

/** How an action stands, in one short line. */
export function actionStanding(
  action: Pick<AuditAction, 'state' | 'dueOn' | 'isOverdue' | 'closedBy' | 'closedOn'>,
  today: string,
): string {
  const { state, dueOn, isOverdue, closedBy, closedOn } = action;
  switch (state) {
    case 'open':
      return `${isOverdue ? 'Was due' : 'Due'} ${dateWithWeekday(dueOn)}, ${relativeToToday(dueOn, today)}`;
    case 'shown':
      return 'Shown to be done; somebody else closes it';
    case 'closed':
      return `Closed${closedBy === null ? '' : ` by ${closedBy.name}`}${closedOn === null ? '' : ` on ${dateInWords(closedOn)}`}`;
    case 'dropped':
      return 'Given up';
  }
}

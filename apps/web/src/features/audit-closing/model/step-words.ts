import { dateInWords, overdueInWords, relativeToToday, STATUS_LOOKS, type StatusLook } from '@plumbline/analytics/wording';
import type { AuditActionEvent } from '@plumbline/domain/audits';
import { toDay } from '@plumbline/domain/calendar';
import type { ActionRow } from './outputs.ts';

interface StepWords {
  /** On the button that opens the step. */
  readonly open: string;
  readonly field: string;
  readonly help: string;
  readonly isRequired: boolean;
  /** What is to mend where the field is empty. */
  readonly missing: string;
  /** On the button that takes it. */
  readonly take: string;
  /** Once it is taken. */
  readonly taken: string;
}

/** The steps of an action, as buttons and fields say them. */
export const STEP_WORDS: Readonly<Record<AuditActionEvent, StepWords>> = {
  show: {
    open: 'Show that it is done',
    field: 'What shows that it is done',
    help: 'A record, a date or a document: enough for somebody else to look it up. Leave out children’s names.',
    isRequired: true,
    missing: 'Say what shows that it is done.',
    take: 'Send it to be closed',
    taken: 'Sent to be closed: somebody else looks at it',
  },
  close: {
    open: 'Close it',
    field: 'Anything to say about it',
    help: 'You may leave this empty. Whoever owns the action reads it.',
    isRequired: false,
    missing: '',
    take: 'Close the action',
    taken: 'The action is closed',
  },
  'send-back': {
    open: 'Send it back',
    field: 'What is still missing',
    help: 'Whoever owns the action reads it, and goes on from there.',
    isRequired: true,
    missing: 'Say what is still missing.',
    take: 'Send it back',
    taken: 'Sent back: the action is open again',
  },
  reopen: {
    open: 'Open it again',
    field: 'Why it is open again',
    help: 'Whoever owns the action reads it.',
    isRequired: true,
    missing: 'Say why it is open again.',
    take: 'Open it again',
    taken: 'The action is open again',
  },
  drop: {
    open: 'Give it up',
    field: 'Why it is given up',
    help: 'It stays in the list as given up, with these words. It cannot be opened again.',
    isRequired: true,
    missing: 'Say why it is given up.',
    take: 'Give the action up',
    taken: 'The action is given up',
  },
};

/** The order of the buttons: what carries the action on comes first. */
export const STEP_ORDER: readonly AuditActionEvent[] = ['show', 'close', 'send-back', 'reopen', 'drop'];

/** How an action stands: a sign, a word, and a quiet line. */
export interface ActionStanding {
  readonly look: StatusLook;
  readonly words: string;
  readonly detail: string;
}

type Stood = Pick<ActionRow, 'state' | 'isOverdue' | 'dueOn' | 'closedOn' | 'closedBy'>;

/** How an action stands on a day. `today` is a calendar date. */
export function actionStanding({ state, isOverdue, dueOn, closedOn, closedBy }: Stood, today: string): ActionStanding {
  switch (state) {
    case 'open':
      return { look: openLook(isOverdue, dueOn, today), words: isOverdue ? 'Overdue' : 'To do', detail: '' };
    case 'shown':
      return {
        look: isOverdue ? STATUS_LOOKS.overdue : STATUS_LOOKS.confirm,
        words: 'Waiting to be closed',
        detail: 'shown to be done',
      };
    case 'closed':
      return {
        look: STATUS_LOOKS.done,
        words: 'Closed',
        detail: closedOn === null ? '' : `${dateInWords(closedOn)}${closedBy === null ? '' : `, by ${closedBy.name}`}`,
      };
    case 'dropped':
      return { look: STATUS_LOOKS['not-applicable'], words: 'Given up', detail: '' };
  }
}

function lateness(dueOn: string, today: string): string {
  return overdueInWords(Math.max(1, toDay(today) - toDay(dueOn)));
}

function openLook(isOverdue: boolean, dueOn: string, today: string): StatusLook {
  if (isOverdue) return STATUS_LOOKS.overdue;
  return toDay(dueOn) - toDay(today) <= 7 ? STATUS_LOOKS['due-soon'] : STATUS_LOOKS.due;
}

/** When an action is due, beside its date: "in 8 days"; nothing once it is over. */
export function dueBeside({ state, isOverdue, dueOn }: Pick<ActionRow, 'state' | 'isOverdue' | 'dueOn'>, today: string): string {
  if (state === 'closed' || state === 'dropped') return '';
  return isOverdue ? lateness(dueOn, today) : relativeToToday(dueOn, today);
}

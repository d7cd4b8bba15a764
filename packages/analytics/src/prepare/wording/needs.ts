import type { LocalDate } from '@plumbline/domain/calendar';
import type { NeedRow } from '../../compliance/index.ts';
import { thingsToConfirm } from './confirmations.ts';
import { dateWithWeekday, daysInWords, relativeToToday } from './dates.ts';
import { aboutAudits, isAboutAudits } from './audit-needs.ts';
import { aboutFolded } from './folded-needs.ts';
import { aboutWaiting, isWaiting, type WaitingAction } from './waiting-needs.ts';
import { dueDateInWords, standingInWords } from './findings.ts';
import { capitalised } from './intervals.ts';

/** What the one action of a need does; pages turn it into a link or a panel. */
export type NeedAction =
  | 'log-supervision'
  | 'see-child'
  | 'see-person'
  | 'see-team'
  | 'see-my-supervision'
  | 'see-imports'
  | 'see-record-starts'
  | 'see-report-files'
  | 'see-policy'
  | 'see-policy-versions'
  | 'see-surveys'
  | 'see-my-audits'
  | 'see-survey-concerns'
  | 'see-survey-comments'
  | 'see-supervision'
  | 'confirm-things'
  | 'confirm-team'
  | WaitingAction;

export interface NeedInWords {
  readonly headline: string;
  readonly detail: string;
  readonly action: { readonly kind: NeedAction; readonly label: string };
}

/** One thing that needs this person, as a headline, a quiet line and what the button says. */
export function needInWords(need: NeedRow, today: LocalDate): NeedInWords {
  const who = need.subject?.label ?? need.duty?.subject.label ?? '';
  if (isAboutAudits(need.kind)) return aboutAudits(need.kind, need, today);
  if (isWaiting(need.kind)) return aboutWaiting(need.kind, need);
  if (need.folded !== undefined) return aboutFolded(need, need.folded);
  switch (need.kind) {
    case 'overdue':
    case 'due-soon':
      return owed(need, who, today);
    case 'outcome-missing':
      return {
        headline: `Say how the supervision with ${who} went`,
        detail: planned(need),
        action: { kind: 'see-supervision', label: 'Complete the log' },
      };
    case 'not-on-file':
      return notOnFile(need, who);
    case 'record-to-share':
      return {
        headline: `Share the record of the supervision with ${who}`,
        detail: standing(need, today),
        action: { kind: 'see-supervision', label: 'Open the supervision' },
      };
    case 'alert':
      return alert(need, who);
    case 'import-problem':
    case 'report-failed':
    case 'feed-missing':
      return aboutAdministration(need.kind, need);
    case 'policy-to-read':
      return toRead(need);
    case 'policy-to-publish':
      return {
        headline: `${counted(need.count ?? 1, 'version of the policy waits', 'versions of the policy wait')} for a second person`,
        detail: 'Look at what it changes, and publish it or send it back.',
        action: { kind: 'see-policy-versions', label: 'Open the versions' },
      };
    case 'survey-open':
    case 'survey-concern':
    case 'survey-comments':
      return aboutSurvey(need.kind, need);
    case 'focus-group-check':
      return {
        headline: `Check what was written of ${need.count === 1 ? 'your focus group' : `${need.count} focus groups`}`,
        detail: 'You were there: agree to it, or say what you would put otherwise.',
        action: { kind: 'see-surveys', label: 'Open surveys' },
      };
    case 'to-confirm':
      return toConfirm(need, who);
    case 'my-supervision':
      return {
        headline: mine(need, today),
        detail: need.duty === null ? '' : capitalised(dueDateInWords(need.duty, today)),
        action: { kind: 'see-my-supervision', label: 'See my supervision' },
      };
  }
}

function aboutAdministration(kind: 'import-problem' | 'report-failed' | 'feed-missing', { on, count }: NeedRow): NeedInWords {
  const lines: Readonly<Record<typeof kind, NeedInWords>> = {
    'import-problem': {
      headline: `${counted(count ?? 1, 'file needs', 'files need')} attention before it can be applied`,
      detail: 'Nothing has been changed so far.',
      action: { kind: 'see-imports', label: 'Open imports' },
    },
    'report-failed': {
      headline: 'The files for reports could not be written',
      detail: `${on === null ? '' : `Last tried on ${dateWithWeekday(on)}. `}It is tried again every ten minutes.`,
      action: { kind: 'see-report-files', label: 'See why' },
    },
    'feed-missing': {
      headline: `${counted(count ?? 1, 'kind of record has', 'kinds of record have')} no start date`,
      detail: 'Until then, what depends on them is shown as not known.',
      action: { kind: 'see-record-starts', label: 'Say from when' },
    },
  };
  return lines[kind];
}

function toRead(need: NeedRow): NeedInWords {
  const since = need.on === null ? '' : `This version has held since ${dateWithWeekday(need.on)}. `;
  return {
    headline: 'Read the policy',
    detail: `${since}You are asked once for each version.`,
    action: { kind: 'see-policy', label: 'Open the policy' },
  };
}

function toConfirm(need: NeedRow, who: string): NeedInWords {
  const isOfMany = need.subject === null;
  return {
    headline: isOfMany ? `Things to confirm about ${need.count} people` : thingsToConfirm(need.count ?? 1, who),
    detail: 'Asked at most once a year: yes, no, or does not apply.',
    action: isOfMany ? { kind: 'confirm-team', label: 'See my team' } : { kind: 'confirm-things', label: 'Answer them' },
  };
}

/** A clock is said as a sentence; what hangs on a record is named, and how it stands follows. */
function owed(need: NeedRow, who: string, today: LocalDate): NeedInWords {
  const { duty } = need;
  const title = duty?.title ?? 'Supervision';
  const action =
    need.subject?.kind === 'child'
      ? { kind: 'see-child' as const, label: 'Open the child' }
      : { kind: 'log-supervision' as const, label: 'Log a supervision' };
  if (duty !== null && duty.series === null) {
    const isPerson = duty.subject.kind === 'person';
    return {
      headline: `${title}: ${who}`,
      detail: standing(need, today),
      action: isPerson ? { kind: 'see-person', label: 'Open the log' } : action,
    };
  }
  const detail = duty === null ? '' : capitalised(dueDateInWords(duty, today));
  if (need.kind === 'due-soon') return { headline: `${title} for ${who} is due ${dueSoon(need, today)}`, detail, action };
  return { headline: `${title} for ${who} is ${daysInWords(duty?.daysLate ?? 0)} overdue`, detail, action };
}

/** "1 day overdue, was due Friday 20 November" or "Due in 3 days, Tuesday 24 November". */
function standing(need: NeedRow, today: LocalDate): string {
  if (need.duty === null) return '';
  const due = dueDateInWords(need.duty, today);
  return capitalised(`${standingInWords(need.duty, today)}${due === '' ? '' : `, ${due}`}`);
}

/** One child by reference, or how many of one supervision. */
function notOnFile(need: NeedRow, who: string): NeedInWords {
  const discussed = need.on === null ? '' : `Discussed on ${dateWithWeekday(need.on)}. `;
  if (need.subject?.kind === 'child') {
    return {
      headline: `${who}: said to be discussed, not yet on the child’s file`,
      detail: `${discussed}It counts from that day once the record is there.`,
      action: { kind: 'see-child', label: 'Open the child' },
    };
  }
  return {
    headline: `${counted(need.count ?? 1, 'child', 'children')} discussed with ${who}, not yet on the file`,
    detail: `${discussed}Each counts from that day once the record is on the child’s own file.`,
    action: { kind: 'see-supervision', label: 'Open the supervision' },
  };
}

function aboutSurvey(kind: 'survey-open' | 'survey-concern' | 'survey-comments', { on, count }: NeedRow): NeedInWords {
  const lines: Readonly<Record<typeof kind, NeedInWords>> = {
    'survey-open': {
      headline: 'A survey is open: take your one-time link',
      detail: `${on === null ? '' : `Open until ${dateWithWeekday(on)}. `}Nothing ties an answer to your name.`,
      action: { kind: 'see-surveys', label: 'Open surveys' },
    },
    'survey-concern': {
      headline: `${counted(count ?? 1, 'survey comment was', 'survey comments were')} handed to you: read today`,
      detail: 'About somebody’s safety or wrongdoing. Nobody else sees it.',
      action: { kind: 'see-survey-concerns', label: 'Read it' },
    },
    'survey-comments': {
      headline: `${counted(count ?? 1, 'survey comment waits', 'survey comments wait')} to be read`,
      detail: 'Two of you read each before anybody else does.',
      action: { kind: 'see-survey-comments', label: 'Read comments' },
    },
  };
  return lines[kind];
}

function alert(need: NeedRow, who: string): NeedInWords {
  const detail = 'No worker, the worker away, or no current supervisor.';
  if (need.subject === null)
    return {
      headline: `${counted(need.count ?? 1, 'open child has', 'open children have')} no worker or supervisor in place`,
      detail,
      action: { kind: 'see-team', label: 'See who must act' },
    };
  return {
    headline: `${who} has no worker or supervisor in place`,
    detail,
    action: { kind: 'see-child', label: 'See who must act' },
  };
}

function dueSoon(need: NeedRow, today: LocalDate): string {
  const due = need.duty?.effectiveDueOn ?? need.duty?.dueOn ?? need.on;
  return due === null ? 'soon' : relativeToToday(due, today);
}

function planned(need: NeedRow): string {
  return need.on === null ? 'It was planned and has no outcome.' : `It was planned for ${dateWithWeekday(need.on)}.`;
}

function mine(need: NeedRow, today: LocalDate): string {
  if (need.duty === null)
    return need.on === null ? 'Your own supervision' : `Your next supervision is ${relativeToToday(need.on, today)}`;
  if (need.duty.finding === 'overdue') return `Your own supervision is ${daysInWords(need.duty.daysLate)} overdue`;
  return `Your own supervision is due ${dueSoon(need, today)}`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

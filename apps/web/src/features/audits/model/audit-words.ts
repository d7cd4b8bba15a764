import { BASIS_WORDS, relativeToToday, STATUS_LOOKS, type StatusLook } from '@plumbline/analytics/wording';
import type { AuditedKind, AuditState, ItemState, LineProblem, SecondGradeBasis } from '@plumbline/domain/audits';
import type { LocalDate } from '@plumbline/domain/calendar';
import { REFUSAL_WORDS, type Refusal } from '../../../parts/form/refusal.ts';
import type { AuditRow } from './outputs.ts';

export const ITEM_STATE_WORDS: Readonly<Record<ItemState, string>> = {
  reserve: 'In reserve',
  waiting: 'Not begun',
  begun: 'Begun',
  completed: 'Completed',
  'fed-back': 'Talked over',
  'put-aside': 'Put aside',
};

/** Why something is left off the list or put aside; what of it is anybody's business, and no more. */
export const REASON_WORDS = {
  away: 'Away',
  restricted: 'Restricted file',
  'recently-audited': 'Audited recently',
  'under-investigation': 'Under investigation',
  left: 'Has left',
} as const;

export type Reason = keyof typeof REASON_WORDS;
export const REASONS = Object.keys(REASON_WORDS) as Reason[];

/** The words for a reason that is kept; an unknown one stays as it is. */
export function reasonInWords(reason: string): string {
  return REASON_WORDS[reason as Reason] ?? reason;
}

export const LINE_PROBLEM_WORDS: Readonly<Record<LineProblem, string>> = {
  'own-work': 'It is their own work.',
  'own-line': 'It is in their own line.',
  'not-own-line': 'It is not in their own line.',
};

/** Why somebody may not be named for a file, by the server's code for it. */
const NAMING_WORDS: Readonly<Record<string, string>> = {
  ...LINE_PROBLEM_WORDS,
  'knows-grade': 'They were told of the first grade.',
  'no-permission': 'Their role does not give second grades.',
};

export const SECOND_BASIS_WORDS: Readonly<Record<SecondGradeBasis, string>> = {
  random: 'Drawn for one',
  extreme: 'Because of its grade',
  'new-auditor': 'Among its auditor’s first',
};

const COUNTED: Readonly<Record<AuditedKind, readonly [one: string, many: string]>> = {
  person: ['person', 'people'],
  child: ['child', 'children'],
  action: ['closed action', 'closed actions'],
};

/** "1 person", "184 people", "12 children". */
export function countedInWords(count: number, about: AuditedKind): string {
  const [one, many] = COUNTED[about];
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** "1 file", "20 files". */
export function filesInWords(count: number): string {
  return count === 1 ? '1 file' : `${count.toLocaleString('en-GB')} files`;
}

/** "Drawn at random" as part of a sentence. */
export function basisInWords(basis: AuditRow['basis']): string {
  return BASIS_WORDS[basis].toLowerCase();
}

/** How far an audit has come, in its own words: what was picked was not drawn. */
export function stateInWords(state: AuditState, basis: AuditRow['basis']): string {
  const words: Readonly<Record<AuditState, string>> = {
    planned: 'Planned',
    drawn: basis === 'random' ? 'Drawn' : 'Picked',
    open: 'Open',
    closed: 'Closed',
    dropped: 'Dropped',
  };
  return words[state];
}

interface Standing {
  readonly look: StatusLook;
  readonly words: string;
}

/** Where an audit stands today: a shape, a colour and words. */
export function standingOf(
  { state, basis, isOverdue, dueOn }: Pick<AuditRow, 'state' | 'basis' | 'isOverdue' | 'dueOn'>,
  today: LocalDate,
): Standing {
  const words = stateInWords(state, basis);
  if (state === 'closed') return { look: STATUS_LOOKS.done, words };
  if (state === 'dropped') return { look: STATUS_LOOKS['not-applicable'], words };
  const ends = relativeToToday(dueOn as LocalDate, today);
  if (isOverdue) return { look: STATUS_LOOKS.overdue, words: `${words}, its last day was ${ends}` };
  if (state === 'open') return { look: STATUS_LOOKS['due-soon'], words: `${words}, ends ${ends}` };
  return { look: STATUS_LOOKS.due, words: state === 'drawn' ? `${words}, not opened yet` : words };
}

/** "12 of 20 completed"; nothing where nobody can have begun. */
export function progressWords({ state, progress }: Pick<AuditRow, 'state' | 'progress'>): string {
  if (state === 'planned' || state === 'dropped') return '';
  return state === 'drawn' ? `${filesInWords(progress.drawn)} in it` : `${progress.completed} of ${progress.drawn} completed`;
}

/** That a plan was changed, and what became of inadequate files that nobody had answered for. */
export function planChangedInWords(passed: number): string {
  if (passed === 0) return 'The plan is changed.';
  const files =
    passed === 1
      ? 'One inadequate file that nobody had answered for is'
      : `${passed} inadequate files that nobody had answered for are`;
  return `The plan is changed. ${files} with somebody else by now, who is told.`;
}

/** A share with its margin as whole points: 0.0982 is "10 points". */
export function pointsInWords(margin: number): string {
  const points = Math.round(margin * 100);
  return points === 1 ? '1 point' : `${points} points`;
}

/** Why the server did not do it. Where it names what stands in the way, that is said; a reason in code gets its words. */
export function auditRefusalWords({ kind, fields }: Refusal): string {
  const said = Object.values(fields).map((text) => NAMING_WORDS[text] ?? text);
  if (kind === 'invalid' && said.length > 0) return said.join(' ');
  if (kind === 'wrong-state')
    return 'The audit has moved on meanwhile, so this can no longer be done. It is shown as it stands now.';
  if (kind === 'out-of-date')
    return 'Somebody changed this audit meanwhile. It is shown as it stands now: look at it, then try again.';
  return REFUSAL_WORDS[kind];
}

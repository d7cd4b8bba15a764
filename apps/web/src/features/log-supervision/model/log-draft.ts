import type { SessionChild, SessionDetail, SessionRow } from '@plumbline/analytics/compliance';
import { dateInWords } from '@plumbline/analytics/wording';
import { formatDay, londonDay, londonMinuteOfDay, parseInstant, type LocalDate } from '@plumbline/domain/calendar';
import { timeForTyping } from '../../../parts/form/typed-time.ts';

/** The first question: what became of the supervision. */
export type Outcome = 'planned' | 'held' | 'postponed' | 'cancelled';

/** Whether a held supervision was interrupted, and whether it went on afterwards. */
export type Interruption = 'none' | 'carried-on' | 'abandoned';

/** What is said about one child. Dates and times stay as typed. */
export interface ChildDraft {
  readonly isTicked: boolean;
  readonly filedDate: string;
  readonly filedTime: string;
  readonly summaryDate: string;
  readonly summaryTime: string;
}

/** The whole form as typed. A length starts empty: nobody's supervision lasted ninety minutes because a field said so. */
export interface LogDraft {
  readonly outcome: Outcome | null;
  readonly supervisor: string;
  readonly kind: string;
  readonly purposes: readonly string[];
  readonly topics: readonly string[];
  readonly plannedDate: string;
  readonly plannedTime: string;
  readonly plannedMinutes: string;
  readonly heldDate: string;
  readonly heldTime: string;
  readonly minutes: string;
  readonly mode: string;
  readonly interruption: Interruption;
  readonly longestBlock: string;
  readonly reason: string;
  readonly cancelledBy: string;
  readonly isExceptional: '' | 'yes' | 'no';
  readonly hasNewDate: '' | 'yes' | 'no';
  readonly rearrangedFor: string;
  readonly noNewDateReason: string;
  readonly sharedDate: string;
  readonly sharedTime: string;
  readonly recordFiledDate: string;
  readonly recordFiledTime: string;
  readonly children: Readonly<Record<string, ChildDraft>>;
}

const NO_CHILD: ChildDraft = { isTicked: false, filedDate: '', filedTime: '', summaryDate: '', summaryTime: '' };

/** An empty form. The day of a held supervision is today until somebody says otherwise; who supervises is given if only one person does. */
export function emptyLog(today: LocalDate, supervisors: readonly { readonly id: string }[]): LogDraft {
  return {
    outcome: null,
    supervisor: supervisors.length === 1 ? (supervisors[0]?.id ?? '') : '',
    kind: '',
    purposes: [],
    topics: [],
    plannedDate: '',
    plannedTime: '',
    plannedMinutes: '',
    heldDate: dateInWords(today),
    heldTime: '',
    minutes: '',
    mode: '',
    interruption: 'none',
    longestBlock: '',
    reason: '',
    cancelledBy: '',
    isExceptional: '',
    hasNewDate: '',
    rearrangedFor: '',
    noNewDateReason: '',
    sharedDate: '',
    sharedTime: '',
    recordFiledDate: '',
    recordFiledTime: '',
    children: {},
  };
}

/** What is said about a child so far; nothing where the child was not touched. */
export function childDraft(draft: LogDraft, childId: string): ChildDraft {
  return draft.children[childId] ?? NO_CHILD;
}

export function withChild(draft: LogDraft, childId: string, change: Partial<ChildDraft>): LogDraft {
  return { ...draft, children: { ...draft.children, [childId]: { ...childDraft(draft, childId), ...change } } };
}

/** The form for saying what became of a supervision that stands in the log as planned. The outcome is left to be chosen. */
export function logOfPlanned(planned: SessionRow, today: LocalDate): LogDraft {
  const start = typedInstant(planned.plannedStartAt);
  const isToCome = (dayOfInstant(planned.plannedStartAt) ?? today) > today;
  return {
    ...emptyLog(today, [planned.supervisor]),
    kind: planned.kind,
    plannedDate: start.date,
    plannedTime: start.time,
    heldDate: isToCome ? dateInWords(today) : start.date,
    heldTime: isToCome ? '' : start.time,
    children: childrenOf(planned.children),
  };
}

/** Whether a planned supervision's day has come, so that it is time to say what became of it. */
export function isToSay(session: Pick<SessionRow, 'status' | 'plannedStartAt'>, today: LocalDate): boolean {
  return session.status === 'planned' && (dayOfInstant(session.plannedStartAt) ?? today) <= today;
}

/** The form filled with a line of the log, for changing it. */
export function logOfSession(session: SessionDetail, today: LocalDate): LogDraft {
  const values = session.values;
  const planned = typedInstant(values['plannedStartAt']);
  const held = typedInstant(values['startedAt']);
  const shared = typedInstant(values['recordSharedAt']);
  const filed = typedInstant(values['recordFiledAt']);
  const status = text(values['status']);
  return {
    ...emptyLog(today, [session.supervisor]),
    outcome: status === 'interrupted' || status === 'abandoned' ? 'held' : (status as Outcome),
    kind: text(values['kind']),
    purposes: list(values['purposes']),
    topics: list(values['topics']),
    plannedDate: planned.date,
    plannedTime: planned.time,
    plannedMinutes: text(values['plannedMinutes']),
    heldDate: held.date === '' ? dateInWords(today) : held.date,
    heldTime: held.time,
    minutes: text(values['minutes']),
    mode: text(values['mode']),
    interruption: status === 'interrupted' ? 'carried-on' : status === 'abandoned' ? 'abandoned' : 'none',
    longestBlock: text(values['longestBlockMinutes']),
    reason: text(values['reason']),
    cancelledBy: text(values['cancelledBy']),
    isExceptional: values['isExceptional'] === true ? 'yes' : values['isExceptional'] === false ? 'no' : '',
    hasNewDate: typeof values['rearrangedFor'] === 'string' ? 'yes' : typeof values['noNewDateReason'] === 'string' ? 'no' : '',
    rearrangedFor: typeof values['rearrangedFor'] === 'string' ? dateInWords(values['rearrangedFor']) : '',
    noNewDateReason: text(values['noNewDateReason']),
    sharedDate: shared.date,
    sharedTime: shared.time,
    recordFiledDate: filed.date,
    recordFiledTime: filed.time,
    children: childrenOf(session.children),
  };
}

function childrenOf(children: readonly SessionChild[]): LogDraft['children'] {
  return Object.fromEntries(
    children.map((entry) => {
      const filed = typedInstant(entry.filedAt);
      const summary = typedInstant(entry.summarySentAt);
      return [
        entry.child.id,
        { isTicked: true, filedDate: filed.date, filedTime: filed.time, summaryDate: summary.date, summaryTime: summary.time },
      ];
    }),
  );
}

function typedInstant(value: unknown): { date: string; time: string } {
  const at = typeof value === 'string' ? parseInstant(value) : null;
  return at === null
    ? { date: '', time: '' }
    : { date: dateInWords(formatDay(londonDay(at))), time: timeForTyping(londonMinuteOfDay(at)) };
}

/** The London date of an instant, or null where it is none. */
export function dayOfInstant(value: string): LocalDate | null {
  const at = parseInstant(value);
  return at === null ? null : formatDay(londonDay(at));
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function list(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

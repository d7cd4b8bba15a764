import type { AuditActionState } from '@plumbline/domain/audits';
import { toDay, type LocalDate } from '@plumbline/domain/calendar';

/** An action that followed from an audit. */
export interface AuditActionRow {
  readonly state: AuditActionState;
  readonly dueOn: LocalDate;
  readonly raisedOn: LocalDate;
  readonly closedOn: LocalDate | null;
  /** Code. */
  readonly team: string;
  readonly isReaudited: boolean;
  /** What the re-audit found; null where it has not said yet. */
  readonly hasHeld: boolean | null;
}

export interface ActionFigures {
  readonly open: number;
  /** Of the open ones, those whose day has passed. One that is due today is not. */
  readonly overdue: number;
  /** Days by which the longest and the middle one of them are overdue; null where none is. */
  readonly mostDaysOverdue: number | null;
  readonly medianDaysOverdue: number | null;
  /** Shown to be done by their owner, and waiting for somebody else to close them. */
  readonly shown: number;
  readonly closed: number;
  readonly closedInTime: number;
  /** As a fraction of 1 of those closed; null where none is. Everything is counted, so there is no interval. */
  readonly closedInTimeShare: number | null;
  readonly reaudited: number;
  readonly held: number;
  readonly notHeld: number;
}

/**
 * Where the actions stand today. Those that were dropped or raised later than today are not counted. An action is closed in time if
 * it was closed on its day or before; a closed one of which the day is not known is not.
 */
export function actionFigures(rows: readonly AuditActionRow[], today: LocalDate): ActionFigures {
  const own = rows.filter(({ state, raisedOn }) => state !== 'dropped' && raisedOn <= today);
  const open = own.filter(({ state }) => state === 'open');
  const closed = own.filter(({ state }) => state === 'closed');
  const inTime = closed.filter(({ closedOn, dueOn }) => closedOn !== null && closedOn <= dueOn).length;
  const lateDays = open
    .filter(({ dueOn }) => dueOn < today)
    .map(({ dueOn }) => toDay(today) - toDay(dueOn))
    .sort((a, b) => a - b);
  const reaudited = own.filter(({ isReaudited }) => isReaudited);
  return {
    open: open.length,
    overdue: lateDays.length,
    mostDaysOverdue: lateDays.at(-1) ?? null,
    medianDaysOverdue: middleOf(lateDays),
    shown: own.filter(({ state }) => state === 'shown').length,
    closed: closed.length,
    closedInTime: inTime,
    closedInTimeShare: closed.length === 0 ? null : inTime / closed.length,
    reaudited: reaudited.length,
    held: reaudited.filter(({ hasHeld }) => hasHeld === true).length,
    notHeld: reaudited.filter(({ hasHeld }) => hasHeld === false).length,
  };
}

/** The middle of sorted numbers, halfway between two where they fall between. */
function middleOf(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null;
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
}

import {
  countedGrade,
  GOOD,
  isEnough,
  opens,
  subjectOf,
  type AuditActionRow,
  type AuditedRow,
} from '@plumbline/analytics/audits';
import { listActions, type AuditAction, type WordsTransaction } from '@plumbline/database';
import type { BoardSource } from './view-board.ts';

/** The actions of the viewer's teams, with what re-audits said of them. */
export async function toldActions(tx: WordsTransaction, { rows, items, teams, mayOpen }: BoardSource): Promise<AuditActionRow[]> {
  const codes = new Set(teams.map(({ team }) => team));
  const looked = tellable(
    rows.flatMap((row) => {
      const item = items.get(row.itemId);
      return item?.kind === 'action' ? [{ row, action: item.ref }] : [];
    }),
    mayOpen,
  );
  const actions = (await listActions(tx, { all: true })).filter(({ team }) => codes.has(team));
  return actions.map((action) => rowOfAction(action, looked.get(action.id)));
}

/**
 * What re-audits said, by their actions, as far as the viewer may be told: whether an action has held says something of how its owner was
 * graded. Those that the viewer may not open are told of only where they are about enough people.
 */
function tellable(
  looked: readonly { readonly row: AuditedRow; readonly action: string }[],
  mayOpen: BoardSource['mayOpen'],
): ReadonlyMap<string, AuditedRow> {
  const closed = looked.filter(({ row }) => !opens(mayOpen, row));
  const isTold = isEnough(closed.map(({ row }) => ({ person: subjectOf(row), value: String(hasHeld(row)) })));
  return new Map(looked.filter((one) => isTold || !closed.includes(one)).map(({ row, action }) => [action, row]));
}

/** Whether a re-audit found that an action has held; null where it ended without a grade. */
function hasHeld(row: AuditedRow): boolean | null {
  const grade = countedGrade(row);
  return grade === null ? null : grade >= GOOD;
}

function rowOfAction(action: AuditAction, looked: AuditedRow | undefined): AuditActionRow {
  const { state, dueOn, raisedOn, closedOn, team } = action;
  return {
    state,
    dueOn,
    raisedOn,
    closedOn,
    team,
    isReaudited: looked !== undefined,
    hasHeld: looked === undefined ? null : hasHeld(looked),
  };
}

import {
  auditBoard,
  auditorDrift,
  lastSettledDay,
  periodBefore,
  type AuditActionRow,
  type AuditBoard,
  type AuditedRow,
  type AuditorDrift,
  type ProgrammedAudit,
  type TeamHeadcount,
} from '@plumbline/analytics/audits';
import type { PersonLabel } from '@plumbline/analytics/compliance';
import { answersOn, listActions, listItems, type AuditAction, type AuditItem, type WordsTransaction } from '@plumbline/database';
import { addMonths, formatDay, startOfMonth, toDay } from '@plumbline/domain/calendar';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { inWords } from '../../access/in-words.ts';
import { labelsOf } from '../../access/labels.ts';
import { allowedOf } from '../../access/require-subject.ts';
import { teamsFor } from '../../team/list-teams.ts';
import { procedure } from '../../trpc.ts';
import { mayPlan } from '../require.ts';
import { auditedBetween, type Audited } from './audited-rows.ts';

/** Whole months up to the last one that is over: figures of a settled period do not change from one day to the next. */
export const BOARD_MONTHS = [3, 6, 12] as const;

export const BoardInput = z.object({ months: z.union([z.literal(3), z.literal(6), z.literal(12)]).default(12) });

export interface BoardView {
  readonly months: number;
  readonly board: AuditBoard;
  /** How far each auditor's grades lie from what was agreed: for whoever plans audits only. */
  readonly drift: readonly (AuditorDrift & { readonly who: PersonLabel })[] | null;
  /** Whether what is shown was hidden in part, because the viewer may not open every audit in it. */
  readonly teams: readonly { readonly code: string; readonly name: string }[];
}

/** What is needed to make the board of one viewer. */
export interface BoardSource extends Audited {
  readonly from: string;
  readonly to: string;
  readonly mayOpen: true | ((row: AuditedRow) => boolean);
  readonly teams: readonly { readonly team: string; readonly name: string; readonly service: string }[];
}

/**
 * What the viewer's board is made of: the teams for which they answer; audits of their own practice only once they were talked over with
 * them.
 */
export async function boardSource(tx: WordsTransaction, caller: Caller, months: number): Promise<BoardSource> {
  const to = lastSettledDay(formatDay(caller.today));
  const from = formatDay(addMonths(startOfMonth(toDay(to)), 1 - months));
  const teams = await teamsFor(tx, caller, 'audits:read');
  const codes = new Set(teams.map(({ team }) => team));
  const found = await auditedBetween(tx, periodBefore({ from, to }).from, to);
  const me = caller.signedIn.person;
  const rows = found.rows.filter(
    ({ team, person, itemId }) => codes.has(team) && (person !== me || found.items.get(itemId)?.state === 'fed-back'),
  );
  return { ...found, rows, from, to, teams, mayOpen: mayPlan(caller) ? true : await openable(tx, caller, rows) };
}

/** Audits about people for whom the viewer answers today can be opened by them one by one. */
async function openable(
  tx: WordsTransaction,
  caller: Caller,
  rows: readonly AuditedRow[],
): Promise<(row: AuditedRow) => boolean> {
  const persons = [...new Set(rows.flatMap(({ person }) => (person === null ? [] : [person])))];
  const subjects = persons.map((ref) => ({ kind: 'person' as const, ref }));
  const allowed = new Set((await allowedOf(tx, caller, 'audits:read', subjects)).map(({ ref }) => ref));
  return ({ person, isImported }) => !isImported && person !== null && allowed.has(person);
}

/** What audits found, for one viewer: progress, grades by team, agreement, themes, what improved, actions, coverage. */
export async function viewBoard(caller: Caller, { months }: z.infer<typeof BoardInput>): Promise<BoardView> {
  return await inWords(caller, async (tx) => {
    const source = await boardSource(tx, caller, months);
    const { rows, from, to, mayOpen, questions, teams } = source;
    const board = auditBoard(rows, {
      today: formatDay(caller.today),
      from,
      to,
      actions: await actionRows(tx, caller, source),
      programme: await programmeOf(tx, source),
      questions,
      headcounts: await headcountsOf(tx, caller, teams),
      mayOpen,
    });
    return {
      months,
      board,
      drift: mayPlan(caller)
        ? await driftOf(
            tx,
            rows.filter(({ completedOn }) => completedOn >= from),
          )
        : null,
      teams: teams.map(({ team, name }) => ({ code: team, name })),
    };
  });
}

async function driftOf(tx: WordsTransaction, rows: readonly AuditedRow[]): Promise<BoardView['drift']> {
  const drift = auditorDrift(rows.filter(({ isImported }) => !isImported));
  const label = await labelsOf(
    tx,
    drift.map(({ auditor }) => auditor),
  );
  return drift.map((one) => ({ ...one, who: label(one.auditor) }));
}

async function actionRows(tx: WordsTransaction, caller: Caller, { items, teams }: BoardSource): Promise<AuditActionRow[]> {
  const codes = new Set(teams.map(({ team }) => team));
  const looked = new Map([...items.values()].filter(({ kind }) => kind === 'action').map((item) => [item.ref, item]));
  const actions = (await listActions(tx, { all: true })).filter(({ team }) => codes.has(team) || mayPlan(caller));
  return actions.map((action) => rowOfAction(action, looked.get(action.id)));
}

function rowOfAction(action: AuditAction, looked: AuditItem | undefined): AuditActionRow {
  const { state, dueOn, raisedOn, closedOn, team } = action;
  const grade = looked?.overall ?? null;
  return {
    state,
    dueOn,
    raisedOn,
    closedOn,
    team,
    isReaudited: looked !== undefined,
    hasHeld: grade === null ? null : grade > 2,
  };
}

async function programmeOf(tx: WordsTransaction, { audits, from, to, teams }: BoardSource): Promise<ProgrammedAudit[]> {
  const codes = new Set(teams.map(({ team }) => team));
  const rows: ProgrammedAudit[] = [];
  for (const { id, title, kind, state, listed, startsOn, dueOn, teams: of } of audits.values()) {
    const isShown =
      startsOn <= to && dueOn >= from && state !== 'dropped' && (of.length === 0 || of.some((team) => codes.has(team)));
    if (!isShown) continue;
    const states = Map.groupBy(await listItems(tx, id), (item) => item.state);
    const items = Object.fromEntries([...states].map(([name, files]) => [name, files.length]));
    rows.push({ auditId: id, title, kind, state, listSize: listed, items });
  }
  return rows;
}

async function headcountsOf(tx: WordsTransaction, caller: Caller, teams: BoardSource['teams']): Promise<TeamHeadcount[]> {
  const codes = teams.map(({ team }) => team);
  const answers = codes.length === 0 ? [] : await answersOn(tx, { on: formatDay(caller.today), teams: codes });
  return teams.map(({ team, name }) => ({
    team,
    name,
    headCount: answers.filter((answer) => answer.kind === 'person' && answer.team === team).length,
  }));
}

export const viewBoardProcedure = procedure
  .meta({ permission: 'audits:read' })
  .input(BoardInput)
  .query(({ ctx, input }) => viewBoard(ctx.caller, input));

const AuditedFilesInput = BoardInput.extend({ team: z.string().max(80) });

export interface AuditedFileRow {
  readonly itemId: string;
  readonly title: string;
  readonly label: string;
  readonly completedOn: string;
}

/** The completed audits of one team behind the board's figures, as far as the viewer may open them. */
export async function listAuditedFiles(
  caller: Caller,
  { team, months }: z.infer<typeof AuditedFilesInput>,
): Promise<{ readonly files: readonly AuditedFileRow[]; readonly others: number }> {
  return await inWords(caller, async (tx) => {
    const { rows, items, audits, from, mayOpen } = await boardSource(tx, caller, months);
    const own = rows.filter((row) => row.team === team && row.completedOn >= from);
    const shown = own.filter((row) => !row.isImported && (mayOpen === true || mayOpen(row)));
    const label = await labelsOf(
      tx,
      shown.flatMap(({ person }) => (person === null ? [] : [person])),
    );
    const files = shown.map(({ itemId, auditId, person, completedOn }) => {
      const item = items.get(itemId);
      return {
        itemId,
        title: audits.get(auditId)?.title ?? '',
        label: item?.kind === 'child' ? item.ref : person === null ? '' : label(person).name,
        completedOn,
      };
    });
    return { files, others: own.length - shown.length };
  });
}

export const listAuditedFilesProcedure = procedure
  .meta({ permission: 'audits:read' })
  .input(AuditedFilesInput)
  .query(({ ctx, input }) => listAuditedFiles(ctx.caller, input));

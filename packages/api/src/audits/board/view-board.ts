import {
  auditBoard,
  auditorDrift,
  lastSettledDay,
  periodBefore,
  type AuditBoard,
  type AuditedRow,
  type AuditorDrift,
  type TeamHeadcount,
} from '@plumbline/analytics/audits';
import type { PersonLabel } from '@plumbline/analytics/compliance';
import { answersOn, type WordsTransaction } from '@plumbline/database';
import { addMonths, civilOf, dayOf, formatDay, startOfMonth, toDay, type Day } from '@plumbline/domain/calendar';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { inWords } from '../../access/in-words.ts';
import { labelsOf } from '../../access/labels.ts';
import { teamsFor } from '../../team/list-teams.ts';
import { procedure } from '../../trpc.ts';
import { answeredFor } from '../people.ts';
import { mayPlan } from '../require.ts';
import { auditedBetween, withoutGrades, type Audited } from './audited-rows.ts';
import { programmeOf } from './board-programme.ts';
import { toldActions } from './told-actions.ts';

/** Whole months up to the last one that is over, for whoever may open everything. */
export const BOARD_MONTHS = [3, 6, 12] as const;

export const BoardInput = z.object({ months: z.union([z.literal(3), z.literal(6), z.literal(12)]).default(12) });

export interface BoardView {
  readonly months: number;
  /** Half-years that do not overlap, for whoever may not open everything: other stretches could be subtracted from each other. */
  readonly isFixed: boolean;
  /** Whether every audit of the programme opens to the viewer. */
  readonly mayPlan: boolean;
  readonly board: AuditBoard;
  /** How many completed files wait for a second grade and stand in no figure of grades until it is given. */
  readonly keptBack: number;
  /** How far each auditor's grades lie from what was agreed: for whoever plans audits only. */
  readonly drift: readonly (AuditorDrift & { readonly who: PersonLabel })[] | null;
  /** The teams that it is about. */
  readonly teams: readonly { readonly code: string; readonly name: string }[];
}

/** What is needed to make the board of one viewer. */
export interface BoardSource extends Audited {
  readonly from: string;
  readonly to: string;
  /** Of whose figures nothing is hidden from the viewer: of those that they may open, or in time may. */
  readonly mayOpen: true | ((row: AuditedRow) => boolean);
  /** Whether an audit is about somebody for whom the viewer answers. */
  readonly isInLine: (row: AuditedRow) => boolean;
  /** Whether nothing but that it was completed is told of an audit until its second grade is given. */
  readonly isKeptBack: (row: AuditedRow) => boolean;
  readonly teams: readonly { readonly team: string; readonly name: string; readonly service: string }[];
}

/**
 * What the viewer's board is made of: the teams for which they answer; audits of their own practice only once they were talked over with
 * them; and of those that wait for a blind second grade nothing but that they were completed, unless the viewer answers for the person.
 */
export async function boardSource(tx: WordsTransaction, caller: Caller, months: number): Promise<BoardSource> {
  const { from, to } = mayPlan(caller) ? monthsUpTo(caller.today, months) : lastHalfYear(caller.today);
  const teams = await teamsFor(tx, caller, 'audits:read');
  const codes = new Set(teams.map(({ team }) => team));
  const found = await auditedBetween(tx, periodBefore({ from, to }).from, to);
  const me = caller.signedIn.person;
  const told = found.whole.filter(
    ({ team, person, itemId }) => codes.has(team) && (person !== me || found.items.get(itemId)?.state === 'fed-back'),
  );
  const isInLine = await openable(tx, caller, told);
  const isKeptBack = (row: AuditedRow): boolean =>
    found.waiting.has(row.itemId) && (!isInLine(row) || found.waiting.get(row.itemId) === me);
  const rows = told.map((row) => (isKeptBack(row) ? withoutGrades(row) : row));
  return { ...found, rows, from, to, teams, isInLine, isKeptBack, mayOpen: mayPlan(caller) ? true : isInLine };
}

function monthsUpTo(today: Day, months: number): { readonly from: string; readonly to: string } {
  const to = lastSettledDay(formatDay(today));
  return { from: formatDay(addMonths(startOfMonth(toDay(to)), 1 - months)), to };
}

/** The last half of a calendar year that is over. */
function lastHalfYear(today: Day): { readonly from: string; readonly to: string } {
  const { year, month } = civilOf(today);
  const begins = dayOf(year, month > 6 ? 7 : 1, 1);
  return { from: formatDay(addMonths(begins, -6)), to: formatDay(begins - 1) };
}

/** Audits about people for whom the viewer answers today, and their own, can be opened by them one by one. A role alone is not enough. */
async function openable(
  tx: WordsTransaction,
  caller: Caller,
  rows: readonly AuditedRow[],
): Promise<(row: AuditedRow) => boolean> {
  const theirs = await answeredFor(
    tx,
    caller,
    rows.map(({ person }) => person),
  );
  const me = caller.signedIn.person;
  return ({ person, isImported }) => !isImported && person !== null && (person === me || theirs.has(person));
}

/** What audits found, for one viewer: progress, grades by team, agreement, themes, what improved, actions, coverage. */
export async function viewBoard(caller: Caller, { months }: z.infer<typeof BoardInput>): Promise<BoardView> {
  return await inWords(caller, async (tx) => {
    const source = await boardSource(tx, caller, months);
    const { rows, from, to, mayOpen, isKeptBack, questions, teams } = source;
    const isHere = ({ completedOn }: AuditedRow): boolean => completedOn >= from && completedOn <= to;
    const board = auditBoard(rows, {
      today: formatDay(caller.today),
      from,
      to,
      actions: await toldActions(tx, source),
      programme: await programmeOf(tx, source),
      questions,
      headcounts: await headcountsOf(tx, caller, teams),
      mayOpen,
    });
    return {
      months: mayPlan(caller) ? months : 6,
      isFixed: !mayPlan(caller),
      mayPlan: mayPlan(caller),
      board,
      keptBack: rows.filter((row) => isHere(row) && isKeptBack(row)).length,
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

export interface AuditedFiles {
  readonly files: readonly AuditedFileRow[];
  /** How many more stand in the figures and do not open from here. */
  readonly others: number;
  /** How many wait for a second grade: completed, and in no figure of grades yet. */
  readonly keptBack: number;
}

/** The completed audits of one team behind the board's figures, as far as the viewer may open them. */
export async function listAuditedFiles(
  caller: Caller,
  { team, months }: z.infer<typeof AuditedFilesInput>,
): Promise<AuditedFiles> {
  return await inWords(caller, async (tx) => {
    const { rows, items, audits, from, isKeptBack, isInLine } = await boardSource(tx, caller, months);
    const own = rows.filter((row) => row.team === team && row.completedOn >= from);
    const counted = own.filter((row) => !isKeptBack(row));
    const shown = counted.filter((row) => !row.isImported && (isInLine(row) || mayPlan(caller)));
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
    return { files, others: counted.length - shown.length, keptBack: own.length - counted.length };
  });
}

export const listAuditedFilesProcedure = procedure
  .meta({ permission: 'audits:read' })
  .input(AuditedFilesInput)
  .query(({ ctx, input }) => listAuditedFiles(ctx.caller, input));

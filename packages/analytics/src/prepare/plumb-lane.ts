import { toDay, type LocalDate } from '@plumbline/domain/calendar';
import type { DutyRow, LaneMark, LaneRow } from '../compliance/index.ts';
import { fractionOf, type TimeWindow } from './time-window.ts';
import { eitherInWords } from './wording/alerts.ts';
import { clauseInWords } from './wording/clauses.ts';
import { dateInWords, daysInWords, nearDateInWords } from './wording/dates.ts';
import { dueDateInWords, standingInWords, STATUS_LOOKS, statusOf, type StatusLook } from './wording/findings.ts';

/** How a past or planned supervision is drawn. */
export type MarkShape = 'held' | 'interrupted' | 'cancelled' | 'not-on-file' | 'planned';

export interface LaneMarkModel {
  /** Where along the axis, 0 to 1. */
  readonly at: number;
  readonly on: LocalDate;
  readonly shape: MarkShape;
  /** "Held on 12 May". */
  readonly label: string;
  readonly sessionId: string | null;
  /** Whether counting now starts from this one. */
  readonly isCounted: boolean;
}

/** The gap that the policy allows after the last one counted. Open ends run out of the picture. */
export interface LaneBand {
  readonly from: number;
  readonly to: number;
  readonly startsBefore: boolean;
  readonly runsOn: boolean;
  readonly tone: 'allowed' | 'overdue' | 'away';
}

/** The due date, hanging as a bob; beyond the picture it stands at the edge. */
export interface LaneBob {
  readonly at: number;
  readonly beyond: 'before' | 'after' | null;
  readonly label: string;
}

/** From the due date to today, where nothing has been done. */
export interface LaneLate {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

export interface LaneTableRow {
  readonly who: string;
  readonly what: string;
  readonly last: string;
  readonly due: string;
  readonly standing: string;
  readonly status: StatusLook;
  readonly owedBy: string;
}

/** One lane, ready to be drawn, read out or put into a table. All positions are fractions of the time axis. */
export interface LaneModel {
  readonly key: string;
  readonly subjectId: string;
  readonly dutyId: string | null;
  readonly today: number;
  readonly marks: readonly LaneMarkModel[];
  readonly band: LaneBand | null;
  readonly bob: LaneBob | null;
  readonly late: LaneLate | null;
  readonly status: StatusLook;
  /** "9 days overdue". */
  readonly standing: string;
  /** "was due Thursday 12 November". */
  readonly due: string;
  /** The whole lane in one sentence, for those who do not see it. */
  readonly sentence: string;
  readonly table: LaneTableRow;
}

const SHAPES: Readonly<Record<LaneMark['status'], MarkShape>> = {
  held: 'held',
  interrupted: 'interrupted',
  cancelled: 'cancelled',
  postponed: 'cancelled',
  abandoned: 'interrupted',
  planned: 'planned',
  'not-on-file': 'not-on-file',
};

const MARK_WORDS: Readonly<Record<LaneMark['status'], string>> = {
  held: 'Held on',
  interrupted: 'Held, interrupted, on',
  cancelled: 'Cancelled, had been planned for',
  postponed: 'Postponed, had been planned for',
  abandoned: 'Abandoned part-way on',
  planned: 'Planned for',
  'not-on-file': 'Said to be discussed, not yet on the file:',
};

/** Everything that the picture, the sentence and the table of one lane need. */
export function prepareLane(row: LaneRow, window: TimeWindow, today: LocalDate): LaneModel {
  const { current } = row;
  const last = lastDone(row.marks, today);
  return {
    key: `${row.subject.id}:${row.series}`,
    subjectId: row.subject.id,
    dutyId: current?.id ?? null,
    today: fractionOf(toDay(today), window),
    marks: prepareMarks(row, window, today),
    band: current === null ? null : prepareBand(current, window),
    bob: current === null ? null : prepareBob(current, window, today),
    late: current === null ? null : prepareLate(current, window, today),
    status: current === null ? STATUS_LOOKS.silent : statusOf(current, today),
    standing: current === null ? STATUS_LOOKS.silent.word : standingInWords(current, today),
    due: current === null ? '' : dueDateInWords(current, today),
    sentence: laneSentence(row, last, today),
    table: tableRow(row, last, today),
  };
}

function prepareMarks(row: LaneRow, window: TimeWindow, today: LocalDate): LaneMarkModel[] {
  const countedOn = row.current?.openedOn ?? null;
  return row.marks
    .filter((mark) => toDay(mark.on) >= window.from && toDay(mark.on) <= window.to)
    .map((mark) => ({
      at: fractionOf(toDay(mark.on), window),
      on: mark.on,
      shape: SHAPES[mark.status],
      label: `${MARK_WORDS[mark.status]} ${nearDateInWords(mark.on, today)}`,
      sessionId: mark.sessionId,
      isCounted: mark.on === countedOn && (mark.status === 'held' || mark.status === 'interrupted'),
    }))
    .sort((a, b) => a.at - b.at);
}

/** The day that counts now: after leave it is the first after return. */
function dueDay(duty: DutyRow): number | null {
  const due = duty.effectiveDueOn ?? duty.dueOn;
  return due === null ? null : toDay(due);
}

function isStanding(duty: DutyRow): boolean {
  return duty.finding === 'due' || duty.finding === 'overdue' || duty.finding === 'excused';
}

function prepareBand(duty: DutyRow, window: TimeWindow): LaneBand | null {
  const due = dueDay(duty);
  if (due === null || !isStanding(duty)) return null;
  const opened = toDay(duty.openedOn);
  if (due < window.from || opened > window.to) return null;
  return {
    from: Math.max(0, fractionOf(opened, window)),
    to: Math.min(1, fractionOf(due, window)),
    startsBefore: opened < window.from,
    runsOn: due > window.to,
    tone: duty.finding === 'overdue' ? 'overdue' : duty.finding === 'excused' ? 'away' : 'allowed',
  };
}

function prepareBob(duty: DutyRow, window: TimeWindow, today: LocalDate): LaneBob | null {
  const due = dueDay(duty);
  if (due === null || !isStanding(duty)) return null;
  const at = fractionOf(due, window);
  const label = `${duty.finding === 'overdue' ? 'Was due' : 'Due'} ${nearDateInWords(duty.effectiveDueOn ?? duty.dueOn ?? today, today)}`;
  return { at: Math.min(1, Math.max(0, at)), beyond: at < 0 ? 'before' : at > 1 ? 'after' : null, label };
}

function prepareLate(duty: DutyRow, window: TimeWindow, today: LocalDate): LaneLate | null {
  const due = dueDay(duty);
  if (due === null || duty.finding !== 'overdue') return null;
  return {
    from: Math.max(0, fractionOf(due, window)),
    to: Math.min(1, fractionOf(toDay(today), window)),
    label: `${daysInWords(duty.daysLate)} late`,
  };
}

/** The last one that was really done, whether or not it counted. */
function lastDone(marks: readonly LaneMark[], today: LocalDate): LocalDate | null {
  const done = marks
    .filter((mark) => (mark.status === 'held' || mark.status === 'interrupted') && mark.on <= today)
    .map((mark) => mark.on);
  return done.reduce<LocalDate | null>((latest, on) => (latest === null || on > latest ? on : latest), null);
}

/** "Own supervision for R. Ashdown, owed by T. Marlow, is 9 days overdue; last held 12 May, due under section 6.2." */
function laneSentence(row: LaneRow, last: LocalDate | null, today: LocalDate): string {
  const { current, subject } = row;
  const verb = subject.kind === 'child' ? 'last discussed' : 'last held';
  const lastWords = last === null ? `${verb}: none in view` : `${verb} ${nearDateInWords(last, today)}`;
  if (current === null) return `${row.seriesTitle} for ${subject.label}: the policy doesn’t say how often; ${lastWords}.`;
  const owed = row.owedBy === null ? '' : `, owed by ${eitherInWords(row.owedBy, row.owedWith)},`;
  const standing = standingInWords(current, today);
  const due = current.finding === 'due' ? dueDateInWords(current, today) : '';
  return `${row.seriesTitle} for ${subject.label}${owed} is ${standing}${due === '' ? '' : `, ${due}`}; ${lastWords}, under ${clauseInWords(current.clause)}.`;
}

function tableRow(row: LaneRow, last: LocalDate | null, today: LocalDate): LaneTableRow {
  const { current } = row;
  return {
    who: row.subject.label,
    what: row.seriesTitle,
    last: last === null ? '–' : dateInWords(last),
    due: dueWords(current),
    standing: current === null ? STATUS_LOOKS.silent.word : standingInWords(current, today),
    status: current === null ? STATUS_LOOKS.silent : statusOf(current, today),
    owedBy: owedByInWords(row),
  };
}

function owedByInWords({ owedBy, owedWith, worker, subject }: LaneRow): string {
  if (owedBy !== null) return eitherInWords(owedBy, owedWith);
  return worker === null && subject.kind === 'child' ? 'nobody' : '–';
}

function dueWords(duty: DutyRow | null): string {
  const due = duty?.effectiveDueOn ?? duty?.dueOn ?? null;
  return due === null ? '–' : dateInWords(due);
}

import { hash } from 'node:crypto';
import { formatDay, formatInstant, londonDay, parseInstant, toDay, type Day, type EpochMinute } from '@plumbline/domain/calendar';
import type { Duty, Responsibility } from '@plumbline/domain/rules';
import { instantText } from '../access/database.ts';

/** A duty as it is stored: the columns of the table in order, without council and engine. */
export interface DutyRow {
  readonly id: string;
  readonly about_kind: 'person' | 'child';
  readonly about_ref: string;
  readonly rule: string;
  readonly series: string | null;
  readonly strength: string;
  readonly subject_kind: string;
  readonly subject: string;
  readonly opening: string;
  readonly opened_on: string;
  readonly due_on: string | null;
  readonly due_at: string | null;
  readonly met_on: string | null;
  readonly met_at: string | null;
  readonly ended_on: string | null;
  readonly closed_on: string;
  readonly owed_by: string | null;
  readonly absent_from: string | null;
  readonly absent_to: string | null;
  readonly return_due_on: string | null;
  readonly judged: string;
  /** The number of the policy's version under which it stands. */
  readonly policy_version: number;
}

export const DUTY_COLUMNS = [
  'id',
  'about_kind',
  'about_ref',
  'rule',
  'series',
  'strength',
  'subject_kind',
  'subject',
  'opening',
  'opened_on',
  'due_on',
  'due_at',
  'met_on',
  'met_at',
  'ended_on',
  'closed_on',
  'owed_by',
  'absent_from',
  'absent_to',
  'return_due_on',
  'judged',
  'policy_version',
] as const satisfies readonly (keyof DutyRow)[];

/** The few thousand days that duties name, written and read once: a bulk write turns millions of them. */
const TEXT_OF = new Map<Day, string>();
const DAY_OF = new Map<string, Day>();

function dayText(value: Day): string {
  let text = TEXT_OF.get(value);
  if (text === undefined) TEXT_OF.set(value, (text = formatDay(value)));
  return text;
}

function dayOfText(text: string): Day {
  let value = DAY_OF.get(text);
  if (value === undefined) DAY_OF.set(text, (value = toDay(text)));
  return value;
}

const day = (value: Day | null): string | null => (value === null ? null : dayText(value));
const instant = (value: EpochMinute | null): string | null => (value === null ? null : formatInstant(value));
const toDayOrNull = (text: string | null): Day | null => (text === null ? null : dayOfText(text));
const toInstantOrNull = (text: string | null): EpochMinute | null => (text === null ? null : parseInstant(text));

/**
 * The id of a duty: a digest of what identifies it with the council's salt, so that it stays the same when duties are made
 * again and tells nothing of a reference to whoever sees it.
 */
export function dutyRowId(salt: string, duty: Duty): string {
  const digest = hash(
    'sha1',
    `${salt}\u0000${duty.series ?? duty.rule}\u0000${duty.subjectKind}\u0000${duty.subject}\u0000${duty.opening}`,
  );
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-5${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}

export function toDutyRow(salt: string, duty: Duty, policyVersion: number): DutyRow {
  return {
    id: dutyRowId(salt, duty),
    about_kind: duty.about.kind,
    about_ref: duty.about.ref,
    rule: duty.rule,
    series: duty.series,
    strength: duty.strength,
    subject_kind: duty.subjectKind,
    subject: duty.subject,
    opening: duty.opening,
    opened_on: dayText(duty.openedOn),
    due_on: day(duty.dueOn),
    due_at: instant(duty.dueAt),
    met_on: day(duty.metOn),
    met_at: instant(duty.metAt),
    ended_on: day(duty.endedOn),
    closed_on: closedOn(duty),
    owed_by: duty.owedBy,
    absent_from: day(duty.absentFrom),
    absent_to: day(duty.absentTo),
    return_due_on: day(duty.returnDueOn),
    judged: duty.judged,
    policy_version: policyVersion,
  };
}

/** Turns the instants of a row that the database gave into the domain's text, in place: the row is nobody else's. */
export function fromStored<Row extends Pick<DutyRow, 'due_at' | 'met_at'>>(row: Row): Row {
  const own: { -readonly [Column in keyof Row]: Row[Column] } = row;
  if (row.due_at !== null) own.due_at = instantText(row.due_at) as Row['due_at'];
  if (row.met_at !== null) own.met_at = instantText(row.met_at) as Row['met_at'];
  return row;
}

/** Columns that say nothing of what is due: the row's own id, when nothing is left to do, the policy's version. */
type OwnColumn = 'id' | 'closed_on' | 'policy_version';

/** The columns of a row of which a duty is made. */
export const READ_COLUMNS = DUTY_COLUMNS.filter(
  (column): column is Exclude<keyof DutyRow, OwnColumn> => !['id', 'closed_on', 'policy_version'].includes(column),
);

export function toDuty(row: Omit<DutyRow, OwnColumn>): Duty {
  return {
    rule: row.rule,
    series: row.series,
    strength: row.strength as Duty['strength'],
    subjectKind: row.subject_kind as Duty['subjectKind'],
    subject: row.subject,
    about: { kind: row.about_kind, ref: row.about_ref },
    opening: row.opening,
    openedOn: dayOfText(row.opened_on),
    dueOn: toDayOrNull(row.due_on),
    dueAt: toInstantOrNull(row.due_at),
    metOn: toDayOrNull(row.met_on),
    metAt: toInstantOrNull(row.met_at),
    endedOn: toDayOrNull(row.ended_on),
    owedBy: row.owed_by,
    absentFrom: toDayOrNull(row.absent_from),
    absentTo: toDayOrNull(row.absent_to),
    returnDueOn: toDayOrNull(row.return_due_on),
    judged: row.judged as Duty['judged'],
  };
}

export function isSameRow(a: DutyRow, b: DutyRow): boolean {
  return DUTY_COLUMNS.every((column) => a[column] === b[column]);
}

const OUTRIGHT: readonly Duty['judged'][] = ['breached', 'advisory', 'excused'];

/**
 * From the day after this one nothing of it is left to do: the day on which it was met, or the last on which it was owed.
 * What was breached outright is over at once, or the list of open ones would grow with every short supervision for ever.
 */
function closedOn(duty: Duty): string {
  if (duty.metOn === null && OUTRIGHT.includes(duty.judged)) return dayText(duty.openedOn);
  const met = duty.metOn ?? (duty.metAt === null ? null : londonDay(duty.metAt));
  const last = met === null ? duty.endedOn : duty.endedOn === null ? met : Math.min(met, duty.endedOn);
  return last === null ? 'infinity' : dayText(last);
}

export interface ResponsibilityRow {
  readonly kind: 'person' | 'child';
  readonly ref: string;
  readonly from_on: string;
  readonly to_on: string;
  readonly worker: string | null;
  readonly supervisor: string | null;
  readonly line_manager: string | null;
  readonly second_line_manager: string | null;
  readonly team: string | null;
}

export const RESPONSIBILITY_COLUMNS = [
  'kind',
  'ref',
  'from_on',
  'to_on',
  'worker',
  'supervisor',
  'line_manager',
  'second_line_manager',
  'team',
] as const satisfies readonly (keyof ResponsibilityRow)[];

export function toResponsibilityRow(held: Responsibility): ResponsibilityRow {
  return {
    kind: held.kind,
    ref: held.ref,
    from_on: dayText(held.from),
    to_on: held.to === null ? 'infinity' : dayText(held.to),
    worker: held.worker,
    supervisor: held.supervisor,
    line_manager: held.lineManager,
    second_line_manager: held.secondLineManager,
    team: held.team,
  };
}

export function toResponsibility(row: ResponsibilityRow): Responsibility {
  return {
    kind: row.kind,
    ref: row.ref,
    from: dayOfText(row.from_on),
    to: row.to_on === 'infinity' ? null : dayOfText(row.to_on),
    worker: row.worker,
    supervisor: row.supervisor,
    lineManager: row.line_manager,
    secondLineManager: row.second_line_manager,
    team: row.team,
  };
}

import { findSubjects, type CouncilTransaction } from '@plumbline/database';
import { formatDay, formatInstant, parseInstant, type EpochMinute } from '@plumbline/domain/calendar';
import type { AnyFact, FactOf, FactValue } from '@plumbline/domain/facts';
import { refuse } from '../problems.ts';
import { dayOfText } from '../lanes/scene.ts';

/** A child ticked in the form: the reference and what is already known of its record. */
export interface ChildDiscussed {
  readonly child: string;
  readonly filedAt: string | null;
  readonly summarySentAt: string | null;
}

export type SentChild = { readonly childId: string; readonly filedAt: string | null; readonly summarySentAt: string | null };

/** The children that a form names, by reference. */
export async function childrenOf(tx: CouncilTransaction, sent: readonly SentChild[]): Promise<ChildDiscussed[]> {
  const found = await findSubjects(
    tx,
    sent.map((child) => child.childId),
  );
  const seen = new Set<string>();
  return sent.map(({ childId, filedAt, summarySentAt }) => {
    const subject = found.get(childId);
    if (subject?.kind !== 'child' || seen.has(subject.ref)) refuse('not-found');
    seen.add(subject.ref);
    return { child: subject.ref, filedAt: utc(filedAt), summarySentAt: utc(summarySentAt) };
  });
}

function utc(instant: string | null): string | null {
  const at = instant === null ? null : parseInstant(instant);
  return at === null ? null : formatInstant(at);
}

const NOT_YET = ['startedAt', 'recordSharedAt', 'recordFiledAt', 'supervisorSignedAt', 'superviseeSignedAt', 'bookedAt'];

/** Refuses what cannot have happened yet, and what contradicts itself. */
export function checkSession(values: AnyFact, children: readonly ChildDiscussed[], now: EpochMinute): void {
  const fields: Record<string, string> = {};
  for (const column of NOT_YET) if (isAhead(values[column] ?? null, now)) fields[column] = 'This lies ahead.';
  const isHeld = values['status'] === 'held' || values['status'] === 'interrupted' || values['status'] === 'abandoned';
  if (isHeld && isAhead(values['plannedStartAt'] ?? null, now) && (values['startedAt'] ?? null) === null)
    fields['startedAt'] = 'Say when it began.';
  const { minutes, longestBlockMinutes } = values as unknown as FactOf<'session'>;
  if (minutes !== null && longestBlockMinutes !== null && longestBlockMinutes > minutes)
    fields['longestBlockMinutes'] = 'This is longer than the whole.';
  if (values['supervisee'] === values['supervisor']) fields['supervisor'] = 'Nobody supervises themselves.';
  if (children.some((child) => isAhead(child.filedAt, now) || isAhead(child.summarySentAt, now)))
    fields['children'] = 'One of the times lies ahead.';
  else if (children.some((child) => isBefore(child.filedAt, discussedOn(values))))
    fields['children'] = 'One of the records would be on the file before the supervision.';
  if (Object.keys(fields).length > 0) refuse('not-valid', { fields });
}

function isAhead(value: FactValue, now: EpochMinute): boolean {
  const at = typeof value === 'string' ? parseInstant(value) : null;
  return at !== null && at > now;
}

function isBefore(instant: string | null, day: string): boolean {
  return instant !== null && formatDay(dayOfText(instant)) < day;
}

/** The day on which children were or will be discussed: when it began, else when it was to begin. */
export function discussedOn(values: AnyFact): string {
  return formatDay(dayOfText(String(values['startedAt'] ?? values['plannedStartAt'])));
}

import { formatInstant, type EpochMinute } from '../calendar/index.ts';
import type { FactOf } from '../facts/index.ts';
import type { AuditReturn } from './completed-audit.ts';

const PREFIX = 'AUDIT-';

/** The reference under which a completed observation stands in the supervision log; the same for the same file. */
export function observationReference(itemId: string): string {
  return `${PREFIX}${itemId}`;
}

/** Whether an entry of the supervision log came from a completed audit. */
export function isFromAudit(session: string): boolean {
  return session.startsWith(PREFIX);
}

/** A completed observation of a supervision: who watched whom, and when. */
export interface WatchedSupervision {
  readonly itemId: string;
  /** Whoever was watched while supervising. */
  readonly person: string;
  readonly auditor: string;
  readonly at: EpochMinute;
}

/** What a line of the log says of it; everything else in the line is unknown. It is formal: its questions are those of a published tool. */
export function observationEntry({ itemId, person, auditor, at }: WatchedSupervision): Partial<FactOf<'session'>> {
  const instant = formatInstant(at);
  return {
    session: observationReference(itemId),
    supervisee: person,
    supervisor: auditor,
    kind: 'observation',
    status: 'held',
    plannedStartAt: instant,
    startedAt: instant,
    observes: 'supervising',
    isFormal: true,
  };
}

type Feedback = NonNullable<FactOf<'session'>['feedback']>;

/** What the talk about a completed observation was about, as far as the audit says: strengths always, what to develop where it has any. */
export function feedbackOf({ toImprove }: Pick<AuditReturn, 'toImprove'>): Feedback {
  return toImprove.some((text) => text.trim() !== '') ? ['strengths', 'to-develop'] : ['strengths'];
}

type MaybeSame = Pick<FactOf<'session'>, 'supervisee' | 'kind' | 'status' | 'observes'>;

/** Whether a line of the log is an observation of somebody while supervising, so that another of the same day would count it twice. */
export function isSameObservation({ supervisee, kind, status, observes }: MaybeSame, person: string): boolean {
  const isHeld = status === 'held' || status === 'interrupted';
  return supervisee === person && kind === 'observation' && isHeld && observes === 'supervising';
}

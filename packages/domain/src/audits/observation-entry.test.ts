import { describe, expect, it } from 'vitest';
import { parseInstant } from '../calendar/index.ts';
import { feedbackOf, isFromAudit, isSameObservation, observationEntry, observationReference } from './observation-entry.ts';

const AT = parseInstant('2026-06-12T11:00Z') ?? 0;

describe('a completed observation in the supervision log', () => {
  it('says who watched whom and when, under a reference that says where it came from', () => {
    const entry = observationEntry({ itemId: '7c1e', person: 'S7', auditor: 'S3', at: AT });
    expect(entry).toEqual({
      session: 'AUDIT-7c1e',
      supervisee: 'S7',
      supervisor: 'S3',
      kind: 'observation',
      status: 'held',
      plannedStartAt: '2026-06-12T11:00Z',
      startedAt: '2026-06-12T11:00Z',
      observes: 'supervising',
      isFormal: true,
    });
    expect(isFromAudit(observationReference('7c1e'))).toBe(true);
    expect(isFromAudit('SUP-70012')).toBe(false);
  });

  it('says what the talk was about as far as the audit does', () => {
    expect(feedbackOf({ toImprove: ['', ' '] })).toEqual(['strengths']);
    expect(feedbackOf({ toImprove: ['', 'Ends without next steps.'] })).toEqual(['strengths', 'to-develop']);
  });

  it('is the same as a line by hand only where that is a held observation of the same person supervising', () => {
    const line = { supervisee: 'S7', kind: 'observation', status: 'held', observes: 'supervising' } as const;
    expect(isSameObservation(line, 'S7')).toBe(true);
    expect(isSameObservation({ ...line, status: 'interrupted' }, 'S7')).toBe(true);
    expect(isSameObservation(line, 'S8')).toBe(false);
    expect(isSameObservation({ ...line, status: 'cancelled' }, 'S7')).toBe(false);
    expect(isSameObservation({ ...line, observes: 'practice' }, 'S7')).toBe(false);
    expect(isSameObservation({ ...line, kind: 'one-to-one' }, 'S7')).toBe(false);
  });
});

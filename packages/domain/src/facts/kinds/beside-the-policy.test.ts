import { describe, expect, it } from 'vitest';
import { reachOf, ROLE_NAMES } from '../../access/index.ts';
import { touches } from '../../rules/index.ts';
import { CONTEXT_MEASURE_NAMES, CONTEXT_MEASURES, KINDS_BESIDE_THE_POLICY, mostOfMeasure } from './beside-the-policy.ts';

describe('what stands beside the policy', () => {
  it('has at most a hundred of what is called a percentage, and no such bound otherwise', () => {
    for (const measure of CONTEXT_MEASURE_NAMES)
      expect(mostOfMeasure(measure), measure).toBe(CONTEXT_MEASURES[measure].endsWith('(%)') ? 100 : null);
    expect(mostOfMeasure(null)).toBeNull();
  });

  it('touches nobody, whatever it names', () => {
    for (const kind of KINDS_BESIDE_THE_POLICY) {
      const touched = touches(kind, { event: 'E1', team: 'ONE', measure: 'caseload', month: '2026-05-01' });
      expect(
        Object.values(touched).filter((reached) => reached !== false && reached.length !== 0),
        kind,
      ).toEqual([]);
    }
  });

  it('is written by three roles for the whole council, and by nobody because they supervise', () => {
    const writing = ROLE_NAMES.filter((role) => reachOf('events:record', [role], true) !== null);
    expect(writing).toEqual(['service-manager', 'principal-social-worker', 'administrator']);
    for (const role of writing) expect(reachOf('events:record', [role], false)).toBe('council');
  });
});

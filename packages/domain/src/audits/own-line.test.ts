import { describe, expect, it } from 'vitest';
import type { ReadGround } from '../access/index.ts';
import { AUDIT_KIND_NAMES, type AuditKind } from './kinds.ts';
import { lineProblem } from './own-line.ts';

/** Kinds that managers do about their own people, as the policies have them; all others are samples. */
const OF_OWN_LINE: readonly AuditKind[] = ['observation', 'record-check', 'staff-conversation', 'workload-check'];

describe('who may audit what', () => {
  it.each(AUDIT_KIND_NAMES)('%s: nobody audits their own practice', (kind) => {
    expect([lineProblem(kind, 'own'), lineProblem(kind, 'own-case')]).toEqual(['own-work', 'own-work']);
  });

  it.each(AUDIT_KIND_NAMES.filter((kind) => !OF_OWN_LINE.includes(kind)))('%s: never of one’s own line or team', (kind) => {
    expect(lineProblem(kind, 'line')).toBe('own-line');
    expect(lineProblem(kind, 'team')).toBe('own-line');
    expect(lineProblem(kind, 'council')).toBeNull();
  });

  it.each(OF_OWN_LINE)('%s: of nothing but one’s own line or team', (kind) => {
    expect(lineProblem(kind, 'line')).toBeNull();
    expect(lineProblem(kind, 'team')).toBeNull();
    expect(lineProblem(kind, 'council')).toBe('not-own-line');
  });

  it('leaves each ground to samples or to managers, never to both', () => {
    const grounds: ReadGround[] = ['own', 'own-case', 'line', 'team', 'council'];
    for (const ground of grounds) {
      const may = [lineProblem('dip-sample', ground), lineProblem('record-check', ground)].filter((problem) => problem === null);
      expect(may.length, ground).toBe(ground.startsWith('own') ? 0 : 1);
    }
  });
});

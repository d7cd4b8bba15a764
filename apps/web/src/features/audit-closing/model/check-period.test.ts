import { describe, expect, it } from 'vitest';
import { periodProblem, periodToSign } from './check-period.ts';

const TODAY = '2026-11-22';

describe('periodProblem', () => {
  it('lets whole months be signed once they are over', () => {
    expect(periodProblem({ fromOn: '2026-10-01', toOn: '2026-10-31' }, TODAY)).toBeNull();
    expect(periodProblem({ fromOn: '2025-11-01', toOn: '2026-10-31' }, TODAY)).toBeNull();
  });

  it('says why other days cannot be', () => {
    expect(periodProblem({ fromOn: '2026-11-01', toOn: '2026-11-30' }, TODAY)).toBe(
      'These days are not over. They can be signed off from 1 December 2026.',
    );
    expect(periodProblem({ fromOn: '2026-11-22', toOn: '2026-11-22' }, TODAY)).toContain('23 November 2026');
    expect(periodProblem({ fromOn: '2026-10-31', toOn: '2026-10-01' }, TODAY)).toContain('before the first');
    expect(periodProblem({ fromOn: '2025-10-01', toOn: '2026-10-31' }, TODAY)).toContain('more than a year');
    expect(periodProblem({ fromOn: '2026-09-10', toOn: '2026-10-31' }, TODAY)).toContain('whole months');
    expect(periodProblem({ fromOn: '2026-10-01', toOn: '2026-10-20' }, TODAY)).toContain('whole months');
  });
});

describe('periodToSign', () => {
  const october = { fromOn: '2026-10-01', toOn: '2026-10-31' };
  const september = { fromOn: '2026-09-01', toOn: '2026-09-30' };

  it('offers the latest month that this service has not signed off', () => {
    expect(periodToSign([october, september], [], 'North')).toBe(october);
    expect(periodToSign([october, september], [{ service: 'North', ...october }], 'North')).toBe(september);
    expect(periodToSign([october, september], [{ service: 'South', ...october }], 'North')).toBe(october);
    const both = [
      { service: 'North', ...october },
      { service: 'North', ...september },
    ];
    expect(periodToSign([october, september], both, 'North')).toBe(october);
  });
});

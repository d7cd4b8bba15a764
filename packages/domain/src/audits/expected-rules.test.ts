import { describe, expect, it } from 'vitest';
import { rule } from '../rules/_pack.ts';
import type { Rule } from '../policy/index.ts';
import { expectationOf, isAboutAudits } from './expected-rules.ts';

const evidence = (changes: Record<string, unknown>): Rule =>
  ({ ...rule({ id: 'E', kind: 'evidence', asks: 'Was there one?' }), ...changes }) as Rule;

describe('how what a policy expects of audits comes to anybody', () => {
  it('is due where it is worked out or shown by a field, and asked where somebody has to say it', () => {
    expect(expectationOf({ kind: 'quota' } as Rule)).toBe('due');
    expect(expectationOf(evidence({ field: 'session.feedbackAt' }))).toBe('due');
    expect(expectationOf(evidence({ of: 'person' }))).toBe('asked-yearly');
    expect(expectationOf(evidence({ of: 'discussion' }))).toBe('asked-drawn');
  });

  it('is nobody’s where it is about the service, and a question or a saying where there is nothing else', () => {
    expect(expectationOf(evidence({ of: 'pack', auditQuestion: 'Was there an audit?' }))).toBe('service');
    expect(expectationOf({ kind: 'guidance', auditQuestion: 'Is it so?' } as Rule)).toBe('audited');
    expect(expectationOf({ kind: 'guidance' } as Rule)).toBe('said');
  });

  it('is read from two areas of the policy', () => {
    const areas = ['QA/audit/oversight', 'observation', 'recording', 'frequency-staff'] as Rule['area'][];
    expect(areas.map((area) => isAboutAudits({ area }))).toEqual([true, true, false, false]);
  });
});

import { describe, expect, it } from 'vitest';
import { conditionInWords, phaseInWords, sessionsInWords } from './policy-words.ts';

describe('words of conditions', () => {
  it('puts brackets only where parts would run together', () => {
    expect(conditionInWords({ all: ['qualified', { not: 'student' }, { any: ['full-time', 'role:team-manager'] }] })).toBe(
      'a qualified social worker and not a student on placement and (full time or team manager)',
    );
  });

  it('tells stages and supervisions', () => {
    expect(phaseInWords({ of: 'newly-qualified', after: { days: 42 }, upTo: { months: 6 } })).toBe(
      'from 42 days after the beginning, until six months after the beginning (newly qualified)',
    );
    expect(sessionsInWords(undefined)).toBe('any supervision');
    expect(sessionsInWords({ modes: ['in-person', 'video'], discussesChildren: true })).toBe(
      'in person or video; with children discussed',
    );
    expect(sessionsInWords({ discussesContacts: true, recordHolds: ['core-topics', 'welfare'] })).toBe(
      'with contacts at the front door looked at; with core topics and welfare in the record',
    );
  });
});

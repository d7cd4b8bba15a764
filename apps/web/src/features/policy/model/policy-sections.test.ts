import type { PolicyRuleRow } from '@plumbline/analytics/compliance';
import { describe, expect, it } from 'vitest';
import { policySections } from './policy-sections.ts';

const rule = (id: string, area: string, says: string): PolicyRuleRow => ({
  id,
  clause: id.slice(4),
  area,
  kind: 'cadence',
  says,
  appliesTo: 'Social workers',
  strength: 'must',
});
const RULES = [
  rule('WIR-6.2b', 'frequency-staff', 'Weekly or more often.'),
  rule('WIR-6.1a', 'duration', 'A session runs for 90 minutes.'),
  rule('WIR-6.2c', 'frequency-staff', 'Fortnightly.'),
];

describe('policySections', () => {
  it('puts rules under the part they belong to, in words', () => {
    expect(policySections(RULES, '').map((section) => [section.id, section.title, section.rules.length])).toEqual([
      ['part-frequency-staff', 'How often: staff', 2],
      ['part-duration', 'How long', 1],
    ]);
  });

  it('finds by word and by clause', () => {
    expect(policySections(RULES, ' WEEKLY ').flatMap((section) => section.rules.map((one) => one.id))).toEqual(['WIR-6.2b']);
    expect(policySections(RULES, '6.2').flatMap((section) => section.rules.map((one) => one.id))).toEqual([
      'WIR-6.2b',
      'WIR-6.2c',
    ]);
    expect(policySections(RULES, 'nothing')).toEqual([]);
  });
});

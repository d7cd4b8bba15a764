import { ruleDetail } from '@plumbline/analytics/prepare';
import { loadPack } from '@plumbline/policies';
import { describe, expect, it } from 'vitest';

const WIRRAL = loadPack('wirral');
const KENT = loadPack('kent');

describe('ruleDetail', () => {
  it('tells a clock: how often, while what holds, in which stage, who owes it', () => {
    expect(ruleDetail(WIRRAL, 'WIR-11.T6')?.parameters).toEqual([
      { name: 'How often', value: 'At least every month' },
      { name: 'Of what', value: 'Case supervision' },
      { name: 'Holds while', value: "Placement: children's home" },
      {
        name: 'In which stage',
        value: "From the first day, until three months after the beginning (placement: children's home)",
      },
      { name: 'Who owes it', value: 'The supervisor' },
    ]);
  });

  it('tells a limit that lies before a moment, and the readings it rests on', () => {
    const rule = ruleDetail(WIRRAL, 'WIR-6.E4');
    expect(rule?.parameters[0]).toEqual({
      name: 'Time limit',
      value: 'At least 24 hours before (the planned start of the supervision)',
    });
    expect(rule?.readings.map(({ id }) => id)).toEqual(['WIR-AMB-15', 'WIR-AMB-22']);
  });

  it('says how each is checked, and does not call computed what nobody works out', () => {
    const kindOf = (id: string) => ruleDetail(WIRRAL, id)?.check.kind;
    expect([kindOf('WIR-11.T1'), kindOf('WIR-11.T5'), kindOf('WIR-S.2')]).toEqual(['computed', 'confirming', 'shown']);
    expect(ruleDetail(KENT, 'KEN-2.6')?.check.kind).toBe('computed');
    expect(ruleDetail(loadPack('bcp'), 'BCP-conf-3')?.check).toEqual({
      kind: 'computed',
      words: 'Answered whenever somebody wants to open a record or let go of a file.',
    });
  });

  it('marks a number that is ours, and knows no rule that is not there', () => {
    expect(ruleDetail(WIRRAL, 'WIR-11.T9.kinship')?.isInferred).toBe(true);
    expect(ruleDetail(WIRRAL, 'KEN-2.6')).toBeNull();
  });

  it('leaves no parameter of any policy empty', () => {
    for (const pack of [WIRRAL, KENT, loadPack('bcp'), loadPack('shropshire')])
      for (const { id } of pack.rules)
        for (const { name, value } of ruleDetail(pack, id)?.parameters ?? [])
          expect(`${name}: ${value}`, id).not.toMatch(/undefined|null|\[object|: $/);
  });
});

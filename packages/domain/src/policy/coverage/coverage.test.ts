import { describe, expect, test } from 'vitest';
import { cadence, makePack, rule } from '../../rules/_pack.ts';
import { attributesKnownOf } from '../check/attributes.ts';
import type { ScenarioFile } from '../scenarios.ts';
import { columnsBehind } from './attribute-columns.ts';
import { confirmationsPerPerson, coverRows, factsRead, isColumn, rulesWithoutRow, standsFor } from './index.ts';

describe('what a rule reads', () => {
  test('every attribute is shown by columns that there are', () => {
    for (const subject of ['person', 'child'] as const) {
      for (const attribute of attributesKnownOf(subject)) {
        const columns = columnsBehind(subject, attribute);
        expect(columns.length, attribute).toBeGreaterThan(0);
        expect(columns.filter((column) => !isColumn(column))).toEqual([]);
      }
    }
  });

  test('a deadline reads its two moments, and a moment without a column of its own what shows it', () => {
    const shared = rule({
      id: 'D',
      kind: 'deadline',
      of: 'session',
      which: { kinds: ['one-to-one'] },
      from: 'session.heldOn',
      within: { workingDays: 10 },
      metBy: 'session.recordSharedAt',
      owes: 'session-supervisor',
    });
    expect(factsRead(makePack([shared]), shared)).toEqual([
      'session.kind',
      'session.plannedStartAt',
      'session.recordSharedAt',
      'session.startedAt',
      'session.status',
    ]);
  });

  test('a cadence reads its condition, its phase, its anchor and what resets its clock', () => {
    const one = cadence({
      id: 'C',
      series: 'own',
      when: { all: ['qualified', { not: 'student' }] },
      phase: { of: 'newly-qualified', upTo: { days: 42 } },
      every: { days: 7 },
    });
    const reads = factsRead(makePack([one]), one);
    for (const column of ['person.isSocialWorkQualified', 'person.studentFrom', 'person.asyeFrom', 'session.startedAt'])
      expect(reads).toContain(column);
    expect(reads).not.toContain('child.openedOn');
  });

  test('names of columns within what a rule says in words are not read', () => {
    const told = { ...rule({ id: 'G', kind: 'scope', subject: 'pack' }), says: 'session.reason' };
    expect(factsRead(makePack([told]), told)).toEqual([]);
  });

  test('a field of evidence is read; of evidence that only somebody can confirm, what they answered about what', () => {
    const field = rule({ id: 'F', kind: 'evidence', asks: 'Was it so?', of: 'session', field: 'session.isExceptional' });
    expect(factsRead(makePack([field]), field)).toContain('session.isExceptional');
    const word = rule({ id: 'W', kind: 'evidence', asks: 'Was it so?', of: 'session' });
    expect(factsRead(makePack([word]), word)).toEqual([
      'confirmation.answer',
      'confirmation.confirmedBy',
      'confirmation.on',
      'confirmation.rule',
      'confirmation.session',
      'session.plannedStartAt',
      'session.status',
    ]);
    const whole = rule({ id: 'P', kind: 'evidence', asks: 'Was it so?', of: 'pack', owes: 'policy-owner' });
    expect(factsRead(makePack([whole]), whole)).not.toContain('confirmation.session');
    const unheard = rule({ id: 'U', kind: 'evidence', asks: 'Was it so?', of: 'post', owes: 'supervisor' });
    expect(factsRead(makePack([unheard]), unheard)).toEqual([]);
  });
});

describe('what stands for a row', () => {
  test('the rule of the same name, and further ones with a word after it', () => {
    expect(standsFor('BCP-formal-16.third', 'BCP-formal-16')).toBe(true);
    expect(standsFor('KEN-2.10', 'KEN-2.1')).toBe(false);
    expect(standsFor('KEN-3.10a', 'KEN-3.10')).toBe(false);
    expect(standsFor('SHR-freq-70', 'SHR-freq-7')).toBe(false);
    expect(standsFor('BCP-formal-16', 'BCP-formal-16')).toBe(true);
  });

  const about = (id: string, row: 'computed' | 'evidence' | 'guidance') => ({
    id,
    class: row,
    section: '1',
    title: id.repeat(3),
  });

  test('a computed row that is only confirmed is filed too low; a guidance row that is worked out is not', () => {
    const pack = makePack([
      rule({ id: 'R1', kind: 'evidence', asks: 'Was it so?', of: 'person' }),
      cadence({ id: 'R2', series: 'own', when: 'employed', every: { months: 1 } }),
    ]);
    const covers = coverRows(pack, [about('R1', 'computed'), about('R2', 'guidance'), about('R3', 'evidence')], []);
    expect(covers.map((cover) => [cover.row.id, cover.isFiledTooLow, cover.rules.length])).toEqual([
      ['R1', true, 1],
      ['R2', false, 1],
      ['R3', false, 0],
    ]);
    expect(confirmationsPerPerson(covers)).toBe(1);
    expect(rulesWithoutRow(pack, [about('R1', 'computed')])).toContain('R2');
  });

  test('examples are found by the rule that answers, first come first', () => {
    const pack = makePack([cadence({ id: 'R2', series: 'own', when: 'employed', every: { months: 1 } })]);
    const ask = { on: '2026-01-01', person: 'A', series: 'own', expect: { finding: 'met', rule: 'R2' }, shows: 'met' } as const;
    const content: ScenarioFile = {
      about: 'One',
      scenarios: [
        { title: 'First', ask: [ask] },
        { title: 'Second', ask: [ask] },
      ],
    };
    const [cover] = coverRows(pack, [about('R2', 'computed')], [{ file: 'a.yaml', content }]);
    expect(cover?.examples).toEqual({ met: { file: 'a.yaml', scenario: 'First' }, breached: null, boundary: null });
  });
});

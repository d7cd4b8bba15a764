import { describe, expect, it } from 'vitest';
import { checkValues } from './check-values.ts';

const ABSENCE = { person: 'S1042', from: '2026-07-20', to: null, isHalfDay: false };

describe('checkValues', () => {
  it('accepts what fits and fills in what was not given', () => {
    expect(checkValues('absence', { person: ' S1042 ', from: '2026-07-20' })).toEqual({
      ok: true,
      values: { ...ABSENCE, isHalfDay: null },
    });
  });

  it('writes instants in UTC to the minute and lists sorted without doubles', () => {
    const checked = checkValues('session', {
      session: 'SUP-1',
      supervisee: 'S1',
      supervisor: 'S2',
      kind: 'one-to-one',
      status: 'held',
      plannedStartAt: '2026-05-12T10:00:30+01:00',
      purposes: ['personal', 'casework', 'personal'],
    });
    expect(checked).toMatchObject({
      ok: true,
      values: { plannedStartAt: '2026-05-12T09:00Z', purposes: ['casework', 'personal'] },
    });
  });

  it.each([
    ['a needed field left out', { from: '2026-07-20' }, 'person'],
    ['31 February', { ...ABSENCE, from: '2026-02-31' }, 'from'],
    ['1899', { ...ABSENCE, from: '1899-12-31' }, 'from'],
    ['text for yes or no', { ...ABSENCE, isHalfDay: 'yes' }, 'isHalfDay'],
    ['a field of another kind', { ...ABSENCE, colour: 'red' }, 'colour'],
    ['a NUL', { ...ABSENCE, person: 'S1\u0000' }, 'person'],
    ['half of a character', { ...ABSENCE, person: 'S1\ud800' }, 'person'],
  ])('refuses %s', (_name, sent, field) => {
    const checked = checkValues('absence', sent);
    expect(checked.ok).toBe(false);
    expect(checked.ok ? [] : Object.keys(checked.fields)).toEqual([field]);
  });

  it('keeps numbers within their bounds and codes within their list', () => {
    const base = {
      session: 'SUP-1',
      supervisee: 'S1',
      supervisor: 'S2',
      kind: 'chat',
      status: 'held',
      plannedStartAt: '2026-05-12T09:00Z',
      minutes: 900,
    };
    const checked = checkValues('session', base);
    expect(checked.ok ? [] : Object.keys(checked.fields).toSorted()).toEqual(['kind', 'minutes']);
  });
});

import { describe, expect, it } from 'vitest';
import type { PackFigure, PackView } from './outputs.ts';
import {
  countInWords,
  standingInWords,
  stateInWords,
  stepsOf,
  tableToShow,
  titleOf,
  valueInWords,
  whatNext,
} from './pack-words.ts';

const act = (name: string, isMe = false) => ({ name, at: '2026-06-15T09:30Z', isMe });
const view = (parts: Partial<PackView>): PackView => ({
  id: 'P',
  home: null,
  asOf: '2026-06-15',
  state: 'drafted',
  policyVersion: 'wirral 1.0.0',
  drafted: act('Jo Marsh'),
  checked: null,
  approved: null,
  contentHash: '',
  maySign: true,
  may: { check: false, approve: false },
  pack: { parts: [] } as unknown as PackView['pack'],
  ...parts,
});
const figure = (parts: Partial<PackFigure>): PackFigure =>
  ({ value: 82.1, unit: '%', numerator: 1041, denominator: 1268, ...parts }) as PackFigure;

describe('the steps of a pack', () => {
  it('say who did each, and what is waited for', () => {
    expect(stepsOf(view({})).map(({ says }) => says)).toEqual([
      'Jo Marsh, Monday 15 June 2026 at 10:30',
      'Nobody has checked it yet',
      'Comes after the check',
    ]);
    expect(stepsOf(view({ state: 'checked', checked: act('Sam Tarn', true) })).map(({ says }) => says)).toEqual([
      'Jo Marsh, Monday 15 June 2026 at 10:30',
      'Sam Tarn (you), Monday 15 June 2026 at 10:30',
      'Nobody has approved it yet',
    ]);
  });

  it('have a word each', () => {
    expect((['drafted', 'checked', 'approved'] as const).map(stateInWords)).toEqual([
      'Draft, not checked',
      'Checked, not approved',
      'Checked and approved',
    ]);
  });
});

describe('what next', () => {
  it('says what the step means before it is taken', () => {
    expect(whatNext(view({ may: { check: true, approve: false } }))).toContain('cannot be taken back');
    expect(whatNext(view({ state: 'checked', checked: act('Sam'), may: { check: false, approve: true } }))).toContain(
      'lets it out',
    );
  });

  it('says why it is for somebody else', () => {
    expect(whatNext(view({ drafted: act('Jo', true) }))).toBe('You drafted this pack, so somebody else checks it.');
    expect(whatNext(view({ state: 'checked', checked: act('Sam', true) }))).toBe(
      'You checked this pack, so somebody else approves it.',
    );
    expect(whatNext(view({ state: 'checked', drafted: act('Jo', true), checked: act('Sam') }))).toBe(
      'You drafted this pack, so somebody else approves it.',
    );
  });
});

describe('the pack of a home', () => {
  it('has the name of the home in its title', () => {
    expect(titleOf({ home: null, asOf: '2026-06-15' })).toBe('Inspection pack, 15 June 2026');
    expect(titleOf({ home: 'Quayside home', asOf: '2026-06-15' })).toBe('Inspection pack of Quayside home, 15 June 2026');
  });

  it('waits for two people, neither of whom is its manager', () => {
    expect(whatNext(view({ maySign: false }))).toContain('Two people who answer for the council');
    expect(whatNext(view({ maySign: false, state: 'checked', checked: act('Sam') }))).toContain('a second person');
  });

  it('says apart what is not held and what cannot be said of a home', () => {
    const said = [standingInWords({}), standingInWords({ leftOut: 'not-of-home' }), standingInWords({ leftOut: 'too-few' })];
    expect(said).toEqual(['Not held', 'Not in a home’s pack', 'Too few people to show']);
  });
});

describe('a figure', () => {
  it('stands with its unit and what it was counted from', () => {
    expect([valueInWords(figure({})), countInWords(figure({}))]).toEqual(['82.1%', '1,041 of 1,268']);
    expect([valueInWords(figure({ value: 4, unit: 'days' })), countInWords(figure({ numerator: 4, denominator: null }))]).toEqual(
      ['4 days', '4'],
    );
    expect(valueInWords(figure({ value: null }))).toBe('Nothing to count');
  });

  it('is not shown twice', () => {
    const part = { id: 'x', title: 'X', note: null, figures: [], notHeld: false };
    expect(tableToShow({ ...part, table: { columns: ['What', 'Not known'], rows: [] } })).toBeNull();
    expect(tableToShow({ ...part, table: { columns: ['Grade', 'Files'], rows: [] } })).not.toBeNull();
  });
});

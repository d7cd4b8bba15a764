import { describe, expect, it } from 'vitest';
import { choicesOf, homeOfChoice } from './draft-choices.ts';

const homes = [
  { team: 'HOME-1', name: 'Quayside home' },
  { team: 'council', name: 'Millbrook home' },
];

describe('whose pack may be drafted', () => {
  it('is the whole council first, then its homes', () => {
    const choices = choicesOf({ council: true, homes });
    expect(choices.map(({ label }) => label)).toEqual(['The whole council', 'Quayside home', 'Millbrook home']);
    expect(choices.map(({ value }) => homeOfChoice(value))).toEqual([null, 'HOME-1', 'council']);
  });

  it('is their own home alone for its manager', () => {
    expect(choicesOf({ council: false, homes: homes.slice(0, 1) }).map(({ value }) => homeOfChoice(value))).toEqual(['HOME-1']);
    expect(choicesOf({ council: false, homes: [] })).toEqual([]);
  });
});

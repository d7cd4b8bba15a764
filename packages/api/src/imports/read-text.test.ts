import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText, isShortenedNumber, looksLikeFormula, readsLikeName, textFault, ungarbled } from './read-text.ts';

test.each(['Rowan Ashdown', 'Smith, Jo', 'O’Neil Sam', "D'Arcy Lee", 'Zoë Ó Briain', 'Rowan', 'Smith-Jones Ann', 'J. Smith'])(
  '%s reads like a name',
  (text) => {
    expect(readsLikeName(text)).toBe(true);
  },
);

test.each(['C20417', 'LL 20417', 'ABC', 'ABC-DEF', '12345', 'P/77', 'family 12', 'a1 b'])('%s may be a reference', (text) => {
  expect(readsLikeName(text)).toBe(false);
});

test.each([
  ['a\u0000b', 'control-character'],
  ['a\u0007', 'control-character'],
  ['a\u202Eb', 'control-character'],
  ['C1\u200B', 'control-character'],
  ['\uD83D', 'control-character'],
  ['caf\uFFFD', 'character-lost'],
  ['ZoÃ«', 'character-garbled'],
  ['Sheppâ€™s', 'character-garbled'],
  ['########', 'hash-marks'],
  ['#N/A', 'error-cell'],
  ['#REF!', 'error-cell'],
])('%j is refused as %s', (text, kind) => {
  expect(textFault(text)).toMatchObject({ fault: kind });
});

test.each(['Zoë', 'naïve – “quoted”', '£5, 12:30', 'Ó Briain', 'Straße', 'a\nb', '日本', 'ÃO', '#1 team', '€ 5'])(
  '%j is fit to keep',
  (text) => {
    expect(textFault(text)).toBeNull();
  },
);

test('garbling is recognised and undone for every text beyond ASCII that Windows-1252 can show', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'é', 'ö', '’', '–', 'Ł', 'ß'), minLength: 1, maxLength: 12 }), (text) => {
      const garbled = new TextDecoder('windows-1252').decode(Buffer.from(text));
      expect(ungarbled(garbled)).toBe(garbled === text ? null : text);
    }),
  );
});

test('text is composed, trimmed and put on one line', () => {
  expect(cleanText('  Zoe\u0308\r\nB\u00A0C ')).toBe('Zoë B C');
});

test('formulas and shortened numbers are recognised, phone numbers and dashes are not', () => {
  expect(['=A1', '=SUM(A1:A2)', '+A1', "@cmd|' /C calc'!A0", '-A1+2'].map(looksLikeFormula)).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
  expect(['+44 151 000', '-', '- none', 'a=b', '-5'].map(looksLikeFormula)).toEqual([false, false, true, false, false]);
  expect(['1.23457E+15', '1E+10', 'E+15', '1.5'].map(isShortenedNumber)).toEqual([true, true, false, false]);
});

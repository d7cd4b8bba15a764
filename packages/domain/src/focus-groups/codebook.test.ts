import { describe, expect, it } from 'vitest';
import {
  addCode,
  isGiven,
  isTaken,
  mergeCodes,
  presentCode,
  redefineCode,
  retireCode,
  splitCode,
  type Codebook,
  type CodebookChange,
  type CodeWords,
} from './codebook.ts';
import { CodebookSchema } from './codebook-schema.ts';
import { STANDARD_CODEBOOK } from './standard-codebook.ts';

const WORDS: CodeWords = {
  name: 'A name',
  definition: 'What',
  doNotCode: '',
  watchWith: { words: '', questions: [], figures: [] },
};

function made(change: CodebookChange): Codebook {
  if (!change.ok) throw new Error(change.problem.kind);
  return change.codebook;
}

describe('the codebook that councils begin with', () => {
  it('has every code of the list, each once, each with a meaning, in the format', () => {
    const range = (letter: string, to: number) => Array.from({ length: to }, (_, i) => `${letter}${i + 1}`);
    expect(STANDARD_CODEBOOK.codes.map(({ id }) => id)).toEqual([
      ...range('B', 9),
      ...range('E', 12),
      ...range('S', 3),
      ...range('C', 4),
      ...range('A', 4),
      'M1',
      ...range('Y', 2),
      'Q1',
    ]);
    expect(STANDARD_CODEBOOK.codes.every(({ definition, name }) => definition.length > 10 && name !== '')).toBe(true);
    expect(CodebookSchema.parse(STANDARD_CODEBOOK)).toEqual(STANDARD_CODEBOOK);
  });
});

describe('changing a codebook', () => {
  it('counts a code’s version up when its meaning changes', () => {
    const next = made(redefineCode(STANDARD_CODEBOOK, 'B1', { definition: 'Other words.' }));
    expect(next.codes[0]).toMatchObject({ id: 'B1', version: 2, definition: 'Other words.', name: 'Too many cases' });
    expect(STANDARD_CODEBOOK.codes[0]?.version).toBe(1);
  });

  it('keeps a merged code as an alias, and the aliases of that one too', () => {
    const once = made(mergeCodes(STANDARD_CODEBOOK, 'B9', 'B1'));
    const twice = made(mergeCodes(once, 'B1', 'B2'));
    expect([presentCode(twice, 'B9'), presentCode(twice, 'B1'), presentCode(twice, 'B2')]).toEqual(['B2', 'B2', 'B2']);
    expect(twice.codes.find(({ id }) => id === 'B2')).toMatchObject({ aliases: ['B1', 'B9'], version: 2 });
    expect(isTaken(twice, 'B9')).toBe(true);
    expect(CodebookSchema.safeParse(twice).success).toBe(true);
  });

  it('splits a code into others; from then on only they are given', () => {
    const next = made(
      splitCode(STANDARD_CODEBOOK, 'C4', [
        { id: 'C5', ...WORDS },
        { id: 'C6', ...WORDS },
      ]),
    );
    expect(next.codes.filter(isGiven).map(({ id }) => id)).not.toContain('C4');
    expect(next.codes.find(({ id }) => id === 'C4')).toMatchObject({ splitInto: ['C5', 'C6'] });
    expect(presentCode(next, 'C4')).toBe('C4');
  });

  it('refuses what would lose or double a code', () => {
    expect(mergeCodes(STANDARD_CODEBOOK, 'B1', 'B1')).toEqual({ ok: false, problem: { kind: 'same-code' } });
    expect(mergeCodes(STANDARD_CODEBOOK, 'B1', 'Z9')).toMatchObject({ problem: { kind: 'unknown-code', code: 'Z9' } });
    expect(addCode(STANDARD_CODEBOOK, 'B1', WORDS)).toMatchObject({ problem: { kind: 'code-exists' } });
    const merged = made(mergeCodes(STANDARD_CODEBOOK, 'B9', 'B1'));
    expect(addCode(merged, 'B9', WORDS)).toMatchObject({ problem: { kind: 'code-exists' } });
    expect(splitCode(STANDARD_CODEBOOK, 'B1', [{ id: 'B10', ...WORDS }])).toMatchObject({ problem: { kind: 'too-few-parts' } });
    expect(made(retireCode(STANDARD_CODEBOOK, 'Q1')).codes.filter(isGiven)).toHaveLength(STANDARD_CODEBOOK.codes.length - 1);
  });
});

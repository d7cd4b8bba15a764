import { canonicalJson, contentHash, parsePack } from '@plumbline/domain/policy';
import { blankPack } from '@plumbline/domain/policy/authoring';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadAllPacks, loadPack } from '../src/load.ts';
import { readPackText, writePackText } from '../src/pack-text.ts';

describe('a policy as one text', () => {
  it.each(loadAllPacks().map((pack) => ({ id: pack.id, pack })))('$id: written and read again it is the same', ({ pack }) => {
    const read = readPackText(writePackText(pack));
    expect(read.problems).toEqual([]);
    expect(read.pack === null ? '' : canonicalJson(read.pack)).toBe(canonicalJson(pack));
    expect(read.pack === null ? '' : contentHash(read.pack)).toBe(contentHash(pack));
    const asJson = readPackText(canonicalJson(pack));
    expect(asJson.pack === null ? '' : contentHash(asJson.pack)).toBe(contentHash(pack));
  });

  it('keeps whatever people write, letter by letter', () => {
    const small = blankPack('westmoor', 'Westmoor', '2026-11-22');
    fc.assert(
      fc.property(
        fc.string({ minLength: 3, maxLength: 120, unit: 'grapheme' }),
        fc.string({ minLength: 1, unit: 'binary' }),
        (text, word) => {
          const given = {
            ...small,
            title: text,
            words: { [word]: text, '1': word },
            silences: [{ topic: 'yes', says: `${text}: # no\n- ${text}` }],
          };
          const parsed = parsePack(given);
          if (!parsed.ok) return;
          const read = readPackText(writePackText(parsed.pack));
          expect(read.pack === null ? read.problems : canonicalJson(read.pack)).toBe(canonicalJson(parsed.pack));
        },
      ),
      { seed: 5, numRuns: 150 },
    );
  }, 60_000);
});

describe('slips', () => {
  const text = writePackText(loadPack('wirral'));
  const lineOf = (part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

  it('are told at their line, with path and rule', () => {
    const broken = text.replace('strength: must', 'strength: shall');
    const [problem] = readPackText(broken).problems;
    const { rules } = loadPack('wirral');
    const at = rules.findIndex((rule) => rule.strength === 'must');
    expect(problem).toMatchObject({ path: `rules.${at}.strength`, rule: rules[at]?.id });
    expect(broken.split('\n')[(problem?.line ?? 0) - 1]).toContain('strength: shall');
  });

  it('of syntax are told at their line too', () => {
    const lines = text.split('\n');
    lines.splice(4, 0, 'title: "no end');
    expect(readPackText(lines.join('\n'))).toMatchObject({ data: null, pack: null });
    expect(readPackText('a: 1\nb: [1, 2\nc: 3\n').problems[0]?.line).toBeGreaterThan(1);
  });

  it('of reference point at the rule that refers to nothing', () => {
    const [name] = /series: own-supervision/.exec(text) ?? [''];
    const [problem] = readPackText(text.replace(name, 'series: no-such-clock')).problems;
    expect(problem?.message).toContain('no-such-clock');
    expect(problem?.line).toBeGreaterThan(lineOf('\nrules:'));
  });

  it.each([
    ['larger than a hand writes', `title: ${'x'.repeat(2 * 1024 * 1024)}`, 'larger than 2 MB'],
    ['nested without end', '['.repeat(100_000), 'nested more than 40 deep'],
    ['an alias of itself', 'a: &a\n  b: *a\n', 'never end'],
    [
      'aliases that multiply',
      `${Array.from({ length: 12 }, (_, i) => `a${i}: &a${i} [${i === 0 ? '1' : Array.from({ length: 9 }, () => `*a${i - 1}`).join(', ')}]`).join('\n')}\n`,
      '',
    ],
    ['nothing', '', 'This is empty; a group of fields belongs here.'],
    ['a picture', '\u0000\u0001\u0002PNG', ''],
  ])('that are %s are refused with words', (_what, given, words) => {
    const read = readPackText(given);
    expect(read.pack).toBeNull();
    expect(read.problems.length).toBeGreaterThan(0);
    expect(read.problems[0]?.message).toContain(words);
  });
});

it('a name that stands twice in one part is told at its second place', () => {
  const { problems } = readPackText('format: plumbline-policy/1\nid: twice\nsource:\n  dated: 2026\n  dated: 2027\n');
  expect(problems).toMatchObject([{ line: 5, message: 'Map keys must be unique.' }]);
});

it('a text of very many names is read once, and not each name beside every other', () => {
  const text = Array.from({ length: 60_000 }, (_, n) => `name${n}: 1`).join('\n');
  const { pack, problems } = readPackText(text);
  expect(pack).toBeNull();
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.length).toBeLessThanOrEqual(200);
});

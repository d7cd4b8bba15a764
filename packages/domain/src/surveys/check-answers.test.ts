import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerValue, SupervisionRoute } from './answers.ts';
import { checkAnswers, keepShown } from './check-answers.ts';
import { SUPERVISION_ROUTES } from './answers.ts';
import { askedItems, shownItems } from './routing.ts';
import { standardInstrument } from './standard.ts';

const check = (
  values: Record<string, AnswerValue>,
  route: SupervisionRoute = 'receives',
  family: string | null = 'social-worker',
) => checkAnswers(standardInstrument, family, { route, values });
const choice = (value: string): AnswerValue => ({ kind: 'choice', value });
const choices = (...values: string[]): AnswerValue => ({ kind: 'choices', values });

describe('answers that fit', () => {
  it('forces nothing but the route', () => {
    expect(check({})).toEqual([]);
    expect(check({}, 'neither')).toEqual([]);
    expect(check({}, 'sometimes' as SupervisionRoute)).toEqual([{ kind: 'unknown-route' }]);
  });

  it('takes every kind of answer', () => {
    expect(
      check({
        '1a': choice('explain'),
        '1c': choice('none'),
        '2a': choices('induction', 'training'),
        '3a@receives': { kind: 'number', value: 3 },
        '3h@receives': { kind: 'number', value: 'unknown' },
        '6a': choices('b2', 'b9'),
        '6b': { kind: 'rows', values: { b2: '4', b9: 'none' } },
        '6f': { kind: 'words', text: 'Fewer forms.', mayQuote: false },
        '10e': { kind: 'number', value: 3 },
      }),
    ).toEqual([]);
  });
});

describe('answers that do not fit', () => {
  it('refuses what the form does not ask of this route or role family', () => {
    expect(check({ 'no-such': choice('1') })).toEqual([{ kind: 'not-asked', key: 'no-such' }]);
    expect(check({ '5a@gives': choice('1') })).toEqual([{ kind: 'not-asked', key: '5a@gives' }]);
    expect(check({ '3a': { kind: 'number', value: 1 } })).toEqual([{ kind: 'not-asked', key: '3a' }]);
    expect(check({ '6c': { kind: 'number', value: 9 } }, 'receives', 'manager')).toEqual([{ kind: 'not-asked', key: '6c' }]);
    expect(check({ '10d': choice('yes') }, 'neither')).toEqual([{ kind: 'not-asked', key: '10d' }]);
  });

  it('refuses what was not shown', () => {
    expect(check({ '3c@receives': choice('1'), '3d@receives': choice('b1') })).toEqual([
      { kind: 'not-shown', key: '3d@receives' },
    ]);
  });

  it('refuses options, points and rows that are not there', () => {
    expect(check({ '1c': choice('6') })).toEqual([{ kind: 'unknown-option', key: '1c', option: '6' }]);
    expect(check({ '1a': choice('1') })).toEqual([{ kind: 'unknown-option', key: '1a', option: '1' }]);
    expect(check({ '6a': choices('b1'), '6b': { kind: 'rows', values: { b2: '1' } } })).toEqual([
      { kind: 'unknown-option', key: '6b', option: 'b2' },
    ]);
  });

  it('refuses another kind of answer than was asked for', () => {
    expect(check({ '1a': { kind: 'words', text: 'x', mayQuote: false } })).toEqual([{ kind: 'wrong-kind', key: '1a' }]);
    expect(check({ '3a@receives': choice('3') })).toEqual([{ kind: 'wrong-kind', key: '3a@receives' }]);
  });

  it('refuses one choice twice, too many in order, and one that takes the others away beside others', () => {
    expect(check({ '2a': choices('training', 'training') })).toEqual([{ kind: 'chosen-twice', key: '2a' }]);
    expect(check({ '6a': choices('b1', 'b2', 'b3', 'b4') })).toEqual([{ kind: 'too-many', key: '6a', most: 3 }]);
    expect(check({ '12a': choices('nowhere', 'training') })).toEqual([{ kind: 'not-alone', key: '12a' }]);
  });

  it('refuses numbers out of bounds, in parts, or inside a band', () => {
    for (const value of [-1, 61, 1.5, Number.NaN])
      expect(check({ '3a@receives': { kind: 'number', value } }), String(value)).toEqual([
        { kind: 'out-of-bounds', key: '3a@receives' },
      ]);
    expect(check({ '10e': { kind: 'number', value: 4 } })).toEqual([{ kind: 'out-of-bounds', key: '10e' }]);
  });

  it('refuses words that are too long, and answers without content', () => {
    const long = { kind: 'words', text: 'x'.repeat(1001), mayQuote: true } as const;
    expect(check({ '6f': long })).toEqual([{ kind: 'too-long', key: '6f', longest: 1000 }]);
    expect(check({ '6f': { kind: 'words', text: '  ', mayQuote: true } })).toEqual([{ kind: 'empty', key: '6f' }]);
    expect(check({ '2a': choices() })).toEqual([{ kind: 'empty', key: '2a' }]);
  });
});

describe('what is sent after an earlier answer was changed', () => {
  it('keeps only what is shown, and nothing empty', () => {
    const answers = {
      route: 'receives' as const,
      values: {
        '3c@receives': choice('1'),
        '3d@receives': choice('b1'),
        '5a@gives': choice('3'),
        '6a': choices('b1'),
        '6b': { kind: 'rows', values: { b1: '5', b2: '1' } } as const,
        '6f': { kind: 'words', text: ' ', mayQuote: true } as const,
      },
    };
    const kept = keepShown(standardInstrument, 'social-worker', answers);
    expect(kept.values).toEqual({ '3c@receives': choice('1'), '6a': choices('b1'), '6b': { kind: 'rows', values: { b1: '5' } } });
    expect(checkAnswers(standardInstrument, 'social-worker', kept)).toEqual([]);
  });
});

describe('whatever is answered', () => {
  const asked = askedItems(standardInstrument, 'both', null);
  const keys = [...asked.map(({ key }) => key), 'why-not@neither', 'gone'];
  const answer = fc.oneof(
    fc.constantFrom('1', '3', '5', 'yes', 'no', 'perhaps', 'none').map((value): AnswerValue => ({ kind: 'choice', value })),
    fc
      .uniqueArray(fc.constantFrom('b1', 'b2', 'training', 'nobody'), { maxLength: 3 })
      .map((values): AnswerValue => ({ kind: 'choices', values })),
    fc.integer({ min: -2, max: 70 }).map((value): AnswerValue => ({ kind: 'number', value })),
    fc.constantFrom('', 'Fewer forms.').map((text): AnswerValue => ({ kind: 'words', text, mayQuote: true })),
    fc
      .dictionary(fc.constantFrom('b1', 'b2'), fc.constantFrom('1', 'none'))
      .map((values): AnswerValue => ({ kind: 'rows', values })),
  );
  const answers = fc.record({
    route: fc.constantFrom(...SUPERVISION_ROUTES),
    values: fc.dictionary(fc.constantFrom(...keys), answer, { maxKeys: 40 }),
  });

  it('what is kept holds nothing that is not shown, keeps all that is, and is kept again as it is', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const kept = keepShown(standardInstrument, 'social-worker', given);
        const kinds = new Set(checkAnswers(standardInstrument, 'social-worker', kept).map(({ kind }) => kind));
        for (const kind of ['not-asked', 'not-shown', 'empty'] as const) expect(kinds).not.toContain(kind);
        expect(keepShown(standardInstrument, 'social-worker', kept)).toEqual(kept);
        const shown = shownItems(askedItems(standardInstrument, given.route, 'social-worker'), kept.values).map(({ key }) => key);
        expect(shown).toEqual(expect.arrayContaining(Object.keys(kept.values)));
      }),
      { numRuns: 500 },
    );
  });
});

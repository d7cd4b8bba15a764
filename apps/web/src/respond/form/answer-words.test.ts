import { askedItems, shownItems, standardInstrument, type AnswerValue } from '@plumbline/domain/surveys';
import { describe, expect, it } from 'vitest';
import { answerInWords } from './answer-words.ts';

const asked = askedItems(standardInstrument, 'receives', 'social-worker');

/** The answer to one question of the bank, as the review page says it. */
function said(key: string, values: Record<string, AnswerValue>): readonly string[] {
  const entry = shownItems(asked, values).find((one) => one.key === key);
  if (entry === undefined) throw new Error(`${key} is not shown`);
  return answerInWords(entry, values[key], asked, values);
}

describe('answerInWords', () => {
  it('says a point of a scale by its words and not by its number', () => {
    expect(said('3e@receives', { '3e@receives': { kind: 'choice', value: '4' } })).toEqual(['Agree']);
    expect(said('3e@receives', { '3e@receives': { kind: 'choice', value: 'none' } })).toEqual(['Does not apply to me']);
  });

  it('numbers what was put in order, and gives each row of a grid a line', () => {
    const ranked = asked.find(({ item }) => item.kind === 'ranking');
    const grid = asked.find(({ item }) => item.kind === 'grid');
    if (ranked?.item.kind !== 'ranking' || grid === undefined) throw new Error('The bank has no ranking with a grid');
    const [first, second] = ranked.item.options;
    const values: Record<string, AnswerValue> = {
      [ranked.key]: { kind: 'choices', values: [second?.id ?? '', first?.id ?? ''] },
      [grid.key]: { kind: 'rows', values: { [second?.id ?? '']: '1' } },
    };
    expect(said(ranked.key, values)).toEqual([`1. ${second?.text}`, `2. ${first?.text}`]);
    expect(said(grid.key, values)).toEqual([`${second?.text}: Never`]);
  });

  it('says whether words may be quoted, numbers with their unit, and nothing where nothing was answered', () => {
    expect(said('6f', { '6f': { kind: 'words', text: 'Fewer forms.', mayQuote: false } })).toEqual([
      'Fewer forms.',
      '(not to be quoted)',
    ]);
    expect(said('3a@receives', { '3a@receives': { kind: 'number', value: 3 } })).toEqual(['3 sessions']);
    expect(said('3a@receives', { '3a@receives': { kind: 'number', value: 'unknown' } })).toEqual(['I don’t know']);
    expect(said('3a@receives', {})).toEqual([]);
  });
});

import { checkDesign, fullForm, Instrument, ITEM_BANK, pulseOf, WORDS_WARNING } from '@plumbline/domain/surveys';
import { describe, expect, it } from 'vitest';
import { notYetSavable, OWN_KINDS, ownItem, withBankItems, withItems, withMoved, withOption, withoutItem } from './edit-form.ts';

const pulse = pulseOf(fullForm);
const ids = (form: Instrument): string[] => form.items.map(({ id }) => id);
const bank = (id: string) => ITEM_BANK.filter((item) => item.id === id);

describe('what can be done to a form', () => {
  it('puts in after a question, or at the end', () => {
    expect(ids(withItems(pulse, bank('13c'), '1a')).slice(0, 2)).toEqual(['1a', '13c']);
    expect(ids(withItems(pulse, bank('13c'), null)).at(-1)).toBe('13c');
  });

  it('puts questions of the bank where they stand in the bank, even before the first', () => {
    expect(ids(withBankItems(withoutItem(pulse, '1a'), bank('1a'), ITEM_BANK))[0]).toBe('1a');
    const at = ids(withBankItems(pulse, bank('4e'), ITEM_BANK)).indexOf('4e');
    expect(ids(pulse)[at - 1]).toBe('4a');
  });

  it('moves a question to a place and no further than the ends', () => {
    expect(ids(withMoved(pulse, '13d', 0))[0]).toBe('13d');
    expect(ids(withMoved(pulse, '1a', 99)).at(-1)).toBe('1a');
    expect(withMoved(pulse, 'none', 0)).toBe(pulse);
    expect(pulse.items[0]?.id).toBe('1a');
  });

  it('makes questions of one’s own that can be saved and published as they begin', () => {
    let form: Instrument = { ...pulse, items: [] };
    for (const kind of OWN_KINDS)
      form = withItems(form, [ownItem(form, kind, 'In the last month, how was it?', `mark-${kind}`, WORDS_WARNING)], null);
    expect(Instrument.safeParse(form).success).toBe(true);
    expect(checkDesign(form)).toMatchObject({ canPublish: true, findings: [] });
    expect(new Set(form.items.map(({ lineage }) => lineage)).size).toBe(OWN_KINDS.length);
  });

  it('names a new answer like no other, also after one was taken out', () => {
    const options = withOption(withOption([{ id: 'option-3', text: 'a', score: null, isAlone: false }]));
    expect(new Set(options.map(({ id }) => id)).size).toBe(3);
  });

  it('says what keeps a form from being saved', () => {
    expect(notYetSavable(pulse)).toBeNull();
    expect(notYetSavable({ ...pulse, title: ' ' })).toBe('Give the survey a title.');
    const [first, ...others] = pulse.items;
    expect(notYetSavable({ ...pulse, items: [...others, { ...first!, text: '' }] })).toBe(
      'Question 12 has no words, or an answer without words.',
    );
  });
});

import { expect, test } from 'vitest';
import { applyEdit, type Data } from './draft-edits.ts';
import { formsOf, isEmpty, newSlot, slotsOf } from './draft-slots.ts';

const TOOL = { id: 'risk-tool', title: 'Risk tool', holds: 'tool', says: 'Here.', cites: ['A-1'], filledWith: null };
const PACK: Data = {
  templates: [
    { id: 'one', title: 'Record', cites: ['A-1', 'A-2'], slots: [TOOL] },
    { id: 'two', title: 'Agreement', cites: ['A-3'] },
  ],
};

test('every place is found with the form on which it stands, and what fills it goes where it is', () => {
  const [slot] = slotsOf(PACK);
  expect(slot).toMatchObject({ form: 'Record', path: ['templates', 0, 'slots', 0] });
  const filled = applyEdit(PACK, { op: 'set', path: [...(slot?.path ?? []), 'filledWith'], value: 'Signs of safety' });
  expect(slotsOf(filled).map((one) => [one.slot['filledWith'], isEmpty(one.slot)])).toEqual([['Signs of safety', false]]);
  expect(slotsOf(PACK).map((one) => isEmpty(one.slot))).toEqual([true]);
});

test('a draft without forms, or with forms that are none yet, has no places', () => {
  expect(slotsOf({})).toEqual([]);
  expect(slotsOf({ templates: [null, { slots: 'x' }, 'y'] })).toEqual([]);
});

test('a new place has an id of its own and cites what its form cites', () => {
  const [record, agreement] = formsOf(PACK);
  expect(newSlot(record, 'Risk tool', 'tool')).toMatchObject({ id: 'risk-tool-2', cites: ['A-1'], filledWith: null });
  expect(newSlot(agreement, '7 Questions!', 'form')).toMatchObject({ id: 'questions', title: '7 Questions!', cites: ['A-3'] });
});

import { expect, it } from 'vitest';
import { choicesOf, optionOf } from './option-words.ts';

const ID = '0a1b2c3d-1111-4222-8333-444455556666';

it('reads a set of rules from a word of the address, and nothing from any other', () => {
  expect(optionOf('in-force')).toEqual({ kind: 'in-force' });
  expect(optionOf(`draft.${ID}`)).toEqual({ kind: 'draft', draftId: ID });
  expect(optionOf('shelf.kent')).toEqual({ kind: 'shelf', id: 'kent' });
  expect(optionOf('version.2')).toEqual({ kind: 'version', number: 2 });
  for (const word of [undefined, 'draft.x', 'shelf.', 'version.0', 'version.two', 'anything'])
    expect(optionOf(word), String(word)).toBeNull();
});

it('offers what may be chosen in groups, each by a word that is read back', () => {
  const shelf = [
    { id: 'kent', kind: 'council', council: 'Kent', title: 'A policy', version: '1.0.0' },
    { id: 'national', kind: 'standard', council: 'National', title: 'A standard', version: '1.0.0' },
  ] as const;
  const groups = choicesOf({ versions: [], drafts: [], shelf });
  expect(groups.map(({ group }) => group)).toEqual(['Ours', 'Other councils', 'National standards']);
  for (const { value } of groups.flatMap(({ items }) => items)) expect(optionOf(value), value).not.toBeNull();
});

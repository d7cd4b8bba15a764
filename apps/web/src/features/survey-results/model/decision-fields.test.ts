import { expect, it } from 'vitest';
import type { DecisionEntry } from '@plumbline/domain/surveys';
import { fieldsOf, readEntry } from './decision-fields.ts';

const ENTRY: DecisionEntry = {
  said: 'Rooms are loud.',
  questions: ['q1'],
  themes: ['t1'],
  focusTheme: null,
  decided: { kind: 'will', text: 'Two rooms are kept.', by: 'Head of service', byWhen: '2026-12-01' },
  changed: { text: 'They are kept.', on: '2026-11-10' },
  checked: null,
};

it('gives back what was saved, and reads what was typed as it was meant', () => {
  expect(readEntry(fieldsOf(ENTRY), ENTRY, '2026-11-22')).toEqual({ entry: ENTRY, slips: [] });
});

it('keeps no step that a refusal leaves behind', () => {
  const fields = { ...fieldsOf(ENTRY), decided: 'will-not' as const, because: 'there are none.' };
  const { entry } = readEntry(fields, ENTRY, '2026-11-22');
  expect(entry).toMatchObject({ decided: { kind: 'will-not', because: 'there are none.' }, changed: null, checked: null });
});

it('says what is missing instead of guessing', () => {
  expect(readEntry({ ...fieldsOf(ENTRY), said: ' ' }, ENTRY, '2026-11-22').slips).toEqual(['said-missing']);
  expect(readEntry({ ...fieldsOf(ENTRY), changedOn: 'soon' }, ENTRY, '2026-11-22').entry).toBeNull();
  expect(readEntry({ ...fieldsOf(ENTRY), changedOn: '1 December 2026' }, ENTRY, '2026-11-22').slips).toEqual(['lies-ahead']);
});

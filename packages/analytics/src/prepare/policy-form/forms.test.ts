import { packJsonSchema } from '@plumbline/domain/policy';
import { blankPack } from '@plumbline/domain/policy/authoring';
import { describe, expect, it } from 'vitest';
import { buildForms, fits, fitsGroup, type FormControl, type Schema } from './index.ts';

const forms = buildForms(packJsonSchema() as Schema);
const schema = packJsonSchema() as { $defs: Record<string, { oneOf?: { properties: Record<string, { const?: string }> }[] }> };
const formOf = (kind: string) => forms.rules.find((form) => form.kind === kind);
const controlOf = (kind: string, name: string) => formOf(kind)?.fields.find((field) => field.name === name)?.control;

describe('the forms of rules', () => {
  it('are as many as the format has kinds, each with every field', () => {
    const union = Object.values(schema.$defs).find((one) => (one.oneOf?.length ?? 0) > 10)?.oneOf ?? [];
    expect(forms.rules.map(({ kind }) => kind)).toEqual(union.map(({ properties }) => properties['kind']?.const));
    expect(forms.rules.map(({ fields }) => fields.map(({ name }) => name).toSorted())).toEqual(
      union.map(({ properties }) =>
        Object.keys(properties)
          .filter((name) => name !== 'kind')
          .toSorted(),
      ),
    );
  });

  it('ask for lengths, conditions, choices and lists as what they are', () => {
    expect(controlOf('cadence', 'every')).toEqual({
      kind: 'length',
      units: [
        { value: 'days', label: 'days' },
        { value: 'weeks', label: 'weeks' },
        { value: 'months', label: 'months' },
        { value: 'workingDays', label: 'working days' },
        { value: 'workingWeeks', label: 'working weeks' },
        { value: 'years', label: 'years' },
      ],
      instead: [{ value: 'agreed', label: 'As agreed for the person' }],
    });
    expect(controlOf('cadence', 'when')).toEqual({ kind: 'condition' });
    expect(controlOf('cadence', 'strength')).toMatchObject({
      kind: 'choice',
      options: [{ value: 'must', label: 'Must' }, {}, {}, {}],
    });
    expect(controlOf('cadence', 'relaxes')).toMatchObject({ kind: 'list', of: { kind: 'text', suggest: 'rules' } });
    expect(controlOf('counting', 'counts')).toMatchObject({ kind: 'group' });
    expect(controlOf('cadence', 'isInferred')).toEqual({ kind: 'yes-no' });
  });

  it('have plain words for every field that every rule has', () => {
    const common = formOf('guidance')?.fields.map(({ label }) => label);
    expect(common).toEqual(expect.arrayContaining(['Clause', 'What it says', 'For whom', 'How strong']));
  });
});

describe('the other parts', () => {
  it('are there whatever they are', () => {
    const names = forms.parts.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['title', 'conventions', 'series', 'interpretations', 'silences', 'words']));
    const conventions = forms.parts.find(({ name }) => name === 'conventions')?.control;
    expect(conventions).toMatchObject({ kind: 'group' });
  });

  it('leave out of account what cannot be shown, never the value', () => {
    const control: FormControl = { kind: 'list', of: { kind: 'length', units: [{ value: 'days', label: 'days' }], instead: [] } };
    expect([{ days: 3 }, { weeks: 3 }, 'x', { days: 3, weeks: 1 }].map((value) => fits(control, [value]))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('hold a blank policy whole', () => {
    const pack = blankPack('westmoor', 'Westmoor', '2026-11-22');
    for (const rule of pack.rules) {
      const { kind, ...fields } = rule;
      expect(fitsGroup(formOf(kind)?.fields ?? [], fields)).toBe(true);
    }
    for (const part of forms.parts)
      expect([part.name, fits(part.control, pack[part.name as keyof typeof pack])]).toEqual([part.name, true]);
  });
});

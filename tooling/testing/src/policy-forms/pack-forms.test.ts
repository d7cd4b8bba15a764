import { fits, fitsGroup, buildForms, type Schema } from '@plumbline/analytics/policy-form';
import { packJsonSchema } from '@plumbline/domain/policy';
import { expect, it } from 'vitest';
import { loadAllPacks } from '@plumbline/policies';

const forms = buildForms(packJsonSchema() as Schema);

it.each(loadAllPacks().map((pack) => ({ id: pack.id, pack })))(
  '$id: every rule and part can be edited in its form',
  ({ pack }) => {
    const without = pack.rules.flatMap(({ kind, ...fields }) => {
      const form = forms.rules.find((one) => one.kind === kind);
      return form !== undefined && fitsGroup(form.fields, fields) ? [] : [fields.id];
    });
    expect(without).toEqual([]);
    for (const part of forms.parts)
      expect([part.name, fits(part.control, pack[part.name as keyof typeof pack])]).toEqual([part.name, true]);
  },
);

import type { FormControl, FormField } from './form-model.ts';

/**
 * Whether a value can be shown and changed with a control. What cannot (a value of another shape, from a text or an older
 * format) is shown as data instead, so that nothing is lost by opening a form.
 */
export function fits(control: FormControl, value: unknown): boolean {
  if (value === undefined) return true;
  switch (control.kind) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'yes-no':
      return typeof value === 'boolean';
    case 'choice':
      return control.options.some((option) => option.value === String(value));
    case 'fixed':
      return value === control.value;
    case 'length':
      return isLength(control, value);
    case 'condition':
      return isCondition(value);
    case 'list':
      return Array.isArray(value) ? value.every((one) => fits(control.of, one)) : fits(control.of, value);
    case 'table':
      return isRecord(value) && Object.values(value).every((one) => fits(control.of, one));
    case 'group':
      return fitsGroup(control.fields, value);
    case 'one-of':
      return control.options.some((option) => fits(option.control, value));
    case 'maybe':
      return value === null || fits(control.of, value);
    case 'data':
      return true;
  }
}

/** Whether a value has only fields of a form, each of a shape that the form can show. */
export function fitsGroup(fields: readonly FormField[], value: unknown): boolean {
  if (!isRecord(value)) return false;
  const known = new Map(fields.map((field) => [field.name, field]));
  return Object.entries(value).every(([name, part]) => {
    const field = known.get(name);
    return field !== undefined && fits(field.control, part);
  });
}

function isLength(control: Extract<FormControl, { kind: 'length' }>, value: unknown): boolean {
  if (control.instead.some((option) => option.value === value)) return true;
  if (!isRecord(value)) return false;
  const names = Object.keys(value);
  return names.length === 1 && control.units.some((unit) => unit.value === names[0]) && typeof value[names[0] ?? ''] === 'number';
}

function isCondition(value: unknown): boolean {
  if (typeof value === 'string') return true;
  if (!isRecord(value) || Object.keys(value).length !== 1) return false;
  const { all, any, not } = value;
  if (not !== undefined) return isCondition(not);
  const parts = all ?? any;
  return Array.isArray(parts) && parts.every(isCondition);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

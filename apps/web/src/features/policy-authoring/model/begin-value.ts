import { fits, type FormControl, type FormField, type RuleForm } from '@plumbline/analytics/policy-form';
import type { Data, DataRecord } from './draft-edits.ts';

/** What a value begins as when somebody adds it. */
export function beginValue(control: FormControl): Data {
  switch (control.kind) {
    case 'text':
      return '';
    case 'number':
      return control.least === null ? 0 : Math.floor(control.least) + 1;
    case 'yes-no':
      return true;
    case 'choice':
      return control.options[0]?.value ?? '';
    case 'fixed':
      return control.value;
    case 'length':
      return control.units[0] === undefined ? '' : { [preferred(control.units.map(({ value }) => value))]: 1 };
    case 'condition':
      return 'employed';
    case 'list':
      return [];
    case 'table':
    case 'data':
      return {};
    case 'group':
      return beginGroup(control.fields);
    case 'one-of':
      return control.options[0] === undefined ? '' : beginValue(control.options[0].control);
    case 'maybe':
      return null;
  }
}

function preferred(units: readonly string[]): string {
  return units.includes('months') ? 'months' : (units[0] ?? 'days');
}

/** A record with every required field at its beginning. */
export function beginGroup(fields: readonly FormField[]): DataRecord {
  return Object.fromEntries(
    fields.filter(({ isRequired }) => isRequired).map(({ name, control }) => [name, beginValue(control)]),
  );
}

/** A new rule of a kind, with what every rule has taken from its neighbour. */
export function beginRule(form: RuleForm, id: string, area: string): DataRecord {
  return { ...beginGroup(form.fields), kind: form.kind, id, area, clause: 'Local decision', isLocal: true };
}

/** The number of a new rule: the letters that the others have, and a number that none has. */
export function freeId(ids: readonly string[], packId: string): string {
  const stem = (ids[0] ?? packId.toUpperCase()).split('-')[0] ?? 'NEW';
  let number = 1;
  while (ids.includes(`${stem}-L${number}`)) number += 1;
  return `${stem}-L${number}`;
}

/** The same rule as another kind: what both kinds have stays. */
export function asKind(form: RuleForm, rule: DataRecord): DataRecord {
  const kept = form.fields.filter(({ name, control }) => rule[name] !== undefined && fits(control, rule[name]));
  return {
    ...beginGroup(form.fields),
    ...Object.fromEntries(kept.map(({ name }) => [name, rule[name] ?? null])),
    kind: form.kind,
  };
}

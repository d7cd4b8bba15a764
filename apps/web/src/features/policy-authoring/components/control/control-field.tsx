import { type ReactElement } from 'react';
import { Autocomplete, Checkbox, JsonInput, NativeSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { fits, type FormControl } from '@plumbline/analytics/policy-form';
import type { Data } from '../../model/draft-edits.ts';
import { problemAt } from '../../model/remarks.ts';
import { ConditionField } from './condition-field.tsx';
import { useSurroundings } from './control-context.ts';
import { LengthField } from './length-field.tsx';
import { ListField } from './list-field.tsx';
import { GroupField, MaybeField, OneOfField, TableField } from './nested-fields.tsx';

export interface ControlProps<Control extends FormControl = FormControl> {
  readonly control: Control;
  /** Where in the draft: `rules.12.every`. It is the field's id, and remarks are found by it. */
  readonly path: string;
  readonly label: string;
  readonly help: string | null;
  readonly isRequired: boolean;
  readonly value: Data | undefined;
  /** Undefined takes the value away. */
  readonly onChange: (value: Data | undefined) => void;
}

/** One value of a policy, asked for as its format says. A value of another shape is shown as data, so that nothing is lost. */
export function ControlField(props: ControlProps): ReactElement | null {
  const { control } = props;
  if (!fits(control, props.value)) return <DataField {...props} />;
  switch (control.kind) {
    case 'text':
      return <TextField {...props} control={control} />;
    case 'number':
      return <AmountField {...props} control={control} />;
    case 'yes-no':
      return <YesNoField {...props} />;
    case 'choice':
      return <ChoiceField {...props} control={control} />;
    case 'fixed':
      return null;
    case 'length':
      return <LengthField {...props} control={control} />;
    case 'condition':
      return <ConditionField {...props} control={control} />;
    case 'list':
      return <ListField {...props} control={control} />;
    case 'table':
      return <TableField {...props} control={control} />;
    case 'group':
      return <GroupField {...props} control={control} />;
    case 'one-of':
      return <OneOfField {...props} control={control} />;
    case 'maybe':
      return <MaybeField {...props} control={control} />;
    case 'data':
      return <DataField {...props} />;
  }
}

/** What the kit's inputs have in common. */
export function useInputProps({ path, label, help, isRequired }: Pick<ControlProps, 'path' | 'label' | 'help' | 'isRequired'>) {
  const { remarks, isReadOnly } = useSurroundings();
  return {
    id: path,
    label,
    ...(help === null ? {} : { description: help }),
    error: problemAt(remarks, path),
    required: isRequired,
    disabled: isReadOnly,
  };
}

type Of<Kind extends FormControl['kind']> = ControlProps<Extract<FormControl, { kind: Kind }>>;

function TextField(props: Of<'text'>): ReactElement {
  const { control, value, onChange, isRequired } = props;
  const common = useInputProps(props);
  const { offered } = useSurroundings();
  const text = typeof value === 'string' ? value : '';
  const change = (typed: string): void => onChange(typed === '' && !isRequired ? undefined : typed);
  if (control.isDay)
    return <TextInput {...common} type="date" maw="14rem" value={text} onChange={(event) => change(event.currentTarget.value)} />;
  if (control.isLong)
    return (
      <Textarea
        {...common}
        autosize
        minRows={2}
        maxLength={1200}
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
      />
    );
  if (control.suggest === 'attributes' || control.suggest === 'series') {
    const options = withValue(offered(control.suggest), text);
    return (
      <Select
        {...common}
        searchable
        clearable={!isRequired}
        data={options}
        value={text === '' ? null : text}
        onChange={(chosen) => onChange(chosen ?? undefined)}
      />
    );
  }
  if (control.suggest !== null)
    return (
      <Autocomplete
        {...common}
        data={offered(control.suggest).map((option) => option.value)}
        value={text}
        onChange={change}
        limit={20}
      />
    );
  return <TextInput {...common} value={text} onChange={(event) => change(event.currentTarget.value)} />;
}

/** The options with the value that is there, where it is none of them. */
export function withValue<Option extends { readonly value: string; readonly label: string }>(
  options: readonly Option[],
  ...values: readonly string[]
): { value: string; label: string }[] {
  const strange = values.filter((value) => value !== '' && !options.some((option) => option.value === value));
  return [...options.map(({ value, label }) => ({ value, label })), ...strange.map((value) => ({ value, label: value }))];
}

function AmountField(props: Of<'number'>): ReactElement {
  const { control, value, onChange } = props;
  return (
    <NumberInput
      {...useInputProps(props)}
      maw="14rem"
      allowDecimal={!control.isWhole}
      value={typeof value === 'number' ? value : ''}
      onChange={(typed) => onChange(typeof typed === 'number' ? typed : undefined)}
    />
  );
}

function YesNoField(props: ControlProps): ReactElement {
  const { value, onChange, isRequired } = props;
  const { required: _required, ...common } = useInputProps(props);
  return (
    <Checkbox
      {...common}
      checked={value === true}
      onChange={(event) => onChange(event.currentTarget.checked ? true : isRequired ? false : undefined)}
    />
  );
}

function ChoiceField(props: Of<'choice'>): ReactElement {
  const { control, value, onChange, isRequired } = props;
  const data = [...(isRequired && value !== undefined ? [] : [{ value: '', label: '—' }]), ...control.options];
  return (
    <NativeSelect
      {...useInputProps(props)}
      maw="24rem"
      data={data}
      value={value === undefined ? '' : String(value)}
      onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
    />
  );
}

/** Whatever has no field of its own, as data. */
export function DataField(props: ControlProps): ReactElement {
  const { value, onChange } = props;
  return (
    <JsonInput
      {...useInputProps(props)}
      autosize
      minRows={3}
      maxRows={20}
      formatOnBlur
      validationError="This is not written as data: look for a missing comma, quote or bracket."
      defaultValue={value === undefined ? '' : JSON.stringify(value, null, 2)}
      onBlur={(event) => {
        const read = readData(event.currentTarget.value);
        if (read.isRead && JSON.stringify(read.value) !== JSON.stringify(value)) onChange(read.value);
      }}
    />
  );
}

function readData(text: string): { readonly isRead: true; readonly value: Data | undefined } | { readonly isRead: false } {
  if (text.trim() === '') return { isRead: true, value: undefined };
  try {
    return { isRead: true, value: JSON.parse(text) as Data };
  } catch {
    return { isRead: false };
  }
}

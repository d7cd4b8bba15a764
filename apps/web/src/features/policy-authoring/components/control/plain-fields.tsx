import { useState, type ReactElement } from 'react';
import {
  Autocomplete,
  Checkbox,
  JsonInput,
  NativeSelect,
  NumberInput,
  Radio,
  Select,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { FormControl } from '@plumbline/analytics/policy-form';
import { dateInWords } from '@plumbline/analytics/wording';
import { parseDay } from '@plumbline/domain/calendar';
import { useMe } from '../../../../app/session/me.tsx';
import { DateField } from '../../../../parts/form/date-field.tsx';
import { readTypedDate } from '../../../../parts/form/typed-date.ts';
import type { Data } from '../../model/draft-edits.ts';
import { useInputProps, useSurroundings, withValue, type ControlProps } from './control-context.ts';

type Of<Kind extends FormControl['kind']> = ControlProps<Extract<FormControl, { kind: Kind }>>;

/** A text: a line, some lines, a day, or one of what is offered. */
export function TextField(props: Of<'text'>): ReactElement {
  const { control, value, onChange, isRequired } = props;
  const common = { ...useInputProps(props), required: isRequired };
  const { offered } = useSurroundings();
  const text = typeof value === 'string' ? value : '';
  const change = (typed: string): void => onChange(typed === '' && !isRequired ? undefined : typed);
  if (control.isDay) return <DayField {...props} />;
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

/** A day, typed as people write one; what cannot be read as a day stays in the field and is not kept. */
function DayField({ path, label, help, value, onChange }: Of<'text'>): ReactElement {
  const { today } = useMe();
  const { error } = useInputProps({ path, label, help });
  const [typed, setTyped] = useState(
    typeof value === 'string' && parseDay(value) !== null ? dateInWords(value) : String(value ?? ''),
  );
  return (
    <DateField
      id={path}
      label={label}
      help={help}
      value={typed}
      today={today}
      error={error ?? undefined}
      onChange={(text) => {
        setTyped(text);
        const read = readTypedDate(text, today);
        if (read.kind === 'date') onChange(read.value);
        else if (read.kind === 'empty') onChange(undefined);
      }}
    />
  );
}

/** A number. */
export function AmountField(props: Of<'number'>): ReactElement {
  const { control, value, onChange } = props;
  return (
    <NumberInput
      {...useInputProps(props)}
      required={props.isRequired}
      maw="14rem"
      allowDecimal={!control.isWhole}
      value={typeof value === 'number' ? value : ''}
      onChange={(typed) => onChange(typeof typed === 'number' ? typed : undefined)}
    />
  );
}

/** Yes, or nothing said. */
export function YesNoField(props: ControlProps): ReactElement {
  const { value, onChange, isRequired } = props;
  const common = useInputProps(props);
  return (
    <Checkbox
      {...common}
      checked={value === true}
      onChange={(event) => onChange(event.currentTarget.checked ? true : isRequired ? false : undefined)}
    />
  );
}

const LONGEST_IN_A_LINE = 44;

/** One of a few. */
export function ChoiceField(props: Of<'choice'>): ReactElement {
  const { control, value, onChange, isRequired } = props;
  const common = useInputProps(props);
  // Whole sentences are read one under the other.
  if (control.options.some(({ label }) => label.length > LONGEST_IN_A_LINE))
    return (
      <Radio.Group {...common} required={isRequired} value={value === undefined ? '' : String(value)} onChange={onChange}>
        <Stack gap="xs" mt="xs">
          {control.options.map((option) => (
            <Radio key={option.value} value={option.value} label={option.label} disabled={common.disabled} />
          ))}
        </Stack>
      </Radio.Group>
    );
  const data = [...(isRequired && value !== undefined ? [] : [{ value: '', label: '—' }]), ...control.options];
  return (
    <NativeSelect
      {...common}
      required={isRequired}
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

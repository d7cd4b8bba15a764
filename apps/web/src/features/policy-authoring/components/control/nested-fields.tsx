import { type ReactElement } from 'react';
import { Autocomplete, Button, Checkbox, Fieldset, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { fits, type FormControl } from '@plumbline/analytics/policy-form';
import { beginValue } from '../../model/begin-value.ts';
import { isRecord, type Data, type DataRecord } from '../../model/draft-edits.ts';
import { problemAt } from '../../model/remarks.ts';
import { useSurroundings, type ControlProps } from './control-context.ts';
import css from './control.module.css';

type Of<Kind extends FormControl['kind']> = ControlProps<Extract<FormControl, { kind: Kind }>>;

/** Several fields together. One that may be missing is opened first. */
export function GroupField({ control, path, label, help, isRequired, value, onChange }: Of<'group'>): ReactElement {
  const { Field, remarks, isReadOnly } = useSurroundings();
  if (value === undefined)
    return (
      <Group>
        <Button variant="default" size="xs" disabled={isReadOnly} onClick={() => onChange(beginValue(control))}>
          Add “{label}”
        </Button>
      </Group>
    );
  const record: DataRecord = isRecord(value) ? value : {};
  const problem = problemAt(remarks, path);
  return (
    <Fieldset legend={label} id={path} disabled={isReadOnly}>
      <Stack gap="md">
        {help !== null && <Text className={css['help'] ?? ''}>{help}</Text>}
        {problem !== null && <Text className={css['problem'] ?? ''}>{problem}</Text>}
        {control.fields.map((field) => (
          <Field
            key={field.name}
            control={field.control}
            path={`${path}.${field.name}`}
            label={field.label}
            help={field.help}
            isRequired={field.isRequired}
            value={record[field.name]}
            onChange={(next) => onChange(withField(record, field.name, next))}
          />
        ))}
        {!isRequired && (
          <Group>
            <Button variant="subtle" size="xs" onClick={() => onChange(undefined)}>
              Take away “{label}”
            </Button>
          </Group>
        )}
      </Stack>
    </Fieldset>
  );
}

/** A record with one field changed, or taken away where it is undefined. */
export function withField(record: DataRecord, name: string, value: Data | undefined): DataRecord {
  if (value === undefined) return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
  return { ...record, [name]: value };
}

/** Names, each with a value. */
export function TableField({ control, path, label, help, value, onChange, isRequired }: Of<'table'>): ReactElement {
  const { Field, offered, isReadOnly } = useSurroundings();
  const record: DataRecord = isRecord(value) ? value : {};
  const entries = Object.entries(record);
  const names = control.suggest === null ? [] : offered(control.suggest).map((option) => option.value);
  const change = (next: readonly (readonly [string, Data])[]): void =>
    onChange(next.length === 0 && !isRequired ? undefined : Object.fromEntries(next));
  return (
    <Fieldset legend={label} id={path} disabled={isReadOnly}>
      <Stack gap="sm">
        {help !== null && <Text className={css['help'] ?? ''}>{help}</Text>}
        {entries.map(([name, part], i) => (
          // Names change while they are typed: their place is what stays.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={i} className={css['row']}>
            <Autocomplete
              label="Name"
              data={names}
              limit={20}
              value={name}
              onChange={(typed) => change(entries.with(i, [typed, part]))}
            />
            <Field
              control={control.of}
              path={`${path}.${name}`}
              label="Value"
              help={null}
              isRequired
              value={part}
              onChange={(next) => next !== undefined && change(entries.with(i, [name, next]))}
            />
            <Button variant="subtle" size="xs" aria-label={`Take away ${name}`} onClick={() => change(entries.toSpliced(i, 1))}>
              Take away
            </Button>
          </div>
        ))}
        <Group>
          <Button variant="default" size="xs" onClick={() => change([...entries, ['', beginValue(control.of)]])}>
            Add to “{label}”
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}

/** One of several shapes. */
export function OneOfField(props: Of<'one-of'>): ReactElement {
  const { control, path, label, value, onChange, isRequired } = props;
  const { Field, isReadOnly } = useSurroundings();
  const at = value === undefined ? -1 : control.options.findIndex((option) => fits(option.control, value));
  const chosen = control.options[at];
  const options = control.options.map((option, i) => ({ value: String(i), label: option.label }));
  return (
    <Stack gap="xs">
      <NativeSelect
        label={label}
        {...(props.help === null ? {} : { description: props.help })}
        disabled={isReadOnly}
        maw="24rem"
        data={[...(isRequired && at >= 0 ? [] : [{ value: '', label: '—' }]), ...options]}
        value={at < 0 ? '' : String(at)}
        onChange={(event) => {
          const next = control.options[Number(event.currentTarget.value)];
          onChange(event.currentTarget.value === '' || next === undefined ? undefined : beginValue(next.control));
        }}
      />
      {chosen !== undefined && (
        <Field
          control={chosen.control}
          path={path}
          label={chosen.label}
          help={null}
          isRequired
          value={value}
          onChange={onChange}
        />
      )}
    </Stack>
  );
}

/** Something that may be said to be nothing. */
export function MaybeField(props: Of<'maybe'>): ReactElement {
  const { control, label, value, onChange } = props;
  const { Field, isReadOnly } = useSurroundings();
  const isNothing = value === null || value === undefined;
  return (
    <Stack gap="xs">
      <Checkbox
        label={`${label}: none`}
        disabled={isReadOnly}
        checked={isNothing}
        onChange={(event) => onChange(event.currentTarget.checked ? null : beginValue(control.of))}
      />
      {!isNothing && <Field {...props} control={control.of} isRequired />}
    </Stack>
  );
}

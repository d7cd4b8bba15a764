import { type ReactElement } from 'react';
import { Group, Input, NativeSelect, NumberInput } from '@mantine/core';
import type { FormControl } from '@plumbline/analytics/policy-form';
import { isRecord } from '../../model/draft-edits.ts';
import { useInputProps, type ControlProps } from './control-context.ts';
import css from './control.module.css';

type LengthControl = Extract<FormControl, { kind: 'length' }>;

/** An amount in the policy's own unit, or one of a few words instead. */
export function LengthField(props: ControlProps<LengthControl>): ReactElement {
  const { control, path, label, help, value, onChange, isRequired } = props;
  const { error, disabled } = useInputProps(props);
  const [unit = '', amount] = isRecord(value) ? (Object.entries(value)[0] ?? []) : [typeof value === 'string' ? value : ''];
  const isWord = control.instead.some((option) => option.value === unit);
  const units = [...(isRequired && value !== undefined ? [] : [{ value: '', label: '—' }]), ...control.units, ...control.instead];

  function choose(chosen: string): void {
    if (chosen === '') onChange(undefined);
    else if (control.instead.some((option) => option.value === chosen)) onChange(chosen);
    else onChange({ [chosen]: typeof amount === 'number' ? amount : 1 });
  }

  return (
    <Input.Wrapper label={label} labelElement="div" description={help} error={error} required={isRequired} id={path}>
      <Group gap="xs" mt={4} wrap="nowrap" align="flex-start">
        {!isWord && unit !== '' && (
          <NumberInput
            aria-label={`${label}: how many`}
            className={css['amount'] ?? ''}
            min={0}
            disabled={disabled}
            value={typeof amount === 'number' ? amount : ''}
            onChange={(typed) => onChange({ [unit]: typeof typed === 'number' ? typed : 0 })}
          />
        )}
        <NativeSelect
          aria-label={`${label}: unit`}
          data={units}
          disabled={disabled}
          value={unit}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      </Group>
    </Input.Wrapper>
  );
}

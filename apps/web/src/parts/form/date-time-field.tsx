import { type ReactElement } from 'react';
import { Group, Input, Text, TextInput } from '@mantine/core';
import type { LocalDate } from '@plumbline/domain/calendar';
import { readTypedTime, timeForTyping } from './typed-time.ts';
import { DateField } from './date-field.tsx';
import css from './form.module.css';

interface TypedPart {
  readonly id: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (typed: string) => void;
}

interface DateTimeFieldProps {
  readonly legend: string;
  readonly help?: string | undefined;
  readonly date: TypedPart;
  readonly time: TypedPart;
  readonly today: LocalDate;
}

/** A date and a time of day, asked for together. */
export function DateTimeField({ legend, help, date, time, today }: DateTimeFieldProps): ReactElement {
  const read = readTypedTime(time.value);
  return (
    <fieldset className={css['group']}>
      <Text component="legend" fw={600} size="sm">
        {legend}
      </Text>
      {help !== undefined && <Input.Description mb={4}>{help}</Input.Description>}
      <Group gap="md" align="flex-start" wrap="nowrap">
        <DateField
          id={date.id}
          label="Date"
          isPart
          value={date.value}
          error={date.error}
          today={today}
          onChange={date.onChange}
        />
        <TextInput
          id={time.id}
          label="Time"
          labelProps={{ fw: 400 }}
          placeholder="9.30"
          w="6rem"
          value={time.value}
          error={time.error}
          autoComplete="off"
          onChange={(event) => time.onChange(event.currentTarget.value)}
          onBlur={() => read.kind === 'time' && time.onChange(timeForTyping(read.minuteOfDay))}
        />
      </Group>
    </fieldset>
  );
}

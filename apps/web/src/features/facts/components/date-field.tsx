import { type ReactElement, type ReactNode } from 'react';
import { Stack, Text, TextInput } from '@mantine/core';
import type { LocalDate } from '@plumbline/domain/calendar';
import { readTypedDate } from '../model/typed-date.ts';
import { relativeInWords, weekdayInWords } from '../model/value-words.ts';

interface DateFieldProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly value: string;
  readonly today: LocalDate;
  readonly error?: string | undefined;
  readonly onChange: (typed: string) => void;
}

/** A date to type freely; below it stands how it is read, with the weekday, so that a slip shows at once. */
export function DateField({ id, label, help, value, today, error, onChange }: DateFieldProps): ReactElement {
  const read = readTypedDate(value, today);
  return (
    <Stack gap={4} maw="22rem">
      <TextInput id={id} label={label} description={help} placeholder="12 May 2026" value={value} error={error} autoComplete="off" onChange={(event) => onChange(event.currentTarget.value)} />
      <Text size="sm" c="dimmed" mih="1.45em" aria-live="polite">
        {read.kind === 'date' && `${weekdayInWords(read.value)}, ${relativeInWords(read.value, today)}`}
      </Text>
    </Stack>
  );
}

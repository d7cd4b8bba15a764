import { type ReactElement, type ReactNode } from 'react';
import { Stack, Text, TextInput } from '@mantine/core';
import { dateWithWeekday, relativeToToday } from '@plumbline/analytics/wording';
import type { LocalDate } from '@plumbline/domain/calendar';
import { readTypedDate } from './typed-date.ts';

interface DateFieldProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly value: string;
  readonly today: LocalDate;
  readonly error?: string | undefined;
  /** It is one half of a date and time, whose legend says what it is. */
  readonly isPart?: boolean;
  readonly onChange: (typed: string) => void;
}

/** A date to type freely; below it stands how it is read, with the weekday, so that a slip shows at once. */
export function DateField({ id, label, help, value, today, error, isPart = false, onChange }: DateFieldProps): ReactElement {
  const read = readTypedDate(value, today);
  return (
    <Stack gap={4} flex={isPart ? '0 1 16rem' : undefined} maw={isPart ? undefined : '22rem'}>
      <TextInput
        id={id}
        label={label}
        {...(isPart ? { labelProps: { fw: 400 } } : {})}
        description={help}
        placeholder="12 May 2026"
        value={value}
        error={error}
        autoComplete="off"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Text size="sm" c="dimmed" aria-live="polite">
        {read.kind === 'date' && `${dateWithWeekday(read.value)}, ${relativeToToday(read.value, today)}`}
      </Text>
    </Stack>
  );
}

import { type ReactElement } from 'react';
import { TextInput } from '@mantine/core';
import { DateTimeField } from '../../../parts/form/date-time-field.tsx';
import { fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';
import type { LogFormPart } from './log-form.tsx';
import { ModeField } from './mode-field.tsx';

/** When it is to be, how long and how. */
export function PlannedFields({ formId, draft, problems, today, onChange }: Omit<LogFormPart, 'labels'>): ReactElement {
  return (
    <>
      <PlannedStart legend="Planned for" formId={formId} draft={draft} problems={problems} today={today} onChange={onChange} />
      <TextInput
        id={fieldId(formId, 'plannedMinutes')}
        label="How long it is to last (optional)"
        description="Minutes"
        inputMode="numeric"
        maw="10rem"
        value={draft.plannedMinutes}
        error={problemOfEntry(problems, 'plannedMinutes')}
        onChange={(event) => onChange({ plannedMinutes: event.currentTarget.value })}
      />
      <ModeField value={draft.mode} onChange={(mode) => onChange({ mode })} />
    </>
  );
}

/** The agreed date and time, as it stands in the diary. */
export function PlannedStart({
  legend,
  formId,
  draft,
  problems,
  today,
  onChange,
}: Omit<LogFormPart, 'labels'> & { readonly legend: string }): ReactElement {
  return (
    <DateTimeField
      legend={legend}
      today={today}
      date={{
        id: fieldId(formId, 'plannedDate'),
        value: draft.plannedDate,
        error: problemOfEntry(problems, 'plannedDate'),
        onChange: (plannedDate) => onChange({ plannedDate }),
      }}
      time={{
        id: fieldId(formId, 'plannedTime'),
        value: draft.plannedTime,
        error: problemOfEntry(problems, 'plannedTime'),
        onChange: (plannedTime) => onChange({ plannedTime }),
      }}
    />
  );
}

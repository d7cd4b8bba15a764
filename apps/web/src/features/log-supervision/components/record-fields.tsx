import { useState, type ReactElement } from 'react';
import { Button, Stack, Text, Title } from '@mantine/core';
import { DateTimeField } from '../../../parts/form/date-time-field.tsx';
import { fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';
import type { LogFormPart } from './log-form.tsx';

/** When the written record was shared and filed, for whoever knows it already. It can be added later. */
export function RecordFields({ formId, draft, problems, today, onChange }: LogFormPart): ReactElement {
  const [isOpen, setOpen] = useState(draft.sharedDate !== '' || draft.recordFiledDate !== '');
  const input = (entry: string) => ({ id: fieldId(formId, entry), error: problemOfEntry(problems, entry) });
  return (
    <Stack component="section" gap="sm" aria-labelledby={fieldId(formId, 'record-title')}>
      <Title order={2} id={fieldId(formId, 'record-title')}>
        The written record
      </Title>
      {!isOpen && (
        <>
          <Text size="sm" c="dimmed">
            Its dates can be added later, from this line of the log.
          </Text>
          <Button variant="default" w="fit-content" onClick={() => setOpen(true)}>
            It is already shared or filed
          </Button>
        </>
      )}
      {isOpen && (
        <>
          <DateTimeField
            legend="Shared with the supervisee (optional)"
            today={today}
            date={{ ...input('sharedDate'), value: draft.sharedDate, onChange: (sharedDate) => onChange({ sharedDate }) }}
            time={{ ...input('sharedTime'), value: draft.sharedTime, onChange: (sharedTime) => onChange({ sharedTime }) }}
          />
          <DateTimeField
            legend="On the supervisee’s file (optional)"
            today={today}
            date={{
              ...input('recordFiledDate'),
              value: draft.recordFiledDate,
              onChange: (recordFiledDate) => onChange({ recordFiledDate }),
            }}
            time={{
              ...input('recordFiledTime'),
              value: draft.recordFiledTime,
              onChange: (recordFiledTime) => onChange({ recordFiledTime }),
            }}
          />
        </>
      )}
    </Stack>
  );
}

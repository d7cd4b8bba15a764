import { type ReactElement } from 'react';
import { Radio, Stack } from '@mantine/core';
import type { SessionRow } from '@plumbline/analytics/compliance';
import { instantInWords } from '../../../parts/fact/value-words.ts';
import { kindInWords } from '../model/session-words.ts';

/** Stands for a supervision that is not in the log yet. */
export const NOT_PLANNED = 'not-planned';

interface PlannedChoiceProps {
  readonly planned: readonly SessionRow[];
  readonly value: string;
  readonly onChange: (sessionId: string) => void;
}

/** Which supervision this is about: one that stands in the log as planned, or another. */
export function PlannedChoice({ planned, value, onChange }: PlannedChoiceProps): ReactElement {
  return (
    <Radio.Group label="Which supervision is it?" value={value === '' ? null : value} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        {planned.map((session) => (
          <Radio
            key={session.id}
            value={session.id}
            label={`Planned for ${instantInWords(session.plannedStartAt)}`}
            description={`${kindInWords(session.kind)} with ${session.supervisor.name}`}
          />
        ))}
        <Radio value={NOT_PLANNED} label="One that is not in the log yet" />
      </Stack>
    </Radio.Group>
  );
}

import { type ReactElement } from 'react';
import { Stack, Text, Title } from '@mantine/core';
import type { DutyRow } from '@plumbline/analytics/compliance';
import { useMe } from '../../../app/session/me.tsx';
import { DueWords } from './due-words.tsx';

/** What the policy asks of this one supervision: its length, its record, its outcome. */
export function SessionDue({ due }: { readonly due: readonly DutyRow[] }): ReactElement {
  const { today } = useMe();
  return (
    <Stack component="section" gap="xs" mb="xl" maw="44rem" aria-labelledby="session-due">
      <Title order={2} id="session-due">
        What is due for this supervision
      </Title>
      {due.map((duty) => (
        <div key={duty.id}>
          <Text>{duty.title}</Text>
          <DueWords duty={duty} today={today} />
        </div>
      ))}
    </Stack>
  );
}

import { useState, type ReactElement } from 'react';
import { Button, Group, Stack, Text } from '@mantine/core';
import type { ScreeningRow, ScreeningView } from '@plumbline/analytics/survey-results';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { useScreening } from './use-screening.ts';

/** About somebody's safety or wrongdoing: to the named person today. Asked once more, because the comment leaves this list with it. */
export function ReferButtons({ view, row }: { readonly view: ScreeningView; readonly row: ScreeningRow }): ReactElement {
  const { refer } = useScreening(view.round.id);
  const [kind, setKind] = useState<'safeguarding' | 'whistleblowing' | null>(null);
  const [key] = useState(newIdempotencyKey);
  if (kind === null)
    return (
      <Group gap="sm">
        <Button variant="subtle" size="compact-md" onClick={() => setKind('safeguarding')}>
          This is about somebody’s safety
        </Button>
        <Button variant="subtle" size="compact-md" onClick={() => setKind('whistleblowing')}>
          This is about wrongdoing
        </Button>
      </Group>
    );
  const step = { roundId: view.round.id, key: row.key, baseVersion: row.version, idempotencyKey: key, kind };
  return (
    <Stack component="section" gap="xs" aria-label="Hand this comment on">
      {refer.isError && <RefusalNotice refusal={refusalOf(refer.error)} />}
      <Text>
        {view.safeguardingTo.name} gets the comment as it was written, today, and a mail without a word of it. It is not shown in
        the results. Nobody can say who wrote it, and nobody tries to find out.
      </Text>
      <Group gap="sm">
        <Button color="orange" variant="light" loading={refer.isPending} onClick={() => refer.mutate(step)}>
          Hand it to {view.safeguardingTo.name} now
        </Button>
        <Button variant="default" onClick={() => setKind(null)}>
          Leave it here
        </Button>
      </Group>
    </Stack>
  );
}

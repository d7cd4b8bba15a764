import { useState, type ReactElement } from 'react';
import { Button, Group, SegmentedControl, Text, Title } from '@mantine/core';
import type { DutyRow } from '@plumbline/analytics/compliance';
import { DutyRows } from './duty-rows.tsx';

/** As many as fit beside the log; the rest is one press away. */
const SHORT = 10;

/** What was due for one person or child: their supervision first, what hangs on records when asked for. */
export function DutyHistory({
  rows,
  onWhy,
}: {
  readonly rows: readonly DutyRow[];
  readonly onWhy?: ((dutyId: string) => void) | undefined;
}): ReactElement {
  const [isWhole, setWhole] = useState(false);
  const [of, setOf] = useState('clocks');
  const clocks = rows.filter((row) => row.series !== null);
  const canChoose = clocks.length > 0 && clocks.length < rows.length;
  const chosen = canChoose && of === 'clocks' ? clocks : rows;
  const shown = isWhole ? chosen : chosen.slice(0, SHORT);
  return (
    <section>
      <Group justify="space-between" mb="xs" gap="xs">
        <Title order={2}>What was due</Title>
        {canChoose && (
          <SegmentedControl
            size="xs"
            aria-label="What to list"
            value={of}
            onChange={setOf}
            data={[
              { value: 'clocks', label: 'Supervision' },
              { value: 'all', label: 'Records as well' },
            ]}
          />
        )}
      </Group>
      {rows.length === 0 ? (
        <Text c="dimmed">Nothing yet. Each requirement stands here from the day it opens, with how it was met.</Text>
      ) : (
        <DutyRows rows={shown} label="What was due" onWhy={onWhy} />
      )}
      {shown.length < chosen.length && (
        <Button variant="subtle" mt="xs" onClick={() => setWhole(true)}>
          Show {chosen.length - shown.length} earlier
        </Button>
      )}
    </section>
  );
}

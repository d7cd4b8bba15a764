import { type ReactElement } from 'react';
import { Stack, Text, Timeline, Title } from '@mantine/core';
import type { FactRow } from '@plumbline/analytics/compliance';
import { differenceOf } from '../../../parts/fact/difference.ts';
import { recordedInWords, withdrawnInWords } from '../model/fact-words.ts';
import { fieldsOf } from '../../../parts/fact/fields-of.ts';

/** Every version of one fact, newest first: who said so, when, why, and what it changed. */
export function FactHistory({ versions }: { readonly versions: readonly FactRow[] }): ReactElement {
  const sorted = versions.toSorted((one, other) => other.version - one.version);
  return (
    <Stack component="section" gap="md" aria-labelledby="fact-history">
      <Title order={2} id="fact-history">
        History
      </Title>
      <Timeline active={0} bulletSize={14} lineWidth={2}>
        {sorted[0]?.isCurrent === false && (
          <Timeline.Item title={withdrawnInWords(sorted[0])}>
            <Text size="sm">It counts no longer.</Text>
            {sorted[0].withdrawn !== undefined && sorted[0].withdrawn !== null && (
              <Text size="sm" c="dimmed">
                “{sorted[0].withdrawn.because}”
              </Text>
            )}
          </Timeline.Item>
        )}
        {sorted.map((row, index) => (
          <Timeline.Item key={`${row.id}-${row.version}`} title={recordedInWords(row)}>
            <VersionWords row={row} earlier={sorted[index + 1]} />
          </Timeline.Item>
        ))}
      </Timeline>
    </Stack>
  );
}

interface VersionWordsProps {
  readonly row: FactRow;
  readonly earlier: FactRow | undefined;
}

function VersionWords({ row, earlier }: VersionWordsProps): ReactElement {
  const rows =
    earlier === undefined
      ? []
      : differenceOf(
          fieldsOf(row.kind),
          { values: earlier.values, names: earlier.labels },
          { values: row.values, names: row.labels },
        );
  return (
    <Stack gap={2}>
      {earlier === undefined && <Text size="sm">First recorded.</Text>}
      {rows.map((difference) => (
        <Text size="sm" key={difference.name}>
          {difference.label}: {difference.before} → <b>{difference.after}</b>
        </Text>
      ))}
      {row.because !== null && (
        <Text size="sm" c="dimmed">
          “{row.because}”
        </Text>
      )}
    </Stack>
  );
}

import { useEffect, useRef, type ReactElement } from 'react';
import { Alert, Button, Group, Stack, Table, Text } from '@mantine/core';
import { instantInWords } from '@plumbline/analytics/wording';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import css from './focus-groups.module.css';
import type { RecordWork } from './use-record.ts';

/** Somebody saved first: what each wrote, side by side, and the choice between them. Nothing was overwritten. */
export function RecordConflict({ work }: { readonly work: RecordWork }): ReactElement | null {
  const box = useRef<HTMLDivElement>(null);
  // The focus belongs to the browser.
  useEffect(() => box.current?.focus(), []);
  if (work.saving.kind !== 'conflict') return null;
  const { theirs, places } = work.saving;
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="alert"
      variant="light"
      color="var(--pl-status-overdue)"
      title="These notes were changed elsewhere while you wrote"
      mb="md"
    >
      <Stack gap="sm">
        <Text>
          {theirs.updatedBy} saved them on {instantInWords(theirs.updatedAt)}, perhaps in another window. Nothing was overwritten:
          say which words are right where both wrote. What they wrote elsewhere stays either way.
        </Text>
        <TableFrame label="Where you wrote" minWidth={320}>
          <Table captionSide="top" verticalSpacing="xs" layout="fixed">
            <Table.Caption ta="left">Where you wrote</Table.Caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Place</Table.Th>
                <Table.Th scope="col">What you wrote</Table.Th>
                <Table.Th scope="col">Saved meanwhile</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {places.map(({ place, mine, theirs: saved }) => (
                <Table.Tr key={place}>
                  <Table.Th scope="row">{place}</Table.Th>
                  <Table.Td className={css['written'] ?? ''}>{mine}</Table.Td>
                  <Table.Td className={css['written'] ?? ''}>{saved}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </TableFrame>
        <Group gap="sm">
          <Button onClick={work.keepMine}>Put mine into their version</Button>
          <Button variant="default" onClick={work.takeTheirs}>
            Keep what was saved
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

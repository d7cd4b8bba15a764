import { instantInWords } from '@plumbline/analytics/wording';
import { useEffect, useRef, type ReactElement } from 'react';
import { Alert, Button, Code, Group, Stack, Table, Text } from '@mantine/core';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import type { Data } from '../model/draft-edits.ts';
import type { TypedPlace } from '../model/rebase.ts';
import css from './draft.module.css';
import type { DraftWork } from './use-draft.ts';

/** Somebody saved first: what each typed, side by side, and the choice between them. Nothing was overwritten. */
export function DraftConflict({ work }: { readonly work: DraftWork }): ReactElement | null {
  const box = useRef<HTMLDivElement>(null);
  const { saving } = work;
  // The focus belongs to the browser.
  useEffect(() => box.current?.focus(), []);
  if (saving.kind !== 'conflict') return null;
  const { theirs, places } = saving;
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="alert"
      variant="light"
      color="var(--pl-status-overdue)"
      title="Somebody changed this draft while you worked on it"
    >
      <Stack gap="sm">
        <Text>
          {theirs.updatedBy.name} saved it on {instantInWords(theirs.updatedAt)}. Nothing was overwritten: say which version is
          right. What they changed elsewhere stays either way.
        </Text>
        <Places places={places} />
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

function Places({ places }: { readonly places: readonly TypedPlace[] }): ReactElement {
  return (
    <TableFrame label="Where you typed" minWidth={320}>
      <Table captionSide="top" verticalSpacing="xs" layout="fixed">
        <Table.Caption ta="left">Where you typed</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Place</Table.Th>
            <Table.Th scope="col">What you typed</Table.Th>
            <Table.Th scope="col">Saved meanwhile</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {places.map(({ place, mine, theirs: saved }) => (
            <Table.Tr key={place}>
              <Table.Th scope="row">{place}</Table.Th>
              <Table.Td>
                <Written value={mine} />
              </Table.Td>
              <Table.Td>
                <Written value={saved} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}

function Written({ value }: { readonly value: Data | undefined }): ReactElement {
  if (value === undefined) return <Text c="dimmed">Not there</Text>;
  if (value !== null && typeof value === 'object')
    return (
      <Code block className={css['written'] ?? ''}>
        {JSON.stringify(value, null, 2)}
      </Code>
    );
  if (typeof value === 'boolean') return <Text>{value ? 'Yes' : 'No'}</Text>;
  return <Text>{String(value)}</Text>;
}

import { instantInWords } from '@plumbline/analytics/wording';
import { useEffect, useRef, type ReactElement } from 'react';
import { Alert, Button, Code, Group, Stack, Table, Text } from '@mantine/core';
import { idOf, rulesOf, valueAt, type Data, type DraftEdit } from '../model/draft-edits.ts';
import type { DraftWork } from './use-draft.ts';

/** Somebody saved first: what each typed, side by side, and the choice between them. Nothing was overwritten. */
export function DraftConflict({ work }: { readonly work: DraftWork }): ReactElement | null {
  const box = useRef<HTMLDivElement>(null);
  const { saving } = work;
  // The focus belongs to the browser.
  useEffect(() => box.current?.focus(), []);
  if (saving.kind !== 'conflict') return null;
  const { theirs, mine } = saving;
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
          right.
        </Text>
        <Table.ScrollContainer minWidth={480}>
          <Table verticalSpacing="xs">
            <Table.Caption>Where you typed</Table.Caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Place</Table.Th>
                <Table.Th scope="col">What you typed</Table.Th>
                <Table.Th scope="col">Saved meanwhile</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {mine.map((edit) => (
                <Table.Tr key={`${edit.op} ${edit.path.join('.')}`}>
                  <Table.Th scope="row">{placeOf(edit, work.pack)}</Table.Th>
                  <Table.Td>
                    <Written value={edit.op === 'remove' ? undefined : edit.value} />
                  </Table.Td>
                  <Table.Td>
                    <Written value={theirValue(edit, work.pack, theirs.pack as Data)} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
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

function Written({ value }: { readonly value: Data | undefined }): ReactElement {
  if (value === undefined) return <Text c="dimmed">Not there</Text>;
  return typeof value === 'string' ? <Text>{value}</Text> : <Code block>{JSON.stringify(value, null, 2)}</Code>;
}

function placeOf({ path }: DraftEdit, pack: Data): string {
  const [part, at, ...rest] = path;
  const id = part === 'rules' && typeof at === 'number' ? idOf(rulesOf(pack)[at]) : '';
  return [id === '' ? part : id, ...(id === '' ? [at ?? ''] : []), ...rest].filter((one) => one !== '').join(', ');
}

function theirValue({ path }: DraftEdit, mine: Data, theirs: Data): Data | undefined {
  const [part, at, ...rest] = path;
  if (part !== 'rules' || typeof at !== 'number') return valueAt(theirs, path);
  const id = idOf(rulesOf(mine)[at]);
  return valueAt(
    rulesOf(theirs).find((rule) => idOf(rule) === id),
    rest,
  );
}

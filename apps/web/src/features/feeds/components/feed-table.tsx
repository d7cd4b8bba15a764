import { Fragment, type ReactElement, type ReactNode } from 'react';
import { Button, Paper, Stack, Table, Text } from '@mantine/core';
import { dateInWords } from '@plumbline/analytics/wording';
import { FeedColumns } from './feed-columns.tsx';
import type { FeedLine } from '../model/feed-words.ts';

interface FeedTableProps {
  readonly lines: readonly FeedLine[];
  readonly mayChange: boolean;
  readonly editing: string | null;
  readonly onEdit: (kind: FeedLine['kind']) => void;
  readonly editor: ReactNode;
}

/** Each kind with its first day, how many are held and what cannot be known; a list on narrow screens. */
export function FeedTable(props: FeedTableProps): ReactElement {
  return (
    <>
      <WideTable {...props} />
      <NarrowList {...props} />
    </>
  );
}

function WideTable({ lines, mayChange, editing, onEdit, editor }: FeedTableProps): ReactElement {
  return (
    <Table visibleFrom="md" verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Kind of record</Table.Th>
          <Table.Th scope="col">Records begin on</Table.Th>
          <Table.Th scope="col" ta="right">
            Held now
          </Table.Th>
          <Table.Th scope="col">What is not known because of it</Table.Th>
          {mayChange && <Table.Th scope="col">Change</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <Fragment key={line.kind}>
            <Table.Tr>
              <Table.Th scope="row">{line.title}</Table.Th>
              <Table.Td>{beginsInWords(line)}</Table.Td>
              <Table.Td ta="right">{line.current.toLocaleString('en-GB')}</Table.Td>
              <Table.Td>
                <Text size="sm" c="dimmed" maw="36rem">
                  {line.notKnown}
                </Text>
              </Table.Td>
              {mayChange && (
                <Table.Td>
                  <Button
                    variant="default"
                    size="xs"
                    aria-label={`Change when ${line.title.toLowerCase()} begin`}
                    onClick={() => onEdit(line.kind)}
                  >
                    Change
                  </Button>
                </Table.Td>
              )}
            </Table.Tr>
            {editing === line.kind && (
              <Table.Tr>
                <Table.Td colSpan={5}>{editor}</Table.Td>
              </Table.Tr>
            )}
            {line.columns.length > 0 && (
              <Table.Tr>
                <Table.Td colSpan={5} pl="xl">
                  <FeedColumns lines={line.columns} mayChange={mayChange} />
                </Table.Td>
              </Table.Tr>
            )}
          </Fragment>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function NarrowList({ lines, mayChange, editing, onEdit, editor }: FeedTableProps): ReactElement {
  return (
    <Stack component="ul" hiddenFrom="md" gap="sm" p={0} m={0}>
      {lines.map((line) => (
        <Paper component="li" display="block" withBorder p="md" key={line.kind}>
          <Stack gap={4} align="flex-start">
            <Text fw={600}>{line.title}</Text>
            <Text>
              {line.from === null ? 'Not recorded here' : `From ${beginsInWords(line)}`} · {line.current.toLocaleString('en-GB')}{' '}
              held now
            </Text>
            <Text size="sm" c="dimmed">
              {line.notKnown}
            </Text>
            {mayChange && editing !== line.kind && (
              <Button
                variant="default"
                mt="xs"
                aria-label={`Change when ${line.title.toLowerCase()} begin`}
                onClick={() => onEdit(line.kind)}
              >
                Change
              </Button>
            )}
          </Stack>
          {editing === line.kind && editor}
          <FeedColumns lines={line.columns} mayChange={mayChange} />
        </Paper>
      ))}
    </Stack>
  );
}

function beginsInWords(line: FeedLine): string {
  return line.from === null ? 'Not recorded here' : dateInWords(line.from);
}

import { useState, type ReactElement } from 'react';
import { Alert, Button, Group, Select, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ImportView } from '@plumbline/analytics/compliance';
import { useTRPC } from '../../../app/api/trpc.ts';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import { REFUSAL_WORDS, refusalOf } from '../../../parts/form/refusal.ts';
import { codeLines, codeOptions, columnLabel } from '../model/code-lines.ts';

interface CodeMapperProps {
  readonly view: ImportView;
  readonly isReading: boolean;
  /** Reads the file again with the codes as they are matched now. */
  readonly onRead: () => void;
}

/** The codes of the council's own systems: matched once, remembered for every later file. */
export function CodeMapper({ view, isReading, onRead }: CodeMapperProps): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const known = useQuery(trpc.codes.list.queryOptions());
  const [saved, setSaved] = useState<Readonly<Record<string, string | null>>>({});
  const set = useMutation(trpc.codes.set.mutationOptions());
  const lines = codeLines(view, known.data ?? []);
  const open = lines.filter((line) => (saved[line.id] ?? line.ours) === null).length;

  function match(column: string, theirs: string, ours: string | null, id: string): void {
    setSaved({ ...saved, [id]: ours });
    set.mutate(
      { kind: view.kind, column, theirs, ours },
      {
        onSuccess: (rows) => queryClient.setQueryData(trpc.codes.list.queryKey(), rows),
        onError: () => setSaved({ ...saved, [id]: saved[id] ?? null }),
      },
    );
  }

  return (
    <Stack component="section" gap="md" aria-labelledby="match-codes">
      <Title order={2} id="match-codes">
        Match codes
      </Title>
      <Text className="prose">Say once what each code of your system means. Every later file is read the same way.</Text>
      <div role="alert">
        {set.isError && (
          <Alert color="var(--pl-status-overdue)" maw="52rem" variant="light" title="Not saved">
            {REFUSAL_WORDS[refusalOf(set.error).kind]}
          </Alert>
        )}
      </div>
      <Text aria-live="polite">
        {open === 0 ? 'Every code is matched.' : `${open === 1 ? 'One code is' : `${open} codes are`} not matched yet.`}
      </Text>
      <TableFrame label="Codes to match" minWidth={360}>
        <Table maw="52rem">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">In your file</Table.Th>
              <Table.Th scope="col" ta="right">
                Rows
              </Table.Th>
              <Table.Th scope="col">Means</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => (
              <Table.Tr key={line.id}>
                <Table.Th scope="row">
                  {line.theirs}
                  <Text size="sm" c="dimmed">
                    {columnLabel(view.kind, line.column)}
                  </Text>
                </Table.Th>
                <Table.Td ta="right">{line.count.toLocaleString('en-GB')}</Table.Td>
                <Table.Td>
                  <Select
                    aria-label={`“${line.theirs}” means`}
                    placeholder="Not matched"
                    data={[...codeOptions(view.kind, line.column)]}
                    value={saved[line.id] ?? line.ours}
                    searchable
                    clearable
                    clearButtonProps={{ 'aria-label': `Unmatch “${line.theirs}”` }}
                    onChange={(ours) => match(line.column, line.theirs, ours, line.id)}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableFrame>
      <Group>
        <Button onClick={onRead} loading={isReading || set.isPending}>
          {open === 0 ? 'Read the file again' : 'Read the file with what is matched so far'}
        </Button>
      </Group>
    </Stack>
  );
}

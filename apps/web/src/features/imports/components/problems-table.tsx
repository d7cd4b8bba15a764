import { useState, type ReactElement } from 'react';
import { Button, CopyButton, Group, List, Select, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ImportProblemRow, ImportView } from '@plumbline/analytics/compliance';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { matchingProblems, problemsAsCsv, withoutPlace } from '../model/problem-csv.ts';

/** More than anybody reads on a page; the same kind of slip repeats long before. */
const MOST_ROWS = 1000;

/** What is wrong in the file, by row and column, in words; to narrow and to copy. */
export function ProblemsTable({ view }: { readonly view: ImportView }): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [text, setText] = useState('');
  const [column, setColumn] = useState<string | null>(null);
  const problems = useQuery({
    queryKey: ['import-problems', view.id, view.state, view.problems],
    queryFn: async () => {
      const rows: ImportProblemRow[] = [];
      let total = Infinity;
      while (rows.length < Math.min(total, MOST_ROWS)) {
        const page = await queryClient.fetchQuery({
          ...trpc.imports.problems.queryOptions({ importId: view.id, offset: rows.length }),
          staleTime: 0,
        });
        rows.push(...page.rows);
        total = page.rows.length === 0 ? rows.length : page.total;
      }
      return { rows, total };
    },
  });
  if (problems.isPending) return <PageSkeleton label="Loading problems" rows={3} />;
  if (problems.isError)
    return <Problem error={problems.error} what="The problems could not be loaded" onRetry={() => void problems.refetch()} />;
  const { rows, total } = problems.data;
  const shown = matchingProblems(rows, { text, column });
  const columns = [...new Set(rows.flatMap((row) => (row.column === null ? [] : [row.column])))];
  return (
    <Stack component="section" gap="sm" aria-labelledby="problems">
      <Title order={2} id="problems">
        What is wrong in the file
      </Title>
      {rows.length < total && (
        <Text>
          The first {rows.length.toLocaleString('en-GB')} of {total.toLocaleString('en-GB')}. The same slip often repeats: mend
          the cause in your system and bring the file in again.
        </Text>
      )}
      <Group gap="md" align="flex-end">
        <TextInput label="Find" value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <Select
          label="Column"
          placeholder="Any column"
          data={columns}
          value={column}
          clearable
          clearButtonProps={{ 'aria-label': 'Any column' }}
          onChange={setColumn}
        />
        <CopyButton value={problemsAsCsv(shown)}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy as CSV'}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Text size="sm" c="dimmed" aria-live="polite">
        {shown.length === rows.length
          ? `${rows.length.toLocaleString('en-GB')} shown`
          : `${shown.length.toLocaleString('en-GB')} of ${rows.length.toLocaleString('en-GB')} shown`}
      </Text>
      <List hiddenFrom="sm" spacing="xs">
        {shown.slice(0, 200).map((row, index) => (
          <List.Item key={`${row.line}-${row.column}-${index}`}>{row.says}</List.Item>
        ))}
      </List>
      <Table visibleFrom="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" ta="right">
              Row
            </Table.Th>
            <Table.Th scope="col">Column</Table.Th>
            <Table.Th scope="col">Value</Table.Th>
            <Table.Th scope="col">What is wrong, and how to mend it</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.slice(0, 200).map((row, index) => (
            <Table.Tr key={`${row.line}-${row.column}-${index}`}>
              <Table.Td ta="right">{row.line ?? 'File'}</Table.Td>
              <Table.Td>{row.column ?? ''}</Table.Td>
              <Table.Td>{row.value ?? ''}</Table.Td>
              <Table.Td>
                {withoutPlace(row.says)}
                {!row.isBlocking && (
                  <Text size="sm" c="dimmed">
                    Does not stop the file from being applied.
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {shown.length > 200 && (
        <Text size="sm" c="dimmed">
          The first 200 are listed; copy as CSV for all of them.
        </Text>
      )}
    </Stack>
  );
}

import { useState, type ReactElement } from 'react';
import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ImportView } from '@plumbline/analytics/compliance';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import { CHANGE_WORDS, previewLine, type PreviewLine } from '../model/preview-words.ts';

/** Row by row, what the file would change: before and after. */
export function PreviewTable({ view }: { readonly view: ImportView }): ReactElement | null {
  const trpc = useTRPC();
  const [offsets, setOffsets] = useState<readonly number[]>([0]);
  const offset = offsets.at(-1) ?? 0;
  const preview = useQuery(
    trpc.imports.preview.queryOptions({ importId: view.id, offset }, { placeholderData: keepPreviousData }),
  );
  if (preview.isPending) return <PageSkeleton label="Loading what would change" rows={3} />;
  if (preview.isError)
    return <Problem error={preview.error} what="What would change could not be loaded" onRetry={() => void preview.refetch()} />;
  const { rows, total } = preview.data;
  if (total === 0) return null;
  const last = offset + rows.length;
  return (
    <Stack component="section" gap="sm" aria-labelledby="what-would-change">
      <Title order={2} id="what-would-change">
        What would change
      </Title>
      <TableFrame label="Changes, row by row" minWidth={520}>
        <Table captionSide="top">
          <Table.Caption ta="left">
            Changes {offset + 1} to {last} of {total.toLocaleString('en-GB')}
          </Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col" ta="right">
                Row
              </Table.Th>
              <Table.Th scope="col">Change</Table.Th>
              <Table.Th scope="col">Entry</Table.Th>
              <Table.Th scope="col">Before and after</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row, index) => (
              <PreviewRow key={`${offset}-${index}`} line={previewLine(view.kind, row)} />
            ))}
          </Table.Tbody>
        </Table>
      </TableFrame>
      {total > rows.length && (
        <Group gap="sm">
          <Button variant="default" disabled={offsets.length === 1} onClick={() => setOffsets(offsets.slice(0, -1))}>
            Earlier
          </Button>
          <Button variant="default" disabled={last >= total} onClick={() => setOffsets([...offsets, last])}>
            Later
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function PreviewRow({ line }: { readonly line: PreviewLine }): ReactElement {
  return (
    <Table.Tr>
      <Table.Td ta="right">{line.line ?? ''}</Table.Td>
      <Table.Td>{CHANGE_WORDS[line.change]}</Table.Td>
      <Table.Td>{line.what}</Table.Td>
      <Table.Td>
        {line.differences.map((difference) => (
          <Text size="sm" key={difference.label}>
            {difference.label}: {difference.before !== null && difference.after !== null ? `${difference.before} → ` : ''}
            <b>{difference.after ?? difference.before}</b>
          </Text>
        ))}
      </Table.Td>
    </Table.Tr>
  );
}

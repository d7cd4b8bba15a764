import { type ReactElement } from 'react';
import { Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { RoundReceipts } from '@plumbline/domain/surveys';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { counted } from '../model/round-words.ts';
import css from './surveys.module.css';

/** What was published when it closed: given out and received by group, and every receipt. */
export function RoundReceiptsView({ roundId }: { readonly roundId: string }): ReactElement {
  const trpc = useTRPC();
  const receipts = useQuery(trpc.surveyRounds.receipts.queryOptions({ roundId }));
  return (
    <section aria-labelledby="receipts-title">
      <Title order={2} id="receipts-title" mb="xs">
        Given out and received
      </Title>
      {receipts.isPending && <PageSkeleton label="Loading the receipts" />}
      {receipts.isError && (
        <Problem error={receipts.error} what="The receipts could not be loaded" onRetry={() => void receipts.refetch()} />
      )}
      {receipts.data !== undefined && <Loaded view={receipts.data} />}
    </section>
  );
}

function Loaded({ view }: { readonly view: RoundReceipts }): ReactElement {
  return (
    <Stack gap="md">
      <Text className="prose">
        More answers than links can be in no group. Everybody can look for their own receipt on the answering page, which shows
        the same list.
      </Text>
      <Table.ScrollContainer minWidth={420} maw="58rem">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Group</Table.Th>
              <Table.Th scope="col" ta="right">
                People
              </Table.Th>
              <Table.Th scope="col" ta="right">
                Links given out
              </Table.Th>
              <Table.Th scope="col" ta="right">
                Answers
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {view.cells.map(({ id, label, headCount, issued, received }) => (
              <Table.Tr key={id}>
                <Table.Th scope="row" fw={400}>
                  {label}
                </Table.Th>
                <Table.Td ta="right">{headCount}</Table.Td>
                <Table.Td ta="right">{issued}</Table.Td>
                <Table.Td ta="right">{received ?? 'too few to say'}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <details>
        <summary>{counted(view.receipts.length, 'receipt', 'receipts')}, every one</summary>
        <ol className={css['code']}>
          {view.receipts.map((receipt) => (
            <li key={receipt}>{receipt}</li>
          ))}
        </ol>
      </details>
    </Stack>
  );
}

import { type ReactElement } from 'react';
import { Table, Title } from '@mantine/core';
import { dateInWords, instantInWords } from '@plumbline/analytics/wording';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { ButtonLink, TextLink } from '../../../parts/link/text-link.tsx';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import css from '../components/sample.module.css';
import type { SampleRow } from '../model/outputs.ts';
import { askedByInWords, namedInWords, stateInWords } from '../model/sample-words.ts';

/** Samples of inspectors: whom they named, and whether those records still open. */
export function SamplesPage(): ReactElement {
  const trpc = useTRPC();
  const samples = useQuery(trpc.impact.samples.queryOptions());
  return (
    <>
      <PageHeading
        title="Inspector’s sample"
        lead="Inspectors name staff and children; you open dates, records and trail of these, and of nobody else, and read them together. Each opening is kept, and staff see it among those who looked at their record."
        above={<TextLink to="/inspection">Inspection pack</TextLink>}
        actions={
          samples.data !== undefined &&
          samples.data.length > 0 && <ButtonLink to="/inspection/sample/new">Take up a sample</ButtonLink>
        }
      />
      {samples.isPending && <PageSkeleton label="Loading the samples" />}
      {samples.isError && (
        <Problem error={samples.error} what="The samples could not be loaded" onRetry={() => void samples.refetch()} />
      )}
      {samples.data !== undefined && samples.data.length === 0 && (
        <Empty title="No sample yet" action={<ButtonLink to="/inspection/sample/new">Take up a sample</ButtonLink>}>
          Each sample stands here with who asked, for whom, and when it was opened. Begin when inspectors have said whom they want
          to see: taking one up opens nothing yet.
        </Empty>
      )}
      {samples.data !== undefined && samples.data.length > 0 && <SampleList samples={samples.data} />}
    </>
  );
}

function SampleList({ samples }: { readonly samples: readonly SampleRow[] }): ReactElement {
  return (
    <section aria-labelledby="samples" className={css['part']}>
      <Title order={2} id="samples">
        Samples
      </Title>
      <TableFrame label="List of samples" minWidth={680}>
        <Table verticalSpacing="sm" maw="64rem">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Taken up</Table.Th>
              <Table.Th scope="col">Asked by</Table.Th>
              <Table.Th scope="col">Names</Table.Th>
              <Table.Th scope="col">Time</Table.Th>
              <Table.Th scope="col">Standing</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {samples.map((sample) => (
              <Table.Tr key={sample.id}>
                <Table.Th scope="row" fw={400}>
                  <TextLink to="/inspection/sample/$sampleId" params={{ sampleId: sample.id }}>
                    {instantInWords(sample.takenAt)}
                  </TextLink>
                  <br />
                  by {sample.takenBy}
                </Table.Th>
                <Table.Td>{askedByInWords(sample)}</Table.Td>
                <Table.Td>{namedInWords(sample)}</Table.Td>
                <Table.Td>
                  {dateInWords(sample.from)} to {dateInWords(sample.to)}
                </Table.Td>
                <Table.Td>{stateInWords(sample)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableFrame>
    </section>
  );
}

import { type ReactElement } from 'react';
import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { RefusedSignIns } from '@plumbline/analytics/compliance';
import { dateInWords, refusalInWords } from '@plumbline/analytics/wording';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { RecordsNavigation } from '../../../parts/records-navigation/records-navigation.tsx';
import { TableFrame } from '../../../parts/table/table-frame.tsx';

/** How often signing in was refused, for whoever looks after accounts. */
export function SignInsPage(): ReactElement {
  const trpc = useTRPC();
  const refused = useQuery(trpc.signIns.refused.queryOptions());
  return (
    <>
      <PageHeading
        title="Refused sign-ins"
        lead="In the last three months, by day. The names that were typed are not kept, only whose they are."
        above={<RecordsNavigation current="/sign-ins" />}
      />
      {refused.isPending && <PageSkeleton label="Loading" />}
      {refused.isError && (
        <Problem error={refused.error} what="The list could not be loaded" onRetry={() => void refused.refetch()} />
      )}
      {refused.data?.length === 0 && (
        <Empty title="No sign-in was refused">
          Here stands whose name was tried with a wrong password, and how often. Many tries on one name, or many names that nobody
          has, may mean that somebody is guessing.
        </Empty>
      )}
      {refused.data !== undefined && refused.data.length > 0 && <RefusedTable rows={refused.data} />}
    </>
  );
}

function RefusedTable({ rows }: { readonly rows: readonly RefusedSignIns[] }): ReactElement {
  return (
    <TableFrame label="Refused sign-ins" minWidth={560}>
      <Table captionSide="top">
        <Table.Caption ta="left">Refused sign-ins, newest first</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {['Day', 'Whose name', 'Why', 'How often'].map((heading) => (
              <Table.Th key={heading} scope="col">
                {heading}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => {
            const words = refusalInWords(row);
            return (
              <Table.Tr key={`${row.on} ${row.person?.id ?? ''} ${row.reason}`}>
                <Table.Td>{dateInWords(row.on)}</Table.Td>
                <Table.Td>{words.whose}</Table.Td>
                <Table.Td>{words.why}</Table.Td>
                <Table.Td>{words.times}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}

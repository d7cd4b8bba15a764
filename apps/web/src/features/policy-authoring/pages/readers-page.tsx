import { useState, type ReactElement } from 'react';
import { Badge, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PolicyReaderRow, PolicyReadersView } from '@plumbline/analytics/compliance';
import { codeLabel, dateInWords, instantInWords } from '@plumbline/analytics/wording';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { TextLink } from '../../../parts/link/text-link.tsx';

/** Who has read the version in force, and who has not; whoever has just begun comes first. */
export function ReadersPage(): ReactElement {
  const trpc = useTRPC();
  const readers = useQuery(trpc.policy.readers.queryOptions(undefined, { staleTime: 0 }));
  return (
    <>
      <PageHeading
        title="Who has read the policy"
        above={<Link to="/policy/versions">Versions of the policy</Link>}
        lead="Everybody is asked once for each version. Reading it belongs to the first weeks of whoever has just begun."
      />
      {readers.isPending && <PageSkeleton label="Loading who has read it" />}
      {readers.isError && (
        <Problem error={readers.error} what="Who has read it could not be loaded" onRetry={() => void readers.refetch()} />
      )}
      {readers.data !== undefined && <Readers view={readers.data} />}
    </>
  );
}

type Shown = 'not-yet' | 'new' | 'all';

function Readers({ view }: { readonly view: PolicyReadersView }): ReactElement {
  const [shown, setShown] = useState<Shown>('not-yet');
  const unread = view.people.filter(({ readAt }) => readAt === null);
  const news = unread.filter(({ isNew }) => isNew);
  const rows = shown === 'all' ? view.people : shown === 'new' ? news : unread;
  return (
    <Stack gap="md">
      <Text>
        Version {view.version}, in force since {dateInWords(view.validFrom)}: {view.people.length - unread.length} of{' '}
        {view.people.length} people have read it.
        {news.length > 0 &&
          ` ${news.length === 1 ? 'One person who has' : `${news.length} people who have`} just begun ${news.length === 1 ? 'has' : 'have'} not.`}
      </Text>
      <SegmentedControl
        aria-label="Show"
        w="fit-content"
        value={shown}
        onChange={(value) => setShown(value as Shown)}
        data={[
          { value: 'not-yet', label: `Not yet (${unread.length})` },
          { value: 'new', label: `Just begun (${news.length})` },
          { value: 'all', label: `Everybody (${view.people.length})` },
        ]}
      />
      {rows.length === 0 ? (
        <Empty title="Nobody">{shown === 'all' ? 'You answer for nobody today.' : 'Everybody here has read this version.'}</Empty>
      ) : (
        <ReaderTable rows={rows} />
      )}
    </Stack>
  );
}

function ReaderTable({ rows }: { readonly rows: readonly PolicyReaderRow[] }): ReactElement {
  return (
    <Table.ScrollContainer minWidth={520}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Name</Table.Th>
            <Table.Th scope="col">Team</Table.Th>
            <Table.Th scope="col">Here since</Table.Th>
            <Table.Th scope="col">Read</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.person.id}>
              <Table.Th scope="row">
                <TextLink to="/people/$subjectId" params={{ subjectId: row.person.id }}>
                  {row.person.name}
                </TextLink>
                {row.role !== null && (
                  <Text c="dimmed" size="sm">
                    {codeLabel('role', row.role)}
                  </Text>
                )}
              </Table.Th>
              <Table.Td>{row.team ?? '—'}</Table.Td>
              <Table.Td>
                {dateInWords(row.employedFrom)}{' '}
                {row.isNew && (
                  <Badge tt="none" variant="light">
                    Just begun
                  </Badge>
                )}
              </Table.Td>
              <Table.Td>{row.readAt === null ? 'Not yet' : instantInWords(row.readAt)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

import { type ReactElement } from 'react';
import { Alert, Anchor, Button, Group, Stack, Table, Text } from '@mantine/core';
import { STATE_WORDS, type FocusGroupList, type FocusGroupRow } from '@plumbline/analytics/focus-groups';
import { dateInWords } from '@plumbline/analytics/wording';
import type { LocalDate } from '@plumbline/domain/calendar';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import { GroupsNavigation } from '../components/groups-navigation.tsx';

/** Focus groups: planned, held, with their members, agreed. */
export function ListPage(): ReactElement {
  const trpc = useTRPC();
  const list = useQuery(trpc.focusGroups.list.queryOptions());
  const mayRun = list.data?.mayRun === true;
  return (
    <>
      <PageHeading
        title="Focus groups"
        lead="What people say when a few of them sit together: by question, with how many held a view and who saw it otherwise, checked by those who were there."
        actions={mayRun && (list.data?.groups.length ?? 0) > 0 ? <Beginnings /> : undefined}
      />
      <GroupsNavigation here="groups" />
      {list.isPending && <PageSkeleton label="Loading focus groups" />}
      {list.isError && <Problem error={list.error} what="Focus groups could not be loaded" onRetry={() => void list.refetch()} />}
      {list.data !== undefined && <Loaded list={list.data} />}
    </>
  );
}

function Beginnings(): ReactElement {
  return (
    <Group gap="sm">
      <Button renderRoot={(props) => <Link {...props} to="/surveys/focus-groups/plan" />}>Plan a focus group</Button>
      <Button variant="default" renderRoot={(props) => <Link {...props} to="/surveys/focus-groups/import" />}>
        Bring in a record
      </Button>
    </Group>
  );
}

function Loaded({ list }: { readonly list: FocusGroupList }): ReactElement {
  const waiting = list.groups.filter(({ waitsForMe }) => waitsForMe);
  if (list.groups.length === 0)
    return (
      <Empty title="No focus groups yet" action={list.mayRun ? <Beginnings /> : undefined}>
        {list.mayRun
          ? 'Plan the first one, or bring in the record of one that was held before: text, Markdown or Word.'
          : 'Records stand here once those who were in the room have agreed to them.'}
      </Empty>
    );
  return (
    <Stack gap="lg">
      {waiting.map(({ id, title }) => (
        <Alert key={id} variant="light" color="plumb" title={`Please check what was written of “${title}”`}>
          <Anchor renderRoot={(props) => <Link {...props} to="/surveys/focus-groups/$groupId/check" params={{ groupId: id }} />}>
            Read it, agree to it, or say what you would put otherwise
          </Anchor>
        </Alert>
      ))}
      <GroupTable groups={list.groups} />
    </Stack>
  );
}

function GroupTable({ groups }: { readonly groups: readonly FocusGroupRow[] }): ReactElement {
  return (
    <TableFrame label="Focus groups" minWidth={620}>
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Group</Table.Th>
            <Table.Th scope="col">Held on</Table.Th>
            <Table.Th scope="col">For</Table.Th>
            <Table.Th scope="col" ta="right">
              Present
            </Table.Th>
            <Table.Th scope="col">State</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map(({ id, title, heldOn, audience, present, state, openCorrections }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row">
                <Anchor renderRoot={(props) => <Link {...props} to="/surveys/focus-groups/$groupId" params={{ groupId: id }} />}>
                  {title}
                </Anchor>
              </Table.Th>
              <Table.Td>{heldOn === null ? '—' : dateInWords(heldOn as LocalDate)}</Table.Td>
              <Table.Td>{audience === '' ? '—' : audience}</Table.Td>
              <Table.Td ta="right">{present ?? '—'}</Table.Td>
              <Table.Td>
                {STATE_WORDS[state]}
                {openCorrections > 0 && (
                  <Text size="sm" c="dimmed">
                    {openCorrections === 1 ? '1 correction to answer' : `${openCorrections} corrections to answer`}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}

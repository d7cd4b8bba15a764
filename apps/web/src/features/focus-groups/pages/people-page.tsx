import { useState, type ReactElement } from 'react';
import { Button, Checkbox, Group, Stack, Table, Text } from '@mantine/core';
import type { FocusGroupView } from '@plumbline/analytics/focus-groups';
import { canWrite } from '@plumbline/domain/focus-groups';
import { ROLE_FAMILIES, type RoleFamily } from '@plumbline/domain/surveys';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useUnsaved } from '../../../app/leave/unsaved.ts';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import { Candidates } from '../components/candidates.tsx';
import { GroupCrumbs } from '../components/group-crumbs.tsx';
import { GroupTabs } from '../components/group-tabs.tsx';

const route = getRouteApi('/surveys/focus-groups/$groupId/people');

/** Whom to invite, and who came. */
export function PeoplePage(): ReactElement {
  const { groupId } = route.useParams();
  const trpc = useTRPC();
  // Loaded anew by itself, it would take away what is chosen and not saved yet.
  const group = useQuery(
    trpc.focusGroups.get.queryOptions({ groupId }, { refetchOnWindowFocus: false, refetchOnReconnect: false }),
  );
  if (group.isError)
    return (
      <>
        <PageHeading title="People of a focus group" above={<GroupCrumbs />} />
        <Problem error={group.error} what="The focus group could not be loaded" onRetry={() => void group.refetch()} />
      </>
    );
  if (group.data === undefined) return <PageSkeleton label="Loading the people of the group" />;
  return <Loaded key={group.data.version} group={group.data} />;
}

interface Chosen {
  readonly id: string;
  readonly name: string;
  readonly roleFamily: string;
  readonly isPresent: boolean;
}

function Loaded({ group }: { readonly group: FocusGroupView }): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const save = useMutation(trpc.focusGroups.setMembers.mutationOptions());
  const [chosen, setChosen] = useState<readonly Chosen[]>(() =>
    group.members.map(({ person, roleFamily, wasPresent }) => ({
      id: person.id,
      name: person.name,
      roleFamily,
      isPresent: wasPresent,
    })),
  );
  const [isChanged, setChanged] = useState(false);
  useUnsaved(isChanged);
  const isOpen = canWrite(group.state);
  const change = (next: readonly Chosen[]): void => {
    setChosen(next);
    setChanged(true);
  };
  const keep = (): void =>
    save.mutate(
      {
        groupId: group.id,
        baseVersion: group.version,
        invited: chosen.map(({ id }) => id),
        present: chosen.filter(({ isPresent }) => isPresent).map(({ id }) => id),
        idempotencyKey: newIdempotencyKey(),
      },
      {
        onSuccess: async () => {
          setChanged(false);
          await queryClient.invalidateQueries();
        },
      },
    );
  return (
    <>
      <PageHeading
        title={`People: ${group.record.title}`}
        above={<GroupCrumbs group={{ id: group.id, title: group.record.title }} here="People" />}
        lead="Invite across role families rather than fill places: the counts show who would be missing, they are not quotas. From six people on, their words may be quoted."
      />
      <GroupTabs group={group} here="people" />
      <Stack gap="xl">
        {save.isError && <RefusalNotice refusal={refusalOf(save.error)} />}
        <ChosenTable group={group} chosen={chosen} onChange={isOpen ? change : undefined} />
        {isOpen && (
          <Group gap="md">
            <Button onClick={keep} loading={save.isPending} disabled={!isChanged}>
              Save who is invited and who came
            </Button>
            <Text size="sm" c="dimmed" aria-live="polite">
              {chosen.length} invited, {chosen.filter(({ isPresent }) => isPresent).length} came
              {isChanged ? ': not saved yet' : ''}
            </Text>
          </Group>
        )}
        {isOpen && (
          <Candidates
            taken={new Set(chosen.map(({ id }) => id))}
            onAdd={({ id, name, roleFamily }) => change([...chosen, { id, name, roleFamily, isPresent: false }])}
          />
        )}
        {!isOpen && <Text>The record is closed, so who was there can no longer be changed.</Text>}
      </Stack>
    </>
  );
}

interface ChosenTableProps {
  readonly group: FocusGroupView;
  readonly chosen: readonly Chosen[];
  readonly onChange: ((next: readonly Chosen[]) => void) | undefined;
}

function ChosenTable({ group, chosen, onChange }: ChosenTableProps): ReactElement {
  if (chosen.length === 0)
    return (
      <Text className="prose">
        Nobody is on the list yet.{' '}
        {group.sourceName !== null &&
          'The record was brought in from a file: give counts by role family under “Notes” where you know them.'}
      </Text>
    );
  return (
    <TableFrame label="Invited" minWidth={460}>
      <Table captionSide="top" verticalSpacing="xs">
        <Table.Caption ta="left">Invited</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Name</Table.Th>
            <Table.Th scope="col">Role family</Table.Th>
            <Table.Th scope="col">Came</Table.Th>
            {onChange !== undefined && <Table.Th scope="col">Change</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {chosen.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Th scope="row">{one.name}</Table.Th>
              <Table.Td>{ROLE_FAMILIES[one.roleFamily as RoleFamily] ?? one.roleFamily}</Table.Td>
              <Table.Td>
                <Checkbox
                  aria-label={`${one.name} came`}
                  checked={one.isPresent}
                  disabled={onChange === undefined}
                  onChange={(event) => {
                    const isPresent = event.currentTarget.checked;
                    onChange?.(chosen.map((other) => (other.id === one.id ? { ...other, isPresent } : other)));
                  }}
                />
              </Table.Td>
              {onChange !== undefined && (
                <Table.Td>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`Take ${one.name} off the list`}
                    onClick={() => onChange(chosen.filter(({ id }) => id !== one.id))}
                  >
                    Take off
                  </Button>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}

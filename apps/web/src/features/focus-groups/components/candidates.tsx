import { useState, type ReactElement } from 'react';
import { Button, Group, Select, Table, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { StaffRow } from '@plumbline/analytics/focus-groups';
import { ROLE_FAMILIES, ROLE_FAMILY_NAMES, type RoleFamily } from '@plumbline/domain/surveys';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { Problem } from '../../../app/states/problem.tsx';
import { TableFrame } from '../../../parts/table/table-frame.tsx';

interface CandidatesProps {
  readonly taken: ReadonlySet<string>;
  readonly onAdd: (row: StaffRow) => void;
}

/** Staff by role family and part of a name or team, to be put on the list. */
export function Candidates({ taken, onAdd }: CandidatesProps): ReactElement {
  const trpc = useTRPC();
  const [text, setText] = useState('');
  const [family, setFamily] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 200);
  const staff = useQuery(
    trpc.focusGroups.staff.queryOptions(
      { text: asked, roleFamily: family === '' ? null : family },
      { placeholderData: keepPreviousData },
    ),
  );
  const counts = staff.data?.headCounts ?? {};
  return (
    <section aria-labelledby="candidates">
      <Title order={2} id="candidates" mb="xs">
        Add people
      </Title>
      <Group gap="md" align="flex-end" mb="sm">
        <Select
          label="Role family"
          allowDeselect={false}
          data={[
            { value: '', label: 'All' },
            ...ROLE_FAMILY_NAMES.map((name) => ({ value: name, label: `${ROLE_FAMILIES[name]} (${counts[name] ?? 0})` })),
          ]}
          value={family}
          onChange={(value) => setFamily(value ?? '')}
        />
        <TextInput
          label="Part of a name, team or service"
          value={text}
          autoComplete="off"
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </Group>
      {staff.isError && (
        <Problem error={staff.error} what="The staff list could not be loaded" onRetry={() => void staff.refetch()} />
      )}
      {staff.data !== undefined && (
        <div aria-busy={staff.isPlaceholderData || asked !== text.trim()}>
          <TableFrame label="Staff" minWidth={520}>
            <Table verticalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">Name</Table.Th>
                  <Table.Th scope="col">Role family</Table.Th>
                  <Table.Th scope="col">Team</Table.Th>
                  <Table.Th scope="col">Invite</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {staff.data.people.map((row) => (
                  <Table.Tr key={row.id}>
                    <Table.Th scope="row">{row.name}</Table.Th>
                    <Table.Td>{ROLE_FAMILIES[row.roleFamily as RoleFamily]}</Table.Td>
                    <Table.Td>{row.team}</Table.Td>
                    <Table.Td>
                      {taken.has(row.id) ? (
                        <Text size="sm" c="dimmed">
                          On the list
                        </Text>
                      ) : (
                        <Button size="compact-sm" variant="default" aria-label={`Invite ${row.name}`} onClick={() => onAdd(row)}>
                          Invite
                        </Button>
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </TableFrame>
        </div>
      )}
      {staff.data?.people.length === 0 && <Text>Nobody found. Type less, or choose another role family.</Text>}
      {staff.data?.isCutOff === true && <Text size="sm">These are the first of more. Type part of a name to find others.</Text>}
    </section>
  );
}

import { type ReactElement } from 'react';
import { List, Stack, Table, Text, Title } from '@mantine/core';
import type { RoundDetail } from '@plumbline/domain/surveys';
import { mergedInWords } from '../model/round-words.ts';

/** Who is on the list, in the groups whose answers are counted together, and why some were put together. */
export function RoundCells({ round }: { readonly round: RoundDetail }): ReactElement {
  return (
    <section aria-labelledby="cells-title">
      <Title order={2} id="cells-title" mb="xs">
        The list, in groups
      </Title>
      <Stack gap="md">
        <Text className="prose">
          {round.invited} people are on the list, in {round.cells.length} groups of at least ten. Nobody joins or leaves it any
          more: who moves team keeps their group.
          {round.withoutPost > 0 &&
            ` ${round.withoutPost === 1 ? 'One person has' : `${round.withoutPost} people have`} no post today and ${round.withoutPost === 1 ? 'is' : 'are'} not invited.`}
        </Text>
        <Table.ScrollContainer minWidth={240} maw="58rem">
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Group</Table.Th>
                <Table.Th scope="col" ta="right">
                  People
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {round.cells.map(({ id, label, headCount }) => (
                <Table.Tr key={id}>
                  <Table.Th scope="row" fw={400}>
                    {label}
                  </Table.Th>
                  <Table.Td ta="right">{headCount}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        {round.merged.length > 0 && (
          <div>
            <Title order={3}>Put together</Title>
            <List mt="xs" maw="58rem" spacing={4}>
              {round.merged.map((merged) => (
                <List.Item key={merged.cell}>{mergedInWords(merged)}</List.Item>
              ))}
            </List>
          </div>
        )}
      </Stack>
    </section>
  );
}

import { type ReactElement } from 'react';
import { Checkbox, Table } from '@mantine/core';
import type { PaperPerson } from '@plumbline/domain/surveys';

interface PaperTableProps {
  readonly people: readonly PaperPerson[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Who may have a paper form, to be ticked one by one. */
export function PaperTable({ people, chosen, onChoose }: PaperTableProps): ReactElement {
  function toggle(id: string): void {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  }
  return (
    <Table.ScrollContainer minWidth={420} maw="58rem">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Name</Table.Th>
            <Table.Th scope="col">Team</Table.Th>
            <Table.Th scope="col">Mail reaches them</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map(({ id, name, team, hasAddress }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row" fw={400}>
                <Checkbox label={name} checked={chosen.has(id)} onChange={() => toggle(id)} />
              </Table.Th>
              <Table.Td>{team}</Table.Td>
              <Table.Td>{hasAddress ? 'Yes' : 'No'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

import { type ReactElement } from 'react';
import { Table } from '@mantine/core';
import { dateInWords, instantInWords } from '@plumbline/analytics/wording';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import type { PackRow } from '../model/outputs.ts';
import { stateInWords } from '../model/pack-words.ts';

/** Every pack, the latest first, with who stands behind it. */
export function PackTable({ packs }: { readonly packs: readonly PackRow[] }): ReactElement {
  return (
    <TableFrame label="Inspection packs" minWidth={720}>
      <Table verticalSpacing="sm" maw="64rem">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Figures as of</Table.Th>
            <Table.Th scope="col">Whose</Table.Th>
            <Table.Th scope="col">Standing</Table.Th>
            <Table.Th scope="col">Drafted</Table.Th>
            <Table.Th scope="col">Checked by</Table.Th>
            <Table.Th scope="col">Approved by</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {packs.map(({ id, home, asOf, state, drafted, checked, approved }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row">
                <TextLink to="/inspection/$packId" params={{ packId: id }}>
                  {dateInWords(asOf)}
                </TextLink>
              </Table.Th>
              <Table.Td>{home ?? 'The whole council'}</Table.Td>
              <Table.Td>{stateInWords(state)}</Table.Td>
              <Table.Td>
                {drafted.name}, {instantInWords(drafted.at)}
              </Table.Td>
              <Table.Td>{checked?.name ?? 'Nobody yet'}</Table.Td>
              <Table.Td>{approved?.name ?? 'Nobody yet'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}

import { type ReactElement } from 'react';
import { Table } from '@mantine/core';
import type { LaneTableRow } from '@plumbline/analytics/prepare';
import { TableFrame } from '../table/table-frame.tsx';
import { Standing } from '../status/standing.tsx';

/** The table twin of a stack of lanes: the same rows, read cell by cell. */
export function LaneTable({ rows, caption }: { readonly rows: readonly LaneTableRow[]; readonly caption: string }): ReactElement {
  return (
    <TableFrame label={caption} minWidth={640}>
      <Table striped="even" withRowBorders captionSide="top">
        <Table.Caption>{caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Person or child</Table.Th>
            <Table.Th scope="col">What</Table.Th>
            <Table.Th scope="col">Last</Table.Th>
            <Table.Th scope="col">Due</Table.Th>
            <Table.Th scope="col">How it stands</Table.Th>
            <Table.Th scope="col">Owed by</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, index) => (
            <Table.Tr key={`${row.who}${row.what}${index}`}>
              <Table.Th scope="row" fw={600}>
                {row.who}
              </Table.Th>
              <Table.Td>{row.what}</Table.Td>
              <Table.Td>{row.last}</Table.Td>
              <Table.Td>{row.due}</Table.Td>
              <Table.Td>
                <Standing status={row.status} words={row.standing} />
              </Table.Td>
              <Table.Td>{row.owedBy}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}

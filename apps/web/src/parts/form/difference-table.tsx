import { type ReactElement } from 'react';
import { Table } from '@mantine/core';
import { TableFrame } from '../table/table-frame.tsx';
import type { DifferenceRow } from '../fact/difference.ts';

interface DifferenceTableProps {
  readonly caption: string;
  readonly rows: readonly DifferenceRow[];
  readonly before: string;
  readonly after: string;
}

/** Two versions side by side, only where they differ. */
export function DifferenceTable({ caption, rows, before, after }: DifferenceTableProps): ReactElement {
  return (
    <TableFrame label={caption} minWidth={280}>
      <Table captionSide="top" withTableBorder>
        <Table.Caption ta="left" fw={600}>
          {caption}
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Field</Table.Th>
            <Table.Th scope="col">{before}</Table.Th>
            <Table.Th scope="col">{after}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.name}>
              <Table.Th scope="row" fw={400}>
                {row.label}
              </Table.Th>
              <Table.Td>{row.before}</Table.Td>
              <Table.Td fw={600}>{row.after}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}

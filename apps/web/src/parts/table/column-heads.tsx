import { type ReactElement } from 'react';
import { Table } from '@mantine/core';

/** The row of headings of a table whose columns are all named, each differently. */
export function ColumnHeads({ columns }: { readonly columns: readonly string[] }): ReactElement {
  return (
    <Table.Thead>
      <Table.Tr>
        {columns.map((column) => (
          <Table.Th key={column} scope="col">
            {column}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  );
}

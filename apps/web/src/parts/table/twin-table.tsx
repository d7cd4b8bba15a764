import { useState, type ReactElement } from 'react';
import { Button, Table } from '@mantine/core';
import type { TableTwin } from '@plumbline/analytics/prepare';
import { TableFrame } from './table-frame.tsx';
import css from './twin-table.module.css';

/** The same figures as a table, closed at first; open on paper. */
export function TwinTable({ twin }: { readonly twin: TableTwin }): ReactElement {
  return (
    <details className={css['twin']}>
      <summary>As a table</summary>
      <TableFrame label={twin.caption} minWidth={Math.min(900, 160 + twin.columns.length * 90)}>
        <Table captionSide="top" withRowBorders>
          <caption className={css['caption']}>{twin.caption}</caption>
          <Table.Thead>
            <Table.Tr>
              {twin.columns.map((column, i) => (
                // oxlint-disable-next-line react/no-array-index-key -- columns keep their places, and two may say the same
                <Table.Th key={i} scope="col">
                  {column === '' ? <span className={css['hidden']}>Group or question</span> : column}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {twin.rows.map(({ key, header, cells, note }) => (
              <Table.Tr key={key}>
                <Table.Th scope="row" fw={400}>
                  {header}
                </Table.Th>
                {note === null ? (
                  // oxlint-disable-next-line react/no-array-index-key -- cells are told apart by their column
                  cells.map((cell, i) => <Table.Td key={i}>{cell}</Table.Td>)
                ) : (
                  <Table.Td colSpan={twin.columns.length - 1}>{note}</Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableFrame>
      <CopyTable twin={twin} />
    </details>
  );
}

function CopyTable({ twin }: { readonly twin: TableTwin }): ReactElement | null {
  const [isCopied, setCopied] = useState(false);
  if (!('clipboard' in navigator)) return null;
  const rows = twin.rows.map(({ header, cells, note }) => [header, ...(note === null ? cells : [note])]);
  const text = [twin.columns, ...rows].map((row) => row.join('\t')).join('\n');
  return (
    <Button
      className="no-print"
      variant="subtle"
      size="compact-sm"
      mt="xs"
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      <span aria-live="polite">{isCopied ? 'Copied' : 'Copy as a table'}</span>
    </Button>
  );
}

import { type ReactElement } from 'react';
import { Table } from '@mantine/core';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import type { ContextRow, MonthColumn } from '../model/context-table.ts';
import css from './events.module.css';

interface ContextTableProps {
  readonly whose: string;
  readonly rows: readonly ContextRow[];
  readonly months: readonly MonthColumn[];
  /** Whether a figure leads to its entry, where it is corrected. */
  readonly leadsOn: boolean;
}

/** Measures down, months across; what nobody holds says so. */
export function ContextTable({ whose, rows, months, leadsOn }: ContextTableProps): ReactElement {
  const caption = `${whose}, ${months[0]?.full} to ${months.at(-1)?.full}`;
  return (
    <TableFrame label={caption} minWidth={900}>
      <Table captionSide="top" className={css['table'] ?? ''}>
        <Table.Caption ta="left">
          <span className={css['caption']}>{caption}</span>
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" className={css['measure'] ?? ''}>
              Measure
            </Table.Th>
            {months.map(({ month, short, year, full }) => (
              <Table.Th key={month} scope="col" className={css['number'] ?? ''} abbr={full}>
                {short} <span className={css['ofYear']}>{year}</span>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.measure}>
              <Table.Th scope="row" fw={600} className={css['measure'] ?? ''}>
                {row.label}
              </Table.Th>
              {row.note === null ? (
                row.cells.map((cell, place) => {
                  const month = months[place];
                  return (
                    <Table.Td key={month?.month} className={css['number'] ?? ''}>
                      <Figure cell={cell} of={`${row.label}, ${month?.full}`} leadsOn={leadsOn} />
                    </Table.Td>
                  );
                })
              ) : (
                <Table.Td colSpan={months.length} className={css['note'] ?? ''}>
                  {row.note}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}

interface FigureProps {
  readonly cell: ContextRow['cells'][number];
  readonly of: string;
  readonly leadsOn: boolean;
}

function Figure({ cell, of, leadsOn }: FigureProps): ReactElement {
  if (cell === null)
    return (
      <>
        <span aria-hidden="true">–</span>
        <span className={css['hidden']}>no figure</span>
      </>
    );
  if (!leadsOn) return <>{cell.words}</>;
  return (
    <TextLink
      to="/records/$factId"
      params={{ factId: cell.id }}
      className={css['figure'] ?? ''}
      aria-label={`${of}: ${cell.words}`}
    >
      {cell.words}
    </TextLink>
  );
}

import { type ReactElement } from 'react';
import { Table, Title } from '@mantine/core';
import { ColumnHeads } from '../../../parts/table/column-heads.tsx';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import type { PackFigure, PackPart as Part } from '../model/outputs.ts';
import { countInWords, standingInWords, tableToShow, valueInWords } from '../model/pack-words.ts';
import css from './inspection.module.css';

/** A longer table opens when it is asked for. */
const MOST_OPEN = 12;

interface PackPartProps {
  readonly part: Part;
  /** Its number in the pack, from 1. */
  readonly place: number;
}

/** One part of a pack: its figures with what each was made of, and a table where it says more. */
export function PackPart({ part, place }: PackPartProps): ReactElement {
  const { id, title, note, figures } = part;
  const table = tableToShow(part);
  return (
    <section aria-labelledby={`part-${id}`} className={css['part']}>
      <Title order={2} id={`part-${id}`} tabIndex={-1}>
        {place}. {title}
      </Title>
      {part.notHeld && <strong>{standingInWords(part)}</strong>}
      {note !== null && <p className={css['note']}>{note}</p>}
      {figures.length > 0 && <Figures title={title} figures={figures} />}
      {table !== null && table.rows.length <= MOST_OPEN && <PlainTable title={title} table={table} />}
      {table !== null && table.rows.length > MOST_OPEN && (
        <details>
          <summary>All {table.rows.length} rows</summary>
          <PlainTable title={title} table={table} />
        </details>
      )}
    </section>
  );
}

function Figures({ title, figures }: { readonly title: string; readonly figures: readonly PackFigure[] }): ReactElement {
  return (
    <TableFrame label={`Figures: ${title}`} minWidth={720}>
      <Table verticalSpacing="xs" maw="64rem">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Figure</Table.Th>
            <Table.Th scope="col" className={css['number'] ?? ''}>
              Value
            </Table.Th>
            <Table.Th scope="col" className={css['number'] ?? ''}>
              Counted
            </Table.Th>
            <Table.Th scope="col" className={css['number'] ?? ''}>
              Left out: away
            </Table.Th>
            <Table.Th scope="col" className={css['number'] ?? ''}>
              Not known
            </Table.Th>
            <Table.Th scope="col">Code</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {figures.map((figure) => (
            <Table.Tr key={figure.id}>
              <Table.Th scope="row" fw={400}>
                {figure.title}
              </Table.Th>
              <Table.Td className={css['number'] ?? ''}>
                <strong>{valueInWords(figure)}</strong>
              </Table.Td>
              <Table.Td className={css['number'] ?? ''}>{countInWords(figure)}</Table.Td>
              <Table.Td className={css['number'] ?? ''}>{figure.excluded.away}</Table.Td>
              <Table.Td className={css['number'] ?? ''}>{figure.excluded.notKnown}</Table.Td>
              <Table.Td className={css['code'] ?? ''}>{figure.code}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}

function PlainTable({ title, table }: { readonly title: string; readonly table: NonNullable<Part['table']> }): ReactElement {
  return (
    <TableFrame label={`${title}: table`} minWidth={Math.min(720, 160 + table.columns.length * 120)}>
      <Table verticalSpacing="xs" maw="64rem">
        <ColumnHeads columns={table.columns} />
        <Table.Tbody>
          {table.rows.map(([header = '', ...cells], i) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows keep their places, and two may say the same
            <Table.Tr key={i}>
              <Table.Th scope="row" fw={400} style={{ verticalAlign: 'top' }}>
                {header}
              </Table.Th>
              {cells.map((cell, place) => (
                // oxlint-disable-next-line react/no-array-index-key -- cells are told apart by their column
                <Table.Td key={place} style={{ verticalAlign: 'top' }}>
                  {cell}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}

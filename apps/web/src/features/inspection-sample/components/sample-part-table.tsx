import { type ReactElement } from 'react';
import { Table, Title, VisuallyHidden } from '@mantine/core';
import { Standing } from '../../../parts/status/standing.tsx';
import { ColumnHeads } from '../../../parts/table/column-heads.tsx';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import type { SamplePart } from '../model/outputs.ts';
import css from './sample.module.css';

/** A longer table opens when it is asked for, unless it is what inspectors read first. */
const MOST_OPEN = 12;
const ALWAYS_OPEN: readonly string[] = ['supervisions', 'discussions', 'due'];

interface SamplePartTableProps {
  readonly part: SamplePart;
  /** Whose record it is. */
  readonly label: string;
  readonly id: string;
}

/** One part of somebody's record as a table. */
export function SamplePartTable({ part, label, id }: SamplePartTableProps): ReactElement {
  const { title, note, rows, empty } = part;
  const table = <PartTable part={part} label={`${title}, ${label}`} />;
  return (
    <section aria-labelledby={id} className={css['part']}>
      <Title order={3} id={id}>
        {title}
      </Title>
      {rows.length === 0 && <p className={css['note']}>{empty}</p>}
      {rows.length > 0 && note !== null && <p className={css['note']}>{note}</p>}
      {rows.length > 0 && (rows.length <= MOST_OPEN || ALWAYS_OPEN.includes(part.id)) && table}
      {rows.length > MOST_OPEN && !ALWAYS_OPEN.includes(part.id) && (
        <details className={css['rows']}>
          <summary>
            All {rows.length} rows
            <VisuallyHidden> of {title.toLowerCase()}</VisuallyHidden>
          </summary>
          {table}
        </details>
      )}
    </section>
  );
}

function PartTable({ part, label }: { readonly part: SamplePart; readonly label: string }): ReactElement {
  const { columns, rows } = part;
  return (
    <TableFrame label={label} minWidth={Math.min(960, 160 + columns.length * 130)}>
      <Table verticalSpacing="xs" maw="80rem">
        <ColumnHeads columns={columns} />
        <Table.Tbody>
          {rows.map((row, i) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows keep their places, and two may say the same
            <PartRow key={i} row={row} columns={columns} />
          ))}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}

interface PartRowProps {
  readonly row: SamplePart['rows'][number];
  readonly columns: readonly string[];
}

function PartRow({ row, columns }: PartRowProps): ReactElement {
  const [first = '', ...others] = row.cells;
  return (
    <Table.Tr>
      <Table.Th scope="row" className={css['day'] ?? ''}>
        {first}
      </Table.Th>
      {others.map((cell, i) => {
        const column = columns[i + 1] ?? '';
        return (
          <Table.Td key={column} className={css[column === 'Recorded' ? 'recorded' : 'cell'] ?? ''}>
            {row.standing !== null && column === 'How it stands' ? (
              <Standing status={row.standing} words={cell} />
            ) : (
              <CellLines cell={cell} />
            )}
          </Table.Td>
        );
      })}
    </Table.Tr>
  );
}

/** Longer than a date or a word or two: may run over lines. */
const SHORT = 18;

/** A cell with each thing that it says on a line of its own; what is short stays whole. */
function CellLines({ cell }: { readonly cell: string }): ReactElement {
  return (
    <>
      {cell.split('; ').map((line) => (
        <span key={line} className={css[line.length <= SHORT ? 'shortLine' : 'line']}>
          {line}
        </span>
      ))}
    </>
  );
}

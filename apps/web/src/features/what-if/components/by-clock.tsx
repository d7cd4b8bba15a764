import { type ReactElement } from 'react';
import { Table } from '@mantine/core';
import { onTimeShare } from '@plumbline/analytics/impact';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import type { WorkedOut } from '../model/figures.ts';
import css from './what-if.module.css';

const COLUMNS = ['Asked for', 'Fell due', 'On time', 'Late', 'Not done', 'Not counted: away', 'Not known', 'On time, %'] as const;

/** What fell due under each set of rules, clock by clock, and what became of it. */
export function ByClock({ view }: { readonly view: WorkedOut }): ReactElement {
  return (
    <details className={css['clocks']}>
      <summary>What fell due, and what became of it</summary>
      <p className={css['sentence']}>
        Asked for is what the intervals add up to. Fell due counts dates: after each supervision the next date is set anew, so one
        that is never held falls due once.
      </p>
      <TableFrame label="What fell due, and what became of it" minWidth={820}>
        <Table verticalSpacing="xs">
          <caption className={css['hidden']}>What fell due under each set of rules, over the twelve months</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Rules</Table.Th>
              {COLUMNS.map((column) => (
                <Table.Th key={column} scope="col" className={css['number'] ?? ''}>
                  {column}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {view.options.flatMap(({ name, series }) =>
              series.map((one) => (
                <Table.Tr key={`${name} ${one.series}`}>
                  <Table.Th scope="row" className={css['measure'] ?? ''}>
                    {one.title}
                    <span className={css['help']}>{name}</span>
                  </Table.Th>
                  {one.isRecorded ? (
                    cellsOf(one).map((cell, i) => (
                      <Table.Td key={COLUMNS[i] ?? i} className={css['number'] ?? ''}>
                        {cell}
                      </Table.Td>
                    ))
                  ) : (
                    <Table.Td colSpan={COLUMNS.length}>Not known: what it needs is not recorded here.</Table.Td>
                  )}
                </Table.Tr>
              )),
            )}
          </Table.Tbody>
        </Table>
      </TableFrame>
    </details>
  );
}

function cellsOf({ required, counts }: WorkedOut['inForce']['series'][number]): string[] {
  const share = onTimeShare(counts);
  const numbers = [required, counts.due, counts.onTime, counts.late, counts.notDone, counts.excused, counts.notKnown];
  return [
    ...numbers.map((value) => Math.round(value).toLocaleString('en-GB')),
    share === null ? '—' : `${Math.round(share * 100)}%`,
  ];
}

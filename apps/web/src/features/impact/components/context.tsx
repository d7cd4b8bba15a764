import { type ReactElement } from 'react';
import { Table, Title } from '@mantine/core';
import { ColumnHeads } from '../../../parts/table/column-heads.tsx';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import { contextRows } from '../model/context-rows.ts';
import type { ImpactView } from '../model/outputs.ts';
import css from './impact.module.css';

const COLUMNS = ['Each month, the whole council', 'Before', 'Since'];

/** Caseloads, vacancies and the like before the version and since; what nobody holds says so. */
export function Context({ context }: Pick<ImpactView, 'context'>): ReactElement {
  return (
    <section aria-labelledby="context" className={css['rivals']}>
      <Title order={2} id="context" mb="xs">
        What stood around it
      </Title>
      <TableFrame label="What stood around it" minWidth={280}>
        <Table verticalSpacing="xs" maw="48rem" aria-labelledby="context">
          <ColumnHeads columns={COLUMNS} />
          <Table.Tbody>
            {contextRows(context).map(({ measure, label, cells, note }) => (
              <Table.Tr key={measure}>
                <Table.Th scope="row">{label}</Table.Th>
                {note === null ? (
                  cells.map(({ side, words }) => <Table.Td key={side}>{words}</Table.Td>)
                ) : (
                  <Table.Td colSpan={2}>{note}</Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableFrame>
      <p className={css['quiet']}>Means of the months that have a figure. A change here stands beside every change above.</p>
    </section>
  );
}

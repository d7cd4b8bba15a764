import { type ReactElement } from 'react';
import { Table, Text, VisuallyHidden } from '@mantine/core';
import type { DutyRow } from '@plumbline/analytics/compliance';
import { clauseInWords, dateInWords, eitherInWords, standingInWords, statusOf } from '@plumbline/analytics/wording';
import { useAsOf } from '../as-of/use-as-of.ts';
import { Standing } from '../status/standing.tsx';
import { TableFrame } from '../table/table-frame.tsx';

interface DutyRowsProps {
  readonly rows: readonly DutyRow[];
  readonly label: string;
  readonly onWhy?: ((dutyId: string) => void) | undefined;
  /** The rows of which the reader may ask why; all where left out. */
  readonly mayAskWhy?: readonly string[];
  /** Whether the rows are about several people or children. */
  readonly hasSubjects?: boolean;
}

/** Requirements one under the other: what was due, when, and how it stands. */
export function DutyRows({ rows, label, onWhy, mayAskWhy, hasSubjects = false }: DutyRowsProps): ReactElement {
  const asOf = useAsOf();
  return (
    <TableFrame label={label} minWidth={hasSubjects ? 620 : 420}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {hasSubjects && <Table.Th scope="col">Person or child</Table.Th>}
            <Table.Th scope="col">What</Table.Th>
            <Table.Th scope="col">Due</Table.Th>
            <Table.Th scope="col">How it stands</Table.Th>
            {hasSubjects && <Table.Th scope="col">Owed by</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <DutyLine
              key={row.id}
              row={row}
              on={asOf.on}
              onWhy={mayAskWhy === undefined || mayAskWhy.includes(row.id) ? onWhy : undefined}
              hasSubject={hasSubjects}
            />
          ))}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}

interface DutyLineProps {
  readonly row: DutyRow;
  readonly on: string;
  readonly onWhy: ((dutyId: string) => void) | undefined;
  readonly hasSubject: boolean;
}

function DutyLine({ row, on, onWhy, hasSubject }: DutyLineProps): ReactElement {
  const words = standingInWords(row, on);
  return (
    <Table.Tr>
      {hasSubject && (
        <Table.Th scope="row" fw={600}>
          {row.subject.label}
        </Table.Th>
      )}
      <Table.Td>
        {row.title}
        <Text size="xs" c="dimmed">
          {clauseInWords(row.clause)}
        </Text>
      </Table.Td>
      <Table.Td>{row.dueOn === null ? '–' : dateInWords(row.dueOn)}</Table.Td>
      <Table.Td>
        <Standing status={statusOf(row, on)} words={words} detail={row.metOn === null ? '' : `on ${dateInWords(row.metOn)}`} />
        {onWhy !== undefined && (
          <div>
            <button type="button" className="link" onClick={() => onWhy(row.id)}>
              Why?
              <VisuallyHidden>
                {' '}
                {row.title} for {row.subject.label}, {words}
              </VisuallyHidden>
            </button>
          </div>
        )}
      </Table.Td>
      {hasSubject && <Table.Td>{row.owedBy === null ? 'nobody' : eitherInWords(row.owedBy, row.owedWith)}</Table.Td>}
    </Table.Tr>
  );
}

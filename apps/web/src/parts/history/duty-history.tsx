import { useState, type ReactElement } from 'react';
import { Button, Table, Text, Title } from '@mantine/core';
import type { DutyRow } from '@plumbline/analytics/compliance';
import { clauseInWords, dateInWords, standingInWords, statusOf } from '@plumbline/analytics/wording';
import { useAsOf } from '../as-of/use-as-of.ts';
import { TableFrame } from '../table/table-frame.tsx';
import { Standing } from '../status/standing.tsx';

interface DutyHistoryProps {
  readonly rows: readonly DutyRow[];
  readonly onWhy?: ((dutyId: string) => void) | undefined;
  readonly title?: string;
  /** Whether the rows are about several people or children. */
  readonly hasSubjects?: boolean;
}

/** As many as fit beside the log; the rest is one press away. */
const SHORT = 10;

/** Requirements one under the other: what was due, when, and how it went. */
export function DutyHistory({ rows, onWhy, title = 'What was due', hasSubjects = false }: DutyHistoryProps): ReactElement {
  const asOf = useAsOf();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole || hasSubjects ? rows : rows.slice(0, SHORT);
  if (rows.length === 0) return <section><Title order={2} mb="xs">{title}</Title><Text c="dimmed">Nothing yet. Each requirement stands here from the day it opens, with how it was met.</Text></section>;
  return (
    <section>
      {title !== '' && <Title order={2} mb="xs">{title}</Title>}
      <TableFrame label={title === '' ? 'Rows' : title} minWidth={hasSubjects ? 620 : 420}>
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
            {shown.map((row) => <HistoryRow key={row.id} row={row} on={asOf.on} onWhy={onWhy} hasSubject={hasSubjects} />)}
          </Table.Tbody>
        </Table>
      </TableFrame>
      {shown.length < rows.length && <Button variant="subtle" mt="xs" onClick={() => setWhole(true)}>Show {rows.length - shown.length} earlier</Button>}
    </section>
  );
}

interface HistoryRowProps {
  readonly row: DutyRow;
  readonly on: string;
  readonly onWhy: ((dutyId: string) => void) | undefined;
  readonly hasSubject: boolean;
}

function HistoryRow({ row, on, onWhy, hasSubject }: HistoryRowProps): ReactElement {
  const words = standingInWords(row, on);
  return (
    <Table.Tr>
      {hasSubject && <Table.Th scope="row" fw={600}>{row.subject.label}</Table.Th>}
      <Table.Td>{row.title}<Text size="xs" c="dimmed">{clauseInWords(row.clause)}</Text></Table.Td>
      <Table.Td>{row.dueOn === null ? '–' : dateInWords(row.dueOn)}</Table.Td>
      <Table.Td>
        <Standing status={statusOf(row, on)} words={words} detail={row.metOn === null ? '' : `on ${dateInWords(row.metOn)}`} />
        {onWhy !== undefined && <div><button type="button" className="link" onClick={() => onWhy(row.id)} aria-label={`Why: ${row.title} for ${row.subject.label}, ${words}`}>Why?</button></div>}
      </Table.Td>
      {hasSubject && <Table.Td>{row.owedBy?.name ?? 'nobody'}</Table.Td>}
    </Table.Tr>
  );
}

import { useId, type ReactElement } from 'react';
import { Table, Text, Title } from '@mantine/core';
import { dateInWords, shareInWords, type StatusKind } from '@plumbline/analytics/wording';
import { StatusSign } from '../../../parts/status/status-sign.tsx';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import type { SignedFigures } from '../model/outputs.ts';
import { duringInWords, type Period } from '../model/period-words.ts';
import { fellDue, stoodOn, type FellDueRow, type FiguresTable, type StoodRow } from '../model/signed-figures.ts';
import { ShareBar, ShareLegend } from './share-bar.tsx';
import css from './figures.module.css';

interface FiguresProps {
  readonly figures: SignedFigures;
  readonly period: Period;
}

/** The supervision figures of a period by team: what became of what fell due, and what stood open on its last day. */
export function Figures({ figures, period }: FiguresProps): ReactElement {
  const { teams } = figures;
  if (teams.length === 0) return <Text>No team of this service had figures then.</Text>;
  const on = dateInWords(period.toOn);
  return (
    <div className={css['figures']}>
      <FellDue figures={figures} period={period} />
      <Stood table={stoodOn(teams, 'own')} title={`Own supervision on ${on}`} unit="People" />
      <Stood table={stoodOn(teams, 'cases')} title={`Case supervision on ${on}`} unit="Children" />
    </div>
  );
}

function FellDue({ figures: { teams }, period }: FiguresProps): ReactElement {
  const id = useId();
  const title = `What fell due ${duringInWords(period)}`;
  const table = fellDue(teams, period);
  return (
    <section aria-labelledby={id}>
      <Title order={3} id={id} mb="xs">
        {title}
      </Title>
      <Text className="prose">{table.sentence} Own supervision and case supervision are counted together here.</Text>
      <FellDueTable table={table} label={`${title}, by team`} />
      <ShareLegend />
    </section>
  );
}

function FellDueTable({ table, label }: { readonly table: FiguresTable<FellDueRow>; readonly label: string }): ReactElement {
  return (
    <TableFrame label={label} minWidth={640}>
      <Table className={css['table'] ?? ''} aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Team</Table.Th>
            <Table.Th scope="col">Fell due and counts</Table.Th>
            <Head kind="done">Done on time</Head>
            <Head kind="done-late">Done late</Head>
            <Head kind="not-met">Not done</Head>
            <Head kind="away">Not counted: away</Head>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {table.rows.map((row) => (
            <FellDueCells key={row.key} row={row} />
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <FellDueCells row={table.total} />
        </Table.Tfoot>
      </Table>
    </TableFrame>
  );
}

function FellDueCells({ row }: { readonly row: FellDueRow }): ReactElement {
  return (
    <Table.Tr>
      <Table.Th scope="row">{row.name}</Table.Th>
      <Table.Td>
        {row.counted.toLocaleString('en-GB')}
        <ShareBar row={row} />
      </Table.Td>
      <Table.Td>
        <Count count={row.onTime} />
        {row.counted > 0 && <span className={css['share']}> {shareInWords(row.onTime / row.counted)}</span>}
      </Table.Td>
      <Table.Td>
        <Count count={row.late} />
      </Table.Td>
      <Table.Td>
        <Count count={row.notDone} isLate />
      </Table.Td>
      <Table.Td>
        <Count count={row.away} />
      </Table.Td>
    </Table.Tr>
  );
}

interface StoodProps {
  readonly table: FiguresTable<StoodRow>;
  readonly title: string;
  /** What the team is counted in. */
  readonly unit: string;
}

function Stood({ table, title, unit }: StoodProps): ReactElement {
  const id = useId();
  const hasDone = table.total.done > 0;
  return (
    <section aria-labelledby={id}>
      <Title order={3} id={id} mb="xs">
        {title}
      </Title>
      <Text className="prose">{table.sentence}</Text>
      <TableFrame label={`${title}, by team`} minWidth={720}>
        <Table className={css['table'] ?? ''} aria-label={`${title}, by team`}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Team</Table.Th>
              <Table.Th scope="col">{unit}</Table.Th>
              <Table.Th scope="col">Open and counts</Table.Th>
              {hasDone && <Head kind="done">Done</Head>}
              <Head kind="due">Not due yet</Head>
              <Head kind="overdue">Overdue</Head>
              <Head kind="not-met">Not met</Head>
              <Head kind="away">Not counted: away</Head>
              <Head kind="not-known">Not known</Head>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {table.rows.map((row) => (
              <StoodCells key={row.key} row={row} hasDone={hasDone} />
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <StoodCells row={table.total} hasDone={hasDone} />
          </Table.Tfoot>
        </Table>
      </TableFrame>
    </section>
  );
}

function StoodCells({ row, hasDone }: { readonly row: StoodRow; readonly hasDone: boolean }): ReactElement {
  return (
    <Table.Tr>
      <Table.Th scope="row">{row.name}</Table.Th>
      {[row.of, row.counted, ...(hasDone ? [row.done] : []), row.notDueYet].map((count, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- cells are told apart by their column
        <Table.Td key={at}>
          <Count count={count} />
        </Table.Td>
      ))}
      <Table.Td>
        <Count count={row.overdue} isLate />
      </Table.Td>
      <Table.Td>
        <Count count={row.notMet} isLate />
      </Table.Td>
      <Table.Td>
        <Count count={row.away} />
      </Table.Td>
      <Table.Td>
        <Count count={row.notKnown} />
      </Table.Td>
    </Table.Tr>
  );
}

function Head({ kind, children }: { readonly kind: StatusKind; readonly children: string }): ReactElement {
  return (
    <Table.Th scope="col">
      <span className={css['sign']}>
        <StatusSign kind={kind} size={14} />
      </span>{' '}
      {children}
    </Table.Th>
  );
}

function Count({ count, isLate = false }: { readonly count: number; readonly isLate?: boolean }): ReactElement {
  const name = count === 0 ? css['none'] : isLate ? css['late'] : undefined;
  return <span className={name}>{count.toLocaleString('en-GB')}</span>;
}

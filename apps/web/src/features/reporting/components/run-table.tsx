import { type ReactElement } from 'react';
import { Table } from '@mantine/core';
import { instantInWords, STATUS_LOOKS, type StatusKind } from '@plumbline/analytics/wording';
import { StatusSign } from '../../../parts/status/status-sign.tsx';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import type { ReportRun } from '../model/outputs.ts';
import { amountInWords, askedInWords, problemInWords, stateInWords } from '../model/report-words.ts';
import css from './report-files.module.css';

const SIGN: Readonly<Record<ReportRun['state'], StatusKind>> = { written: 'done', failed: 'overdue', waiting: 'due-soon' };

/** Every writing, the latest first: when, on whose behalf, what came of it and where it lies. */
export function RunTable({ runs }: { readonly runs: readonly ReportRun[] }): ReactElement {
  return (
    <TableFrame label="When files were written" minWidth={640}>
      <Table verticalSpacing="sm" maw="72rem">
        <Table.Thead>
          <Table.Tr>
            {['When', 'By', 'What came of it', 'How much', 'Folder'].map((heading) => (
              <Table.Th key={heading} scope="col">
                {heading}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runs.map((run) => (
            <Table.Tr key={run.id}>
              <Table.Th scope="row">{instantInWords(run.at)}</Table.Th>
              <Table.Td>{askedInWords(run)}</Table.Td>
              <Table.Td>
                <RunState run={run} />
              </Table.Td>
              <Table.Td>{run.written === null ? '' : amountInWords(run.written)}</Table.Td>
              <Table.Td className={css['folder'] ?? ''}>{run.written?.folder}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}

/** A sign and a word, and after a failure why and what to do. */
export function RunState({ run }: { readonly run: ReportRun }): ReactElement {
  const look = STATUS_LOOKS[SIGN[run.state]];
  return (
    <>
      <span className={css['state']}>
        <span style={{ color: `var(--pl-status-${look.colour})` }}>
          <StatusSign kind={look.kind} size={14} />
        </span>
        {stateInWords(run)}
      </span>
      {run.state === 'failed' && <p className={css['why']}>{problemInWords(run)}</p>}
    </>
  );
}

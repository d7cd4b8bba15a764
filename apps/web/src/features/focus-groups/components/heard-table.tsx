import { type ReactElement } from 'react';
import { Table } from '@mantine/core';
import { HEARD_WORDS, type Heard } from '@plumbline/analytics/focus-groups';
import { TableFrame } from '../../../parts/table/table-frame.tsx';

/** Who was in the room against everybody who works here, by role family. */
export function HeardTable({ heard, caption }: { readonly heard: Heard; readonly caption: string }): ReactElement {
  const hasRates = heard.families.some(({ responsePercent }) => responsePercent !== null);
  return (
    <TableFrame label={caption} minWidth={460}>
      <Table captionSide="top" verticalSpacing="xs">
        <Table.Caption ta="left">{caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Role family</Table.Th>
            <Table.Th scope="col" ta="right">
              Work here
            </Table.Th>
            <Table.Th scope="col" ta="right">
              Invited
            </Table.Th>
            <Table.Th scope="col" ta="right">
              Present
            </Table.Th>
            {hasRates && (
              <Table.Th scope="col" ta="right">
                Answered the survey
              </Table.Th>
            )}
            <Table.Th scope="col">Heard?</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {heard.families.map(({ family, label, headCount, invited, present, responsePercent, standing }) => (
            <Table.Tr key={family}>
              <Table.Th scope="row">{label}</Table.Th>
              <Table.Td ta="right">{headCount}</Table.Td>
              <Table.Td ta="right">{invited ?? '—'}</Table.Td>
              <Table.Td ta="right">{present ?? '—'}</Table.Td>
              {hasRates && <Table.Td ta="right">{rateWords(responsePercent)}</Table.Td>}
              <Table.Td>{HEARD_WORDS[standing]}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}

/** A published rate is never above 95, which stands for "or more". */
function rateWords(percent: number | null): string {
  if (percent === null) return '—';
  return percent >= 95 ? '95 % or more' : `${percent} %`;
}

import { type ReactElement } from 'react';
import { Table } from '@mantine/core';
import { dateInWords, dateOfInstant } from '@plumbline/analytics/wording';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import type { SignOffView } from '../model/outputs.ts';
import { periodInWords } from '../model/period-words.ts';
import { isOpen } from '../model/show-actions.ts';

/** Earlier signatures, the latest period first; each opens to its figures, comment and actions. */
export function SignatureList({ signed }: { readonly signed: readonly SignOffView[] }): ReactElement {
  const latest = signed.toSorted((a, b) => b.toOn.localeCompare(a.toOn) || a.service.localeCompare(b.service));
  return (
    <TableFrame label="Signatures" minWidth={560}>
      <Table verticalSpacing="sm" maw="64rem">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Period</Table.Th>
            <Table.Th scope="col">Service</Table.Th>
            <Table.Th scope="col">Signed off</Table.Th>
            <Table.Th scope="col">Actions</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {latest.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Th scope="row">
                <TextLink to="/audits/sign-off" search={{ signed: one.id }}>
                  {periodInWords(one)}
                </TextLink>
              </Table.Th>
              <Table.Td>{one.service}</Table.Td>
              <Table.Td>
                {dateInWords(dateOfInstant(one.signedAt))}, by {one.signedBy}
              </Table.Td>
              <Table.Td>{actionsInWords(one.actions)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}

function actionsInWords(actions: SignOffView['actions']): string {
  if (actions.length === 0) return 'none';
  const open = actions.filter(isOpen).length;
  if (open === 0) return actions.length === 1 ? '1, over' : `${actions.length}, all over`;
  return open === actions.length ? `${open} open` : `${open} of ${actions.length} open`;
}

import { type ReactElement } from 'react';
import { Table, Title } from '@mantine/core';
import type { ScreeningView, SettledRow } from '@plumbline/analytics/survey-results';
import { TableFrame } from '../../../parts/table/table-frame.tsx';

const STATES: Readonly<Record<SettledRow['state'], string>> = {
  released: '✓ To be shown',
  withheld: '— Not shown',
  referred: '▲ Handed on',
};

/** What is settled: what was released, and who did which step. What was written is gone. */
export function SettledList({ view }: { readonly view: ScreeningView }): ReactElement | null {
  if (view.settled.length === 0) return null;
  return (
    <section aria-labelledby="settled-title">
      <Title order={2} id="settled-title" mb="xs">
        Settled ({view.settled.length})
      </Title>
      <TableFrame label="Settled comments" minWidth={640}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">What is kept</Table.Th>
              <Table.Th scope="col">How</Table.Th>
              <Table.Th scope="col">Read first by</Table.Th>
              <Table.Th scope="col">Settled by</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {view.settled.map(({ key, text, isParaphrase, state, screenedBy, settledBy }) => (
              <Table.Tr key={key}>
                <Table.Td>{text === null ? 'Nothing' : isParaphrase ? `In our words: ${text}` : text}</Table.Td>
                <Table.Td>{STATES[state]}</Table.Td>
                <Table.Td>{screenedBy ?? '–'}</Table.Td>
                <Table.Td>{settledBy ?? '–'}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableFrame>
    </section>
  );
}

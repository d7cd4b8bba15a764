import { type ReactElement } from 'react';
import { Table, Text } from '@mantine/core';
import type { ImportView } from '@plumbline/analytics/compliance';
import { kindOf } from '@plumbline/domain/facts';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import { instantInWords } from '../../../parts/fact/value-words.ts';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { changesInWords, STATE_WORDS } from '../model/import-steps.ts';

/** Every file that was brought in, newest first, with what became of it. */
export function ImportHistory({ imports }: { readonly imports: readonly ImportView[] }): ReactElement {
  return (
    <TableFrame label="Files brought in" minWidth={640}>
      <Table captionSide="top">
        <Table.Caption ta="left">Files brought in, newest first</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {['File', 'What it holds', 'How it stands', 'Rows', 'Brought in'].map((heading) => (
              <Table.Th key={heading} scope="col" ta={heading === 'Rows' ? 'right' : 'left'}>
                {heading}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {imports.map((view) => (
            <Table.Tr key={view.id}>
              <Table.Td>
                <TextLink to="/imports/$importId" params={{ importId: view.id }}>
                  {view.fileName}
                </TextLink>
              </Table.Td>
              <Table.Td>{kindOf(view.kind).title}</Table.Td>
              <Table.Td>
                {STATE_WORDS[view.state]}
                {view.state === 'applied' && (
                  <Text size="sm" c="dimmed">
                    {changesInWords(view.changes, true)}
                  </Text>
                )}
                {view.state === 'has-problems' && (
                  <Text size="sm" c="dimmed">
                    {view.problems.toLocaleString('en-GB')} to mend
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="right">{view.rows.toLocaleString('en-GB')}</Table.Td>
              <Table.Td>
                {instantInWords(view.uploadedAt)}
                {view.uploadedBy !== null && (
                  <Text size="sm" c="dimmed">
                    {view.uploadedBy}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}

import { type ReactElement } from 'react';
import { Table, Text } from '@mantine/core';
import type { FactRow } from '@plumbline/analytics/compliance';
import type { FactKindName } from '@plumbline/domain/facts';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import { factInWords, listFields, recordedInWords } from '../model/fact-words.ts';
import { valueInWords } from '../../../parts/fact/value-words.ts';
import { TextLink } from '../../../parts/link/text-link.tsx';

interface FactsTableProps {
  readonly kind: FactKindName;
  readonly caption: string;
  readonly rows: readonly FactRow[];
}

/** Facts of one kind; the first cell leads to the fact with its history. */
export function FactsTable({ kind, caption, rows }: FactsTableProps): ReactElement {
  const fields = listFields(kind);
  return (
    <TableFrame label={caption} minWidth={560}>
      <Table captionSide="top" stickyHeader>
        <Table.Caption ta="left">{caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {fields.map((field) => (
              <Table.Th key={field.name} scope="col">
                {field.label}
              </Table.Th>
            ))}
            <Table.Th scope="col">Who said so</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              {fields.map((field, index) => {
                const words = valueInWords(field, row.values[field.name], row.labels);
                const text = words === 'not given' ? '' : words;
                return (
                  <Table.Td key={field.name}>
                    {index === 0 ? (
                      <TextLink to="/records/$factId" params={{ factId: row.id }} aria-label={factInWords(row)}>
                        {text === '' ? 'Open' : text}
                      </TextLink>
                    ) : (
                      text
                    )}
                  </Table.Td>
                );
              })}
              <Table.Td>
                <Text size="sm" c="dimmed">
                  {recordedInWords(row)}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}

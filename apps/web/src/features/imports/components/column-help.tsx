import { type ReactElement } from 'react';
import { Anchor, Stack, Table, Text, Title } from '@mantine/core';
import { kindOf, type FactKindName } from '@plumbline/domain/facts';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import { columnHelp } from '../model/import-kinds.ts';
import css from './column-help.module.css';

/** What belongs in each column, with an example, and a template to fill in. */
export function ColumnHelp({ kind }: { readonly kind: FactKindName }): ReactElement {
  return (
    <Stack component="section" gap="sm" aria-labelledby="column-help">
      <Title order={2} id="column-help">
        Columns
      </Title>
      <Text className="prose">
        Your own headings and codes are fine: you match them in the next steps. To start from an empty file, take the{' '}
        <Anchor href={`/api/imports/template/${kind}.csv`} download>
          template for {kindOf(kind).title.toLowerCase()}
        </Anchor>
        .
      </Text>
      <TableFrame label="What belongs in each column" minWidth={520}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              {['Column', 'What belongs here', 'Written as', 'Example'].map((heading) => (
                <Table.Th key={heading} scope="col">
                  {heading}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {columnHelp(kind).map((column) => (
              <Table.Tr key={column.name}>
                <Table.Th scope="row" className={css['name'] ?? ''}>
                  {column.label}
                  {column.isRequired && (
                    <Text size="sm" c="dimmed">
                      needed in every row
                    </Text>
                  )}
                </Table.Th>
                <Table.Td>{column.help}</Table.Td>
                <Table.Td>{column.format}</Table.Td>
                <Table.Td className={css['example'] ?? ''}>{column.example}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableFrame>
    </Stack>
  );
}

import { useState, type ReactElement } from 'react';
import { Alert, Button, Group, List, Select, Stack, Table, Text, Title } from '@mantine/core';
import type { ImportView } from '@plumbline/analytics/compliance';
import { columnHelp, doubledColumns, missingColumns } from '../model/import-kinds.ts';

type Mapping = Readonly<Record<string, string | null>>;

interface ColumnMapperProps {
  readonly view: ImportView;
  readonly isSaving: boolean;
  readonly onSave: (columns: Mapping) => void;
}

/** The file's headings on the left, what each is read as on the right; a guess is filled in. */
export function ColumnMapper({ view, isSaving, onSave }: ColumnMapperProps): ReactElement {
  const [mapping, setMapping] = useState<Mapping>(() =>
    Object.fromEntries(view.columns.map((column) => [column.theirs, column.ours])),
  );
  const ours = columnHelp(view.kind);
  const missing = missingColumns(view.kind, mapping);
  const doubled = doubledColumns(view.kind, mapping);
  return (
    <Stack component="section" gap="md" aria-labelledby="match-columns">
      <Title order={2} id="match-columns">
        Match columns
      </Title>
      <Text className="prose">
        We guessed from the headings. Check each, and leave out what does not belong here. What you say here is remembered for the
        next file of this kind.
      </Text>
      <div aria-live="polite">
        {missing.length + doubled.length > 0 && (
          <Alert color="var(--pl-status-overdue)" maw="52rem" variant="light" title="Before the file can be read">
            <List>
              {missing.map((label) => (
                <List.Item key={label}>No column is read as “{label}”, which every row needs.</List.Item>
              ))}
              {doubled.map((label) => (
                <List.Item key={label}>Two columns are read as “{label}”. Leave one of them out.</List.Item>
              ))}
            </List>
          </Alert>
        )}
      </div>
      <Table maw="44rem">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">In your file</Table.Th>
            <Table.Th scope="col">Read as</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {view.columns.map((column) => (
            <Table.Tr key={column.theirs}>
              <Table.Th scope="row">{column.theirs}</Table.Th>
              <Table.Td>
                <Select
                  aria-label={`“${column.theirs}” is read as`}
                  placeholder="Left out"
                  data={ours.map((own) => ({ value: own.name, label: own.isRequired ? `${own.label} (needed)` : own.label }))}
                  value={mapping[column.theirs] ?? null}
                  clearable
                  clearButtonProps={{ 'aria-label': `Leave out “${column.theirs}”` }}
                  onChange={(name) => setMapping({ ...mapping, [column.theirs]: name })}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group>
        <Button onClick={() => onSave(mapping)} loading={isSaving} disabled={missing.length + doubled.length > 0}>
          Read the file with these columns
        </Button>
      </Group>
    </Stack>
  );
}

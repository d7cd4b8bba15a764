import { useState, type ReactElement } from 'react';
import { NativeSelect, Table, Text, Title } from '@mantine/core';
import { prepareChanges } from '@plumbline/analytics/prepare';
import type { PublishedRound } from '@plumbline/analytics/survey-results';
import { dateInWords } from '@plumbline/analytics/wording';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import { changeInputs } from '../model/changes.ts';

/** What moved since the round before, for everybody or a group that was large enough in both. What brought it about is not said. */
export function Changes({
  before,
  after,
}: {
  readonly before: PublishedRound;
  readonly after: PublishedRound;
}): ReactElement | null {
  const [group, setGroup] = useState('whole');
  const groups = sharedGroups(before, after);
  const inputs = changeInputs(before, after, group);
  if (inputs.length === 0 && group === 'whole') return null;
  const named = ({ round }: PublishedRound) => ({ name: dateInWords(round.closesOn), policyVersion: round.policyVersion });
  const model = prepareChanges('Since the round before', { before: named(before), after: named(after) }, inputs);
  return (
    <section aria-labelledby="changes-title">
      <Title order={2} id="changes-title" mb="xs">
        What moved since the round before
      </Title>
      <Text className="prose" mb="sm">
        {model.sentence} Compared: {model.compared}. Other things happened at the same time, so this says what moved, not what
        moved it.
      </Text>
      {groups.length > 1 && (
        <NativeSelect
          className="no-print"
          label="For"
          mb="sm"
          maw="20rem"
          value={group}
          onChange={(event) => setGroup(event.currentTarget.value)}
          data={groups}
        />
      )}
      <TableFrame label={model.table.caption} minWidth={560}>
        <Table>
          <caption>{model.table.caption}</caption>
          <Table.Thead>
            <Table.Tr>
              {model.table.columns.map((column, i) => (
                // oxlint-disable-next-line react/no-array-index-key -- columns keep their places
                <Table.Th key={i} scope="col">
                  {column === '' ? 'Question' : column}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {model.rows.map((row, i) => (
              <Table.Tr key={row.key}>
                <Table.Th scope="row" fw={400}>
                  {row.mark} {row.label}
                </Table.Th>
                {row.change === null ? (
                  <Table.Td colSpan={model.table.columns.length - 1}>{row.note}</Table.Td>
                ) : (
                  // oxlint-disable-next-line react/no-array-index-key -- cells are told apart by their column
                  (model.table.rows[i]?.cells ?? []).map((cell, at) => <Table.Td key={at}>{cell}</Table.Td>)
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableFrame>
    </section>
  );
}

function sharedGroups(before: PublishedRound, after: PublishedRound): { value: string; label: string }[] {
  const earlier = new Set(before.release.plan.breakdowns.flatMap(({ groups }) => groups.map(({ id }) => id)));
  return after.release.plan.breakdowns
    .flatMap(({ groups }) => groups)
    .filter(({ id, routes }) => earlier.has(id) && routes === null && !id.startsWith('cell:'))
    .map(({ id, label }) => ({ value: id, label }));
}

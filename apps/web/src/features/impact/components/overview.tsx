import { type ReactElement } from 'react';
import { Table, Title } from '@mantine/core';
import { LINES_IN_WORDS } from '@plumbline/analytics/wording';
import { ColumnHeads } from '../../../parts/table/column-heads.tsx';
import type { ConstructView } from '../model/outputs.ts';
import { SOURCES } from '../model/sources.ts';
import { ReadingSign, StandingSign } from './standing-sign.tsx';
import css from './impact.module.css';

const TOGETHER = 'Read together';

/** Every part of the policy in one row: how each source stands since the version, and what they say together. */
export function Overview({ parts }: { readonly parts: readonly ConstructView[] }): ReactElement {
  return (
    <section aria-labelledby="parts" className={css['overview']}>
      <Title order={2} id="parts" mb="xs">
        Part by part
      </Title>
      <Table verticalSpacing="sm" className={css['table'] ?? ''} aria-labelledby="parts">
        <ColumnHeads columns={['Part', ...SOURCES.map(({ short }) => short), TOGETHER]} />
        <Table.Tbody>
          {parts.map((part) => (
            <Row key={part.id} part={part} />
          ))}
        </Table.Tbody>
      </Table>
      <p className={css['lines']}>{LINES_IN_WORDS}</p>
    </section>
  );
}

function Row({ part }: { readonly part: ConstructView }): ReactElement {
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <a href={`#${part.id}`}>{part.title}</a>
      </Table.Th>
      {SOURCES.map(({ key, short }) => (
        <Table.Td key={key} data-label={short}>
          <StandingSign of={part.standings[key]} />
        </Table.Td>
      ))}
      <Table.Td data-label={TOGETHER}>
        <ReadingSign of={part.reading} />
      </Table.Td>
    </Table.Tr>
  );
}

import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Button, Checkbox, Group, Table, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { WhatIfLatePage } from '@plumbline/analytics/impact';
import { daysInWords } from '@plumbline/analytics/wording';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import type { AskedOption } from '../model/option-words.ts';
import css from './what-if.module.css';

const PAGE = 50;

interface LateListProps {
  readonly options: readonly AskedOption[];
  readonly option: number;
  readonly kind: 'person' | 'child';
  /** The code of a team; null for every team. */
  readonly team: string | null;
  readonly title: string;
  readonly onlyNew: boolean;
  readonly onOnlyNew: ((onlyNew: boolean) => void) | null;
  readonly onClose: () => void;
}

/** Who would have been late under one set of rules. */
export function LateList({ options, option, kind, team, title, onlyNew, onOnlyNew, onClose }: LateListProps): ReactElement {
  const trpc = useTRPC();
  const heading = useRef<HTMLHeadingElement>(null);
  const [offset, setOffset] = useState(0);
  const input = { options: [...options], option, kind, team, onlyNew, offset };
  const page = useQuery(trpc.impact.whatIfLate.queryOptions(input, { placeholderData: keepPreviousData }));
  // The focus belongs to the browser: it moves to the list that was asked for.
  useEffect(() => heading.current?.focus(), []);
  return (
    <section aria-labelledby="late" className={css['late']}>
      <h2 id="late" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <Group gap="lg" mb="sm" className="no-print">
        {onOnlyNew !== null && (
          <Checkbox
            label="Only those who were not late under the policy in force"
            checked={onlyNew}
            onChange={(event) => {
              setOffset(0);
              onOnlyNew(event.currentTarget.checked);
            }}
          />
        )}
        <Button variant="default" size="xs" onClick={onClose}>
          Close the list
        </Button>
      </Group>
      {page.isPending && <PageSkeleton label="Loading the list" />}
      {page.isError && <Problem error={page.error} what="The list could not be loaded" onRetry={() => void page.refetch()} />}
      {page.data !== undefined && (
        <>
          {page.data.rows.length > 0 && <LateRows page={page.data} kind={kind} label={title} />}
          <Group gap="sm" mt="sm">
            <Text c="dimmed" aria-live="polite">
              {placeInWords(page.data, offset)}
            </Text>
            {offset > 0 && (
              <Button variant="default" size="xs" onClick={() => setOffset(offset - PAGE)}>
                Before
              </Button>
            )}
            {offset + PAGE < page.data.total && (
              <Button variant="default" size="xs" onClick={() => setOffset(offset + PAGE)}>
                More
              </Button>
            )}
          </Group>
        </>
      )}
    </section>
  );
}

function placeInWords({ rows, total, all }: WhatIfLatePage, offset: number): string {
  if (all === 0) return 'Nobody.';
  const hidden = all - total;
  const rest = hidden === 0 ? '' : ` ${hidden.toLocaleString('en-GB')} more are not yours to see.`;
  if (total === 0) return `None that you may see.${rest}`;
  return `${offset + 1} to ${offset + rows.length} of ${total.toLocaleString('en-GB')}.${rest}`;
}

interface LateRowsProps {
  readonly page: WhatIfLatePage;
  readonly kind: 'person' | 'child';
  readonly label: string;
}

function LateRows({ page, kind, label }: LateRowsProps): ReactElement {
  return (
    <TableFrame label={label} minWidth={640}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{kind === 'person' ? 'Person' : 'Child'}</Table.Th>
            <Table.Th scope="col">Team</Table.Th>
            <Table.Th scope="col">What would have been late</Table.Th>
            <Table.Th scope="col">Under the policy in force</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {page.rows.map(({ subject, team, late, notDone, daysLate, isLateInForce }) => (
            <Table.Tr key={subject.id}>
              <Table.Th scope="row">
                <TextLink
                  to={subject.kind === 'person' ? '/people/$subjectId' : '/children/$subjectId'}
                  params={{ subjectId: subject.id }}
                >
                  {subject.label}
                </TextLink>
              </Table.Th>
              <Table.Td>{team === '' ? '—' : team}</Table.Td>
              <Table.Td>{lateInWords(late, notDone, daysLate)}</Table.Td>
              <Table.Td>{isLateInForce ? 'Late as well' : 'Not late'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}

/** "3 late and 1 not held, at most 12 days". */
function lateInWords(late: number, notDone: number, daysLate: number): string {
  const parts = [...(late === 0 ? [] : [`${late} late`]), ...(notDone === 0 ? [] : [`${notDone} not held`])];
  return `${parts.join(' and ')}${daysLate === 0 ? '' : `, at most ${daysInWords(daysLate)}`}`;
}

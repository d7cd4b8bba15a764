import { useState, type ReactElement } from 'react';
import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { TeamLaneModel } from '@plumbline/analytics/prepare';
import { useTRPC } from '../../../app/api/trpc.ts';
import { Empty } from '../../../app/states/empty.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { useAsOf } from '../../../parts/as-of/use-as-of.ts';
import { DutyRows } from '../../../parts/history/duty-rows.tsx';
import { FINDINGS_OF, type RowKind, type RowsAbout } from '../model/rows-of.ts';
import css from './service.module.css';

const route = getRouteApi('/service');
const PAGE = 50;

const TITLES: Readonly<Record<RowKind, string>> = {
  overdue: 'Overdue',
  'not-met': 'Done late or not done, in the three full months before',
  'not-done': 'Fell due in the three full months before and still not done',
  unknown: 'Not known',
  due: 'Due',
};

const ABOUT: Readonly<Record<RowsAbout, { readonly subject: 'person' | 'child'; readonly words: string }>> = {
  own: { subject: 'person', words: 'own supervision' },
  cases: { subject: 'child', words: 'case supervision' },
};

/** The rows behind a figure, longest overdue first. */
export function Rows({ kind, teams }: { readonly kind: RowKind; readonly teams: readonly TeamLaneModel[] }): ReactElement {
  const { team, about } = route.useSearch();
  const navigate = route.useNavigate();
  const asOf = useAsOf();
  const trpc = useTRPC();
  const [offset, setOffset] = useState(0);
  const rows = useQuery(
    trpc.service.rows.queryOptions(
      {
        ...asOf.question,
        finding: FINDINGS_OF[kind],
        offset,
        ...(team === undefined ? {} : { team }),
        ...(about === undefined ? {} : { subject: ABOUT[about].subject }),
      },
      { placeholderData: keepPreviousData },
    ),
  );
  const teamName = teams.find((candidate) => candidate.code === team)?.name;
  const titled = about === undefined ? TITLES[kind] : `${TITLES[kind]}, ${ABOUT[about].words}`;
  const title = teamName === undefined ? titled : `${titled} in ${teamName}`;
  return (
    <section className={css['rows']} aria-labelledby="rows-title">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="rows-title">
          {title}
          {rows.data === undefined ? '' : ` (${rows.data.total.toLocaleString('en-GB')})`}
        </Title>
        <Button
          variant="subtle"
          onClick={() =>
            void navigate({
              search: (previous) => ({ ...previous, rows: undefined, team: undefined, about: undefined }),
              resetScroll: false,
            })
          }
        >
          Close the rows
        </Button>
      </Group>
      {rows.isPending && (
        <Stack gap="xs" aria-busy="true">
          {[1, 2, 3, 4].map((row) => (
            <Skeleton key={row} height={40} />
          ))}
        </Stack>
      )}
      {rows.isError && <Problem error={rows.error} what="The rows could not be loaded" onRetry={() => void rows.refetch()} />}
      {rows.data !== undefined && rows.data.total === 0 && (
        <Empty title="Nothing here">Nothing stands like this on that day.</Empty>
      )}
      {rows.data !== undefined && rows.data.total > 0 && (
        <>
          <DutyRows
            rows={rows.data.rows}
            label={title}
            mayAskWhy={rows.data.mayAskWhy}
            hasSubjects
            onWhy={(dutyId) => void navigate({ search: (previous) => ({ ...previous, why: dutyId }), resetScroll: false })}
          />
          {rows.data.mayAskWhy.length < rows.data.rows.length && (
            <p className={css['quiet']}>Why something is due stays with those who answer for the person or child.</p>
          )}
          <Paging offset={offset} total={rows.data.total} onMove={setOffset} />
        </>
      )}
    </section>
  );
}

function Paging({
  offset,
  total,
  onMove,
}: {
  readonly offset: number;
  readonly total: number;
  readonly onMove: (offset: number) => void;
}): ReactElement | null {
  if (total <= PAGE) return null;
  return (
    <Group mt="sm">
      <Button variant="default" disabled={offset === 0} onClick={() => onMove(Math.max(0, offset - PAGE))}>
        Before
      </Button>
      <Text size="sm">
        {offset + 1} to {Math.min(total, offset + PAGE)} of {total.toLocaleString('en-GB')}
      </Text>
      <Button variant="default" disabled={offset + PAGE >= total} onClick={() => onMove(offset + PAGE)}>
        After
      </Button>
    </Group>
  );
}

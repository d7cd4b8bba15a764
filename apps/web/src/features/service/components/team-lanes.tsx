import { type ReactElement } from 'react';
import { Table, Title } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { TeamLaneModel } from '@plumbline/analytics/prepare';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import type { RowsAbout } from '../model/rows-of.ts';
import { MonthBars } from './month-bars.tsx';
import css from './team-lanes.module.css';

const route = getRouteApi('/service');

/** One lane for each team over twelve months, in a table that is a table: each figure opens to its rows. */
export function TeamLanes({
  teams,
  beside,
}: {
  readonly teams: readonly TeamLaneModel[];
  /** What stands beside "on time", by team; null on days of which it is not known. */
  readonly beside: ReadonlyMap<string, string> | null;
}): ReactElement {
  const months = teams[0]?.months ?? [];
  return (
    <section aria-labelledby="teams-title">
      <Title order={2} id="teams-title" mb="xs">
        Teams
      </Title>
      <TableFrame label="Table of teams" minWidth={920} className={css['frame']}>
        <Table verticalSpacing={6} className={css['table'] ?? ''}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Team</Table.Th>
              <Table.Th scope="col" className={css['months'] ?? ''}>
                Done by month
                <span className={css['labels']} aria-hidden="true">
                  {months.map((month) => (
                    <span key={month.month}>{month.label.slice(0, 1)}</span>
                  ))}
                </span>
              </Table.Th>
              <Table.Th scope="col" ta="right">
                Own supervision overdue
              </Table.Th>
              <Table.Th scope="col" ta="right">
                Case supervision overdue
              </Table.Th>
              <Table.Th scope="col" ta="right">
                On time, last three months
              </Table.Th>
              <Table.Th scope="col" ta="right">
                No worker or supervisor
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {teams.map((team) => (
              <TeamRow key={team.code} team={team} beside={beside?.get(team.code) ?? null} />
            ))}
          </Table.Tbody>
        </Table>
      </TableFrame>
      <p className={css['legend']}>
        <span data-of="on-time" />
        on time
        <span data-of="late" />
        late
        <span data-of="not-done" />
        not done. Absence and what is not known are left out.
      </p>
    </section>
  );
}

function TeamRow({ team, beside }: { readonly team: TeamLaneModel; readonly beside: string | null }): ReactElement {
  const search = route.useSearch();
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Link to="/team" search={{ team: team.code, on: search.on, known: search.known }} className={css['name']}>
          {team.name}
        </Link>
        <span className={css['described']}>
          {team.manager} · {team.people} {team.people === 1 ? 'person' : 'people'} · {team.children}{' '}
          {team.children === 1 ? 'child' : 'children'}
        </span>
      </Table.Th>
      <Table.Td>
        <MonthBars months={team.months} label={team.name} />
      </Table.Td>
      <Table.Td ta="right">
        <Opened count={team.ownOverdue} team={team} about="own" words="own supervision overdue" />
      </Table.Td>
      <Table.Td ta="right">
        <Opened count={team.casesOverdue} team={team} about="cases" words="case supervision overdue" />
      </Table.Td>
      <Table.Td ta="right">
        {team.onTime}
        {beside !== null && <span className={css['described']}>{beside}</span>}
      </Table.Td>
      <Table.Td ta="right">
        {team.alerts === 0 ? (
          <span className={css['none']}>0</span>
        ) : (
          <Link
            to="/team"
            search={{ team: team.code }}
            aria-label={`${team.alerts} children without a worker or supervisor in place in ${team.name}`}
          >
            {team.alerts}
          </Link>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Opened({
  count,
  team,
  about,
  words,
}: {
  readonly count: number;
  readonly team: TeamLaneModel;
  readonly about: RowsAbout;
  readonly words: string;
}): ReactElement {
  const search = route.useSearch();
  if (count === 0) return <span className={css['none']}>0</span>;
  return (
    <Link
      to="/service"
      search={{ ...search, rows: 'overdue', team: team.code, about }}
      resetScroll={false}
      className={css['count']}
      aria-label={`${count} ${words} in ${team.name}: see the rows`}
    >
      {count}
    </Link>
  );
}

import { type ReactElement } from 'react';
import { Group, Select, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { useMe } from '../../../app/session/me.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { ButtonLink, TextLink } from '../../../parts/link/text-link.tsx';
import { contextRows, monthsUntil, otherMonths, scopeOptions } from '../model/context-table.ts';
import { ContextTable } from './context-table.tsx';
import css from './events.module.css';

const route = getRouteApi('/events');

/** Twelve months of figures beside supervision, of the whole council or of one team. */
export function ContextSection(): ReactElement {
  const trpc = useTRPC();
  const { today, permissions } = useMe();
  const { team, until: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const until = asked === undefined || asked > today ? today : asked;
  const months = monthsUntil(until);
  const context = useQuery(
    trpc.impact.context.queryOptions(
      { from: months[0]?.month, to: until, teams: team === undefined ? [] : [team] },
      { placeholderData: keepPreviousData },
    ),
  );
  const mayWrite = permissions.includes('events:record');
  return (
    <section aria-labelledby="context-title">
      <div className={css['row']}>
        <Title order={2} id="context-title">
          Monthly context
        </Title>
        {mayWrite && (
          <ButtonLink className="no-print" variant="default" to="/records/new" search={{ kind: 'context-figure' }}>
            Add a figure
          </ButtonLink>
        )}
      </div>
      {context.isPending && <PageSkeleton label="Loading monthly figures" />}
      {context.isError && (
        <Problem error={context.error} what="The monthly figures could not be loaded" onRetry={() => void context.refetch()} />
      )}
      {context.data !== undefined && (
        <Stack gap="md">
          <Text className="prose" c="dimmed">
            Caseloads, vacancies and the like change practice too. Nothing that is due rests on these figures.
            {mayWrite && ' A figure opens to correct it.'}
          </Text>
          <Select
            className="no-print"
            label="Whose figures"
            maw="22rem"
            searchable
            allowDeselect={false}
            data={scopeOptions(context.data.teams)}
            value={team ?? ''}
            nothingFoundMessage="No such team"
            onChange={(next) =>
              void navigate({
                search: (before) => ({ ...before, team: next === null || next === '' ? undefined : next }),
                replace: true,
                resetScroll: false,
              })
            }
          />
          <ContextTable
            whose={context.data.teams.find(({ code }) => code === team)?.name ?? 'The whole council'}
            rows={contextRows(context.data, team ?? null, months)}
            months={months}
            leadsOn={mayWrite}
          />
          <OtherMonths earlier={otherMonths(until, -1, today)} later={otherMonths(until, 1, today)} />
        </Stack>
      )}
    </section>
  );
}

function OtherMonths({ earlier, later }: { readonly earlier: string | null; readonly later: string | null }): ReactElement {
  return (
    <Group gap="lg" className="no-print">
      {earlier !== null && (
        <TextLink to="/events" search={(before) => ({ ...before, until: earlier })} resetScroll={false}>
          ← The twelve months before
        </TextLink>
      )}
      {later !== null && (
        <TextLink to="/events" search={(before) => ({ ...before, until: later })} resetScroll={false}>
          The twelve months after →
        </TextLink>
      )}
    </Group>
  );
}

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
import type { ContextView } from '../model/outputs.ts';
import { ContextTable } from './context-table.tsx';
import css from './events.module.css';

const route = getRouteApi('/events');

/** Twelve months of figures beside supervision, of the whole council or of one team. */
export function ContextSection(): ReactElement {
  const trpc = useTRPC();
  const { today, permissions } = useMe();
  const { team, until: asked } = route.useSearch();
  const until = asked === undefined || asked > today ? today : asked;
  const question = { from: monthsUntil(until)[0]?.month, to: until, teams: team === undefined ? [] : [team] };
  const context = useQuery(trpc.impact.context.queryOptions(question, { placeholderData: keepPreviousData }));
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
        <div aria-busy={context.isPlaceholderData} className={context.isPlaceholderData ? css['waiting'] : undefined}>
          <Figures view={context.data} team={team} until={until} mayWrite={mayWrite} />
        </div>
      )}
    </section>
  );
}

interface FiguresProps {
  readonly view: ContextView;
  readonly team: string | undefined;
  readonly until: string;
  readonly mayWrite: boolean;
}

function Figures({ view, team, until, mayWrite }: FiguresProps): ReactElement {
  const { today } = useMe();
  const months = monthsUntil(until);
  // An address may name a team that is gone.
  const shown = view.teams.find(({ code }) => code === team) ?? null;
  return (
    <Stack gap="md">
      <Text className="prose" c="dimmed">
        Caseloads, vacancies and the like change practice too. Nothing that is due rests on these figures.
        {mayWrite && <span className="no-print"> A figure opens to correct it.</span>}
      </Text>
      <WhoseFigures view={view} team={shown?.code ?? ''} />
      <ContextTable
        whose={shown?.name ?? 'The whole council'}
        rows={contextRows(view, shown?.code ?? null, months)}
        months={months}
        leadsOn={mayWrite}
      />
      <OtherMonths earlier={otherMonths(until, -1, today)} later={otherMonths(until, 1, today)} />
    </Stack>
  );
}

function WhoseFigures({ view, team }: { readonly view: ContextView; readonly team: string }): ReactElement {
  const navigate = route.useNavigate();
  function show(next: string | null): void {
    const chosen = next === null || next === '' ? undefined : next;
    void navigate({ search: (before) => ({ ...before, team: chosen }), replace: true, resetScroll: false });
  }
  return (
    <Select
      className="no-print"
      label="Whose figures"
      maw="22rem"
      searchable
      allowDeselect={false}
      data={scopeOptions(view.teams)}
      value={team}
      nothingFoundMessage="No such team"
      onChange={show}
    />
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

import { useMemo, type ReactElement } from 'react';
import { Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ServiceView } from '@plumbline/analytics/compliance';
import { besideWithout, prepareBeside, prepareService, type ServiceModel } from '@plumbline/analytics/prepare';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useMe } from '../../../app/session/me.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { LanesSkeleton } from '../../../app/states/lanes-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { AsOfBanner } from '../../../parts/as-of/as-of-banner.tsx';
import { AsOfControl } from '../../../parts/as-of/as-of-control.tsx';
import { useAsOf } from '../../../parts/as-of/use-as-of.ts';
import { WhyDrawer } from '../../../parts/why/why-drawer.tsx';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { Figures } from '../components/figures.tsx';
import { MonthsChart } from '../components/months-chart.tsx';
import { Rows } from '../components/rows.tsx';
import { TeamLanes } from '../components/team-lanes.tsx';
import css from '../components/service.module.css';

const route = getRouteApi('/service');

/** The service in six figures, its teams on one axis, what stands out, and the rows behind all of it. */
export function ServicePage(): ReactElement {
  const asOf = useAsOf();
  const trpc = useTRPC();
  const { why } = route.useSearch();
  const navigate = route.useNavigate();
  const service = useQuery(trpc.service.view.queryOptions(asOf.question, { placeholderData: keepPreviousData }));
  const model = useMemo(() => (service.data === undefined ? null : prepareService(service.data)), [service.data]);
  return (
    <>
      <PageHeading
        title="Service"
        lead="How supervision stands across the teams that you answer for. Counts open to their rows."
        actions={<AsOfControl />}
      />
      <AsOfBanner />
      {service.isPending && <LanesSkeleton label="Loading the service" rows={8} />}
      {service.isError && (
        <Problem error={service.error} what="The service could not be loaded" onRetry={() => void service.refetch()} />
      )}
      {model !== null && service.data !== undefined && <Service model={model} view={service.data} />}
      <WhyDrawer
        dutyId={why ?? null}
        onClose={() => void navigate({ search: (previous) => ({ ...previous, why: undefined }) })}
      />
    </>
  );
}

const BEING_COUNTED = 'is being counted';
const NOT_COUNTED = 'could not be counted: load the page again';

function Service({ model, view }: { readonly model: ServiceModel; readonly view: ServiceView }): ReactElement {
  const { rows, team, about } = route.useSearch();
  const { permissions } = useMe();
  const mayReadImpact = permissions.includes('impact:read');
  const { isPast } = useAsOf();
  const trpc = useTRPC();
  const beside = useQuery(trpc.service.beside.queryOptions(undefined, { enabled: !isPast, select: prepareBeside }));
  if (model.teams.length === 0) {
    return (
      <Empty title="No teams yet">
        Teams stand here once teams and posts have been brought in: four figures, one lane for each team over twelve months, and
        what stands out.
      </Empty>
    );
  }
  return (
    <div className={css['service']}>
      <Figures
        figures={model.figures}
        months={model.months}
        beside={isPast ? [] : (beside.data?.figures ?? besideWithout(beside.isError ? NOT_COUNTED : BEING_COUNTED))}
      />
      {rows !== undefined && <Rows key={`${rows} ${team} ${about}`} kind={rows} teams={model.teams} />}
      <TeamLanes teams={model.teams} beside={isPast ? null : (beside.data?.teams ?? null)} />
      <MonthsChart view={view} />
      <p className={css['quiet']}>
        <TextLink to="/events">What else happened</TextLink>: training, re-organisations and other things that may explain a
        change.
        {mayReadImpact && (
          <>
            {' '}
            <TextLink to="/impact">Impact</TextLink> sets them beside audits, surveys and focus groups.
          </>
        )}
        {permissions.includes('impact:pack') && (
          <>
            {' '}
            <TextLink to="/inspection">Inspection pack</TextLink> puts the figures in a file for inspectors.
          </>
        )}
      </p>
      <section aria-labelledby="exceptions-title">
        <Title order={2} id="exceptions-title" mb="xs">
          What stands out
        </Title>
        {model.exceptions.length === 0 ? (
          <p className={css['quiet']}>
            No team stands out: every team has a manager, no open child is without a worker, and own supervision is overdue for
            fewer than one in four everywhere.
          </p>
        ) : (
          <ul className={css['exceptions']}>
            {model.exceptions.map((one) => (
              <li key={one.code}>
                <strong>{one.name}.</strong> {one.sentence}
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

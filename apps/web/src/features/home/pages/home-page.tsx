import { useMemo, type ReactElement } from 'react';
import { Anchor, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { HomeView } from '@plumbline/analytics/compliance';
import { dateWithWeekday } from '@plumbline/analytics/wording';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useMe } from '../../../app/session/me.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { LanesSkeleton } from '../../../app/states/lanes-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { ButtonLink } from '../../../parts/link/text-link.tsx';
import { LaneLegend } from '../../../parts/plumb-lane/lane-legend.tsx';
import { homeLanes } from '../model/home-lanes.ts';
import { HomeLanes } from '../components/home-lanes.tsx';
import { Needs } from '../components/needs.tsx';
import css from '../components/home.module.css';

/** What needs this person today, each with one action; then their own lane and their people's. */
export function HomePage(): ReactElement {
  const me = useMe();
  const trpc = useTRPC();
  const home = useQuery(trpc.home.get.queryOptions());
  return (
    <>
      <PageHeading
        title="What needs you today"
        tabTitle="Home"
        lead={dateWithWeekday(me.today)}
        actions={
          me.permissions.includes('impact:read') && (
            <ButtonLink to="/overview" variant="default">
              Supervision at a glance
            </ButtonLink>
          )
        }
      />
      {home.isPending && <LanesSkeleton label="Loading what needs you" />}
      {home.isError && (
        <Problem error={home.error} what="What needs you could not be loaded" onRetry={() => void home.refetch()} />
      )}
      {home.data !== undefined && <Home home={home.data} today={me.today} />}
    </>
  );
}

function Home({ home, today }: { readonly home: HomeView; readonly today: string }): ReactElement {
  const me = useMe();
  const lanes = useMemo(() => homeLanes(home, today), [home, today]);
  const hasTeam = lanes.people.length > 0;
  return (
    <div className={css['home']}>
      <section aria-label="What needs you">
        {home.needs.length > 0 && (
          <Title order={2} mb="sm">
            {home.needs.length === 1 ? 'One thing' : `${home.needs.length} things`}
          </Title>
        )}
        {home.needs.length === 0 ? (
          <Empty title="Nothing needs you today">
            Anything overdue, due within the week or waiting for a word from you will stand here, with one button each.
          </Empty>
        ) : (
          <Needs needs={home.needs} today={today} />
        )}
      </section>
      {lanes.mine !== null && (
        <section aria-labelledby="mine-title">
          <div className={css['sectionHead']}>
            <Title order={2} id="mine-title">
              My own supervision
            </Title>
            <Anchor renderRoot={(props) => <Link {...props} to="/my-supervision" />}>Open my supervision</Anchor>
          </div>
          <HomeLanes models={[lanes.mine]} ticks={lanes.ticks} isMine />
        </section>
      )}
      {hasTeam && (
        <section aria-labelledby="team-title">
          <div className={css['sectionHead']}>
            <Title order={2} id="team-title">
              My people
            </Title>
            {me.permissions.includes('teams:read') && (
              <Anchor renderRoot={(props) => <Link {...props} to="/team" />}>Open my team</Anchor>
            )}
          </div>
          <HomeLanes models={lanes.people} ticks={lanes.ticks} />
          <LaneLegend />
        </section>
      )}
    </div>
  );
}

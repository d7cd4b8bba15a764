import { useMemo, type ReactElement } from 'react';
import { Alert, Anchor, Breadcrumbs, Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { SubjectView } from '@plumbline/analytics/compliance';
import { monthTicks, prepareLane, windowAround } from '@plumbline/analytics/prepare';
import { alertInWords, describedAs } from '@plumbline/analytics/wording';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useMe } from '../../../app/session/me.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { LanesSkeleton } from '../../../app/states/lanes-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { AsOfBanner } from '../../../parts/as-of/as-of-banner.tsx';
import { AsOfControl } from '../../../parts/as-of/as-of-control.tsx';
import { keepDay } from '../../../parts/as-of/keep-day.ts';
import { useAsOf } from '../../../parts/as-of/use-as-of.ts';
import { useDayLabel } from '../../../parts/as-of/use-day-label.ts';
import { DutyHistory } from '../../../parts/history/duty-history.tsx';
import { SessionList } from '../../../parts/history/session-list.tsx';
import { LaneLegend } from '../../../parts/plumb-lane/lane-legend.tsx';
import { LaneLine, LaneStack } from '../../../parts/plumb-lane/lane-stack.tsx';
import { WhyDrawer } from '../../../parts/why/why-drawer.tsx';
import { Why } from '../../../parts/why/why.tsx';
import { RecordedFacts } from '../components/recorded-facts.tsx';
import css from '../components/subject.module.css';

const route = getRouteApi('/children/$subjectId');

/** One child's case, by reference number: what is due, why, and what has been discussed. */
export function ChildPage(): ReactElement {
  const { subjectId } = route.useParams();
  const { why } = route.useSearch();
  const navigate = route.useNavigate();
  const me = useMe();
  const asOf = useAsOf();
  const trpc = useTRPC();
  const subject = useQuery(
    trpc.subject.view.queryOptions({ subjectId, ...asOf.question }, { placeholderData: keepPreviousData }),
  );
  const child = subject.data?.child ?? null;
  const worker = child?.worker ?? null;
  const title = child?.subject.label ?? 'Child';
  return (
    <>
      <PageHeading
        title={title}
        lead={
          child === null
            ? ' '
            : [
                describedAs(child.subject.descriptors),
                worker === null ? 'no allocated worker' : `held by ${worker.name}`,
                child.subject.team,
              ]
                .filter(Boolean)
                .join(' · ')
        }
        above={
          <Breadcrumbs>
            <Anchor renderRoot={(props) => <Link {...props} to="/team" search={keepDay} />}>My team</Anchor>
            <span>{title}</span>
          </Breadcrumbs>
        }
        actions={
          <>
            {worker !== null && me.permissions.includes('supervisions:log') && !asOf.isPast && (
              <Button renderRoot={(props) => <Link {...props} to="/supervisions/new" search={{ person: worker.id }} />}>
                Log a supervision with {worker.name}
              </Button>
            )}
            <AsOfControl />
          </>
        }
      />
      <AsOfBanner />
      {subject.isPending && <LanesSkeleton label="Loading the child" rows={2} />}
      {subject.isError && (
        <Problem error={subject.error} what="The child could not be loaded" onRetry={() => void subject.refetch()} />
      )}
      {subject.data !== undefined && (
        <Child
          view={subject.data}
          on={asOf.on}
          onWhy={(dutyId) => void navigate({ search: (previous) => ({ ...previous, why: dutyId }) })}
        />
      )}
      <WhyDrawer
        dutyId={why ?? null}
        onClose={() => void navigate({ search: (previous) => ({ ...previous, why: undefined }) })}
      />
    </>
  );
}

interface ChildProps {
  readonly view: SubjectView;
  /** The day asked about. */
  readonly on: string;
  readonly onWhy: (dutyId: string) => void;
}

function Child({ view, on, onWhy }: ChildProps): ReactElement {
  const window = useMemo(() => windowAround(on, 300, 90), [on]);
  const ticks = useMemo(() => monthTicks(window), [window]);
  const dayLabel = useDayLabel(on);
  const { child } = view;
  if (child === null)
    return <Empty title="Nothing is due">The case is closed, or the policy asks for nothing with its present status.</Empty>;
  const lane = prepareLane(child, window, on);
  const alert = alertInWords(child);
  return (
    <div className={css['view']}>
      {alert !== null && (
        <Alert color="orange" variant="light" title={alert.headline}>
          {alert.act}
        </Alert>
      )}
      <section>
        <LaneStack ticks={ticks} today={lane.today} todayLabel={dayLabel}>
          <LaneLine
            lane={lane}
            ticks={ticks}
            name={<strong>{child.seriesTitle}</strong>}
            onWhy={lane.dutyId === null ? undefined : () => onWhy(lane.dutyId ?? '')}
          />
        </LaneStack>
        <LaneLegend />
      </section>
      <div className={css['columns']}>
        {lane.dutyId !== null && (
          <section className={css['why']} aria-label="Why">
            <Why dutyId={lane.dutyId} />
          </section>
        )}
        <SessionList sessions={view.sessions} />
        <DutyHistory rows={view.history} onWhy={onWhy} />
      </div>
      <RecordedFacts facts={view.facts} />
    </div>
  );
}

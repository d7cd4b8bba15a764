import { useMemo, type ReactElement } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { monthTicks, prepareTeam, windowAround, type TeamModel } from '@plumbline/analytics/prepare';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { LanesSkeleton } from '../../../app/states/lanes-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { AsOfBanner } from '../../../parts/as-of/as-of-banner.tsx';
import { AsOfControl } from '../../../parts/as-of/as-of-control.tsx';
import { useAsOf } from '../../../parts/as-of/use-as-of.ts';
import { useDayLabel } from '../../../parts/as-of/use-day-label.ts';
import { LaneLegend } from '../../../parts/plumb-lane/lane-legend.tsx';
import { LaneStack } from '../../../parts/plumb-lane/lane-stack.tsx';
import { LaneTable } from '../../../parts/plumb-lane/lane-table.tsx';
import { Alerts } from '../components/alerts.tsx';
import { PersonLines } from '../components/person-lines.tsx';
import { SidePanel } from '../components/side-panel.tsx';
import { TeamFilters } from '../components/team-filters.tsx';
import { TeamPicker } from '../components/team-picker.tsx';

const route = getRouteApi('/team');
const DAYS_BACK = 130;
const DAYS_AHEAD = 45;

/** My team: whom nobody looks after first, then everybody on one time axis. */
export function TeamPage(): ReactElement {
  const search = route.useSearch();
  const asOf = useAsOf();
  const trpc = useTRPC();
  const team = useQuery(
    trpc.team.view.queryOptions(
      { ...asOf.question, ...(search.team === undefined ? {} : { team: search.team }) },
      { placeholderData: keepPreviousData },
    ),
  );
  const window = useMemo(() => windowAround(asOf.on, DAYS_BACK, DAYS_AHEAD), [asOf.on]);
  const model = useMemo(
    () =>
      team.data === undefined ? null : prepareTeam(team.data, { show: search.show ?? 'all', find: search.find ?? '' }, window),
    [team.data, search.show, search.find, window],
  );
  return (
    <>
      <PageHeading
        title="My team"
        lead={model?.summary ?? ' '}
        actions={
          <>
            <TeamPicker />
            <AsOfControl />
          </>
        }
      />
      <AsOfBanner />
      {team.isPending && <LanesSkeleton label="Loading the team" />}
      {team.isError && <Problem error={team.error} what="The team could not be loaded" onRetry={() => void team.refetch()} />}
      {model !== null && <Team model={model} on={asOf.on} window={window} />}
      <SidePanel model={model} />
    </>
  );
}

interface TeamProps {
  readonly model: TeamModel;
  readonly on: string;
  readonly window: ReturnType<typeof windowAround>;
}

function Team({ model, on, window }: TeamProps): ReactElement {
  const search = route.useSearch();
  const todayLabel = useDayLabel(on);
  const ticks = useMemo(() => monthTicks(window), [window]);
  if (model.counts.all === 0 && search.known === 'then') {
    return (
      <Empty
        title="Nothing had been recorded by then"
        action={
          <Link to="/team" search={{ ...search, known: undefined }}>
            Show the same day as known now
          </Link>
        }
      >
        On that day nothing had been recorded here that would show a team. What came in later, about that day too, is left out
        when you ask how it was known then.
      </Empty>
    );
  }
  if (model.counts.all === 0) {
    return (
      <Empty title="Nobody here yet">
        The people whom you supervise or manage will stand here, each on a lane with what is due. They appear once posts or
        supervision pairs that name you have been brought in or recorded by hand.
      </Empty>
    );
  }
  return (
    <>
      <Alerts alerts={model.alerts} />
      <TeamFilters counts={model.counts} shown={model.people.length} />
      {model.people.length === 0 && (
        <Empty title={search.show === 'overdue' ? 'Nothing is overdue' : 'Nobody matches'}>
          {search.find === undefined
            ? 'Nobody has anything in this list. Choose “All” to see the whole team.'
            : `Nobody’s name and no child’s reference here contains “${search.find}”.`}
        </Empty>
      )}
      {model.people.length > 0 && search.as === 'table' && (
        <LaneTable rows={model.table} caption="People and children, what is due and how it stands" />
      )}
      {model.people.length > 0 && search.as !== 'table' && (
        <>
          <LaneStack
            ticks={ticks}
            today={model.people[0]?.lanes[0]?.today ?? DAYS_BACK / (DAYS_BACK + DAYS_AHEAD)}
            todayLabel={todayLabel}
          >
            {model.people.map((person) => (
              <PersonLines key={person.subject.id} person={person} ticks={ticks} />
            ))}
          </LaneStack>
          <LaneLegend />
        </>
      )}
    </>
  );
}

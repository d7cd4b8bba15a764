import { type ReactElement } from 'react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useMe } from '../../../app/session/me.tsx';
import { LanesSkeleton } from '../../../app/states/lanes-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { PersonView } from '../../../parts/person/person-view.tsx';
import { WhoLooked } from '../components/who-looked.tsx';
import { WhyDrawer } from '../../../parts/why/why-drawer.tsx';

const route = getRouteApi('/my-supervision');

/** My own supervision: what is due to me, what has been, and the children I hold. */
export function MySupervisionPage(): ReactElement {
  const me = useMe();
  const trpc = useTRPC();
  const { why } = route.useSearch();
  const navigate = route.useNavigate();
  const mine = useQuery(trpc.mine.view.queryOptions());
  const supervisor = mine.data?.lanes.supervisor ?? null;
  const open = (dutyId: string): void => void navigate({ search: { why: dutyId } });
  return (
    <>
      <PageHeading
        title="My supervision"
        lead={
          supervisor === null
            ? mine.isSuccess
              ? 'No supervisor is recorded for you. Ask your manager to record one.'
              : ' '
            : `With ${supervisor.name}. You and your supervisor see this page, and the managers above them.`
        }
      />
      {mine.isPending && <LanesSkeleton label="Loading your supervision" rows={3} />}
      {mine.isError && (
        <Problem error={mine.error} what="Your supervision could not be loaded" onRetry={() => void mine.refetch()} />
      )}
      {mine.data !== undefined && (
        <PersonView
          person={mine.data.lanes}
          history={mine.data.history}
          sessions={mine.data.sessions}
          on={me.today}
          onWhy={open}
        />
      )}
      {mine.data !== undefined && (
        <p>
          <Link to="/people/$subjectId/confirm" params={{ subjectId: me.person.id }}>
            What was confirmed about you
          </Link>
        </p>
      )}
      {me.permissions.includes('audits:mine') && (
        <p>
          <Link to="/audits/mine">Audits of my work and my actions</Link>
        </p>
      )}
      {mine.data !== undefined && <WhoLooked />}
      <WhyDrawer dutyId={why ?? null} onClose={() => void navigate({ search: {} })} />
    </>
  );
}

import { type ReactElement } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useMe } from '../../../app/session/me.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { BringIn } from '../components/bring-in.tsx';
import { ContextSection } from '../components/context-section.tsx';
import { Ledger } from '../components/ledger.tsx';
import css from '../components/events.module.css';

/** What stands beside the policy: dated events, and figures month by month. */
export function EventsPage(): ReactElement {
  const trpc = useTRPC();
  const { today } = useMe();
  const events = useQuery(trpc.impact.events.queryOptions({}));
  // The teams that an event can have touched; the figures themselves are asked for below.
  const context = useQuery(trpc.impact.context.queryOptions({ from: today, teams: [] }));
  return (
    <>
      <PageHeading
        title="What else happened"
        lead="Things besides the policy that may explain a change. Charts mark them, so that the policy is not credited with what something else did."
        above={<TextLink to="/service">Service</TextLink>}
      />
      {events.isPending && <PageSkeleton label="Loading what else happened" />}
      {events.isError && (
        <Problem error={events.error} what="The events could not be loaded" onRetry={() => void events.refetch()} />
      )}
      {events.data !== undefined && (
        <div className={css['page']}>
          <Ledger events={events.data} teams={context.data?.teams ?? []} />
          <ContextSection />
          <BringIn />
        </div>
      )}
    </>
  );
}

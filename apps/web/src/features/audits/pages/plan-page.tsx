import { type ReactElement } from 'react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { ButtonLink, TextLink } from '../../../parts/link/text-link.tsx';
import { PlanForm } from '../components/plan-form.tsx';

const route = getRouteApi('/audits/plan');

/** An audit in the planning. */
export function PlanPage(): ReactElement {
  const { tool } = route.useSearch();
  const trpc = useTRPC();
  const tools = useQuery(trpc.auditTools.list.queryOptions(undefined, { staleTime: 0, refetchOnWindowFocus: false }));
  const published = tools.data?.filter((one) => one.published !== null) ?? [];
  return (
    <>
      <PageHeading
        title="Plan an audit"
        above={<TextLink to="/audits">Audits</TextLink>}
        lead="It goes into the programme. Nothing is drawn and nobody is told before you have looked at the list."
      />
      {tools.isPending && <PageSkeleton label="Loading the tools" />}
      {tools.isError && <Problem error={tools.error} what="The tools could not be loaded" onRetry={() => void tools.refetch()} />}
      {tools.data !== undefined && published.length === 0 && (
        <Empty title="First a tool" action={<ButtonLink to="/audits/tools">Make a tool</ButtonLink>}>
          An audit asks the questions of a published tool, and none is published yet. Begin one from your policy, look it over,
          and publish it.
        </Empty>
      )}
      {published.length > 0 && <PlanForm tools={published} tool={tool} />}
    </>
  );
}

import { type ReactElement } from 'react';
import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { AuditsNavigation } from '../../../parts/audits-navigation/audits-navigation.tsx';
import { AboutMe, Alerts, SecondGrades, ToAudit, ToTalkOver } from '../components/mine-files.tsx';
import { MyActions } from '../components/my-actions.tsx';
import { MyLearning } from '../components/my-learning.tsx';
import { SharedLearning } from '../components/shared-learning.tsx';
import type { MyAudits } from '../model/outputs.ts';

/** Everything about audits that is the reader's own, the most pressing first. */
export function MinePage(): ReactElement {
  const trpc = useTRPC();
  const mine = useQuery(trpc.audits.mine.queryOptions(undefined, { staleTime: 0 }));
  const shared = useQuery(trpc.audits.sharedLearning.queryOptions());
  return (
    <>
      <PageHeading
        title="My audits"
        lead="What audits want of you, what they found about your own work, and what others shared from theirs."
      />
      <AuditsNavigation current="/audits/mine" />
      {mine.isPending && <PageSkeleton label="Loading your audits" rows={5} />}
      {mine.isError && <Problem error={mine.error} what="Your audits could not be loaded" onRetry={() => void mine.refetch()} />}
      {mine.data !== undefined && (
        <Stack gap="xl" maw="56rem">
          {isEmpty(mine.data) && (
            <Empty title="Nothing about audits is waiting for you">
              Files that you are asked to audit will stand here, and actions that are yours. What an audit found about your own
              work comes here once it was talked over with you.
            </Empty>
          )}
          <Sections mine={mine.data} />
          <SharedLearning shared={shared.data ?? []} />
        </Stack>
      )}
    </>
  );
}

function Sections({ mine }: { readonly mine: MyAudits }): ReactElement {
  const { alerts, toAudit, toModerate, actions, aboutMe, learning } = mine;
  return (
    <>
      <Alerts rows={alerts} />
      <ToAudit rows={toAudit.filter(({ state }) => state !== 'completed')} />
      <ToTalkOver rows={toAudit.filter(({ state }) => state === 'completed')} />
      <SecondGrades rows={toModerate} />
      {actions.length > 0 && <MyActions actions={actions} />}
      <AboutMe rows={aboutMe} />
      {learning.length > 0 && <MyLearning learning={learning} />}
    </>
  );
}

function isEmpty(mine: MyAudits): boolean {
  return Object.values(mine).every((rows) => rows.length === 0);
}

import { type ReactElement } from 'react';
import { Group, Stack, Text, Title } from '@mantine/core';
import type { LocalDate } from '@plumbline/domain/calendar';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useMe } from '../../../app/session/me.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { AuditsNavigation } from '../../../parts/audits-navigation/audits-navigation.tsx';
import { ButtonLink, TextLink } from '../../../parts/link/text-link.tsx';
import { TwinTable } from '../../../parts/table/twin-table.tsx';
import { ExpectedRules } from '../components/expected-rules.tsx';
import { ProgrammeLanes } from '../components/programme-lanes.tsx';
import type { ProgrammeView } from '../model/outputs.ts';
import { periodInWords, shiftYears } from '../model/programme-lane.ts';
import { programmeTwin } from '../model/programme-twin.ts';

const route = getRouteApi('/audits');

/** A year of audits: what is planned, what runs, what is closed; and what the policy expects of them. */
export function ProgrammePage(): ReactElement {
  const { from, to } = route.useSearch();
  const trpc = useTRPC();
  const programme = useQuery(
    trpc.audits.programme.queryOptions({ from, to: to ?? endOf(from) }, { placeholderData: keepPreviousData }),
  );
  return (
    <>
      <PageHeading
        title="Audits"
        lead="The year’s programme: what is looked at, how it was chosen, and how far it has come."
        actions={programme.data?.mayPlan === true && programme.data.hasTools ? <PlanLink /> : undefined}
      />
      <AuditsNavigation current="/audits" />
      {programme.isPending && <PageSkeleton label="Loading the programme" />}
      {programme.isError && (
        <Problem error={programme.error} what="The programme could not be loaded" onRetry={() => void programme.refetch()} />
      )}
      {programme.data !== undefined && (
        <div aria-busy={programme.isPlaceholderData}>
          <Loaded programme={programme.data} />
        </div>
      )}
    </>
  );
}

/** A first day alone stands for the year from it. */
function endOf(from: string | undefined): string | undefined {
  return from === undefined ? undefined : shiftYears({ from, to: from }, 0).to;
}

function PlanLink(): ReactElement {
  return <ButtonLink to="/audits/plan">Plan an audit</ButtonLink>;
}

function Loaded({ programme }: { readonly programme: ProgrammeView }): ReactElement {
  const { today } = useMe();
  const search = route.useSearch();
  const isUsual = search.from === undefined && search.to === undefined;
  return (
    <Stack gap="xl">
      <section aria-labelledby="period">
        <Group justify="space-between" align="baseline" gap="sm" mb="md">
          <Title order={2} id="period">
            {periodInWords(programme)}
          </Title>
          <YearLinks programme={programme} isUsual={isUsual} />
        </Group>
        {programme.audits.length + programme.checks.length === 0 ? (
          <Nothing programme={programme} isUsual={isUsual} />
        ) : (
          <Stack gap="sm">
            <ProgrammeLanes programme={programme} today={today as LocalDate} />
            <TwinTable twin={programmeTwin(programme, today as LocalDate)} />
          </Stack>
        )}
      </section>
      <ExpectedRules programme={programme} />
    </Stack>
  );
}

function YearLinks({ programme, isUsual }: { readonly programme: ProgrammeView; readonly isUsual: boolean }): ReactElement {
  return (
    <nav aria-label="Years" className="no-print">
      <Group gap="md">
        <TextLink to="/audits" search={shiftYears(programme, -1)} replace>
          The year before
        </TextLink>
        {!isUsual && (
          <TextLink to="/audits" search={{}} replace>
            Around today
          </TextLink>
        )}
        <TextLink to="/audits" search={shiftYears(programme, 1)} replace>
          The year after
        </TextLink>
      </Group>
    </nav>
  );
}

function Nothing({ programme, isUsual }: { readonly programme: ProgrammeView; readonly isUsual: boolean }): ReactElement {
  if (!programme.mayPlan)
    return <Text className="prose">No audit is planned in these months. Audits stand here as soon as they are.</Text>;
  if (!programme.hasTools)
    return (
      <Empty title="First a tool, then a plan" action={<ButtonLink to="/audits/tools">Make a tool</ButtonLink>}>
        Audits will stand here by month, with how far each has come. A tool is the questions of an audit and what its grades mean.
        It can begin with the questions of your policy. Publish one, and an audit can be planned with it.
      </Empty>
    );
  return (
    <Empty title={isUsual ? 'No audit is planned yet' : 'No audit in these months'} action={<PlanLink />}>
      Audits will stand here by month, with how far each has come. Planning one draws nothing yet: you look at the list first,
      then draw.
    </Empty>
  );
}

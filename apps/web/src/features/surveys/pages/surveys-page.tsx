import { type ReactElement } from 'react';
import { Group, Stack } from '@mantine/core';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useMe } from '../../../app/session/me.tsx';
import { ButtonLink } from '../../../parts/link/text-link.tsx';
import { GroupsPanel } from '../../focus-groups/index.ts';
import { MyRounds } from '../components/my-rounds.tsx';
import { Outcomes } from '../components/outcomes.tsx';
import { PaperRounds } from '../components/paper-rounds.tsx';
import { RoundList } from '../components/round-list.tsx';

/** Surveys for everybody: what I may answer, what came of earlier rounds; for whoever runs them, the rounds. */
export function SurveysPage(): ReactElement {
  const { permissions } = useMe();
  const mayRun = permissions.includes('surveys:run');
  return (
    <>
      <PageHeading
        title="Surveys"
        lead="How supervision works for staff, asked so that nobody can tie an answer to a name."
        actions={
          mayRun && (
            <Group gap="sm">
              <ButtonLink to="/surveys/rounds/new">Plan a survey round</ButtonLink>
              {permissions.includes('surveys:design') && (
                <ButtonLink to="/surveys/designs" variant="default">
                  Survey forms
                </ButtonLink>
              )}
            </Group>
          )
        }
      />
      <Stack gap="xl">
        {permissions.includes('surveys:answer') && <MyRounds />}
        {permissions.includes('surveys:paper') && <PaperRounds />}
        {mayRun && <RoundList />}
        <Outcomes />
        {permissions.includes('focus-groups:read') && <GroupsPanel />}
      </Stack>
    </>
  );
}

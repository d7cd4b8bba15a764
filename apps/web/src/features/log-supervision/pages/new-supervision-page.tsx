import { useState, type ReactElement } from 'react';
import { Stack, Text } from '@mantine/core';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { SubjectPicker } from '../../../parts/picker/subject-picker.tsx';
import { ForWhom } from '../components/for-whom.tsx';
import { LogSupervisionPanel } from '../components/log-supervision-panel.tsx';

const route = getRouteApi('/supervisions/new');

/** Logs a supervision on a page of its own. */
export function NewSupervisionPage(): ReactElement {
  const { person } = route.useSearch();
  const navigate = route.useNavigate();
  const router = useRouter();
  const [name, setName] = useState('');
  return (
    <>
      <PageHeading
        title="Log a supervision"
        lead="Planned, held, postponed or cancelled. What is due changes in the same moment."
      />
      <Stack gap="lg">
        {person === undefined && (
          <>
            <Text className="prose">Whose supervision is it? You can log it for anybody whom you supervise or manage.</Text>
            <SubjectPicker
              id="supervisee"
              kind="person"
              label="Supervisee"
              value=""
              calledAs={name}
              onChange={(id, calledAs) => {
                setName(calledAs);
                if (id !== '') void navigate({ to: '/supervisions/new', search: { person: id } });
              }}
            />
          </>
        )}
        {person !== undefined && (
          <>
            <ForWhom personId={person} />
            <LogSupervisionPanel key={person} personId={person} onDone={() => router.history.back()} />
          </>
        )}
      </Stack>
    </>
  );
}

import { type ReactElement } from 'react';
import { Anchor, Breadcrumbs, Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { describedAs, thingsToConfirm } from '@plumbline/analytics/wording';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useMe } from '../../../app/session/me.tsx';
import { LanesSkeleton } from '../../../app/states/lanes-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { AsOfBanner } from '../../../parts/as-of/as-of-banner.tsx';
import { AsOfControl } from '../../../parts/as-of/as-of-control.tsx';
import { keepDay } from '../../../parts/as-of/keep-day.ts';
import { useAsOf } from '../../../parts/as-of/use-as-of.ts';
import { PersonView } from '../../../parts/person/person-view.tsx';
import { WhyDrawer } from '../../../parts/why/why-drawer.tsx';
import { RecordedFacts } from '../components/recorded-facts.tsx';

const route = getRouteApi('/people/$subjectId');

/** One member of staff, for whoever supervises or manages them. */
export function PersonPage(): ReactElement {
  const { subjectId } = route.useParams();
  const { why } = route.useSearch();
  const navigate = route.useNavigate();
  const me = useMe();
  const asOf = useAsOf();
  const trpc = useTRPC();
  const subject = useQuery(
    trpc.subject.view.queryOptions({ subjectId, ...asOf.question }, { placeholderData: keepPreviousData }),
  );
  const person = subject.data?.person ?? null;
  const described =
    person === null
      ? ''
      : [
          describedAs(person.person.descriptors),
          person.person.team,
          person.supervisor === null ? 'no supervisor recorded' : `supervised by ${person.supervisor.name}`,
        ]
          .filter(Boolean)
          .join(' · ');
  return (
    <>
      <PageHeading
        title={person?.person.label ?? 'Person'}
        lead={described === '' ? ' ' : described}
        above={
          <Breadcrumbs>
            <Anchor renderRoot={(props) => <Link {...props} to="/team" search={keepDay} />}>My team</Anchor>
            <span>{person?.person.label ?? 'Person'}</span>
          </Breadcrumbs>
        }
        actions={
          <>
            {me.permissions.includes('supervisions:log') && person !== null && !asOf.isPast && (
              <Button renderRoot={(props) => <Link {...props} to="/supervisions/new" search={{ person: subjectId }} />}>
                Log a supervision
              </Button>
            )}
            <AsOfControl />
          </>
        }
      />
      <AsOfBanner />
      {subject.isPending && <LanesSkeleton label="Loading the person" rows={4} />}
      {subject.isError && (
        <Problem error={subject.error} what="The person could not be loaded" onRetry={() => void subject.refetch()} />
      )}
      {subject.data !== undefined && person !== null && (
        <>
          {person.toConfirm > 0 && !asOf.isPast && (
            <Anchor
              mb="md"
              display="inline-block"
              renderRoot={(props) => <Link {...props} to="/people/$subjectId/confirm" params={{ subjectId }} />}
            >
              {thingsToConfirm(person.toConfirm, person.person.label)}
            </Anchor>
          )}
          <PersonView
            person={person}
            history={subject.data.history}
            sessions={subject.data.sessions}
            on={asOf.on}
            onWhy={(dutyId) => void navigate({ search: (previous) => ({ ...previous, why: dutyId }) })}
          />
          <RecordedFacts facts={subject.data.facts} />
        </>
      )}
      <WhyDrawer
        dutyId={why ?? null}
        onClose={() => void navigate({ search: (previous) => ({ ...previous, why: undefined }) })}
      />
    </>
  );
}

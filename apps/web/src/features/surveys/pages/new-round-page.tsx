import { type ReactElement } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { ButtonLink } from '../../../parts/link/text-link.tsx';
import { RoundForm } from '../components/round-form.tsx';

/** A round in the planning: which questions, when, and who stands by. */
export function NewRoundPage(): ReactElement {
  const trpc = useTRPC();
  const designs = useQuery(trpc.surveyDesigns.list.queryOptions(undefined, { staleTime: 0 }));
  const published = designs.data?.designs.filter(({ versions }) => versions.length > 0) ?? [];
  return (
    <>
      <PageHeading
        title="Plan a survey round"
        above={<Link to="/surveys">Surveys</Link>}
        lead="One opening of a survey. Nobody is invited before you have looked at the list and opened it."
      />
      {designs.isPending && <PageSkeleton label="Loading the published surveys" />}
      {designs.isError && (
        <Problem error={designs.error} what="The published surveys could not be loaded" onRetry={() => void designs.refetch()} />
      )}
      {designs.data !== undefined && published.length === 0 && (
        <Empty title="No survey is published yet" action={<ButtonLink to="/surveys/designs">Make a survey form</ButtonLink>}>
          A round asks the questions of a published survey. Make one first, have it checked, and publish it.
        </Empty>
      )}
      {published.length > 0 && <RoundForm designs={published} />}
    </>
  );
}

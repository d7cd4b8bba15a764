import { type ReactElement } from 'react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { AboutSample } from '../components/about-sample.tsx';
import { EndSample } from '../components/end-sample.tsx';
import { OpenSample } from '../components/open-sample.tsx';
import css from '../components/sample.module.css';
import { askedByInWords, namedInWords } from '../model/sample-words.ts';

const route = getRouteApi('/inspection/sample/$sampleId');

/** One sample: who asked, for whom, when it was opened; and, once somebody opens it, the records. */
export function SamplePage(): ReactElement {
  const trpc = useTRPC();
  const { sampleId } = route.useParams();
  const sample = useQuery(trpc.impact.sample.queryOptions({ sampleId }));
  return (
    <>
      <PageHeading
        title="Inspector’s sample"
        lead={sample.data === undefined ? ' ' : `${askedByInWords(sample.data)}. Names ${namedInWords(sample.data)}.`}
        above={<TextLink to="/inspection/sample">All samples</TextLink>}
      />
      {sample.isPending && <PageSkeleton label="Loading the sample" />}
      {sample.isError && (
        <Problem error={sample.error} what="The sample could not be loaded" onRetry={() => void sample.refetch()} />
      )}
      {sample.data !== undefined && (
        <div className={css['page']}>
          <AboutSample view={sample.data} />
          <OpenSample key={sampleId} view={sample.data} />
          {sample.data.state === 'open' && <EndSample sampleId={sampleId} />}
        </div>
      )}
    </>
  );
}

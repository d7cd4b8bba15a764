import { lazy, Suspense, type ReactElement } from 'react';
import { PageSkeleton } from '../../app/states/page-skeleton.tsx';

// Its sentences know every kind of fact: they come with the first reason that somebody asks for.
const WhyPanel = lazy(async () => ({ default: (await import('./why-panel.tsx')).WhyPanel }));

/** The reason for one requirement, wherever it is shown. */
export function Why({ dutyId }: { readonly dutyId: string }): ReactElement {
  return (
    <Suspense fallback={<PageSkeleton label="Loading the reason" />}>
      <WhyPanel dutyId={dutyId} />
    </Suspense>
  );
}

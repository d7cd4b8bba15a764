import { lazy, Suspense, type ReactElement } from 'react';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import type { AuditFile, Evidence as Known } from '../model/outputs.ts';

// Lanes, log and documents come a moment after the questions that they stand beside.
const Evidence = lazy(async () => ({ default: (await import('./evidence.tsx')).Evidence }));

interface EvidenceBesideProps {
  readonly evidence: Known | null;
  readonly computed: AuditFile['computed'];
}

/** What is known here, for whoever may look at it. */
export function EvidenceBeside({ evidence, computed }: EvidenceBesideProps): ReactElement | null {
  if (evidence === null) return null;
  return (
    <Suspense fallback={<PageSkeleton label="Opening what is known here" rows={4} />}>
      <Evidence evidence={evidence} computed={computed} />
    </Suspense>
  );
}

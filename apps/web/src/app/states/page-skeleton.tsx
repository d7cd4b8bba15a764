import { type ReactElement } from 'react';
import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';

interface PageSkeletonProps {
  readonly label?: string;
  readonly rows?: number;
  /** Before there is any frame around it. */
  readonly isWholePage?: boolean;
}

/** Stands where a page will be, in its rough shape, while its rows are on their way. */
export function PageSkeleton({ label = 'Loading', rows = 7, isWholePage = false }: PageSkeletonProps): ReactElement {
  return (
    <Stack gap="lg" p={isWholePage ? { base: 'md', sm: 'xl' } : 0}>
      <VisuallyHidden component="output">{label}…</VisuallyHidden>
      <Skeleton height={34} width="min(18rem, 60%)" />
      <Stack gap="sm">
        {Array.from({ length: rows }, (_, index) => (
          <Skeleton key={index} height={40} />
        ))}
      </Stack>
    </Stack>
  );
}

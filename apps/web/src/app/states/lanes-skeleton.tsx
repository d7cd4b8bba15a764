import { type ReactElement } from 'react';
import { Skeleton, VisuallyHidden } from '@mantine/core';
import css from './lanes-skeleton.module.css';

/** The shape of a stack of lanes while its rows are on their way. */
export function LanesSkeleton({ label, rows = 6 }: { readonly label: string; readonly rows?: number }): ReactElement {
  return (
    <div className={css['stack']}>
      <VisuallyHidden component="output">{label}…</VisuallyHidden>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={css['line']}>
          <Skeleton height={18} width={`${55 + ((index * 17) % 35)}%`} />
          <Skeleton height={10} radius="xl" width={`${40 + ((index * 23) % 45)}%`} />
          <Skeleton height={18} width="60%" />
        </div>
      ))}
    </div>
  );
}

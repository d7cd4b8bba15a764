import { type ReactElement } from 'react';
import type { MarkShape } from '@plumbline/analytics/prepare';
import css from './plumb-lane.module.css';

/** Held filled, cancelled hollow, interrupted half, said but not on the file dotted, planned a ring with a point. */
export function LaneMarkShape({ shape }: { readonly shape: MarkShape }): ReactElement {
  switch (shape) {
    case 'held':
      return <circle r="5.500" className={css['held']} />;
    case 'interrupted':
      return (
        <>
          <circle r="5" className={css['hollow']} />
          <path d="M0-5A5 5 0 0 0 0 5z" className={css['held']} />
        </>
      );
    case 'cancelled':
      return <circle r="4.500" className={css['hollow']} />;
    case 'not-on-file':
      return <circle r="5" className={css['dotted']} />;
    case 'planned':
      return (
        <>
          <circle r="5" className={css['planned']} />
          <circle r="1.600" className={css['held']} />
        </>
      );
  }
}

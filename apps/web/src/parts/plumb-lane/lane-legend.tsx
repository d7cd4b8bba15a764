import { type ReactElement } from 'react';
import type { MarkShape } from '@plumbline/analytics/prepare';
import { LaneMarkShape } from './lane-mark-shape.tsx';
import css from './lane-legend.module.css';

const MARKS: readonly (readonly [MarkShape, string])[] = [
  ['held', 'held'],
  ['interrupted', 'interrupted'],
  ['cancelled', 'cancelled or postponed'],
  ['not-on-file', 'not yet on the file'],
  ['planned', 'planned'],
];

/** How to read a lane, in one quiet line. */
export function LaneLegend(): ReactElement {
  return (
    <ul className={css['legend']} aria-label="How to read the lanes">
      {MARKS.map(([shape, word]) => (
        <li key={shape}>
          <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
            <LaneMarkShape shape={shape} />
          </svg>
          {word}
        </li>
      ))}
      <li>
        <span className={css['band']} />
        time the policy allows
      </li>
      <li>
        <svg width="14" height="18" viewBox="-7 -7 14 20" aria-hidden="true">
          <path d="M-3-6h6l3 5.500L0 12-6-.5z" fill="var(--pl-accent)" />
        </svg>
        due
      </li>
    </ul>
  );
}

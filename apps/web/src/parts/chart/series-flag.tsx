import { type ReactElement } from 'react';
import type { EventFlag } from './series-rows.ts';

interface EventFlagProps {
  readonly flag: EventFlag;
  /** Pixels above the plot, and those of one row of flags. */
  readonly top: number;
  readonly rowHeight: number;
  /** Given by the chart: where the line stands. */
  readonly viewBox?: { readonly x?: number };
}

/** The number of an event over its line: square for the policy, round for anything else. The list beneath says what each is. */
export function EventFlagMark({ flag, top, rowHeight, viewBox }: EventFlagProps): ReactElement | null {
  const x = viewBox?.x;
  if (x === undefined) return null;
  const y = 12 + flag.row * rowHeight;
  const isPolicy = flag.kind === 'policy';
  const colour = isPolicy ? 'var(--pl-accent)' : 'var(--mantine-color-dimmed)';
  return (
    <g>
      <line x1={x} x2={x} y1={y + 10} y2={top} stroke={colour} strokeWidth={isPolicy ? 2 : 1} />
      {isPolicy ? (
        <rect x={x - 10} y={y - 10} width={20} height={20} fill={colour} />
      ) : (
        <circle cx={x} cy={y} r={10} fill="var(--pl-surface)" stroke={colour} strokeWidth={1.5} />
      )}
      <text
        x={x}
        y={y + 4.5}
        textAnchor="middle"
        fontSize={13}
        fontWeight={600}
        fill={isPolicy ? 'var(--pl-surface)' : 'var(--mantine-color-text)'}
      >
        {flag.number}
      </text>
    </g>
  );
}

import { type ReactElement } from 'react';
import type { StatusKind } from '@plumbline/analytics/wording';

const stroke = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.8,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

/** One sign for each way a requirement can stand: told apart by shape alone, coloured by the text around it. */
const SIGNS: Readonly<Record<StatusKind, ReactElement>> = {
  done: <path d="m3 8.500 3.500 3.500L13 4.500" {...stroke} strokeWidth={2.2} />,
  'done-late': (
    <>
      <path d="m1.500 9 3.200 3.200L10.500 6" {...stroke} strokeWidth={2.2} />
      <path d="M12.500 2v6h2.500" {...stroke} strokeWidth={1.5} />
    </>
  ),
  due: <circle cx="8" cy="8" r="5.500" {...stroke} />,
  'due-soon': (
    <>
      <circle cx="8" cy="8" r="5.500" {...stroke} />
      <path d="M8 8V2.500A5.500 5.500 0 0 1 13.500 8z" fill="currentColor" />
    </>
  ),
  overdue: <path d="M8 2 14.500 13.500h-13z" fill="currentColor" />,
  away: <circle cx="8" cy="8" r="5.500" {...stroke} strokeDasharray="1.500 3" />,
  'not-met': <path d="m3.500 3.500 9 9m0-9-9 9" {...stroke} strokeWidth={2.2} />,
  advisory: <path d="M8 1.500 14 8l-6 6.500L2 8z" {...stroke} />,
  confirm: <path d="M10.500 3 13 5.500 6 12.500l-3.500 1 1-3.500zM9 4.500 11.500 7" {...stroke} strokeWidth={1.5} />,
  silent: <path d="M3 8h10" {...stroke} />,
  'not-known': (
    <>
      <path d="M5.500 5.800A2.600 2.600 0 1 1 8 8.800v1.200" {...stroke} />
      <circle cx="8" cy="13" r="1.200" fill="currentColor" />
    </>
  ),
  'not-applicable': <path d="M5 8h6" {...stroke} />,
};

export function StatusSign({ kind, size = 16 }: { readonly kind: StatusKind; readonly size?: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
      {SIGNS[kind]}
    </svg>
  );
}

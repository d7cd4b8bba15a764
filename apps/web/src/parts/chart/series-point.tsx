import { type ReactElement } from 'react';
import type { CauseMark, MonthSeriesModel } from '@plumbline/analytics/impact';

interface SeriesPointProps {
  readonly cx?: number | undefined;
  readonly cy?: number | undefined;
  readonly place: number;
  readonly model: MonthSeriesModel;
}

const INK = 'var(--mantine-color-text)';
const GROUND = 'var(--pl-surface)';

/** A month: a dot, an open dot where it is not judged, a triangle where it stands out. Open triangles go the wanted way. */
export function SeriesPoint({ cx, cy, place, model }: SeriesPointProps): ReactElement | null {
  const point = model.points[place];
  if (point === undefined || point.value === null || cx === undefined || cy === undefined || Number.isNaN(cy)) return null;
  const mark = model.marks.find((one) => one.place === place);
  if (mark !== undefined) return <Triangle cx={cx} cy={cy} mark={mark} />;
  const isOpen = point.shape === 'open-circle';
  return <circle cx={cx} cy={cy} r={isOpen ? 4 : 3.5} fill={isOpen ? GROUND : INK} stroke={INK} strokeWidth={1.5} />;
}

function Triangle({ cx, cy, mark }: { readonly cx: number; readonly cy: number; readonly mark: CauseMark }): ReactElement {
  const up = mark.shape === 'triangle-up' ? -1 : 1;
  const colour =
    mark.tone === 'concern' ? 'var(--pl-status-overdue)' : mark.tone === 'improvement' ? 'var(--pl-status-soon)' : INK;
  return (
    <path
      d={`M${cx},${cy + up * 7}L${cx + 6.5},${cy - up * 5}L${cx - 6.5},${cy - up * 5}Z`}
      fill={mark.tone === 'improvement' ? GROUND : colour}
      stroke={colour}
      strokeWidth={2}
      strokeLinejoin="round"
    />
  );
}

import { useState, type ReactElement } from 'react';
import { CartesianGrid, LineChart, Line, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { MonthSeriesModel } from '@plumbline/analytics/impact';
import { EventFlagMark } from './series-flag.tsx';
import { SeriesPoint } from './series-point.tsx';
import { eventFlags, namedPlaces, seriesDomain, seriesRows, seriesTicks, type EventFlag, type SeriesRow } from './series-rows.ts';
import { usePrinting } from './use-printing.ts';
import css from './chart.module.css';

const PLOT_HEIGHT = 250;
/** What A4 has between usual edges; nothing measures paper in time. */
const PAPER_WIDTH = 660;
const PAPER_HEIGHT = 170;
const AXIS_WIDTH = 48;
const FLAG_ROW = 24;
/** Rem, as all text: it grows with what the reader has set. */
const TICK = { fill: 'var(--mantine-color-text)', fontSize: '0.875rem' };
const QUIET = 'var(--mantine-color-dimmed)';

interface SeriesPictureProps {
  readonly model: MonthSeriesModel;
  /** Said beneath where an axis of percent does not begin at nothing. */
  readonly axisInWords: (percent: number) => string | null;
}

/** A series of months with its average and limits, what stands out and what happened. Loaded only where there is something to draw. */
export function SeriesPicture({ model, axisInWords }: SeriesPictureProps): ReactElement {
  // What fits beside each other depends on the width, which only the browser knows.
  const [width, setWidth] = useState(700);
  const isPrinted = usePrinting();
  const flags = eventFlags(model, (isPrinted ? PAPER_WIDTH : width) - AXIS_WIDTH);
  const rows = 1 + Math.max(-1, ...flags.map(({ row }) => row));
  const domain = seriesDomain(model);
  const top = 8 + rows * FLAG_ROW;
  const note = model.unit === '%' ? axisInWords(domain[0]) : null;
  return (
    <>
      <ResponsiveContainer
        width={isPrinted ? PAPER_WIDTH : '100%'}
        height={(isPrinted ? PAPER_HEIGHT : PLOT_HEIGHT) + top}
        onResize={setWidth}
      >
        <LineChart
          data={seriesRows(model)}
          margin={{ top, right: 12, bottom: 4, left: 0 }}
          accessibilityLayer
          title={model.title}
        >
          <CartesianGrid vertical={false} stroke="var(--pl-line)" />
          <Axes model={model} domain={domain} />
          <Tooltip cursor={{ stroke: 'var(--pl-line-strong)' }} content={MonthSentence} isAnimationActive={false} />
          {flags.map((flag) => flagLine(flag, top))}
          {model.segments.flatMap(({ standing, from }, i) => linesOf(i, from, standing === 'trial'))}
          <Line
            dataKey="value"
            type="linear"
            stroke="var(--mantine-color-text)"
            strokeWidth={1.5}
            dot={({ index, cx, cy }) => <SeriesPoint key={String(index)} cx={cx} cy={cy} place={Number(index)} model={model} />}
            activeDot={false}
            isAnimationActive={false}
          />
        </LineChart>
      </ResponsiveContainer>
      {note !== null && <p className={css['axis']}>{note}</p>}
    </>
  );
}

interface AxesProps {
  readonly model: MonthSeriesModel;
  readonly domain: readonly [number, number];
}

function Axes({ model, domain }: AxesProps): ReactElement {
  return (
    <>
      <XAxis
        dataKey="place"
        type="number"
        domain={[-0.5, model.points.length - 0.5]}
        ticks={namedPlaces(model.points)}
        tickFormatter={(place: number) => model.points[place]?.label ?? ''}
        tick={TICK}
        tickLine={false}
        axisLine={{ stroke: 'var(--pl-line-strong)' }}
        interval="preserveStart"
      />
      <YAxis
        tick={TICK}
        domain={[...domain]}
        {...ticksOf(domain, model)}
        tickFormatter={(value: number) => (model.unit === '%' ? `${value}%` : String(value))}
        tickLine={false}
        axisLine={false}
        width={AXIS_WIDTH}
      />
    </>
  );
}

function flagLine(flag: EventFlag, top: number): ReactElement {
  const look =
    flag.kind === 'policy'
      ? { stroke: 'var(--pl-accent)', strokeWidth: 2 }
      : { stroke: QUIET, strokeWidth: 1, strokeDasharray: '2 3' };
  const label = <EventFlagMark flag={flag} top={top} rowHeight={FLAG_ROW} />;
  return <ReferenceLine key={flag.number} x={flag.at} {...look} label={label} />;
}

/** The average and both limits of one segment; limits that may still move are dashed. */
function linesOf(segment: number, from: number, isTrial: boolean): ReactElement[] {
  const common = { type: 'step', dot: false, activeDot: false, isAnimationActive: false } as const;
  const limit = { ...common, stroke: QUIET, strokeWidth: 1, ...(isTrial ? { strokeDasharray: '6 4' } : {}) };
  return [
    <Line key={`mean${from}`} dataKey={`mean${segment}`} {...common} stroke="var(--pl-accent)" strokeWidth={1.5} />,
    <Line key={`low${from}`} dataKey={`low${segment}`} {...limit} />,
    <Line key={`high${from}`} dataKey={`high${segment}`} {...limit} />,
  ];
}

function ticksOf(domain: readonly [number, number], { unit }: MonthSeriesModel): { readonly ticks?: number[] } {
  const ticks = seriesTicks(domain, unit);
  return ticks === null ? {} : { ticks };
}

interface Told {
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload?: SeriesRow }[];
}

function MonthSentence({ active, payload }: Told): ReactElement | null {
  const row = payload?.[0]?.payload;
  if (active !== true || row === undefined) return null;
  return <p className={css['told']}>{row.sentence}</p>;
}

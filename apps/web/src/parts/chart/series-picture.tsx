import { useState, type ReactElement } from 'react';
import { CartesianGrid, LineChart, Line, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { MonthSeriesModel } from '@plumbline/analytics/impact';
import { EventFlagMark } from './series-flag.tsx';
import { SeriesPoint } from './series-point.tsx';
import { eventFlags, namedPlaces, seriesDomain, seriesRows, seriesTicks, type SeriesRow } from './series-rows.ts';
import css from './chart.module.css';

const PLOT_HEIGHT = 250;
const AXIS_WIDTH = 48;
const FLAG_ROW = 24;
/** Rem, as all text: it grows with what the reader has set. */
const TICK = { fill: 'var(--mantine-color-text)', fontSize: '0.875rem' };
const QUIET = 'var(--mantine-color-dimmed)';

/** A series of months with its average and limits, what stands out and what happened. Loaded only where there is something to draw. */
export function SeriesPicture({ model }: { readonly model: MonthSeriesModel }): ReactElement {
  // What fits beside each other depends on the width, which only the browser knows.
  const [width, setWidth] = useState(700);
  const flags = eventFlags(model, width - AXIS_WIDTH);
  const rows = 1 + Math.max(-1, ...flags.map(({ row }) => row));
  const domain = seriesDomain(model);
  const top = 8 + rows * FLAG_ROW;
  return (
    <ResponsiveContainer width="100%" height={PLOT_HEIGHT + top} onResize={setWidth}>
      <LineChart data={seriesRows(model)} margin={{ top, right: 12, bottom: 4, left: 0 }} accessibilityLayer title={model.title}>
        <CartesianGrid vertical={false} stroke="var(--pl-line)" />
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
          allowDataOverflow
        />
        <Tooltip cursor={{ stroke: 'var(--pl-line-strong)' }} content={MonthSentence} isAnimationActive={false} />
        {flags.map((flag) => (
          <ReferenceLine
            key={flag.number}
            x={flag.at}
            stroke={flag.kind === 'policy' ? 'var(--pl-accent)' : QUIET}
            strokeWidth={flag.kind === 'policy' ? 2 : 1}
            {...(flag.kind === 'policy' ? {} : { strokeDasharray: '2 3' })}
            label={<EventFlagMark flag={flag} top={top} rowHeight={FLAG_ROW} />}
          />
        ))}
        {model.segments.flatMap(({ standing, from }, i) => linesOf(i, from, standing === 'trial'))}
        <Line
          dataKey="value"
          type="linear"
          stroke="var(--mantine-color-text)"
          strokeWidth={1.5}
          dot={(props) => (
            <SeriesPoint key={String(props.index)} cx={props.cx} cy={props.cy} place={Number(props.index)} model={model} />
          )}
          activeDot={false}
          isAnimationActive={false}
        />
      </LineChart>
    </ResponsiveContainer>
  );
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

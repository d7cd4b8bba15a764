import { useId, type ReactElement } from 'react';
import {
  Bar,
  BarChart,
  CartesianGrid,
  Rectangle,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
  type BarShapeProps,
} from 'recharts';
import type { MonthColumn, MonthsModel } from '@plumbline/analytics/prepare';
import css from './chart.module.css';

const HEIGHT = 260;
/** Rem, as all text: it grows with what the reader has set. */
const TICK = { fill: 'var(--mantine-color-text)', fontSize: '0.875rem' };

/** Columns in three parts on one axis, drawn from a finished model. Loaded only where there is something to draw. */
export function ColumnsPicture({ model }: { readonly model: MonthsModel }): ReactElement {
  const stripes = useId();
  const fillOf = { full: 'var(--pl-accent)', stripes: `url(#${CSS.escape(stripes)})`, open: 'transparent' } as const;
  return (
    <ResponsiveContainer width="100%" height={HEIGHT}>
      <BarChart
        data={[...model.columns]}
        margin={{ top: 8, right: 4, bottom: 4, left: 0 }}
        barCategoryGap="22%"
        accessibilityLayer
        title={model.title}
      >
        <defs>
          <pattern id={stripes} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" className={css['stripeGround']} />
            <rect width="2.5" height="6" className={css['stripe']} />
          </pattern>
        </defs>
        <CartesianGrid vertical={false} stroke="var(--pl-line)" />
        <XAxis
          dataKey="label"
          tick={TICK}
          tickLine={false}
          axisLine={{ stroke: 'var(--pl-line-strong)' }}
          interval="preserveStartEnd"
        />
        <YAxis
          tick={TICK}
          domain={[0, 100]}
          ticks={[0, 25, 50, 75, 100]}
          tickFormatter={percent}
          tickLine={false}
          axisLine={false}
          width={48}
        />
        <Tooltip cursor={{ fill: 'var(--pl-line)', fillOpacity: 0.4 }} content={MonthSentence} isAnimationActive={false} />
        {model.parts.map(({ key, label, pattern }) => (
          <Bar
            key={key}
            dataKey={key}
            name={label}
            stackId="month"
            fill={fillOf[pattern]}
            stroke={pattern === 'open' ? 'var(--pl-status-overdue)' : 'none'}
            {...(pattern === 'open' ? { shape: OpenPart } : {})}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

/** A frame drawn within its own height, and none where there is nothing. */
function OpenPart(props: BarShapeProps): ReactElement | null {
  const height = Number(props.height);
  if (!(height > 1)) return null;
  return <Rectangle {...props} y={Number(props.y) + 0.75} height={height - 1.5} fill="transparent" strokeWidth={1.5} />;
}

function percent(value: number): string {
  return `${value}%`;
}

interface Told {
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload?: MonthColumn }[];
}

function MonthSentence({ active, payload }: Told): ReactElement | null {
  const column = payload?.[0]?.payload;
  if (active !== true || column === undefined) return null;
  return <p className={css['told']}>{column.sentence}</p>;
}

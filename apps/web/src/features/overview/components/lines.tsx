import { type ReactElement } from 'react';
import type { OverviewLine, OverviewView } from '@plumbline/analytics/overview';
import { shareInWords } from '@plumbline/analytics/wording';
import { BOX, drawLine, nameLines } from '../model/draw-line.ts';
import css from './overview.module.css';

/** The whole council and its services month by month, each small and all on one axis; the table beneath says the same. */
export function Lines({ lines }: { readonly lines: OverviewView['lines'] }): ReactElement {
  const all = [lines.whole, ...lines.services];
  const above = all.some(({ name }) => nameLines(name).length > 1) ? NAME_LINE : 0;
  return (
    <ul className={css['grid']}>
      {all.map((line) => (
        <li key={line.key}>
          <SmallLine line={line} from={lines.from} above={above} />
        </li>
      ))}
    </ul>
  );
}

/** How high a line of a name is. */
const NAME_LINE = 16;

interface SmallLineProps {
  readonly line: OverviewLine;
  readonly from: number;
  /** Room for a second line of names: all have it where one needs it. */
  readonly above: number;
}

function SmallLine({ line, from, above }: SmallLineProps): ReactElement {
  const { path, dots, last } = drawLine(line.points, from);
  const first = line.points[0];
  const end = line.points.at(-1);
  return (
    <svg
      viewBox={`0 ${-above} ${BOX.width} ${BOX.height + above}`}
      role="img"
      aria-label={line.sentence}
      className={css['small']}
    >
      {nameLines(line.name).map((words, i, { length }) => (
        <text key={words} x={0} y={16 + (i - length + 1) * NAME_LINE} className={css['name']}>
          {words}
        </text>
      ))}
      <text x={BOX.width} y={(BOX.top + BOX.bottom) / 2 + 10} textAnchor="end" className={css['last']}>
        {line.last === null ? '–' : shareInWords(line.last)}
      </text>
      <line x1={0} x2={BOX.right} y1={BOX.top} y2={BOX.top} className={css['rule']} />
      <line x1={0} x2={BOX.right} y1={BOX.bottom} y2={BOX.bottom} className={css['rule']} />
      <path d={path} className={css['line']} />
      {dots.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r={1.8} className={css['dot']} />
      ))}
      {last !== null && <circle cx={last.x} cy={last.y} r={4} className={css['dot']} />}
      <text x={0} y={BOX.height - 2} className={css['tick']}>
        {shortName(first?.name)}
      </text>
      <text x={BOX.right} y={BOX.height - 2} textAnchor="end" className={css['tick']}>
        {shortName(end?.name)}
      </text>
    </svg>
  );
}

/** "Oct 2026". */
function shortName(month: string | undefined): string {
  const [name = '', year = ''] = (month ?? '').split(' ');
  return `${name.slice(0, 3)} ${year}`;
}

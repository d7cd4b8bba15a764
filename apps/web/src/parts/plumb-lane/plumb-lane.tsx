import { type ReactElement } from 'react';
import type { LaneBob, LaneMarkModel, LaneModel } from '@plumbline/analytics/prepare';
import { LaneMarkShape } from './lane-mark-shape.tsx';
import css from './plumb-lane.module.css';

const share = (fraction: number): string => `${(fraction * 100).toFixed(3)}%`;

/**
 * One lane, drawn from its finished model: today's line, what was done, the allowed gap and what is due hanging on it.
 * Across, everything is a share of the width; up and down, pixels from the middle of whatever height the row has.
 */
export function PlumbLane({ lane, ticks }: { readonly lane: LaneModel; readonly ticks: readonly number[] }): ReactElement {
  const { band, late, bob } = lane;
  return (
    <svg className={css['lane']} role="img" aria-label={lane.sentence}>
      {ticks.map((at) => (
        <line key={at} x1={share(at)} x2={share(at)} y1="0" y2="100%" className={css['month']} />
      ))}
      <line x1="0" x2="100%" y1="50%" y2="50%" className={css['ground']} />
      <svg y="50%" overflow="visible">
        {band !== null && (
          <rect
            x={share(band.from)}
            width={share(Math.max(0, band.to - band.from))}
            y={-6}
            height={12}
            rx={band.startsBefore || band.runsOn ? 0 : 6}
            className={css['band']}
            data-tone={band.tone}
          />
        )}
        {late !== null && (
          <rect
            x={share(late.from)}
            width={share(Math.max(0, late.to - late.from))}
            y={-1.5}
            height={3}
            className={css['late']}
          />
        )}
      </svg>
      <line x1={share(lane.today)} x2={share(lane.today)} y1="0" y2="100%" className={css['today']} />
      <svg y="50%" overflow="visible">
        {lane.marks.map((mark) => (
          <Mark key={`${mark.on}${mark.shape}`} mark={mark} />
        ))}
        {bob !== null && <Bob bob={bob} colour={lane.status.colour} />}
        {late !== null && (
          <svg x={share(late.to)} overflow="visible">
            <text x={7} y={-8} className={css['lateWords']}>
              {late.label}
            </text>
          </svg>
        )}
      </svg>
    </svg>
  );
}

function Mark({ mark }: { readonly mark: LaneMarkModel }): ReactElement {
  return (
    <svg x={share(mark.at)} overflow="visible" className={css['mark']}>
      {mark.isCounted && <circle r="8.500" className={css['counted']} />}
      <LaneMarkShape shape={mark.shape} />
      <circle r="11" fill="transparent" data-tip={mark.isCounted ? `${mark.label}; counting starts here` : mark.label} />
    </svg>
  );
}

const EDGES = { after: 'M-11-6-3 0-11 6', before: 'M11-6 3 0 11 6' } as const;

function Bob({ bob, colour }: { readonly bob: LaneBob; readonly colour: string }): ReactElement {
  return (
    <svg x={share(bob.at)} overflow="visible" style={{ color: `var(--pl-status-${colour === 'quiet' ? 'done' : colour})` }}>
      {bob.beyond === null ? (
        <>
          <line y1="-21" y2="-5" className={css['thread']} />
          <path d="M-3-6h6l3 5.500L0 12-6-.5z" className={css['bob']} />
        </>
      ) : (
        <path d={EDGES[bob.beyond]} className={css['beyond']} />
      )}
      <rect x="-11" y="-21" width="22" height="36" fill="transparent" data-tip={bob.label} />
    </svg>
  );
}

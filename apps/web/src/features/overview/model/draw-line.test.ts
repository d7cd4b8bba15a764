import { describe, expect, it } from 'vitest';
import { BOX, drawLine, nameLines } from './draw-line.ts';

const point = (share: number | null) => ({ month: '2026-10-01', name: 'October 2026', share, counted: 20 });

describe('a small line', () => {
  it('has all at the top and the lowest of the axis at the bottom', () => {
    const { dots } = drawLine([point(0.6), point(1), point(0.8)], 0.6);
    expect(dots.map(({ y }) => y)).toEqual([BOX.bottom, BOX.top, (BOX.bottom + BOX.top) / 2]);
    expect(dots.map(({ x }) => x)).toEqual([4, 112, 220]);
  });

  it('is broken where nothing is known, and a month between two gaps keeps its dot', () => {
    const { path, dots, last } = drawLine([point(1), point(null), point(1), point(null)], 0.5);
    expect(path.match(/[ML]/g)).toEqual(['M', 'M']);
    expect(dots).toHaveLength(2);
    expect(last).toBeNull();
  });

  it('is drawn where everything was done on time in every month', () => {
    expect(drawLine([point(1), point(1)], 1).dots.map(({ y }) => y)).toEqual([BOX.top, BOX.top]);
  });
});

describe('the name above it', () => {
  it('stays in one line where it fits, and breaks once between words where it does not', () => {
    expect(nameLines('Looked-after children')).toEqual(['Looked-after children']);
    expect(nameLines('Safeguarding and family support north and west')).toEqual([
      'Safeguarding and family support',
      'north and west',
    ]);
  });
});

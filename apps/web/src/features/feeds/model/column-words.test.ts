import type { FeedRow } from '@plumbline/analytics/compliance';
import { describe, expect, test } from 'vitest';
import { columnLines, columnsInWords, keptMoveWords } from './column-words.ts';

const rule = { id: 'X-1', clause: '5.4', says: 'The next date is booked before the session ends.' };
const row = (kept: FeedRow['columns'][number]['kept'], filled: number, current = 1240): FeedRow => ({
  kind: 'session',
  from: '2025-01-01',
  current,
  columns: [{ column: 'bookedAt', kept, filled, rules: [rule] }],
});

describe('a column that rules read', () => {
  test('says from when it is recorded, how often it is filled in and what is asked of it', () => {
    const [line] = columnLines(row('2026-03-01', 12));
    expect(line).toMatchObject({
      label: 'Booked at',
      state: 'From 1 March 2026',
      filled: 'Filled in 12 of 1,240',
      isDoubtful: false,
      asked: ['The next date is booked before the session ends (section 5.4)'],
    });
    expect(columnLines(row('nobody', 0))[0]).toMatchObject({ state: 'Not recorded here', isDoubtful: false });
    expect(columnLines(row('as-kind', 3))[0]?.state).toBe('As far back as the supervision log');
  });

  test('is in doubt where it is never filled in and nobody has said so', () => {
    expect(columnsInWords(columnLines(row('as-kind', 0)))).toBe('One column that your policy reads, one never filled in');
    expect(columnsInWords(columnLines(row('as-kind', 1)))).toBe('One column that your policy reads');
    expect(columnsInWords(columnLines(row('nobody', 0)))).toBe('One column that your policy reads, one not recorded as far back');
    expect(columnLines(row('as-kind', 0, 0))[0]?.isDoubtful).toBe(false);
  });

  test('tells before it is saved which way the figures go', () => {
    const [line] = columnLines(row('as-kind', 0));
    if (line === undefined) throw new Error('There is no line.');
    expect(keptMoveWords(line, 'as-kind')).toBe('');
    expect(keptMoveWords(line, 'nobody')).toContain('leaves every figure');
    expect(keptMoveWords(line, '2026-03-01')).toMatch(/is asked from 1 March 2026\. Before that day it is “not known”/);
    expect(keptMoveWords({ ...line, kept: 'nobody' }, 'as-kind')).toContain('counts as not done');
  });
});

import type { DutyRow, NeedRow } from '@plumbline/analytics/compliance';
import { toDay } from '@plumbline/domain/calendar';
import { describe, expect, it } from 'vitest';
import { inOrder } from './in-order.ts';

const TODAY = toDay('2026-11-22');
const need = (kind: NeedRow['kind'], given: Partial<NeedRow> = {}): NeedRow => ({
  kind,
  duty: null,
  subject: null,
  sessionId: null,
  on: null,
  count: null,
  ...given,
});
const about = (kind: 'person' | 'child', id: string) => ({ id, kind, label: id, descriptors: [], team: null });
const late = (daysLate: number, given: Partial<NeedRow> = {}) =>
  need('overdue', {
    duty: { id: `d${daysLate}`, finding: 'overdue', daysLate } as DutyRow,
    subject: about('person', 'p'),
    ...given,
  });
const kinds = (needs: readonly NeedRow[]) => inOrder(needs, TODAY).map(({ kind }) => kind);

describe('the order of what needs somebody', () => {
  it('has children without a worker before all, then what cannot wait, what is past its day, and the rest', () => {
    const mixed = [
      need('policy-to-read', { on: '2026-03-01' }),
      need('due-soon', { on: '2026-11-25' }),
      late(9),
      need('survey-comments', { count: 2 }),
      need('audit-action', { on: '2026-11-20', count: 1 }),
      need('survey-concern', { on: '2026-11-21', count: 1 }),
      need('to-confirm'),
      need('alert'),
    ];
    expect(kinds(mixed)).toEqual([
      'alert',
      'survey-concern',
      'overdue',
      'audit-action',
      'due-soon',
      'survey-comments',
      'policy-to-read',
      'to-confirm',
    ]);
  });

  it('takes a day since when for no day by which', () => {
    const since = need('survey-to-check', { on: '2026-01-05', count: 1 });
    expect(kinds([since, need('due-soon', { on: '2026-11-25' })])).toEqual(['due-soon', 'survey-to-check']);
  });

  it('keeps five of a kind apart and makes more than five one line, of people and of children apart', () => {
    const people = Array.from({ length: 6 }, (_, i) => late(i + 1, { on: `2026-11-1${i}`, subject: about('person', `p${i}`) }));
    const children = Array.from({ length: 5 }, (_, i) => late(i + 20, { subject: about('child', `c${i}`) }));
    const ordered = inOrder([...people, ...children], TODAY);
    expect(ordered).toHaveLength(6);
    expect(ordered.find(({ folded }) => folded !== undefined)).toMatchObject({
      kind: 'overdue',
      folded: 'person',
      count: 6,
      on: '2026-11-10',
      duty: { daysLate: 6 },
      subject: null,
    });
  });

  it('never folds what is a line of many already', () => {
    const rounds = Array.from({ length: 7 }, (_, i) => need('survey-open', { on: '2026-11-30', roundId: `r${i}` }));
    expect(inOrder(rounds, TODAY)).toHaveLength(7);
  });
});

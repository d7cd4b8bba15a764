import type { DutyRow } from '@plumbline/analytics/compliance';
import type { ReadsOfDay } from '@plumbline/database';
import { describe, expect, it } from 'vitest';
import { dueParts, onTimeInWords } from './due-part.ts';
import { readsPart } from './reads-part.ts';

const WINDOW = { from: '2025-11-22', to: '2026-11-22', today: '2026-11-22' };
const ROW: DutyRow = {
  id: 'd',
  rule: 'WIR-6.2',
  clause: '6.2b',
  says: 'Every month.',
  strength: 'must',
  series: 'own-supervision',
  title: 'Own supervision',
  subject: { id: 's', kind: 'person', label: 'Sam Tarn', descriptors: [], team: null },
  openedOn: '2026-05-01',
  dueOn: '2026-06-01',
  dueAt: null,
  effectiveDueOn: '2026-06-01',
  metOn: '2026-06-05',
  finding: 'met-late',
  daysLate: 4,
  owedBy: { id: 'o', name: 'Bea Fell' },
  owedWith: null,
  wasLateWhenTakenOver: false,
};
const row = (given: Partial<DutyRow>): DutyRow => ({ ...ROW, ...given });

describe('what was due', () => {
  it('says when, where the policy says so, how it stands and who owed it', () => {
    expect(dueParts([ROW], WINDOW)[0]?.rows[0]?.cells).toEqual([
      '1 June 2026',
      'Own supervision',
      'section 6.2b',
      'done 4 days late, on 5 June 2026',
      'Bea Fell',
    ]);
  });

  it('keeps clocks and everything else apart, says “should” where that is all, and the day after return', () => {
    const other = row({ series: null, strength: 'should', finding: 'unknown', metOn: null, dueOn: null, owedBy: null });
    const moved = row({ effectiveDueOn: '2026-06-20', finding: 'excused', metOn: null, daysLate: 0 });
    const [clocks, others] = dueParts([other, moved], WINDOW);
    expect(others?.rows.map(({ cells }) => cells)).toEqual([
      ['–', 'Own supervision', 'section 6.2b (should)', 'not known', 'Nobody'],
    ]);
    expect(clocks?.rows.map(({ cells }) => cells[3])).toEqual(['not counted: away; first after return, due 20 June 2026']);
  });

  it('counts on time out of what could be judged: neither away, nor not known, nor what is still to come', () => {
    const findings = ['met', 'met', 'met-late', 'overdue', 'excused', 'unknown', 'due'] as const;
    const rows = [...findings.map((finding) => row({ finding })), row({ series: null, finding: 'met' })];
    expect(onTimeInWords(rows)).toBe('2 of 4 due were done on time');
    expect(onTimeInWords([row({ finding: 'unknown' })])).toBeNull();
  });
});

it('says who opened a record in the time, on which ground, and who sat beside an inspector', () => {
  const read = (given: Partial<ReadsOfDay>): ReadsOfDay => ({
    reader: 'S2',
    what: 'page',
    ground: 'line',
    beside: null,
    on: '2026-05-12',
    times: 1,
    lastAt: '2026-05-12T09:15Z',
    ...given,
  });
  const names = { person: (ref: unknown) => `Name of ${String(ref)}`, team: String };
  const reads = [read({ what: 'sample', ground: 'inspection', beside: 'S3', times: 2 }), read({}), read({ on: '2025-11-21' })];
  expect(readsPart(reads, names, WINDOW).rows.map(({ cells }) => cells)).toEqual([
    [
      '12 May 2026, the last at 10:15',
      'Name of S2',
      'Opened it for inspectors',
      'Inspection, with Name of S3 beside the inspector',
      '2',
    ],
    ['12 May 2026, 10:15', 'Name of S2', 'Opened the page', 'Supervises or manages the person, or the child’s worker', '1'],
  ]);
});

import { describe, expect, it } from 'vitest';
import type { Grade } from '@plumbline/domain/audits';
import { anAudit, auditsOf } from './_rows.ts';
import { auditBoard, type BoardQuery } from './board.ts';
import type { AuditedRow } from './rows.ts';

const QUERY: BoardQuery = {
  today: '2026-07-10',
  from: '2026-04-01',
  to: '2026-06-30',
  actions: [
    { state: 'open', dueOn: '2026-07-01', raisedOn: '2026-05-01', closedOn: null, team: 'T1', isReaudited: false, hasHeld: null },
    {
      state: 'closed',
      dueOn: '2026-07-01',
      raisedOn: '2026-05-01',
      closedOn: '2026-06-01',
      team: 'T2',
      isReaudited: false,
      hasHeld: null,
    },
  ],
  programme: [
    {
      auditId: 'audit',
      title: 'Spring files',
      kind: 'supervision-file',
      state: 'open',
      listSize: 120,
      items: { reserve: 4, waiting: 3, begun: 1, completed: 10, 'fed-back': 6, 'put-aside': 2 },
      checks: null,
    },
    {
      auditId: 'autumn',
      title: 'Autumn files',
      kind: 'supervision-file',
      state: 'planned',
      listSize: null,
      items: {},
      checks: null,
    },
    { auditId: 'gone', title: 'Dropped', kind: 'dip-sample', state: 'dropped', listSize: null, items: {}, checks: null },
  ],
  questions: new Map([
    ['signed', { area: 'Agreement', asks: 'Is the agreement signed?' }],
    ['reflects', { area: 'Reflection', asks: 'Is there reflection?' }],
  ]),
  headcounts: [
    { team: 'T1', name: 'North', headCount: 10 },
    { team: 'T2', name: 'East', headCount: 8 },
    { team: 'T3', name: 'West', headCount: 4 },
  ],
  mayOpen: true,
};

const GRADES: readonly Grade[] = [1, 2, 2, 3, 3, 3, 4, 4];

/** Eight audits of each of two teams now, in which most agreements are signed, and sixteen before, in which few are. */
const ROWS: AuditedRow[] = [
  ...auditsOf(GRADES, { team: 'T1' }, 'N').map((row, i) => ({
    ...row,
    answers: { signed: 'yes' as const, reflects: GRADES[i] ?? 1 },
  })),
  ...auditsOf(GRADES, { team: 'T2' }, 'E').map((row, i) => ({
    ...row,
    answers: { signed: i < 6 ? ('yes' as const) : ('no' as const), reflects: GRADES[7 - i] ?? 1 },
  })),
  ...auditsOf([...GRADES, ...GRADES], { team: 'T1', completedOn: '2026-03-31' }, 'B').map((row, i) => ({
    ...row,
    answers: { signed: i < 4 ? ('yes' as const) : ('no' as const), reflects: GRADES[i % 8] ?? 1 },
  })),
];

const board = (rows: readonly AuditedRow[] = ROWS, query: Partial<BoardQuery> = {}) => auditBoard(rows, { ...QUERY, ...query });

describe('auditBoard', () => {
  it('says how far each audit is, without reserves and what was dropped', () => {
    const { rows, sentence, table } = board().progress;
    expect(rows).toMatchObject([
      { key: 'audit', drawn: 20, completed: 16, waiting: 4, putAside: 2, share: 0.8 },
      { key: 'autumn', drawn: 0, completed: 0, waiting: 0, share: null },
    ]);
    expect(sentence).toBe('16 of 20 files in two audits completed, 4 waiting.');
    expect(table.rows[0]?.cells).toEqual(['20', '16', '4', '2', '80%']);
  });

  it('has grades by team with intervals, as bars and as a table, and the size of the list in the whole', () => {
    const { grades, counted } = board();
    expect(counted).toEqual([]);
    expect(grades.rows.map(({ label, sentence }) => [label, sentence])).toEqual([
      ['East', 'East: 5 of 8 (63%, between 31% and 86%) were good or better.'],
      ['North', 'North: 5 of 8 (63%, between 31% and 86%) were good or better.'],
    ]);
    expect(grades.rows[0]?.segments.map(({ from, to, text }) => [from, to, text])).toEqual([
      [0, 0.125, 'Inadequate'],
      [0.125, 0.375, 'Requires improvement'],
      [0.375, 0.75, 'Good'],
      [0.75, 1, 'Outstanding'],
    ]);
    // Wilson at 16 × 119 / 104 of an endless list, which is narrower than at 16 (39% to 82%; R).
    expect(grades.sentence).toBe('Of 16 files drawn at random, 10 (63%, between 40% and 81%) were good or better.');
    expect(grades.table.rows.map(({ header, cells }) => [header, ...cells])).toEqual([
      ['East', '8', '13%', '25%', '38%', '25%', '63%', '31% to 86%'],
      ['North', '8', '13%', '25%', '38%', '25%', '63%', '31% to 86%'],
      ['All', '16', '13%', '25%', '38%', '25%', '63%', '40% to 81%'],
    ]);
  });

  it('leaves the size of the list aside where audits come from several lists, or from elsewhere', () => {
    const further = [anAudit({ person: 'X', auditId: 'other', overall: 1 })];
    const imported = [anAudit({ person: 'X', isImported: true, overall: 1 })];
    for (const rows of [further, imported])
      expect(board([...ROWS, ...rows]).grades.sentence).toContain('Of 17 files drawn at random, 10 (59%, between 36% and 78%)');
  });

  it('counts what was not drawn apart, without bars or intervals', () => {
    const picked = auditsOf([1, 1, 3], { basis: 'targeted', team: 'T3' }, 'P');
    const { grades, counted } = board([...ROWS, ...picked]);
    expect(grades.rows.map(({ label }) => label)).toEqual(['East', 'North']);
    expect(counted).toMatchObject([
      {
        basis: 'targeted',
        unit: 'audits',
        rows: [{ label: 'West', segments: [], good: { count: 1, share: null, interval: null } }],
      },
    ]);
    expect(counted[0]?.sentence).toContain('They were not drawn at random');
    expect(counted[0]?.table.rows[0]?.cells).toEqual(['3', '2', '0', '1', '0', '1']);
    expect(counted[0]?.table.columns).not.toContain('Interval');
  });

  it('shows no grades of a small team to whoever may not open them, in rows, table or sentences', () => {
    const small = auditsOf([1, 4], { team: 'T3' }, 'W');
    const { grades } = board([...ROWS, ...small], { mayOpen: false });
    expect(grades.rows.map(({ label, state }) => [label, state])).toEqual([
      ['East', 'shown'],
      ['North', 'too-few'],
      ['West', 'too-few'],
    ]);
    expect(grades.rows[2]).toMatchObject({ completed: 2, graded: null, counts: null, segments: [], good: null });
    expect(grades.table.rows[2]).toEqual({
      key: 'T3',
      header: 'West',
      cells: [],
      note: '2 audits completed, too few to show grades.',
    });
    expect(board([...ROWS, ...small], { mayOpen: ({ team }) => team === 'T3' }).grades.rows.map(({ state }) => state)).toEqual([
      'shown',
      'shown',
      'shown',
    ]);
  });

  it('ranks areas and says what moved, of questions that may be shown', () => {
    const { themes, improvement } = board();
    expect(themes.weakest.map(({ label, share }) => [label, share])).toEqual([['Reflection', 10 / 16]]);
    expect(themes.strongest.map(({ label, share }) => [label, share])).toEqual([['Agreement', 14 / 16]]);
    expect(improvement.before).toEqual({ from: '2026-01-01', to: '2026-03-31' });
    expect(improvement.rows.map(({ key, mark }) => [key, mark])).toEqual([
      ['signed', '▲'],
      ['reflects', '◇'],
    ]);
    expect(improvement.rows[0]?.sentence).toMatch(
      /^Is the agreement signed: good answers went up by 63 points, interval \d+ to \d+\.$/,
    );
    expect(improvement.table.rows[0]?.cells.slice(0, 3)).toEqual(['25%', '88%', '+63']);
    expect(improvement.table.rows[1]?.cells.slice(0, 3)).toEqual(['63%', '63%', '0']);
    const few = board(
      ROWS.filter(({ person }) => person === 'N1' || person === 'N2'),
      { mayOpen: false },
    );
    expect(few.themes).toMatchObject({ weakest: [], strongest: [], notShown: 2 });
    expect(few.improvement.rows).toEqual([]);
  });

  it('has actions that are overdue, coverage and agreement', () => {
    const { actions, coverage, agreement } = board();
    expect(actions.overdue).toMatchObject([{ key: 'T1', label: 'North', overdue: 1, mostDays: 9 }]);
    expect(actions.table.rows.map(({ header, cells }) => [header, ...cells])).toEqual([
      ['East', '0', '0', '–', '0', '1', '1'],
      ['North', '1', '1', '9', '0', '0', '0'],
    ]);
    expect(coverage.sentence).toBe('In three teams the practice of 16 of 22 people was looked at. Not yet looked at: West.');
    expect(coverage.table.columns).toEqual(['', 'In the team', 'Looked at', '%', 'Supervision file', 'Last audit']);
    expect(coverage.table.rows[1]?.cells).toEqual(['10', '8', '80%', '8', '12 May 2026']);
    expect(agreement.sentence).toBe('Nothing drawn for a second grade has both grades yet.');
  });

  it('stands with nothing in it', () => {
    const empty = board([], { actions: [], programme: [], headcounts: [] });
    expect(empty.grades).toMatchObject({ rows: [], sentence: 'Nothing drawn at random was completed.' });
    expect(empty.themes.sentence).toBe('There are too few answers to compare areas.');
  });
});

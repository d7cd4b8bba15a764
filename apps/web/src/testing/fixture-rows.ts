import { addMonths, formatDay, toDay } from '@plumbline/domain/calendar';
import type {
  DutyRow,
  ExplanationView,
  FactRow,
  HomeView,
  LaneRow,
  Me,
  MineView,
  MonthCounts,
  ServiceView,
  SessionRow,
  SubjectView,
  TeamFigures,
  TeamLabel,
  TeamView,
} from '@plumbline/analytics/compliance';
import { child, dice, dutyRow, lane, MANAGER, person, personLanes, TODAY } from './fixture-lanes.ts';

export const me: Me = {
  person: { id: '00000000-0000-4000-8000-000100000999', name: 'Tamsin Marlow' },
  council: { id: 'c', name: 'Wirral (demonstration)', isDemonstration: true },
  roles: ['team-manager'],
  permissions: [
    'me:read',
    'own-supervision:read',
    'teams:read',
    'service:read',
    'subjects:read',
    'policy:read',
    'search:find',
    'facts:read',
    'facts:record',
    'supervisions:log',
    'supervisions:read',
    'imports:read',
  ],
  today: TODAY,
  policy: {
    title: 'Supervision policy for social workers in children’s services',
    version: '1.0.0',
    state: 'under-review',
    words: { agreement: 'supervision contract' },
  },
  signedInUntil: '2026-11-23T18:00Z',
};

const people = [
  personLanes(1, 'Rowan Ashdown', { back: 40, children: 14 }),
  personLanes(2, 'Ingrid Fairlie', { back: 26, children: 17 }),
  personLanes(3, 'Kofi Brandreth', {
    back: 6,
    children: 12,
    codes: [
      ['role', 'social-worker'],
      ['stage', 'newly-qualified'],
    ],
  }),
  personLanes(4, 'Magda Pinnock', { back: 12, children: 19 }),
  personLanes(5, 'Ewan Tolliver', { back: 45, children: 9, away: true, finding: 'excused' }),
  personLanes(6, 'Shirin Vale', { back: 18, children: 15, codes: [['role', 'senior-social-worker']] }),
  personLanes(7, 'Dafydd Orme', { back: 3, children: 0, codes: [['role', 'family-support-worker']] }),
  personLanes(8, 'Precious Nkemelu-Haverstock', {
    back: 29,
    children: 11,
    codes: [
      ['role', 'social-worker'],
      ['contract', 'agency'],
    ],
  }),
];

const roll = dice(77);
const orphan: LaneRow = {
  ...lane({
    subject: child(500, roll),
    last: toDay(TODAY) - 50,
    months: 2,
    clause: 'section 11, table',
    title: 'Case supervision',
    series: 'case-supervision',
    worker: null,
    roll,
  }),
  alert: { kind: 'no-worker', actBy: MANAGER, actWith: null },
};
const awayChild: LaneRow = {
  ...lane({
    subject: child(501, roll),
    last: toDay(TODAY) - 70,
    months: 2,
    clause: 'section 11, table',
    title: 'Case supervision',
    series: 'case-supervision',
    worker: { id: 'x', name: 'Ewan Tolliver' },
    roll,
  }),
  alert: { kind: 'worker-away', actBy: { id: 'h', name: 'Harriet Osei' }, actWith: null },
};

export const team: TeamView = { on: TODAY, knownOn: null, people, alerts: [orphan, awayChild] };
export const teams: TeamLabel[] = [
  'Assessment North',
  'Assessment South',
  'Child Protection East',
  'Child Protection West',
  'Looked After 1',
  'Looked After 2',
  'Leaving Care',
].map((name, index) => ({ code: `T${index}`, name, service: index < 2 ? 'Assessment' : 'Safeguarding', people: 8 + index }));

const mine = personLanes(999, 'Tamsin Marlow', { back: 24, children: 0, codes: [['role', 'team-manager']] });
const firstLate = people[0]?.lanes[0]?.current ?? null;
const lateChild = people.flatMap((one) => one.children).find((row) => row.current?.finding === 'overdue') ?? null;

export const home: HomeView = {
  needs: [
    { kind: 'alert', duty: null, subject: orphan.subject, sessionId: null, on: null, count: null },
    { kind: 'overdue', duty: firstLate, subject: firstLate?.subject ?? null, sessionId: null, on: null, count: null },
    {
      kind: 'overdue',
      duty: lateChild?.current ?? null,
      subject: lateChild?.subject ?? null,
      sessionId: null,
      on: null,
      count: null,
    },
    {
      kind: 'outcome-missing',
      duty: null,
      subject: people[5]?.person ?? null,
      sessionId: '00000000-0000-4000-8000-000300000004',
      on: '2026-11-19',
      count: null,
    },
    { kind: 'not-on-file', duty: null, subject: child(48, roll), sessionId: null, on: '2026-11-18', count: null },
    {
      kind: 'my-supervision',
      duty: mine.lanes[0]?.current ?? null,
      subject: mine.person,
      sessionId: null,
      on: null,
      count: null,
    },
  ],
  mine,
  team: people,
};

export const sessions: SessionRow[] = (['held', 'held', 'cancelled', 'interrupted', 'held'] as const).map((status, index) => ({
  id: `00000000-0000-4000-8000-00030000000${index}`,
  supervisee: { id: people[0]?.person.id ?? '', name: 'Rowan Ashdown' },
  supervisor: MANAGER,
  kind: 'one-to-one',
  status,
  plannedStartAt: `${formatDay(addMonths(toDay(TODAY) - 40, -index))}T10:00Z`,
  startedAt: null,
  minutes: status === 'cancelled' ? null : 95 - index * 5,
  longestBlockMinutes: null,
  reason: status === 'cancelled' ? 'Supervisor at court' : null,
  rearrangedFor: status === 'cancelled' ? '2026-08-20' : null,
  recordSharedAt: index === 0 ? null : `${formatDay(addMonths(toDay(TODAY) - 34, -index))}T15:00Z`,
  children:
    index % 2 === 0
      ? (people[0]?.children.slice(0, 3) ?? []).map((row, at) => ({
          id: `d${index}${at}`,
          child: row.subject,
          discussedOn: '2026-10-14',
          summarySentAt: null,
          filedAt: at === 0 ? null : '2026-10-15T09:00Z',
        }))
      : [],
  version: 1,
}));

const HISTORY: readonly (readonly [DutyRow['finding'], number, number])[] = [
  ['met', 0, 1],
  ['met-late', 4, 2],
  ['met', 0, 3],
  ['excused', 0, 4],
  ['met', 0, 5],
  ['breached', 12, 6],
];
export const history: DutyRow[] = [
  ...(firstLate === null ? [] : [firstLate]),
  ...HISTORY.map(([finding, daysLate, back]) => {
    const due = addMonths(toDay(TODAY) - 9, -back);
    const row = dutyRow({
      subject: person(1, 'Rowan Ashdown', [['role', 'social-worker']]),
      last: addMonths(due, -1),
      months: 1,
      finding,
      clause: '6.2e',
      title: 'Own supervision',
      series: 'own-supervision',
      roll,
    });
    return {
      ...row,
      id: `00000000-0000-4000-8000-00090000000${back}`,
      daysLate,
      metOn: finding === 'met' || finding === 'met-late' ? formatDay(due - 2 + daysLate) : null,
    };
  }),
];

export const mineView: MineView = { lanes: mine, history, sessions };

const facts: FactRow[] = [
  {
    id: 'f1',
    kind: 'post',
    values: { role: 'social-worker', team: 'ASMT-N', from: '2024-04-01', to: null, fullTimeEquivalent: 0.8 },
    labels: { team: 'Assessment North' },
    source: 'feed',
    recordedAt: '2026-09-02T07:10Z',
    recordedBy: null,
    because: null,
    version: 1,
    isCurrent: true,
  },
  {
    id: 'f2',
    kind: 'absence',
    values: { from: '2026-07-20', to: '2026-08-07' },
    labels: {},
    source: 'hand',
    recordedAt: '2026-08-10T09:24Z',
    recordedBy: 'Tamsin Marlow',
    because: 'Missing from the feed',
    version: 2,
    isCurrent: true,
  },
];

export function subject(id: string): SubjectView {
  const found = people.find((one) => one.person.id === id);
  if (found !== undefined) return { person: found, child: null, history, sessions, facts };
  const row = [...people.flatMap((one) => one.children), orphan, awayChild].find((one) => one.subject.id === id) ?? orphan;
  return {
    person: null,
    child: row,
    history: row.current === null ? [] : [row.current],
    sessions: sessions.slice(0, 2),
    facts: facts.slice(0, 1),
  };
}

export function explain(dutyId: string): ExplanationView {
  const rows = [...people, mine]
    .flatMap((one) => [...one.lanes, ...one.children])
    .concat(orphan, awayChild)
    .flatMap((one) => (one.current === null ? [] : [one.current]));
  const row = rows.find((one) => one.id === dutyId) ?? history.find((one) => one.id === dutyId) ?? rows[0];
  if (row === undefined) throw new Error('No rows');
  const months = row.series === 'own-supervision' ? 1 : 2;
  return {
    row,
    names: { S1: 'Tamsin Marlow' },
    finding: row.finding,
    daysLate: row.daysLate,
    dueOn: row.dueOn,
    dueAt: null,
    effectiveDueOn: row.effectiveDueOn,
    metOn: row.metOn,
    owedBy: 'S1',
    owedWith: null,
    rule: {
      id: 'WIR-6.2e',
      clause: row.clause,
      says: months === 1 ? row.says : 'Child protection cases are discussed at least every two months',
      strength: 'must',
      isInferred: false,
    },
    pack: { id: 'wirral', council: 'Wirral', title: me.policy.title, version: '1.0.0', state: 'under-review' },
    subject: { kind: row.subject.kind, ref: 'x' },
    steps: [
      { kind: 'counted-from', on: row.openedOn, what: 'session', ref: 's' },
      {
        kind: 'interval-added',
        from: row.openedOn,
        every: { unit: 'months', count: months },
        to: row.dueOn ?? row.openedOn,
        rule: 'r',
        wasClipped: false,
      },
    ],
    conventions: [{ name: 'monthArithmetic', value: 'clip-to-month-end', cites: 'C-02' }],
    interpretations: [
      {
        id: 'WIR-AMB-1',
        question: 'Does an interrupted supervision count?',
        reading: 'It counts when most of it was held; the length is judged apart from it.',
      },
    ],
    others:
      months === 1
        ? []
        : [
            {
              rule: 'o',
              clause: '11',
              says: 'Children in need are discussed at least every three months',
              every: { unit: 'months', count: 3 },
            },
          ],
  };
}

function months(seed: number, size: number): MonthCounts[] {
  const chance = dice(seed);
  return Array.from({ length: 12 }, (_, index) => {
    const due = Math.round(size * (0.8 + chance() * 0.4));
    const late = Math.round(due * (0.05 + chance() * 0.15));
    const notDone = Math.round(due * chance() * 0.15);
    return {
      month: formatDay(addMonths(toDay('2026-11-01'), index - 11)),
      due,
      onTime: due - late - notDone,
      late,
      notDone,
      excused: 1,
    };
  });
}

const figures: TeamFigures[] = teams.map((one, index) => ({
  team: one,
  manager:
    index === 4
      ? null
      : {
          id: `m${index}`,
          name: ['Tamsin Marlow', 'Harriet Osei', 'Lewin Pratt', 'Jo Carradine', '', 'Bea Lomax', 'Idris Vaughan'][index] ?? '',
        },
  people: 8 + index,
  children: 96 + index * 11,
  own: {
    met: 70 + index,
    metLate: 6,
    due: 6,
    overdue: index === 3 ? 4 : index % 3,
    notMet: 1,
    excused: 2,
    unknown: index === 6 ? 5 : 0,
  },
  cases: { met: 300 + index * 9, metLate: 40, due: 80, overdue: 4 + index * 2, notMet: 6, excused: 0, unknown: 0 },
  alerts: index === 0 ? 2 : index === 4 ? 3 : 0,
  months: months(index + 5, 40),
}));

export const service: ServiceView = { on: TODAY, knownOn: null, teams: figures, totals: {}, months: months(3, 300) };

export const overdueRows: DutyRow[] = people
  .flatMap((one) => [...one.lanes, ...one.children])
  .flatMap((row) => (row.current?.finding === 'overdue' ? [row.current] : []))
  .sort((a, b) => b.daysLate - a.daysLate);

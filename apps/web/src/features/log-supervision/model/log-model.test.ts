import type { DutyRow, SessionDetail } from '@plumbline/analytics/compliance';
import { describe, expect, test } from 'vitest';
import { askedOf, statusOf } from './asked.ts';
import { changedLines, childStandingWords, clockOf } from './changed-words.ts';
import { checkLog } from './check-log.ts';
import { logLabels } from './log-labels.ts';
import { refusedEntries } from './refused-entries.ts';
import { emptyLog, isToSay, logOfPlanned, logOfSession, withChild, type LogDraft } from './log-draft.ts';

const TODAY = '2026-05-14';
const SUPERVISORS = [{ id: 'sup' }];
const NAMES = { c1: 'C20417' };

function held(change: Partial<LogDraft> = {}): LogDraft {
  return { ...emptyLog(TODAY, SUPERVISORS), outcome: 'held', kind: 'one-to-one', heldTime: '10.05', minutes: '95', ...change };
}

function messages(draft: LogDraft): readonly string[] {
  const checked = checkLog(draft, 'p1', NAMES, TODAY);
  return checked.ok ? [] : checked.problems.map((problem) => problem.message);
}

describe('what the form asks', () => {
  test('nothing before it is said what became of the supervision', () => {
    expect(askedOf(emptyLog(TODAY, SUPERVISORS)).size).toBe(0);
    expect(messages(emptyLog(TODAY, SUPERVISORS))).toEqual([
      'Say first what became of it: planned, held, postponed or cancelled.',
    ]);
  });

  test('a held one asks for the length, an interruption for its longest stretch and reason', () => {
    expect([...askedOf(held())]).not.toContain('longest-block');
    expect([...askedOf(held({ interruption: 'carried-on' }))]).toEqual(
      expect.arrayContaining(['longest-block', 'interruption-reason']),
    );
  });

  test('a cancelled one asks for a new date or why there is none, never both', () => {
    const cancelled = { ...emptyLog(TODAY, SUPERVISORS), outcome: 'cancelled' as const };
    expect(askedOf({ ...cancelled, hasNewDate: 'yes' }).has('no-new-date-reason')).toBe(false);
    expect(askedOf({ ...cancelled, hasNewDate: 'no' }).has('rearranged-for')).toBe(false);
    expect(askedOf(cancelled).has('children')).toBe(false);
  });

  test('the status follows from the interruption', () => {
    expect([held(), held({ interruption: 'carried-on' }), held({ interruption: 'abandoned' })].map(statusOf)).toEqual([
      'held',
      'interrupted',
      'abandoned',
    ]);
  });
});

describe('a held supervision', () => {
  test('starts with today as its day and no length', () => {
    const draft = emptyLog(TODAY, SUPERVISORS);
    expect([draft.heldDate, draft.minutes, draft.supervisor]).toEqual(['14 May 2026', '', 'sup']);
    expect(messages(held({ minutes: '' }))).toEqual(['“How long it lasted” is needed: type the minutes, such as 75.']);
  });

  test('is sent with its start in UTC, planned for when it began', () => {
    const checked = checkLog(held(), 'p1', NAMES, TODAY);
    expect(checked.ok && checked.input.values).toMatchObject({
      supervisee: 'p1',
      supervisor: 'sup',
      status: 'held',
      startedAt: '2026-05-14T09:05Z',
      plannedStartAt: '2026-05-14T09:05Z',
      minutes: 95,
      longestBlockMinutes: null,
      reason: null,
    });
  });

  test('is not in the future, and no stretch is longer than the whole', () => {
    expect(messages(held({ heldDate: '20 May' }))).toEqual([
      'That day is still to come. A supervision to come is planned, not held.',
    ]);
    expect(messages(held({ interruption: 'carried-on', longestBlock: '120', reason: 'Fire alarm' }))).toEqual([
      '“Longest stretch without interruption” is longer than the whole supervision.',
    ]);
  });

  test('sends only the children that were ticked, without a filed time unless one was given', () => {
    const two = withChild(withChild(held(), 'c1', { isTicked: true }), 'c2', { isTicked: false, filedDate: '14 May' });
    const checked = checkLog(two, 'p1', NAMES, TODAY);
    expect(checked.ok && checked.input.children).toEqual([{ childId: 'c1', filedAt: null, summarySentAt: null }]);
  });

  test('a filed date needs its time and comes after the talk', () => {
    expect(messages(withChild(held(), 'c1', { isTicked: true, filedDate: '14/5/26' }))).toEqual([
      "“C20417: on the child's file” needs a time of day as well, such as 9.30.",
    ]);
    expect(messages(withChild(held(), 'c1', { isTicked: true, filedDate: '13/5/26', filedTime: '9' }))).toEqual([
      "“C20417: on the child's file” is before the supervision itself.",
    ]);
  });
});

describe('postponed, cancelled and planned', () => {
  test('a cancelled one needs its reason, whose need it was, whether exceptional, and a new date or why not', () => {
    const cancelled = {
      ...emptyLog(TODAY, SUPERVISORS),
      outcome: 'cancelled' as const,
      kind: 'one-to-one',
      plannedDate: '12/5/26',
      plannedTime: '10',
    };
    expect(messages(cancelled)).toHaveLength(4);
    const full: LogDraft = {
      ...cancelled,
      reason: 'At court',
      cancelledBy: 'supervisor',
      isExceptional: 'yes',
      hasNewDate: 'yes',
      rearrangedFor: '15 May',
    };
    const checked = checkLog(full, 'p1', NAMES, TODAY);
    expect(checked.ok && checked.input.values).toMatchObject({
      reason: 'At court',
      isExceptional: true,
      rearrangedFor: '2026-05-15',
      noNewDateReason: null,
      startedAt: null,
    });
  });

  test('a planned one is to come', () => {
    const planned = {
      ...emptyLog(TODAY, SUPERVISORS),
      outcome: 'planned' as const,
      kind: 'one-to-one',
      plannedDate: 'yesterday',
      plannedTime: '10',
    };
    expect(messages(planned)).toEqual(['That day has passed. Say whether it was held, postponed or cancelled.']);
  });
});

const SESSION: SessionDetail = {
  id: 's1',
  supervisee: { id: 'p1', name: 'R. Ashdown' },
  supervisor: { id: 'sup', name: 'T. Marlow' },
  kind: 'one-to-one',
  status: 'interrupted',
  plannedStartAt: '2026-05-12T09:00Z',
  startedAt: '2026-05-12T09:05Z',
  minutes: 80,
  longestBlockMinutes: 50,
  reason: 'Fire alarm',
  rearrangedFor: null,
  recordSharedAt: null,
  children: [
    {
      id: 'd1',
      child: { id: 'c1', kind: 'child', label: 'C20417', descriptors: [], team: null },
      discussedOn: '2026-05-12',
      summarySentAt: null,
      filedAt: '2026-05-13T13:00Z',
    },
  ],
  version: 3,
  values: {
    supervisee: 'p1',
    supervisor: 'sup',
    kind: 'one-to-one',
    status: 'interrupted',
    plannedStartAt: '2026-05-12T09:00Z',
    startedAt: '2026-05-12T09:05Z',
    minutes: 80,
    longestBlockMinutes: 50,
    reason: 'Fire alarm',
    mode: 'in-person',
    purposes: ['casework'],
  },
  recordedAt: '2026-05-12T11:00Z',
  recordedBy: 'T. Marlow',
  source: 'hand',
  canEdit: true,
  due: [],
};

describe('changing a line of the log', () => {
  test('reads back as it was stored', () => {
    const draft = logOfSession(SESSION, TODAY);
    expect(draft).toMatchObject({
      outcome: 'held',
      interruption: 'carried-on',
      heldDate: '12 May 2026',
      heldTime: '10:05',
      minutes: '80',
    });
    const checked = checkLog(draft, 'p1', NAMES, TODAY);
    expect(checked.ok && checked.input.values).toMatchObject(SESSION.values);
    expect(checked.ok && checked.input.children).toEqual([{ childId: 'c1', filedAt: '2026-05-13T13:00Z', summarySentAt: null }]);
  });

  test('a planned one whose day has come is to be said what became of', () => {
    const planned = { ...SESSION, status: 'planned' };
    expect([
      isToSay(planned, TODAY),
      isToSay(SESSION, TODAY),
      isToSay({ ...planned, plannedStartAt: '2026-06-01T09:00Z' }, TODAY),
    ]).toEqual([true, false, false]);
  });

  test('a planned one is offered as held when and where it was planned, with no length', () => {
    expect(logOfPlanned(SESSION, TODAY)).toMatchObject({
      outcome: null,
      heldDate: '12 May 2026',
      heldTime: '10:00',
      minutes: '',
      plannedDate: '12 May 2026',
    });
    expect(logOfPlanned({ ...SESSION, plannedStartAt: '2026-06-01T09:00Z' }, TODAY)).toMatchObject({
      heldDate: '14 May 2026',
      heldTime: '',
    });
  });
});

function duty(change: Partial<DutyRow>): DutyRow {
  return {
    id: 'x',
    rule: 'WIR-6.2',
    clause: '6',
    says: '',
    strength: 'must',
    series: 'own',
    title: 'Own supervision',
    subject: { id: 'p1', kind: 'person', label: 'R. Ashdown', descriptors: [], team: null },
    openedOn: '2026-05-14',
    dueOn: '2026-06-14',
    dueAt: null,
    effectiveDueOn: '2026-06-14',
    metOn: null,
    finding: 'due',
    daysLate: 0,
    owedBy: null,
    wasLateWhenTakenOver: false,
    ...change,
  };
}

describe('what changed, said at once', () => {
  test('a moved due date names both, people come before children', () => {
    const child = duty({
      id: 'y',
      subject: { id: 'c1', kind: 'child', label: 'C20417', descriptors: [], team: null },
      title: 'Case supervision',
      dueOn: '2026-05-20',
      effectiveDueOn: '2026-05-20',
    });
    const before = { [clockOf(duty({}))]: '2026-05-12', [clockOf(child)]: '2026-05-20' };
    expect(changedLines([child, duty({})], before, TODAY).map((line) => `${line.who}: ${line.says}`)).toEqual([
      'R. Ashdown: Due date moved to Sunday 14 June 2026 (in 4 weeks); it was 12 May 2026.',
      'C20417: Still due by Wednesday 20 May 2026 (in 6 days).',
    ]);
  });

  test('late and overdue are said without blame', () => {
    expect(changedLines([duty({ metOn: '2026-05-14', finding: 'met-late', daysLate: 2 })], {}, TODAY)[0]?.says).toBe(
      'Done on 14 May 2026, 2 days late.',
    );
    expect(changedLines([duty({ finding: 'overdue', daysLate: 1, effectiveDueOn: '2026-05-13' })], {}, TODAY)[0]?.says).toBe(
      'Still 1 day overdue: it was due on 13 May 2026.',
    );
  });

  test('a ticked child counts for nothing until the record is on the file', () => {
    expect(childStandingWords(false, false)).toBe('');
    expect(childStandingWords(true, false)).toContain('not yet on the file');
    expect(childStandingWords(true, true)).toContain('Counts from the day');
  });
});

describe('what the server refuses', () => {
  test('is said at the field where it was typed', () => {
    expect(refusedEntries({ startedAt: 'This lies ahead.', children: 'One of the times lies ahead.' })).toEqual([
      { entry: 'heldTime', message: '“Started at”: This lies ahead.' },
      { entry: 'children', message: '“Children discussed”: One of the times lies ahead.' },
    ]);
  });

  test('moving a planned supervision keeps the children it is to discuss', () => {
    const draft: LogDraft = { ...logOfSession(SESSION, TODAY), outcome: 'planned', plannedDate: '20 May' };
    const checked = checkLog(draft, 'p1', NAMES, TODAY);
    expect(checked.ok && checked.input.children.map((child) => child.childId)).toEqual(['c1']);
  });
});

describe('the words of the policy', () => {
  const words = {
    statuses: { held: 'Took place', planned: 'Booked' },
    questions: {
      interrupted: { reason: { title: 'Reason for the interruption', help: null, choices: {} } },
      cancelled: {
        cancelledBy: { title: 'Who caused it', help: 'A pattern is talked about.', choices: { supervisor: 'The manager' } },
      },
    },
  };

  test('stand in the place of ours where the policy has them, for the outcome that was chosen', () => {
    const interrupted = logLabels(words, held({ interruption: 'carried-on' }));
    expect(interrupted.outcomes).toEqual({
      held: 'Took place',
      planned: 'Booked',
      postponed: 'Postponed',
      cancelled: 'Cancelled',
    });
    expect(interrupted.reason.label).toBe('Reason for the interruption');
    expect(interrupted.reason.help).toBe('Why it was interrupted. Nothing about a child or anybody’s health.');
    const cancelled = logLabels(words, { ...emptyLog(TODAY, SUPERVISORS), outcome: 'cancelled' });
    expect(cancelled.reason.label).toBe('Reason');
    expect(cancelled.whoseNeed).toMatchObject({ label: 'Who caused it', help: 'A pattern is talked about.' });
    expect(cancelled.whoseNeed.choices.map(({ label }) => label)).toEqual(['The manager', 'Supervisee', 'Both']);
  });

  test('are the words in which something is still to mend', () => {
    const draft = held({ interruption: 'carried-on', longestBlock: '60' });
    const checked = checkLog(draft, 'p1', NAMES, TODAY, logLabels(words, draft));
    expect(checked.ok ? [] : checked.problems.map(({ message }) => message)).toEqual([
      '“Reason for the interruption” is needed: say in a few words why it was interrupted.',
    ]);
  });
});

import type { AnyFact } from '@plumbline/domain/facts';
import { toDay } from '@plumbline/domain/calendar';
import type { Duty } from '@plumbline/domain/rules';
import { describe, expect, it } from 'vitest';
import { absencesBehind } from './absences-part.ts';
import { agreementsIn } from './agreements-part.ts';
import { auditsPart, type ShownAudit } from './audits-part.ts';
import { discussedInWords, discussionsPart } from './child-parts.ts';
import { countsInWords, sessionsPart } from './sessions-part.ts';
import type { Entry, SampleNames } from './trail.ts';

const NAMES: SampleNames = { person: (ref) => `Name of ${String(ref)}`, team: String };
const WINDOW = { from: '2025-11-22', to: '2026-11-22', today: '2026-11-22' };

function entry(kind: Entry['now']['kind'], values: AnyFact): Entry {
  const now: Entry['now'] = {
    id: 'f',
    kind,
    version: 1,
    key: 'k',
    values,
    source: 'feed',
    recordedBy: null,
    recordedAt: '2026-05-12T10:00:00Z',
    importId: null,
    because: null,
    isCurrent: true,
  };
  return { trail: { id: 'f', versions: [now], withdrawn: null }, now, values };
}

const BLANK = {
  session: 'SUP-1',
  supervisor: 'S2',
  kind: 'one-to-one',
  plannedStartAt: '2026-05-12T09:00Z',
  startedAt: null,
  minutes: null,
  plannedMinutes: null,
  longestBlockMinutes: null,
  cancelledBy: null,
  reason: null,
  rearrangedFor: null,
  recordSharedAt: null,
  recordFiledAt: null,
  supervisorSignedAt: null,
  superviseeSignedAt: null,
};
const session = (values: AnyFact): Entry => entry('session', { ...BLANK, ...values });
const rowOf = (values: AnyFact): readonly string[] =>
  sessionsPart([session(values)], NAMES, { childrenIn: () => 2, window: WINDOW }).rows[0]?.cells ?? [];

describe('a supervision', () => {
  it('has its length with its interruption, and when its record was shared and filed', () => {
    const held = {
      status: 'held',
      minutes: 75,
      plannedMinutes: 90,
      longestBlockMinutes: 40,
      recordSharedAt: '2026-05-14T09:00Z',
    };
    expect(rowOf(held).slice(0, 5)).toEqual([
      '12 May 2026, 10:00',
      'Held',
      'Name of S2: one-to-one supervision, 2 children talked over',
      '75 minutes of 90 planned; interrupted, longest stretch 40',
      'Shared 14 May 2026, 10:00; filed: not recorded',
    ]);
  });

  it('that was cancelled says by whom, whether a reason is recorded and for when it was moved, and never the reason', () => {
    const off = { status: 'cancelled', cancelledBy: 'supervisee', reason: 'A private matter', rearrangedFor: '2026-05-20' };
    const cells = rowOf(off);
    expect(cells[1]).toBe('Cancelled (supervisee); a reason is recorded; new date 20 May 2026');
    expect(cells.join(' ')).not.toContain('private');
    expect(rowOf({ status: 'postponed' })[1]).toBe('Postponed; no reason recorded');
  });

  it('is counted by what became of it; one that lies ahead counts only where the time runs to today', () => {
    const entries = [
      session({ status: 'held' }),
      session({ status: 'held', plannedStartAt: '2025-11-01T09:00Z', startedAt: '2025-11-23T09:00Z' }),
      session({ status: 'cancelled' }),
      session({ status: 'held', plannedStartAt: '2025-11-21T09:00Z' }),
      session({ status: 'planned', plannedStartAt: '2026-12-03T09:00Z' }),
    ];
    expect(countsInWords(entries, WINDOW)).toBe('Supervisions: 2 held, 1 cancelled, 1 planned');
    expect(countsInWords(entries, { ...WINDOW, to: '2026-11-01' })).toBe('Supervisions: 2 held, 1 cancelled');
    expect(countsInWords([], WINDOW)).toBe('Supervisions: none recorded');
  });
});

it('shows of absences those alone that put something off', () => {
  const away = (from: string, to: string | null): Entry => entry('absence', { person: 'S1', from, to });
  const duty = { absentFrom: toDay('2026-03-01'), absentTo: toDay('2026-04-10') } as Duty;
  const none = { absentFrom: null, absentTo: null } as Duty;
  const entries = [away('2026-03-01', '2026-04-10'), away('2026-07-01', '2026-07-14'), away('2026-04-11', null)];
  expect(absencesBehind(entries, [duty, none]).map(({ values }) => values['from'])).toEqual(['2026-03-01']);
  expect(absencesBehind(entries, [none])).toEqual([]);
});

it('shows the agreements of the time, and the last one before it with each supervisor', () => {
  const agreement = (supervisor: string, drawnUpOn: string): Entry => entry('agreement', { supervisor, drawnUpOn });
  const entries = [
    agreement('S2', '2026-02-01'),
    agreement('S2', '2024-02-01'),
    agreement('S3', '2025-01-01'),
    agreement('S3', '2024-01-01'),
    agreement('S3', '2026-12-01'),
  ];
  expect(
    agreementsIn(entries, WINDOW).map(({ values }) => `${String(values['supervisor'])} ${String(values['drawnUpOn'])}`),
  ).toEqual(['S2 2026-02-01', 'S3 2025-01-01']);
});

it('says when a child was discussed, between whom and whether that is on file', () => {
  const discussion = (discussedOn: string, filedAt: string | null): Entry =>
    entry('discussion', { child: 'C1', session: 'SUP-1', discussedOn, summarySentAt: null, filedAt });
  const entries = [discussion('2026-05-12', '2026-05-13T15:00Z'), discussion('2026-09-01', null), discussion('2025-01-01', null)];
  const sessions = new Map([['SUP-1', { supervisee: 'S1', supervisor: 'S2' }]]);
  expect(discussionsPart(entries, NAMES, { sessions, window: WINDOW }).rows.map(({ cells }) => cells.slice(0, 4))).toEqual([
    ['1 September 2026', 'Name of S1 and Name of S2', '–', 'Not on file'],
    ['12 May 2026', 'Name of S1 and Name of S2', '–', '13 May 2026, 16:00'],
  ]);
  expect(discussedInWords(entries, WINDOW)).toBe('Discussed 2 times, 1 on file; the last on 1 September 2026');
});

it('shows a grade only where the reader may see it', () => {
  const audit: ShownAudit = {
    on: '2026-05-12',
    kind: 'supervision-file',
    basis: 'random',
    grade: 3,
    fedBackOn: null,
    isFromElsewhere: false,
    isShown: true,
  };
  const grades = auditsPart([
    audit,
    { ...audit, on: '2026-04-12', grade: null, isShown: false },
    { ...audit, on: '2026-03-12', grade: null },
    { ...audit, on: '2026-02-12', grade: null, isShown: false, isFromElsewhere: true },
  ]).rows.map(({ cells }) => cells[3]);
  expect(grades).toEqual(['Good', 'Not shown', 'No grade', 'Held elsewhere']);
});

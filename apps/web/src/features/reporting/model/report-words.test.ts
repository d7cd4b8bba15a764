import { describe, expect, it } from 'vitest';
import type { ReportRun } from './outputs.ts';
import {
  amountInWords,
  lastWritten,
  newsInWords,
  problemInWords,
  scheduleInWords,
  standingFailure,
  stateInWords,
} from './report-words.ts';

const run = (parts: Partial<ReportRun>): ReportRun => ({
  id: 'r',
  on: '2026-11-16',
  how: 'clock',
  askedBy: null,
  state: 'written',
  tries: 1,
  written: null,
  problem: null,
  at: '2026-11-16T05:31Z',
  ...parts,
});

describe('files for reports in words', () => {
  it.each([
    [{ at: 330, days: { kind: 'weekdays' as const, weekdays: [1] } }, 'Every Monday at 05:30, London time'],
    [
      { at: 0, days: { kind: 'weekdays' as const, weekdays: [1, 3, 5] } },
      'Every Monday, Wednesday and Friday at 00:00, London time',
    ],
    [{ at: 1385, days: { kind: 'daily' as const } }, 'Every day at 23:05, London time'],
    [{ at: 360, days: { kind: 'monthly' as const } }, 'On the first of each month at 06:00, London time'],
  ])('says when (case %#)', (schedule, words) => {
    expect(scheduleInWords(schedule)).toBe(words);
  });

  it.each([
    [{ state: 'waiting', tries: 0 }, 'Being written'],
    [{ state: 'written', tries: 1 }, 'Written'],
    [{ state: 'written', tries: 2 }, 'Written at the 2nd try'],
    [{ state: 'written', tries: 13 }, 'Written at the 13th try'],
    [{ state: 'written', tries: 21 }, 'Written at the 21st try'],
    [{ state: 'failed', tries: 1 }, 'Not written'],
    [{ state: 'failed', tries: 4 }, 'Not written, tried 4 times'],
  ] as const)('says what came of it (case %#)', (parts, words) => {
    expect(stateInWords(parts)).toBe(words);
  });

  it('says how much', () => {
    expect(amountInWords({ folder: '', checksum: '', files: 9, rows: 12_345, bytes: 210_400 })).toBe(
      '9 files, 12,345 rows, 210 kB',
    );
    expect(amountInWords({ folder: '', checksum: '', files: 1, rows: 1, bytes: 3_200_000 })).toBe('1 file, 1 row, 3.2 MB');
  });

  it('says how to go on after a failure', () => {
    expect(problemInWords(run({ problem: 'no-folder' }))).toMatch(/not there\..* tried again every ten minutes\.$/);
    expect(problemInWords(run({ problem: 'no-space', how: 'hand' }))).toMatch(/full\..*“Write now” again/);
  });

  it('finds what was written last, and a failure that stands', () => {
    const failed = run({ id: 'f', state: 'failed', problem: 'other' });
    const byHand = run({ id: 'h', how: 'hand' });
    expect(lastWritten([failed, byHand])?.id).toBe('h');
    expect(lastWritten([failed])).toBeNull();
    // Somebody wrote them by hand, and the schedule still fails.
    expect(standingFailure([byHand, failed])?.id).toBe('f');
    expect(standingFailure([run({}), failed])).toBeNull();
    expect(standingFailure([{ ...byHand, state: 'failed' }, run({})])?.id).toBe('h');
    expect(standingFailure([])).toBeNull();
  });

  it('says what somebody asked for while they looked on, and nothing of the schedule', () => {
    expect(newsInWords(run({ how: 'hand', state: 'waiting' }))).toBe('The files are being written.');
    // Half past five in London, where summer time holds.
    expect(newsInWords(run({ how: 'hand', at: '2026-07-06T04:30Z' }))).toBe('Written on Monday 6 July 2026 at 05:30.');
    expect(newsInWords(run({}))).toBe('');
    expect(newsInWords(undefined)).toBe('');
  });
});

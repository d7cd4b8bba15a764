import { instantInWords } from '@plumbline/analytics/wording';
import type { ReportRun, ReportSchedule } from './outputs.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** "Every Monday and Thursday at 05:30, London time" */
export function scheduleInWords({ at, days }: Pick<ReportSchedule, 'at' | 'days'>): string {
  const time = `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  return `${daysInWords(days)} at ${time}, London time`;
}

function daysInWords(days: ReportSchedule['days']): string {
  if (days.kind === 'weekdays') return `Every ${listed(days.weekdays.map((day) => WEEKDAYS[day - 1] ?? ''))}`;
  return days.kind === 'daily' ? 'Every day' : 'On the first of each month';
}

/** What came of one writing, in a word or two beside its sign. */
export function stateInWords({ state, tries }: Pick<ReportRun, 'state' | 'tries'>): string {
  if (state === 'waiting') return 'Being written';
  if (state === 'failed') return tries === 1 ? 'Not written' : `Not written, tried ${tries} times`;
  return tries === 1 ? 'Written' : `Written at the ${ordinal(tries)} try`;
}

const PROBLEMS: Readonly<Record<NonNullable<ReportRun['problem']>, string>> = {
  'no-folder': 'The folder is not there. Make it, or connect the drive it is on, on the computer that runs Plumbline.',
  'not-allowed':
    'Plumbline may not write to the folder. Let the account that runs Plumbline write to it, on the computer it runs on.',
  'no-space': 'The disk is full. Make room on it, or have fewer kept.',
  other: 'Something else went wrong. The log of the server says what.',
};

/** Why nothing was written, how to mend it, and whether it is tried again. */
export function problemInWords({ problem, how }: Pick<ReportRun, 'problem' | 'how'>): string {
  const next = how === 'clock' ? 'It is tried again every ten minutes.' : 'Press “Write now” again once that is done.';
  return `${PROBLEMS[problem ?? 'other']} ${next}`;
}

/** Who or what asked for it. */
export function askedInWords({ askedBy }: Pick<ReportRun, 'askedBy'>): string {
  return askedBy === null ? 'The schedule' : askedBy.name;
}

/** "9 files, 1,234 rows, 210 kB". */
export function amountInWords({ files, rows, bytes }: NonNullable<ReportRun['written']>): string {
  return `${counted(files, 'file')}, ${counted(rows, 'row')}, ${sizeInWords(bytes)}`;
}

/** The latest writing that did not fail or wait; null where there is none. */
export function lastWritten(runs: readonly ReportRun[]): ReportRun | null {
  return runs.find(({ state }) => state === 'written') ?? null;
}

/** "Monday 16 November 2026 at 05:31: 9 files, 1,234 rows, 210 kB". */
export function lastInWords(last: ReportRun | null): string {
  if (last === null || last.written === null) return 'Never so far';
  return `${instantInWords(last.at)}: ${amountInWords(last.written)}`;
}

/** The latest by the clock, or the very latest, where it failed: what somebody must see to. */
export function standingFailure(runs: readonly ReportRun[]): ReportRun | null {
  const latest = [runs[0], runs.find(({ how }) => how === 'clock')];
  return latest.find((run) => run?.state === 'failed') ?? null;
}

/** For the live region: what changed while the page was open. */
export function newsInWords(run: ReportRun | undefined): string {
  if (run === undefined || run.how !== 'hand') return '';
  if (run.state === 'waiting') return 'The files are being written.';
  if (run.state === 'failed') return 'The files could not be written.';
  return `Written on ${instantInWords(run.at)}.`;
}

function sizeInWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function counted(count: number, one: string): string {
  return `${count.toLocaleString('en-GB')} ${one}${count === 1 ? '' : 's'}`;
}

function ordinal(count: number): string {
  const last = count % 10;
  const isTeen = Math.floor(count / 10) % 10 === 1;
  const ending = isTeen ? 'th' : last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th';
  return `${count}${ending}`;
}

function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

import { daysInWords } from '@plumbline/analytics/wording';
import type { FactTrail, StoredFact } from '@plumbline/database';
import type { LocalDate } from '@plumbline/domain/calendar';
import type { AnyFact } from '@plumbline/domain/facts';
import { dateOf, daysBetween, momentCell } from './sample-moment.ts';

/** An entry made by hand more days than this after the day that it is about is marked late. A line of ours: no policy draws it. */
export const LATE_AFTER_DAYS = 7;

/** What is needed to read facts as words: names by staff number and teams by code. */
export interface SampleNames {
  readonly person: (ref: unknown) => string;
  readonly team: (code: unknown) => string;
}

/** One entry about somebody as it stands now, with how it came to be. */
export interface Entry {
  readonly trail: FactTrail;
  readonly now: StoredFact;
  readonly values: AnyFact;
}

/** Whether a version is about somebody, by the columns that name them. */
export type IsAbout = (values: AnyFact) => boolean;

/** The entries of some trails that hold now and are about somebody. */
export function entriesNow(trails: readonly FactTrail[], isAbout: IsAbout): Entry[] {
  return trails.flatMap((trail) => {
    const now = trail.versions.at(-1);
    return now !== undefined && now.isCurrent && isAbout(now.values) ? [{ trail, now, values: now.values }] : [];
  });
}

/**
 * By whom and when an entry was first recorded, and whether late: "T. Marlow, 12 May 2026, 10:15" or "From a file, …; late, 33 days after".
 * `since` chooses the version from which what is asked about stands there, such as the first that says a supervision was held.
 */
export function recordedCell(
  entry: Entry,
  names: SampleNames,
  { happenedOn, since = () => true }: { readonly happenedOn: LocalDate | null; readonly since?: IsAbout },
): string {
  const first = entry.trail.versions.find(({ values }) => since(values)) ?? entry.now;
  return `${byWhom(first, names)}, ${momentCell(first.recordedAt)}${lateWords(first, happenedOn)}`;
}

/** Who made a version, by name; a file stands for itself. */
export function byWhom({ source, recordedBy }: StoredFact, names: SampleNames): string {
  if (source === 'feed') return 'From a file';
  return recordedBy === null ? 'By hand' : names.person(recordedBy);
}

/** "; late, 33 days after" where an entry was made by hand more than a week after its day. A file is as late as its sender: it says the days alone. */
function lateWords({ source, recordedAt }: StoredFact, happenedOn: LocalDate | null): string {
  const on = dateOf(recordedAt);
  if (happenedOn === null || on === null) return '';
  const days = daysBetween(happenedOn, on);
  if (days <= LATE_AFTER_DAYS) return '';
  return `; ${source === 'hand' ? 'late, ' : ''}${daysInWords(days)} after`;
}

/** Which months and days are compared for one version of a policy. */
import { addMonths, formatDay, startOfMonth, type Day, type LocalDate } from '@plumbline/domain/calendar';

/** A first and a last day, both counted; nothing lies in it where the last is before the first. */
export interface Stretch {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface Windows {
  /** Twelve whole months, up to the month in which the version began. */
  readonly before: Stretch;
  /** The last twelve of its own whole months that are over. */
  readonly since: Stretch;
  /** The days for what has a day and no month, surveys and focus groups: as far back as `since`, up to today or the day before the next version. */
  readonly dated: Stretch;
}

export interface OfVersion {
  readonly begins: Day;
  /** The first day of the version after; null for the last. */
  readonly next: Day | null;
  readonly today: Day;
}

const MONTHS = 12;

/**
 * The windows of a version. A month in which one version followed another belongs to neither: what fell due in it did so under both. Of a
 * version without a whole month yet, or that is still to come, `since` is empty.
 */
export function windowsOf({ begins, next, today }: OfVersion): Windows {
  const month = startOfMonth(begins);
  const first = month === begins ? begins : addMonths(month, 1);
  const over = Math.min(startOfMonth(today), next === null ? Infinity : startOfMonth(next)) - 1;
  const since = over < first ? { from: first, to: first - 1 } : { from: Math.max(first, addMonths(over + 1, -MONTHS)), to: over };
  const last = next === null ? today : Math.min(today, next - 1);
  return {
    before: stretch(addMonths(month, -MONTHS), month - 1),
    since: stretch(since.from, since.to),
    dated: stretch(since.from === first ? begins : since.from, last),
  };
}

/** Whether a day lies in a stretch. */
export function isWithin({ from, to }: Stretch, on: LocalDate): boolean {
  return on >= from && on <= to;
}

function stretch(from: Day, to: Day): Stretch {
  return { from: formatDay(from), to: formatDay(to) };
}

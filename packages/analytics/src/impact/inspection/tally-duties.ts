import { londonInstant } from '@plumbline/domain/calendar';
import { findingOn, type Duty, type Finding } from '@plumbline/domain/rules';
import { teamOn } from '../what-if-council.ts';
import type { LeftOut } from '../inspection-pack.ts';
import type { PartSource } from './part.ts';

/** What fell due and was done on time, or stands and is past its day. */
export interface Tally {
  readonly numerator: number;
  readonly denominator: number;
  readonly excluded: LeftOut;
}

/** The moment that a day is asked about: its last minute in London. */
export function endOf(day: number): { readonly on: number; readonly at: number } {
  return { on: day, at: londonInstant(day + 1, 0) - 1 };
}

const FELL_DUE: ReadonlySet<Finding> = new Set<Finding>(['met', 'met-late', 'overdue', 'breached']);
/** Waiting for the first supervision after an absence is not counted either. */
const AWAY: ReadonlySet<Finding> = new Set<Finding>(['excused', 'due']);

/** Requirements of clocks that fell due in the twelve months. */
export function fellDue(source: PartSource): Duty[] {
  return fellDueOf(source, source.duties).filter(({ series }) => series !== null);
}

/** Of some requirements those that fell due in the twelve months, for whom the pack answered on that day. */
export function fellDueOf({ window, covers }: PartSource, duties: readonly Duty[]): Duty[] {
  return duties.filter(
    ({ dueOn, judged, about }) =>
      dueOn !== null &&
      window.from <= dueOn &&
      dueOn <= window.to &&
      (judged === 'by-date' || judged === 'unknown') &&
      covers(about, dueOn),
  );
}

/** Whom some requirements are about. */
export function peopleIn(duties: readonly Duty[]): string[] {
  return duties.map(({ about }) => about.ref);
}

/** How many of some that fell due were done on time, as it stood at the end of the pack's day. */
export function tallyOnTime(duties: readonly Duty[], day: number): Tally {
  const findings = duties.map((duty) => findingOn(duty, endOf(day)).finding);
  const of = (is: (finding: Finding) => boolean): number => findings.filter(is).length;
  return {
    numerator: of((finding) => finding === 'met'),
    denominator: of((finding) => FELL_DUE.has(finding)),
    excluded: { away: of((finding) => AWAY.has(finding)), notKnown: of((finding) => finding === 'unknown') },
  };
}

/** What stands on the pack's day, neither done nor over. */
export interface Standing {
  readonly duty: Duty;
  readonly finding: 'due' | 'overdue' | 'excused' | 'unknown';
  readonly daysLate: number;
}

export function standing({ duties, day, covers }: PartSource): Standing[] {
  return duties.flatMap((duty): Standing[] => {
    // What was met within the time after an absence stays excused for ever, and stands no longer.
    const isOver = (duty.endedOn !== null && duty.endedOn < day) || (duty.metOn !== null && duty.metOn <= day);
    if (duty.series === null || duty.openedOn > day || isOver || !covers(duty.about, day)) return [];
    const { finding, daysLate } = findingOn(duty, endOf(day));
    return finding === 'due' || finding === 'overdue' || finding === 'excused' || finding === 'unknown'
      ? [{ duty, finding, daysLate }]
      : [];
  });
}

/** How many of what stands are past their day. */
export function tallyOverdue(rows: readonly Standing[]): Tally {
  const of = (...wanted: readonly Finding[]): number => rows.filter(({ finding }) => wanted.includes(finding)).length;
  return {
    numerator: of('overdue'),
    denominator: of('overdue', 'due'),
    excluded: { away: of('excused'), notKnown: of('unknown') },
  };
}

/** Which service answered for whom on a day; null where no team did. */
export function serviceBook({ answering, index }: PartSource): (about: Duty['about'], day: number) => string | null {
  return ({ kind, ref }, day) => index.teams.get(teamOn(answering.get(`${kind}:${ref}`) ?? [], day))?.service ?? null;
}

export interface Clock {
  readonly id: string;
  readonly title: string;
  readonly subject: 'person' | 'child';
}

/** The clocks of the policy in force through the twelve months, each once, with their titles. */
export function clocksOf({ timeline }: PartSource): Clock[] {
  const all = timeline.toReversed().flatMap(({ policy }) => policy.pack.series);
  return [...new Map(all.map(({ id, title, subject }) => [id, { id, title, subject }])).values()];
}

/** Rows in groups, in the order of their names. */
export function grouped<Row>(rows: readonly Row[], key: (row: Row) => string | null): [string, Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const at = key(row);
    if (at === null) continue;
    const group = groups.get(at);
    if (group === undefined) groups.set(at, [row]);
    else group.push(row);
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

import { addMonths, approximateDays, type Day, type Interval } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import type { Context } from '../context.ts';
import type { PackId } from '../councils.ts';
import type { Agreement } from '../organisation/records.ts';
import type { Worker } from '../organisation/staff.ts';
import { covers } from '../spans.ts';

type SessionKind = FactOf<'session'>['kind'];

/** One run of supervisions of a person, as this council's practice has it. */
export interface Rhythm {
  readonly name: string;
  readonly kind: SessionKind;
  readonly purposes: readonly string[];
  /** Cases are talked through, where the person holds any. */
  readonly isCasework: boolean;
  readonly minutes: number;
  /** How long people here leave between two, at most. Practice, not policy: the engine judges it by the pack. */
  everyOn(day: Day): Interval;
}

const MONTH: Interval = { months: 1 };

/** The runs that a person's supervisions make under the policy of this council. */
export function rhythmsOf(context: Context, worker: Worker, agreement: Agreement | null): Rhythm[] {
  const { packId } = context.council;
  const holdsCases = worker.stints.some((tenure) => tenure.seat.caseShare > 0);
  const stages = (day: Day): readonly Interval[] => stageIntervals(packId, worker, day);
  const agreed = (day: Day): readonly Interval[] =>
    agreement !== null && covers(agreement, day) ? [{ days: agreement.days }] : [];
  const every = (usual: Interval) => (day: Day) => shortest([usual, ...stages(day), ...agreed(day)]);
  switch (packId) {
    case 'kent':
      return [
        {
          name: 'C',
          kind: holdsCases ? 'casework' : 'one-to-one',
          purposes: holdsCases ? ['casework'] : [],
          isCasework: holdsCases,
          minutes: 75,
          everyOn: every({ days: holdsCases ? 28 : 42 }),
        },
        {
          name: 'P',
          kind: 'professional-support',
          purposes: ['professional-support', 'development'],
          isCasework: false,
          minutes: 65,
          everyOn: () => ({ days: 90 }),
        },
      ];
    case 'shropshire':
      return [
        {
          name: 'S',
          kind: 'one-to-one',
          purposes: holdsCases ? ['casework'] : [],
          isCasework: holdsCases,
          minutes: 92,
          everyOn: every({ days: 28 }),
        },
        {
          name: 'P',
          kind: 'personal',
          purposes: ['personal', 'development'],
          isCasework: false,
          minutes: 60,
          everyOn: () => ({ days: 84 }),
        },
      ];
    default:
      return [
        {
          name: 'S',
          kind: 'one-to-one',
          purposes: [...(holdsCases ? ['casework'] : []), packId === 'bcp' ? 'employee' : 'personal'],
          isCasework: holdsCases,
          minutes: 92,
          everyOn: every(MONTH),
        },
      ];
  }
}

function stageIntervals(packId: PackId, worker: Worker, day: Day): Interval[] {
  const intervals: Interval[] = [];
  if (worker.student !== null && covers(worker.student, day)) intervals.push({ days: worker.student.intervalDays });
  if (packId !== 'kent' && worker.asyeFrom !== null) {
    const fortnightlyTo =
      packId === 'bcp' ? (worker.asyePassedOn ?? addMonths(worker.asyeFrom, 24)) : addMonths(worker.asyeFrom, 6);
    if (day <= worker.asyeFrom + 42) intervals.push({ days: 7 });
    else if (day <= fortnightlyTo) intervals.push({ days: 14 });
  }
  if (packId === 'bcp' && worker.recruitedAbroadFrom !== null) {
    const passed = worker.stagesOn.filter((on) => on <= day).length;
    if (passed < 2) intervals.push({ days: passed === 0 ? 14 : 21 });
  }
  return intervals;
}

function shortest(intervals: readonly Interval[]): Interval {
  return intervals.reduce(
    (best, interval) => (approximateDays(interval) < approximateDays(best) ? interval : best),
    MONTH_AND_MORE,
  );
}

const MONTH_AND_MORE: Interval = { months: 12 };

/** Other supervisions beside the ones that count, as times a year: kinds that this policy names. */
export const BESIDE: Readonly<Record<PackId, Partial<Record<SessionKind, number>>>> = {
  wirral: { 'check-in': 3, observation: 1, 'reflective-group': 0.8, 'case-consultation': 0.9, reactive: 0.25 },
  bcp: { impromptu: 2.5, group: 1, observation: 1.6 },
  kent: { group: 1, observation: 1.5, appraisal: 1 },
  shropshire: { group: 1.6, impromptu: 1.5, appraisal: 1, reflective: 0.6 },
};

/** Working days within which a finished record usually reaches the supervisee. */
export const SHARED_WITHIN: Readonly<Record<PackId, number>> = { wirral: 9, bcp: 6, kent: 5, shropshire: 4 };

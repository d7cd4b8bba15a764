import type { DutyRow } from '@plumbline/analytics/compliance';
import { toDay } from '@plumbline/domain/calendar';
import type { Duty } from '@plumbline/domain/rules';
import type { SubjectReference } from '../../access/require-subject.ts';
import { dutyRow } from '../../lanes/duty-row.ts';
import { aboutKey, type Stage } from '../../lanes/scene.ts';
import type { SampleWindow } from './sample-moment.ts';

/**
 * What was due of somebody in the time of a sample, the latest first: what fell due in it, or, without a date, opened in it; and where
 * the time runs to today, the supervision that is due next. Questions that nobody answered yet are nothing that was due.
 */
export function dutiesIn(stage: Stage, { kind, ref }: SubjectReference, window: SampleWindow): Duty[] {
  const [from, to] = [toDay(window.from), toDay(window.to)];
  const today = stage.asOf.on;
  const isIn = (duty: Duty): boolean => {
    const on = duty.dueOn ?? duty.openedOn;
    const isNext = to === today && duty.series !== null && on > to;
    const isAnswered = duty.judged !== 'asked' || (duty.metOn !== null && duty.metOn <= today);
    return isAnswered && duty.openedOn <= today && (isNext || (from <= on && on <= to));
  };
  return (stage.dutiesAbout.get(aboutKey(kind, ref)) ?? [])
    .filter(isIn)
    .toSorted((a, b) => (b.dueOn ?? b.openedOn) - (a.dueOn ?? a.openedOn));
}

/** The same as rows; what the policy did not ask for in the end is left out. */
export function rowsOf(stage: Stage, duties: readonly Duty[]): DutyRow[] {
  return duties.map((duty) => dutyRow(stage, duty)).filter(({ finding }) => finding !== 'not-applicable');
}

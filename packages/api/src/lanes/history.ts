import type { DutyRow } from '@plumbline/analytics/compliance';
import type { Duty } from '@plumbline/domain/rules';
import { dutyRow } from './duty-row.ts';
import { aboutKey, type Stage } from './scene.ts';

const MOST_ROWS = 120;

/** A question that waits, or that nobody answered, is nothing that was done or left. */
function isAnsweredBy(duty: Duty, stage: Stage): boolean {
  return duty.metOn !== null && duty.metOn <= stage.asOf.on;
}

/** Everything that was ever due about somebody by the day asked about, the latest first. */
export function historyOf(stage: Stage, kind: 'person' | 'child', ref: string): DutyRow[] {
  const opened = (stage.dutiesAbout.get(aboutKey(kind, ref)) ?? []).filter(
    (duty) => duty.openedOn <= stage.asOf.on && (duty.judged !== 'asked' || isAnsweredBy(duty, stage)),
  );
  const latest = opened.toSorted((a, b) => (b.dueOn ?? b.openedOn) - (a.dueOn ?? a.openedOn)).slice(0, MOST_ROWS);
  return latest.map((duty) => dutyRow(stage, duty));
}

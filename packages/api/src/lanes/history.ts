import type { DutyRow } from '@plumbline/analytics/compliance';
import { dutyRow } from './duty-row.ts';
import { aboutKey, type Stage } from './scene.ts';

const MOST_ROWS = 120;

/** Everything that was ever due about somebody by the day asked about, the latest first. */
export function historyOf(stage: Stage, kind: 'person' | 'child', ref: string): DutyRow[] {
  const opened = (stage.dutiesAbout.get(aboutKey(kind, ref)) ?? []).filter((duty) => duty.openedOn <= stage.asOf.on);
  const latest = opened.toSorted((a, b) => (b.dueOn ?? b.openedOn) - (a.dueOn ?? a.openedOn)).slice(0, MOST_ROWS);
  return latest.map((duty) => dutyRow(stage, duty));
}

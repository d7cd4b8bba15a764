import type { DutyRow } from '@plumbline/analytics/compliance';
import type { CouncilTransaction } from '@plumbline/database';
import { findingOn } from '@plumbline/domain/rules';
import type { Caller } from '../access/caller.ts';
import { dutyRow, isOpen } from '../lanes/duty-row.ts';
import { standingDuty } from '../lanes/lane.ts';
import { loadStage, questionOf, type About } from '../lanes/load-stage.ts';
import { NOW } from '../inputs.ts';

/** What is due now about some people and children: how each clock stands, and what else is open. */
export async function changedRows(tx: CouncilTransaction, caller: Caller, about: About): Promise<DutyRow[]> {
  const stage = await loadStage(tx, questionOf(caller, NOW), about);
  const clocks = stage.pack.series.flatMap((series) =>
    (series.subject === 'person' ? about.persons : about.children).flatMap((ref) => standingDuty(stage, series, ref) ?? []),
  );
  const others = stage.duties.filter(
    (duty) =>
      duty.series === null &&
      duty.judged === 'by-date' &&
      duty.openedOn <= stage.asOf.on &&
      isOpen(duty, findingOn(duty, stage.asOf), stage) &&
      // What was only recommended for a time that is over: logging a supervision moves none of it.
      findingOn(duty, stage.asOf).finding !== 'advisory',
  );
  return [...clocks, ...others].map((duty) => dutyRow(stage, duty));
}

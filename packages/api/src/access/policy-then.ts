import { findTimeline, type CouncilTransaction } from '@plumbline/database';
import { formatDay, type Day } from '@plumbline/domain/calendar';
import { versionOn } from '@plumbline/domain/rules';

/** The version of the policy in force on a day, as a record names it; null where none that is known here was in force then. */
export async function policyVersionOn(tx: CouncilTransaction, day: Day): Promise<string | null> {
  const timeline = await findTimeline(tx);
  if (timeline === null) return null;
  const { pack } = versionOn(timeline, day).policy;
  return pack.validFrom > formatDay(day) ? null : pack.version;
}

import { publishedRates } from '@plumbline/analytics/focus-groups';
import { listRounds, publishedRounds, type CouncilTransaction } from '@plumbline/database';
import type { FamilyCounts } from '@plumbline/domain/focus-groups';
import { plainCells, storedReleases } from '../surveys/results/stored-releases.ts';

/** Response rates by role family of the survey round that was published last, as far as they were; nothing where none was. */
export async function latestResponseRates(tx: CouncilTransaction): Promise<FamilyCounts> {
  const published = await publishedRounds(tx);
  const rounds = (await listRounds(tx)).filter(({ id }) => published.has(id));
  const latest = rounds.toSorted((one, other) => other.closesOn.localeCompare(one.closesOn))[0];
  if (latest === undefined) return {};
  const release = (await storedReleases(tx, latest.id)).at(-1);
  return release === undefined ? {} : publishedRates(release, await plainCells(tx, latest.id));
}

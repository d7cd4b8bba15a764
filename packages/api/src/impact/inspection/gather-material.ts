import type { PackMaterial } from '@plumbline/analytics/impact';
import { questionWords, type PublishedRound } from '@plumbline/analytics/survey-results';
import {
  countReads,
  decisionsKnownAt,
  findTimeline,
  listPolicyVersions,
  listReleases,
  listRounds,
  loadFacts,
  type Council,
  type CouncilTransaction,
} from '@plumbline/database';
import { addMonths, formatDay, startOfMonth, toDay } from '@plumbline/domain/calendar';
import { assessVersionsIndexed, indexFacts, versionOn, type PolicyTimeline } from '@plumbline/domain/rules';
import type { DecisionEntry } from '@plumbline/domain/surveys';
import { factsNaming } from '../../access/facts-naming.ts';
import { auditedBetween } from '../../audits/board/audited-rows.ts';
import { refuse } from '../../problems.ts';
import { dayOf } from '../../surveys/decisions/decisions.ts';
import { resultsRound } from '../../surveys/results/round-view.ts';
import { releaseOf } from '../../surveys/results/stored-releases.ts';

/** Which day is asked about, and as known at which instant (ISO). */
export interface PackMoment {
  readonly madeOn: string;
  readonly asOf: string;
  readonly knownAt: string;
}

/**
 * Everything that a pack is made of, as it was known at an instant: everything due is worked out again from the facts of that time, so that
 * a figure of years ago can be made again. A council without a policy has none.
 */
export async function gatherMaterial(
  tx: CouncilTransaction,
  council: Pick<Council, 'id' | 'name'>,
  moment: PackMoment,
): Promise<PackMaterial> {
  const { asOf, knownAt } = moment;
  const day = toDay(asOf);
  const begins = startOfMonth(day);
  const window = { from: formatDay(addMonths(begins, -12)), to: formatDay(begins - 1) };
  const timeline = (await findTimeline(tx, knownAt)) ?? refuse('not-found');
  const index = indexFacts(await loadFacts(tx, 'council', { knownAt }));
  const { duties, responsibilities } = assessVersionsIndexed(timeline, index, day + 1);
  return {
    council: council.name,
    councilId: council.id,
    ...moment,
    timeline,
    index,
    duties,
    responsibilities,
    published: await publication(tx, timeline, day),
    audited: (await auditedBetween(tx, window.from, window.to)).rows,
    survey: await lastPublished(tx, knownAt),
    decisions: (await decisionsKnownAt(tx, knownAt)) as DecisionEntry[],
    reads: await countReads(tx, { ...window, by: knownAt }),
  };
}

async function publication(tx: CouncilTransaction, timeline: PolicyTimeline, day: number): Promise<PackMaterial['published']> {
  const { number } = versionOn(timeline, day);
  const version = (await listPolicyVersions(tx)).find((one) => one.number === number);
  if (version === undefined) return null;
  const [person] = version.publishedBy === null ? [] : await factsNaming(tx, 'person', ['person'], [version.publishedBy]);
  return { by: person?.name ?? null, on: dayOf(version.publishedAt) };
}

/** The results that were published last by an instant, to the second. */
async function lastPublished(tx: CouncilTransaction, knownAt: string): Promise<PublishedRound | null> {
  const second = (instant: string): string => instant.replace(' ', 'T').slice(0, 19);
  const found: { readonly at: string; readonly round: PublishedRound }[] = [];
  for (const round of await listRounds(tx)) {
    const release = (await listReleases(tx, round.id)).findLast(({ publishedAt }) => second(publishedAt) <= second(knownAt));
    if (release === undefined) continue;
    const { proof, ...rest } = releaseOf(release);
    void proof;
    const view = { round: await resultsRound(tx, round), release: rest, words: questionWords(round.instrument) };
    found.push({ at: second(release.publishedAt), round: view });
  }
  return (
    found.toSorted((a, b) =>
      a.at === b.at ? b.round.round.closesOn.localeCompare(a.round.round.closesOn) : a.at < b.at ? 1 : -1,
    )[0]?.round ?? null
  );
}

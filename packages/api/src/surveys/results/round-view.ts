import { questionWords, type PublishedRound, type ResultsRound } from '@plumbline/analytics/survey-results';
import { findTimeline, listReleases, type CouncilTransaction, type SurveyRound } from '@plumbline/database';
import { toDay } from '@plumbline/domain/calendar';
import { versionOn } from '@plumbline/domain/rules';
import { releaseOf } from './stored-releases.ts';

/** A round as results pages name it. */
export async function resultsRound(tx: CouncilTransaction, round: SurveyRound): Promise<ResultsRound> {
  const { id, title, state, opensOn, closesOn, reportBy } = round;
  return { id, title, state, opensOn, closesOn, reportBy, policyVersion: await policyVersionOn(tx, round) };
}

async function policyVersionOn(tx: CouncilTransaction, { opensOn }: SurveyRound): Promise<string | null> {
  const timeline = await findTimeline(tx);
  return timeline === null ? null : versionOn(timeline, toDay(opensOn)).policy.pack.version;
}

/** What was published of a round last; null before anything is. */
export async function publishedRound(tx: CouncilTransaction, round: SurveyRound): Promise<PublishedRound | null> {
  const last = (await listReleases(tx, round.id)).at(-1);
  if (last === undefined) return null;
  const { proof, ...release } = releaseOf(last);
  void proof;
  return { round: await resultsRound(tx, round), release, words: questionWords(round.instrument) };
}

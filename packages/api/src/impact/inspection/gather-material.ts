import { countedInPacks, WHOLE_COUNCIL, type PackMaterial, type PackScope } from '@plumbline/analytics/impact';
import { questionWords, type PublishedRound } from '@plumbline/analytics/survey-results';
import {
  countLogged,
  countReads,
  decisionsKnownAt,
  findTimeline,
  firstKnownOutcomes,
  followUpsBy,
  listPolicyVersions,
  listReleases,
  listRounds,
  loadFacts,
  readersKnownAt,
  type Council,
  type CouncilTransaction,
} from '@plumbline/database';
import { addMonths, formatDay, startOfMonth, toDay } from '@plumbline/domain/calendar';
import { assessVersionsIndexed, indexFacts, versionOn, type FactIndex, type PolicyTimeline } from '@plumbline/domain/rules';
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
  /** The team code of the children's home that is asked about; the whole council where absent or null. */
  readonly home?: string | null;
}

/** So much of the work is done when the facts are read, and when everything due is worked out. About so, in a large council. */
const READ = 0.45;
const ASSESSED = 0.85;

/**
 * Everything that a pack is made of, as it was known at an instant: everything due is worked out again from the facts of that time, so that
 * a figure of years ago can be made again. A council without a policy has none, and neither has a team that is no children's home.
 */
export async function gatherMaterial(
  tx: CouncilTransaction,
  council: Pick<Council, 'id' | 'name'>,
  { madeOn, asOf, knownAt, home = null }: PackMoment,
  onProgress: (done: number) => void = () => undefined,
): Promise<PackMaterial> {
  const day = toDay(asOf);
  const begins = startOfMonth(day);
  const window = { from: formatDay(addMonths(begins, -12)), to: formatDay(begins - 1), by: knownAt };
  const timeline = (await findTimeline(tx, knownAt)) ?? refuse('not-found');
  const index = indexFacts(await loadFacts(tx, 'council', { knownAt }));
  onProgress(READ);
  const scope = scopeOf(index, home);
  const staff = home === null ? null : staffOf(index, home, window);
  const only = staff === null ? undefined : { persons: new Set(staff), children: new Set<string>() };
  const { duties, responsibilities } = assessVersionsIndexed(countedInPacks(timeline), index, day + 1, only);
  onProgress(ASSESSED);
  return {
    scope,
    council: council.name,
    councilId: council.id,
    madeOn,
    asOf,
    knownAt,
    timeline,
    index,
    duties,
    responsibilities,
    published: await publication(tx, timeline, day),
    readers: new Set(await readersKnownAt(tx, versionOn(timeline, day).policy.hash, knownAt)),
    entries: await firstKnownOutcomes(tx, window),
    audited: (await auditedBetween(tx, window.from, window.to)).rows,
    followUps: home === null ? await followUpsBy(tx, asOf) : [],
    survey: home === null ? await lastPublished(tx, knownAt) : null,
    decisions: home === null ? ((await decisionsKnownAt(tx, knownAt)) as DecisionEntry[]) : [],
    reads: await countReads(tx, window, staff),
    logged: await countLogged(tx, window),
  };
}

function scopeOf(index: FactIndex, home: string | null): PackScope {
  if (home === null) return WHOLE_COUNCIL;
  const team = index.teams.get(home);
  return team?.kind === 'residential' ? { kind: 'home', team: home, name: team.name } : refuse('not-found');
}

/** Everybody who held a post in a home at some time from the first day of the period on. */
function staffOf(index: FactIndex, home: string, { from }: { readonly from: string }): string[] {
  const held = index.facts.post.filter((post) => post.team === home && (post.to === null || post.to >= from));
  return [...new Set(held.map(({ person }) => person))];
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

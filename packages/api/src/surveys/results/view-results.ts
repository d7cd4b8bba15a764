import {
  shownComments,
  type Publication,
  type PublishedRound,
  type ResultsRow,
  type ResultsView,
} from '@plumbline/analytics/survey-results';
import {
  findRound,
  listReleases,
  listRounds,
  listScreening,
  listCommentThemes,
  publishedRounds,
  type CouncilTransaction,
  type StoredRelease,
  type SurveyRound,
} from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import type { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { isSettled, itemsOf } from '../comments/view-screening.ts';
import { dayOf, decisionRows } from '../decisions/decisions.ts';
import { RoundInput } from '../rounds/round-access.ts';
import { planView } from './plan.ts';
import { publishedRound, resultsRound } from './round-view.ts';
import { releaseOf } from './stored-releases.ts';

/** Everything about a round's results that may be seen: before they are published nothing but when they are promised. */
export async function viewResults(caller: Caller, { roundId }: z.infer<typeof RoundInput>): Promise<ResultsView> {
  return await caller.read(async (tx) => {
    const round = (await findRound(tx, roundId)) ?? refuse('not-found');
    if (round.state === 'discarded' || round.state === 'drafted' || round.state === 'frozen') requireRunner(caller);
    const latest = await publishedRound(tx, round);
    const mayRun = caller.permissions.includes('surveys:run');
    return {
      round: await resultsRound(tx, round),
      today: formatDay(caller.today),
      publications: (await listReleases(tx, roundId)).map(publicationOf),
      latest,
      before: latest === null ? null : await roundBefore(tx, round),
      comments: latest === null ? { state: 'none', questions: [] } : await commentsOf(tx, round, latest),
      decisions: latest === null ? [] : await decisionRows(tx, roundId),
      plan: mayRun ? await planView(tx, round) : null,
      may: {
        run: mayRun,
        decide: caller.permissions.includes('surveys:decide'),
        screen: caller.permissions.includes('surveys:screen') && round.screeners.includes(caller.signedIn.person),
      },
    };
  });
}

/** Who is invited to what is not known before it opens. */
function requireRunner(caller: Caller): void {
  if (!caller.permissions.includes('surveys:run')) refuse('not-found');
}

function publicationOf(stored: StoredRelease): Publication {
  const { sequence, contentHash, previousHash } = releaseOf(stored);
  return {
    sequence,
    publishedOn: dayOf(stored.publishedAt),
    contentHash,
    previousHash,
  };
}

/** The published round that opened last before this one. */
async function roundBefore(tx: CouncilTransaction, { opensOn, id }: SurveyRound): Promise<PublishedRound | null> {
  const published = await publishedRounds(tx);
  const before = (await listRounds(tx))
    .filter((round) => round.id !== id && published.has(round.id) && round.opensOn < opensOn)
    .toSorted((a, b) => (a.opensOn < b.opensOn ? 1 : -1))[0];
  return before === undefined ? null : await publishedRound(tx, before);
}

/** Comments all at once, when every one of them has been read and settled: none comes alone, so none has a day. */
async function commentsOf(tx: CouncilTransaction, round: SurveyRound, latest: PublishedRound): Promise<ResultsView['comments']> {
  const comments = await listScreening(tx, round.id);
  if (comments.length === 0) return { state: 'none', questions: [] };
  if (!comments.every(isSettled)) return { state: 'being-read', questions: [] };
  const released = comments.flatMap(({ key, item, themeId, mayQuote, text, isParaphrase }) =>
    text === null ? [] : [{ key, item, themeId, mayQuote, text, isParaphrase }],
  );
  const themes = await listCommentThemes(tx, round.id);
  const floor = latest.release.plan.floors.crosses;
  return { state: 'shown', questions: shownComments(itemsOf(round, comments), themes, released, floor) };
}

/** Every published round, the latest first, with how far what was decided has come. */
export async function listResults(caller: Caller): Promise<{ readonly rounds: ResultsRow[] }> {
  return await caller.read(async (tx) => {
    const published = await publishedRounds(tx);
    const rows: ResultsRow[] = [];
    for (const round of await listRounds(tx)) {
      const publishedAt = published.get(round.id);
      if (publishedAt !== undefined) rows.push(await rowOf(tx, round, publishedAt));
    }
    return { rounds: rows };
  });
}

async function rowOf(tx: CouncilTransaction, round: SurveyRound, publishedAt: string): Promise<ResultsRow> {
  const decisions = await decisionRows(tx, round.id);
  const latest = await publishedRound(tx, round);
  const whole = latest?.release.rates.find(({ group }) => group === 'whole');
  const count = (stage: ResultsRow['latest'][number]['stage']): number => decisions.filter((one) => one.stage === stage).length;
  return {
    roundId: round.id,
    title: round.title,
    closesOn: round.closesOn,
    publishedOn: dayOf(publishedAt),
    responsePercent: whole?.percent ?? null,
    decisions: {
      said: count('said'),
      decided: count('decided'),
      refused: count('refused'),
      changed: count('changed'),
      checked: count('checked'),
    },
    latest: decisions
      .toSorted((a, b) => (a.changedOn < b.changedOn ? 1 : -1))
      .slice(0, 3)
      .map(({ entry, stage }) => ({ said: entry.said, stage })),
  };
}

export const viewResultsProcedure = procedure
  .meta({ permission: 'surveys:read' })
  .input(RoundInput)
  .query(({ ctx, input }) => viewResults(ctx.caller, input));

export const listResultsProcedure = procedure.meta({ permission: 'surveys:read' }).query(({ ctx }) => listResults(ctx.caller));

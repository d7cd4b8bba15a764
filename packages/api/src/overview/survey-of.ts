import type { OverviewSource } from '@plumbline/analytics/overview';
import type { PublishedRound } from '@plumbline/analytics/survey-results';
import { recallGap } from '@plumbline/analytics/surveys';
import { findRound, lastReleaseHead, recordedSessions, type CouncilTransaction } from '@plumbline/database';
import { addMonths, formatDay, toDay } from '@plumbline/domain/calendar';
import { publishedRound } from '../surveys/results/round-view.ts';

/** "How many one-to-one supervision sessions did you have in the last three months?" */
const SESSIONS_ITEM = '3a';
export const RECALLED_MONTHS = 3;

/** What of a published set of results stands on the page. */
interface Told {
  readonly title: string;
  readonly closedOn: string;
  readonly indices: NonNullable<OverviewSource['survey']>['indices'];
  readonly reported: { readonly n: number; readonly mean: number } | null;
}

/** By the hash of what was published, which never changes: a set of results is large, and little of it is told here. */
const TOLD = new Map<string, Told>();

/** The results published last, of the whole council, with how many sessions staff report beside how many are recorded. */
export async function surveyOf(tx: CouncilTransaction): Promise<OverviewSource['survey']> {
  const head = await lastReleaseHead(tx);
  if (head === null) return null;
  const key = `${tx.councilId} ${head.contentHash}`;
  const told = TOLD.get(key) ?? (await readResults(tx, head.roundId));
  if (told === null) return null;
  TOLD.set(key, told);
  const { title, closedOn, indices, reported } = told;
  if (reported === null) return { title, closedOn, indices, recall: null };
  const from = formatDay(addMonths(toDay(closedOn), -RECALLED_MONTHS) + 1);
  const gap = recallGap({ ...reported, variance: null }, await recordedSessions(tx, { from, to: closedOn }));
  return { title, closedOn, indices, recall: gap === null ? null : { gap, n: reported.n } };
}

async function readResults(tx: CouncilTransaction, roundId: string): Promise<Told | null> {
  const round = await findRound(tx, roundId);
  const published = round === null ? null : await publishedRound(tx, round);
  if (published === null) return null;
  const { round: named, release } = published;
  return {
    title: named.title,
    closedOn: named.closesOn,
    indices: release.indices.filter(({ group }) => group === 'whole'),
    reported: reportedSessions(published),
  };
}

/** The mean that was published of the whole round, from those who are supervised; null where it was not asked or may not be shown. */
export function reportedSessions({ release, words }: PublishedRound): Told['reported'] {
  const key = words.find(({ item, block }) => item === SESSIONS_ITEM && block !== 'gives')?.key;
  const table = release.tables.find((one) => one.question === key && one.group === 'whole');
  return table?.state !== 'shown' || table.mean === null ? null : { n: table.n, mean: table.mean };
}

import type { ScreeningRow, ScreeningView, SettledRow } from '@plumbline/analytics/survey-results';
import {
  listScreening,
  listCommentThemes,
  noteComments,
  writeAudit,
  type BoxComment,
  type SurveyComment,
  type SurveyRound,
} from '@plumbline/database';
import { nameBookOf, proposeMarks, type NameBook } from '@plumbline/domain/surveys';
import type { z } from 'zod';
import type { PersonLabel } from '@plumbline/analytics/compliance';
import type { Caller } from '../../access/caller.ts';
import { factsNaming } from '../../access/facts-naming.ts';
import { labelsOf } from '../../access/labels.ts';
import { procedure } from '../../trpc.ts';
import { resultsRound } from '../results/round-view.ts';
import { boxOf, RoundInput } from '../rounds/round-access.ts';
import { proposalOf, requireScreened } from './screening-access.ts';

/**
 * The comments of a round as its named screeners see them: what was written, what the rules found in it, and what somebody has
 * proposed. That they were looked at is kept. Words of what is settled are destroyed where an earlier call left that undone.
 */
export async function viewScreening(caller: Caller, { roundId }: z.infer<typeof RoundInput>): Promise<ScreeningView> {
  await caller.read((tx) => requireScreened(tx, caller, roundId));
  const box = boxOf(caller);
  const written = await box.comments(roundId);
  const { view, done } = await caller.read(async (tx) => {
    const round = await requireScreened(tx, caller, roundId);
    await noteComments(tx, roundId, written);
    await writeAudit(tx, {
      actor: caller.signedIn.person,
      action: 'surveys.comments.read',
      counts: { comments: written.length },
    });
    const [comments, themes, people] = await Promise.all([
      listScreening(tx, roundId),
      listCommentThemes(tx, roundId),
      factsNaming(tx, 'person'),
    ]);
    const label = await labelsOf(tx, [...round.screeners, round.safeguardingTo, ...comments.flatMap(whoDid)]);
    const rows = rowsOf(caller, comments, written, nameBookOf(people.map(({ name }) => name ?? '')), label);
    const found = {
      round: await resultsRound(tx, round),
      screeners: round.screeners.map(label),
      safeguardingTo: label(round.safeguardingTo),
      items: itemsOf(round, comments),
      themes,
      ...rows,
    };
    return { view: found, done: comments.filter(isSettled).map(({ key }) => key) };
  });
  const left = new Set(done);
  if (written.some(({ key }) => left.has(key))) await box.destroyComments(roundId, done);
  return view;
}

function whoDid({ screenedBy, settledBy }: SurveyComment): string[] {
  return [screenedBy, settledBy].filter((person) => person !== null);
}

export function isSettled({ state }: SurveyComment): boolean {
  return state === 'released' || state === 'withheld' || state === 'referred';
}

/** The questions that take words, with how many wrote something. */
export function itemsOf(round: SurveyRound, comments: readonly Pick<SurveyComment, 'item'>[]): ScreeningView['items'] {
  return round.instrument.items
    .filter(({ kind }) => kind === 'text')
    .map(({ id, text }) => ({ item: id, text, replies: comments.filter(({ item }) => item === id).length }));
}

function rowsOf(
  caller: Caller,
  comments: readonly SurveyComment[],
  written: readonly BoxComment[],
  book: NameBook,
  label: (ref: string) => PersonLabel,
): { open: ScreeningRow[]; settled: SettledRow[] } {
  const words = new Map(written.map(({ key, text }) => [key, text]));
  const nameOf = (person: string | null): string | null => (person === null ? null : label(person).name);
  const open = comments.flatMap((comment): ScreeningRow[] => {
    const text = words.get(comment.key);
    if (text === undefined || (comment.state !== 'waiting' && comment.state !== 'proposed')) return [];
    const { key, item, mayQuote, state, version, screenedBy } = comment;
    const found = proposeMarks(text, book);
    const proposal = proposalOf(caller, comment);
    const isMine = state === 'proposed' && screenedBy === caller.signedIn.person;
    return [{ key, item, mayQuote, state, version, words: text, found, proposal, screenedBy: nameOf(screenedBy), isMine }];
  });
  const settled = comments.filter(isSettled).map(({ key, item, state, text, isParaphrase, themeId, screenedBy, settledBy }) => ({
    key,
    item,
    state: state as SettledRow['state'],
    text,
    isParaphrase,
    themeId,
    screenedBy: nameOf(screenedBy),
    settledBy: nameOf(settledBy),
  }));
  return { open, settled };
}

export const viewScreeningProcedure = procedure
  .meta({ permission: 'surveys:screen' })
  .input(RoundInput)
  .query(({ ctx, input }) => viewScreening(ctx.caller, input));

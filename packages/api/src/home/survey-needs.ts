import type { NeedRow } from '@plumbline/analytics/compliance';
import {
  findRound,
  openConcernsFor,
  openInvitationsOf,
  screeningFor,
  type CouncilTransaction,
  type SurveyInvitation,
  type SurveyRound,
} from '@plumbline/database';
import { formatDay, type LocalDate } from '@plumbline/domain/calendar';
import type { Caller } from '../access/caller.ts';

/** The surveys whose one-time link the caller may still take. */
export async function surveyNeeds(tx: CouncilTransaction, caller: Caller): Promise<NeedRow[]> {
  if (!caller.permissions.includes('surveys:answer')) return [];
  const invitations = await openInvitationsOf(tx, caller.signedIn.person);
  const today = formatDay(caller.today);
  const needs: NeedRow[] = [];
  for (const invitation of invitations) needs.push(...linksToTake(invitation, await findRound(tx, invitation.roundId), today));
  return needs;
}

/**
 * One line while the link can be taken: whether somebody then answers is not known and not asked. It ends as reminders do, once
 * they are stopped.
 */
export function linksToTake(
  { issuedOn, remindersStopped }: Pick<SurveyInvitation, 'issuedOn' | 'remindersStopped'>,
  round: Pick<SurveyRound, 'opensOn' | 'closesOn'> | null,
  today: LocalDate,
): NeedRow[] {
  if (issuedOn !== null || remindersStopped || round === null || today < round.opensOn || today > round.closesOn) return [];
  return [{ kind: 'survey-open', duty: null, subject: null, sessionId: null, on: round.closesOn, count: null }];
}

/** Comments that were handed to the caller as a round's named person, and comments that wait for them as a screener. */
export async function commentNeeds(tx: CouncilTransaction, caller: Caller): Promise<NeedRow[]> {
  const { person } = caller.signedIn;
  const nothing = { duty: null, subject: null, sessionId: null };
  const concerns = await openConcernsFor(tx, person);
  const comments = caller.permissions.includes('surveys:screen') ? await screeningFor(tx, person) : [];
  return [
    ...concerns.map(({ roundId, count, since }): NeedRow => ({ ...nothing, kind: 'survey-concern', on: since, count, roundId })),
    ...comments.map(({ roundId, count }): NeedRow => ({ ...nothing, kind: 'survey-comments', on: null, count, roundId })),
  ];
}

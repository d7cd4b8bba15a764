import { randomBytes, randomUUID } from 'node:crypto';
import { inCouncil, keepBallot, listCells } from '@plumbline/database';
import { makeBallots } from '@plumbline/demo';
import type { RoundDetail } from '@plumbline/domain/surveys';
import { openSurveyOffice, RUNNER, type SurveyOffice } from '../survey-rounds/_office.ts';

export interface Words {
  readonly item: string;
  readonly text: string;
  readonly mayQuote: boolean;
}

/** Three services of five kinds of work in all, each large enough to be told apart where the questions allow it. */
export async function openLargeOffice(): Promise<SurveyOffice> {
  return await openSurveyOffice({
    A1: { service: 'Assessment', roles: { 'social-worker': 52, 'team-manager': 16 } },
    F1: { service: 'Fostering', roles: { 'social-worker': 44, 'family-support-worker': 34 } },
    L1: { service: 'Leaving care', roles: { 'personal-adviser': 40 } },
  });
}

/** Puts answers and words of invented staff into the box of an open round. */
export async function fillBox(office: SurveyOffice, round: RoundDetail, words: readonly Words[] = [], seed = 1): Promise<void> {
  const cells = await inCouncil(office.test.db, office.council, (tx) => listCells(tx, round.id));
  const { instrument } = await inCouncil(office.test.db, office.council, async (tx) => {
    const [found] = await tx.sql`select instrument from survey_round where id = ${round.id}`;
    return found as unknown as { instrument: Parameters<typeof makeBallots>[0]['instrument'] };
  });
  const ballots = makeBallots({ seed, instrument, cells });
  for (const [i, { cell, answers }] of ballots.entries()) {
    const own = words.filter((_, at) => at % ballots.length === i);
    await keepBallot(office.boxDatabase, {
      roundId: round.id,
      tokenHash: randomBytes(32).toString('hex'),
      cell,
      answers,
      words: own.map((one) => ({ ...one, key: randomBytes(32).toString('hex') })),
      formerKeys: [],
    });
  }
}

export const runner = (office: SurveyOffice) => office.as(RUNNER, 'principal-social-worker');

/** Closes and mixes a round. */
export async function closeAndMix(office: SurveyOffice, roundId: string): Promise<RoundDetail> {
  const { version } = await runner(office).surveyRounds.get({ roundId });
  return await runner(office).surveyRounds.close({ roundId, baseVersion: version, idempotencyKey: randomUUID() });
}

export async function publish(office: SurveyOffice, roundId: string): Promise<{ sequence: number; contentHash: string }> {
  return await runner(office).surveyResults.publish({ roundId, baseSequence: 0, choice: null, idempotencyKey: randomUUID() });
}

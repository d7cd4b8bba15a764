import type { LocalDate } from '@plumbline/domain/calendar';
import type { CouncilTransaction } from '../access/database.ts';

/** How many people, or children with an open case, one team answers for. */
export interface AnswerCount {
  readonly team: string;
  readonly kind: 'person' | 'child';
  readonly count: number;
}

/** For how many people and children some teams answer on a day. Teams that answer for nobody are left out. */
export async function countAnswers(
  tx: CouncilTransaction,
  { on, teams }: { readonly on: LocalDate; readonly teams: readonly string[] },
): Promise<AnswerCount[]> {
  return await tx.sql<AnswerCount[]>`
    select team, kind, count(*)::int as count from responsibility
     where council_id = ${tx.councilId} and from_on <= ${on} and to_on >= ${on} and team = any(${[...teams]}::text[]) group by team, kind`;
}

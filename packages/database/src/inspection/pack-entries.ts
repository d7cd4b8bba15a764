import type { CouncilTransaction } from '../access/database.ts';
import type { KnownPeriod } from './pack-sources.ts';

/** When what became of a supervision was first known here (a day in London), and whether it was typed here or came by file. */
export interface FirstKnown {
  readonly session: string;
  readonly on: string;
  readonly isByHand: boolean;
}

/**
 * Of every supervision planned for a day of the period: its first version that says more than "planned", as known by an instant. A file that is
 * applied again writes no new version of what it says already, so that the day stays that on which the first one came.
 */
export async function firstKnownOutcomes(tx: CouncilTransaction, { from, to, by }: KnownPeriod): Promise<FirstKnown[]> {
  return await tx.sql<FirstKnown[]>`
    select distinct on (id) session, (known_from at time zone 'Europe/London')::date as on, source = 'hand' as "isByHand"
      from fact_session
     where council_id = ${tx.councilId} and known_from <= ${by} and status <> 'planned'
       and (planned_start_at at time zone 'Europe/London')::date between ${from} and ${to}
     order by id, version`;
}

/** An action that followed from an audit, with its days alone. */
export interface FollowUpDays {
  readonly team: string;
  readonly raisedOn: string;
  readonly dueOn: string;
  readonly closedOn: string | null;
}

/** Actions that were agreed after audits by the end of a day, and of each whether it was closed by then. */
export async function followUpsBy(tx: CouncilTransaction, day: string): Promise<FollowUpDays[]> {
  return await tx.sql<FollowUpDays[]>`
    select team, raised_on as "raisedOn", due_on as "dueOn", case when closed_on <= ${day} then closed_on end as "closedOn"
      from audit_action where council_id = ${tx.councilId} and raised_on <= ${day} order by due_on, id`;
}

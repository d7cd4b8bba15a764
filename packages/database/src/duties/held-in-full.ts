import type { CouncilTransaction } from '../access/database.ts';

/** How many supervisions were held in a stretch of time, and how many of them met every limit about themselves. */
export interface HeldInFull {
  readonly held: number;
  readonly inFull: number;
}

/**
 * Supervisions held between two days, and those of them about which nothing is left that was not met, met late or is overdue today: length,
 * record, signatures, filing. Only what the policy says must be counts.
 */
export async function heldInFull(
  tx: CouncilTransaction,
  { from, to, today }: { readonly from: string; readonly to: string; readonly today: string },
): Promise<HeldInFull> {
  const [found] = await tx.sql<HeldInFull[]>`
    with held as (
      select distinct session, supervisee from fact_session
       where council_id = ${tx.councilId} and known_to is null and status in ('held', 'interrupted')
         and (started_at at time zone 'Europe/London')::date between ${from} and ${to}),
    failed as (
      select distinct coalesce(r.session, d.subject) as session from duty d
        left join fact_record r on d.subject_kind = 'record' and r.council_id = d.council_id and r.record = d.subject and r.known_to is null
       where d.council_id = ${tx.councilId} and d.about_kind = 'person' and d.subject_kind in ('session', 'record') and d.strength = 'must'
         and d.about_ref in (select supervisee from held)
         -- What a session asks for is over at most a few weeks before it, such as booking it: years before are left alone.
         and d.closed_on >= ${from}::date - 62
         and (d.judged = 'breached' or (d.judged = 'by-date' and d.due_on is not null and coalesce(d.met_on, ${today}::date) > d.due_on)))
    select count(*)::int as held, count(*) filter (where f.session is null)::int as "inFull"
      from held h left join failed f on f.session = h.session`;
  return found ?? { held: 0, inFull: 0 };
}

/** People whose own supervision is due, and those of them for whom none is planned. */
export async function notBooked(
  tx: CouncilTransaction,
  { today, now, series }: { readonly today: string; readonly now: string; readonly series: readonly string[] },
): Promise<{ readonly people: number; readonly withoutPlan: number }> {
  const [found] = await tx.sql<{ people: number; withoutPlan: number }[]>`
    with waiting as (
      select distinct about_ref as person from duty
       where council_id = ${tx.councilId} and about_kind = 'person' and series = any(${[...series]}::text[]) and opened_on <= ${today}
         and closed_on = 'infinity' and due_on is not null)
    select count(*)::int as people,
      count(*) filter (where not exists (
        select 1 from fact_session s
         where s.council_id = ${tx.councilId} and s.known_to is null and s.supervisee = waiting.person and s.status = 'planned'
           and s.planned_start_at >= ${now}))::int as "withoutPlan"
      from waiting`;
  return found ?? { people: 0, withoutPlan: 0 };
}

import type { CouncilTransaction } from '../access/database.ts';

/** How many supervisions were held in a stretch of time, and how many of them met every limit about themselves. */
export interface HeldInFull {
  readonly held: number;
  readonly inFull: number;
}

/** The same of one team. */
export interface TeamHeldInFull extends HeldInFull {
  readonly team: string;
}

/** Days, both included, and what is asked of them. */
export interface HeldWindow {
  readonly from: string;
  readonly to: string;
  /** The day on which it is asked: by then what is not done has failed. */
  readonly today: string;
  /** Rules about length, record, signatures and sharing. */
  readonly rules: readonly string[];
  /** Those of them that measure a session: of one that nobody recorded it cannot be said that it was long enough. */
  readonly lengths: readonly string[];
}

/**
 * Supervisions held between two days, and those of them that were in full: of which nothing that the rules ask was not met, met late or is
 * overdue today. What the policy says must be counts, and what it says should be. One whose length was not recorded is not in full.
 */
export async function heldInFull(tx: CouncilTransaction, window: HeldWindow): Promise<HeldInFull> {
  const [found] = await tx.sql<HeldInFull[]>`
    with ${heldAndFailed(tx, window)}
    select ${counted(tx)} from held h left join failed f on f.session = h.session and f.supervisee = h.supervisee`;
  return found ?? { held: 0, inFull: 0 };
}

/** {@link heldInFull} by the team to which somebody belonged on the day of their supervision; teams without one are left out. */
export async function heldInFullByTeam(
  tx: CouncilTransaction,
  teams: readonly string[],
  window: HeldWindow,
): Promise<TeamHeldInFull[]> {
  return await tx.sql<TeamHeldInFull[]>`
    with ${heldAndFailed(tx, window)}
    select r.team, ${counted(tx)} from held h
      join (select ref, team, from_on, to_on from responsibility where council_id = ${tx.councilId} and kind = 'person' offset 0) r
        on r.ref = h.supervisee and h.day between r.from_on and r.to_on
      left join failed f on f.session = h.session and f.supervisee = h.supervisee
     where r.team in (select unnest(${[...teams]}::text[])) group by r.team`;
}

function counted(tx: CouncilTransaction) {
  return tx.sql`count(*)::int as held, count(*) filter (where f.session is null)::int as "inFull"`;
}

/**
 * What was held, for whom and when; and of which of it something failed. Each is gone through once and then put together: looked up one by
 * one, a year of a large council took most of the time.
 */
function heldAndFailed(tx: CouncilTransaction, { from, to, today, rules, lengths }: HeldWindow) {
  return tx.sql`
    held as materialized (
      select distinct session, supervisee, (started_at at time zone 'Europe/London')::date as day from fact_session
       where council_id = ${tx.councilId} and known_to is null and status in ('held', 'interrupted')
         and started_at >= ${from}::date::timestamp at time zone 'Europe/London'
         and started_at < (${to}::date + 1)::timestamp at time zone 'Europe/London'),
    record as materialized (
      select record, session from fact_record where council_id = ${tx.councilId} and known_to is null),
    missed as materialized (
      select subject_kind, subject, about_ref from duty
       where council_id = ${tx.councilId} and about_kind = 'person' and subject_kind in ('session', 'record')
         and strength in ('must', 'should') and rule = any(${[...rules]}::text[])
         and (judged <> 'by-date' or met_on is null or met_on > due_on)
         -- What a session asks for is over at most a few weeks before it, such as booking it: years before are left alone.
         and closed_on >= ${from}::date - 62
         and (judged = 'breached' or (judged = 'needs-evidence' and rule = any(${[...lengths]}::text[]))
           or (judged = 'by-date' and due_on is not null and coalesce(met_on, ${today}::date) > due_on))),
    failed as materialized (
      select subject as session, about_ref as supervisee from missed where subject_kind = 'session'
       union select r.session, m.about_ref from missed m join record r on r.record = m.subject where m.subject_kind = 'record')`;
}

/** People whose own supervision is due, and those of them for whom none is planned. */
export interface NotBooked {
  readonly people: number;
  readonly withoutPlan: number;
}

/** Today, the moment, and the clocks of staff. */
interface Waiting {
  readonly today: string;
  readonly now: string;
  readonly series: readonly string[];
}

/** How many wait for a supervision of their own, and how many of them without a planned one. */
export async function notBooked(tx: CouncilTransaction, asked: Waiting): Promise<NotBooked> {
  const [found] = await tx.sql<NotBooked[]>`with ${waiting(tx, asked)} select ${waitingCounted(tx)} from waiting w`;
  return found ?? { people: 0, withoutPlan: 0 };
}

/** {@link notBooked} by the team to which each belongs today; teams in which nobody waits are left out. */
export async function notBookedByTeam(
  tx: CouncilTransaction,
  teams: readonly string[],
  asked: Waiting,
): Promise<(NotBooked & { readonly team: string })[]> {
  return await tx.sql<(NotBooked & { team: string })[]>`
    with ${waiting(tx, asked)}
    select r.team, ${waitingCounted(tx)} from waiting w
      join responsibility r on r.council_id = ${tx.councilId} and r.kind = 'person' and r.ref = w.person
       and ${asked.today}::date between r.from_on and r.to_on
     where r.team = any(${[...teams]}::text[]) group by r.team`;
}

function waitingCounted(tx: CouncilTransaction) {
  return tx.sql`count(*)::int as people, count(*) filter (where not w.has_plan)::int as "withoutPlan"`;
}

function waiting(tx: CouncilTransaction, { today, now, series }: Waiting) {
  return tx.sql`
    waiting as (
      select person, exists (
          select 1 from fact_session s
           where s.council_id = ${tx.councilId} and s.known_to is null and s.supervisee = person and s.status = 'planned'
             and s.planned_start_at >= ${now}) as has_plan
        from (
          select distinct about_ref as person from duty
           where council_id = ${tx.councilId} and about_kind = 'person' and series = any(${[...series]}::text[]) and opened_on <= ${today}
             and closed_on = 'infinity' and due_on is not null) p)`;
}

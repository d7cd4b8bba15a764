import type { CouncilTransaction } from '../access/database.ts';
import { findingSql } from '../duties/finding-sql.ts';

/** What fell due in one month in one service, of staff's own supervision or of children's cases. */
export interface ServiceMonth {
  readonly service: string;
  readonly subject: 'person' | 'child';
  /** First day. */
  readonly month: string;
  /** What fell due and can be judged, with what was excused. */
  readonly due: number;
  readonly onTime: number;
  readonly late: number;
  readonly excused: number;
  readonly unknown: number;
}

export interface ServiceMonthQuery {
  /** First days of the first and the last month. */
  readonly from: string;
  readonly to: string;
  /** Clocks about staff and about children; other requirements are not counted. */
  readonly persons: readonly string[];
  readonly children: readonly string[];
}

/** What fell due by service and month, out of the stored monthly figures. What no team of today answers for has the service ''. */
export async function serviceMonths(
  tx: CouncilTransaction,
  { from, to, persons, children }: ServiceMonthQuery,
): Promise<ServiceMonth[]> {
  const measures = [...persons, ...children];
  return await tx.sql<ServiceMonth[]>`
    select coalesce(t.service, '') as service, case when f.measure = any(${[...persons]}::text[]) then 'person' else 'child' end as subject,
           f.month::text as month, sum(f.due)::int as due, sum(f.on_time)::int as "onTime", sum(f.late)::int as late,
           sum(f.excused)::int as excused, sum(f.unknown)::int as unknown
      from figure_month f left join fact_team t on t.council_id = f.council_id and t.team = f.team and t.known_to is null
     where f.council_id = ${tx.councilId} and f.month between ${from} and ${to} and f.measure = any(${measures}::text[])
     group by 1, 2, 3 order by 1, 2, 3`;
}

/** What waits on a day: how many are past their day and by how many days at most, absence left out. */
export interface Waits {
  readonly overdue: number;
  /** 0 where none is past its day. */
  readonly mostDays: number;
}

/** How the whole council stands at a moment. */
export interface StandingToday {
  /** How many people each service answers for. */
  readonly people: ReadonlyMap<string, number>;
  readonly children: { readonly open: number; readonly withoutWorker: number };
  readonly waits: { readonly person: Waits; readonly child: Waits };
  /** People whose own supervision is due, and those of them for whom none is planned. */
  readonly notBooked: { readonly people: number; readonly withoutPlan: number };
}

// Days after the due date, with the recorded absence that covers it left out: as the domain's `findingOn` says it.
const DAYS_LATE = `greatest(0, $2::date - d.due_on - case when d.absent_from is null then 0
  else greatest(0, least(coalesce(d.absent_to, $2::date), $2::date) - greatest(d.absent_from, d.due_on + 1) + 1) end)`;

// Who answers for whom and what is open are each gone through once for everything that is said of the day.
const STANDING = `
  with held as materialized (
    select kind, ref, team, worker from responsibility where council_id = $1 and from_on <= $2::date and to_on >= $2::date),
  open as materialized (
    select d.about_kind as kind, d.about_ref as ref, d.series, d.closed_on = 'infinity' and d.due_on is not null as waits,
           ${DAYS_LATE} as days, ${findingSql('$2::date', '$3::timestamptz')} as finding
      from duty d where d.council_id = $1 and d.closed_on >= $2::date and d.opened_on <= $2::date and d.series = any($4::text[])),
  waiting as materialized (select distinct ref as person from open where kind = 'person' and waits)
  select 'service' as what, t.service as key, count(distinct h.ref)::int as count, 0 as other
    from held h join fact_team t on t.council_id = $1 and t.team = h.team and t.known_to is null where h.kind = 'person' group by t.service
  union all
  select 'children', '', count(*)::int, count(*) filter (where worker is null)::int from held where kind = 'child'
  union all
  select 'wait', o.kind, count(*)::int, max(o.days)::int
    from open o join held h on h.kind = o.kind and h.ref = o.ref and h.team is not null where o.finding = 'overdue' group by o.kind
  union all
  select 'booked', '', count(*)::int, count(*) filter (where not exists (
      select from fact_session s where s.council_id = $1 and s.known_to is null and s.supervisee = w.person and s.status = 'planned'
         and s.planned_start_at >= $3::timestamptz))::int
    from waiting w`;

/** How the whole council stands at a moment, by the clocks given, in one query. */
export async function standingToday(
  tx: CouncilTransaction,
  { on, at, series }: { readonly on: string; readonly at: string; readonly series: readonly string[] },
): Promise<StandingToday> {
  const rows = await tx.sql.unsafe<{ what: string; key: string; count: number; other: number }[]>(
    STANDING,
    [tx.councilId, on, at, [...series]],
    { prepare: true },
  );
  const find = (what: string, key = '') => rows.find((row) => row.what === what && row.key === key) ?? { count: 0, other: 0 };
  const waits = (kind: 'person' | 'child'): Waits => ({ overdue: find('wait', kind).count, mostDays: find('wait', kind).other });
  return {
    people: new Map(rows.flatMap(({ what, key, count }) => (what === 'service' ? [[key, count]] : []))),
    children: { open: find('children').count, withoutWorker: find('children').other },
    waits: { person: waits('person'), child: waits('child') },
    notBooked: { people: find('booked').count, withoutPlan: find('booked').other },
  };
}

/** Actions after audits and sign-offs that are not closed, and those of them past their day. */
export async function countActions(
  tx: CouncilTransaction,
  on: string,
): Promise<{ readonly open: number; readonly overdue: number }> {
  const [found] = await tx.sql<{ open: number; overdue: number }[]>`
    select count(*)::int as open, count(*) filter (where due_on < ${on})::int as overdue from audit_action
     where council_id = ${tx.councilId} and state in ('open', 'shown')`;
  return found ?? { open: 0, overdue: 0 };
}

/** The set of results that was published last, by its round and content; null before any is. */
export async function lastReleaseHead(
  tx: CouncilTransaction,
): Promise<{ readonly roundId: string; readonly contentHash: string } | null> {
  const [found] = await tx.sql<{ roundId: string; contentHash: string }[]>`
    select e.round_id as "roundId", e.content_hash as "contentHash"
      from survey_release e join survey_round r on r.council_id = e.council_id and r.id = e.round_id
     where e.council_id = ${tx.councilId} order by r.closes_on desc, e.published_at desc limit 1`;
  return found ?? null;
}

/** One-to-one supervisions held between two days, both included, and how many people were there to have them on the last of these. */
export async function recordedSessions(
  tx: CouncilTransaction,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<{ readonly people: number; readonly recordedSessions: number }> {
  const [found] = await tx.sql<{ people: number; recordedSessions: number }[]>`
    with staff as materialized (
      select distinct ref from responsibility where council_id = ${tx.councilId} and kind = 'person' and from_on <= ${to} and to_on >= ${to})
    select (select count(*) from staff)::int as people, count(*)::int as "recordedSessions" from fact_session
     where council_id = ${tx.councilId} and known_to is null and kind = 'one-to-one' and status in ('held', 'interrupted')
       and started_at >= ${from}::date::timestamp at time zone 'Europe/London'
       and started_at < (${to}::date + 1)::timestamp at time zone 'Europe/London' and supervisee in (select ref from staff)`;
  return found ?? { people: 0, recordedSessions: 0 };
}

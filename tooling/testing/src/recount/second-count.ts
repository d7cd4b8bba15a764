import { inCouncil, type Database } from '@plumbline/database';

/** Figures by name, such as `team T3 own overdue`. What is not there is 0. */
export type Figures = Map<string, number>;

/** The day asked about, and the moment of it: the last minute of a day that is over, the present one today. */
export interface Moment {
  readonly on: string;
  readonly at: string;
}

/**
 * Every clock that stands on a day, with what is said of it: opened by then, not met by the moment, not ended before, and
 * somebody's team answers for whom it is about. It is late from the day after its due date, or from the minute after where the limit
 * is in hours. While an absence covers the due date it is not counted; after it there is time until `return_due_on`.
 */
const STANDING = `
  with moment as (select $2::date as day, $3::timestamptz as minute),
  standing as (
    select r.team, d.about_kind, d.series, d.judged, d.due_on, d.return_due_on, m.day,
      case when d.due_at is not null then m.minute > d.due_at else m.day > d.due_on end as is_past,
      daterange(d.absent_from, d.absent_to, '[]') @> m.day and d.absent_from is not null as is_away
    from duty d cross join moment m
    join responsibility r on r.council_id = d.council_id and r.kind = d.about_kind and r.ref = d.about_ref and daterange(r.from_on, r.to_on, '[]') @> m.day
   where d.council_id = $1 and d.series is not null and r.team is not null and d.opened_on <= m.day
     and not (d.ended_on is not null and d.ended_on < m.day)
     and not (d.met_on is not null and case when d.judged = 'by-date' and d.met_at is not null then d.met_at <= m.minute else d.met_on <= m.day end))
  select team, about_kind as kind, series,
    case when judged = 'breached' then 'notMet' when judged = 'excused' then 'excused'
      when judged = 'unknown' or (judged = 'by-date' and due_on is null) then 'unknown' when judged <> 'by-date' then 'outside'
      when not is_past then 'due' when is_away then 'excused' when day <= return_due_on then 'due' else 'overdue' end as said,
    count(*)::int as count
  from standing group by 1, 2, 3, 4`;

/**
 * What fell due in each of twelve months up to a day, and what had become of it by the moment, by the team that answered on the due
 * date. What was done ahead of its day counts in the month of that day. What ended before it was due (on its day too, unless the limit was in hours) fell due for nobody; what was still
 * within the time after an absence had not fallen due yet; what is not known is outside.
 */
const MONTHS = `
  with moment as (select $2::date as day, $3::timestamptz as minute),
  fell as (
    select r.team, to_char(d.due_on, 'YYYY-MM') as month, d.*, m.day,
      least(coalesce(d.ended_on, m.day), m.day) as last_day,
      d.ended_on is not null and d.ended_on < m.day as is_over,
      d.met_on is not null and case when d.met_at is not null then d.met_at <= m.minute else d.met_on <= m.day end as is_done,
      case when d.due_at is not null and d.met_at is not null then d.met_at > d.due_at else d.met_on > d.due_on end as is_late,
      case when d.due_at is not null then m.minute > d.due_at else m.day > d.due_on end as is_past
    from duty d cross join moment m
    join responsibility r on r.council_id = d.council_id and r.kind = d.about_kind and r.ref = d.about_ref and d.due_on between r.from_on and r.to_on
   where d.council_id = $1 and d.series is not null and d.judged = 'by-date' and d.opened_on <= m.day
     and date_trunc('month', d.due_on) between date_trunc('month', m.day) - interval '11 months' and date_trunc('month', m.day)),
  became as (
    select team, month, case
      when is_done and not is_late then 'onTime'
      when is_done and met_on <= return_due_on then 'excused'
      when is_done then 'late'
      when not is_past then 'nothing yet'
      when is_over and (ended_on < due_on or (ended_on = due_on and due_at is null)) then 'nothing'
      when absent_from is not null and last_day >= absent_from and last_day <= coalesce(absent_to, 'infinity') then 'excused'
      when last_day <= return_due_on then case when is_over then 'excused' else 'nothing yet' end
      else 'notDone' end as said
    from fell)
  select team, month, said, count(*)::int as count from became where said not like 'nothing%' and team is not null group by 1, 2, 3`;

/** Who is in each team, and the open children of each without somebody who holds the case, is there, and is supervised. */
const WHO = `
  with here as (select * from responsibility where council_id = $1 and daterange(from_on, to_on, '[]') @> $2::date and team is not null),
  away as (
    select person from fact_absence where council_id = $1 and known_to is null and coalesce(is_half_day, false) = false
      and daterange(from_on, to_on, '[]') @> $2::date)
  select team, count(*) filter (where kind = 'person')::int as people, count(*) filter (where kind = 'child')::int as children,
    count(*) filter (where kind = 'child' and (worker is null or supervisor is null or exists (select from away where person = worker)))::int as alerts
  from here group by team`;

/** The figures of the service page, counted from requirements, responsibilities and absences by queries of their own. */
export async function countService(db: Database, council: string, { on, at }: Moment): Promise<Figures> {
  const figures: Figures = new Map();
  const add = (name: string, count: number): Figures => figures.set(name, (figures.get(name) ?? 0) + count);
  const rows = async (query: string, ...more: string[]) =>
    await inCouncil(db, council, (tx) => tx.sql.unsafe<Row[]>(query, [council, on, ...more]));
  for (const { team, people, children, alerts } of await rows(WHO)) {
    add(`team ${team} people`, people);
    add(`team ${team} children`, children);
    add(`team ${team} alerts`, alerts);
  }
  for (const { team, kind, series, said, count } of await rows(STANDING, at)) {
    if (said === 'outside') continue;
    add(`team ${team} ${kind === 'person' ? 'own' : 'cases'} ${said}`, count);
    add(`total ${series} ${said}`, count);
  }
  for (const { team, month, said, count } of await rows(MONTHS, at)) {
    for (const what of [said, 'due'])
      for (const where of [`team ${team} month`, 'month']) add(`${where} ${month} ${what}`, count);
  }
  return figures;
}

interface Row {
  readonly team: string;
  readonly people: number;
  readonly children: number;
  readonly alerts: number;
  readonly kind: 'person' | 'child';
  readonly series: string;
  readonly month: string;
  readonly said: string;
  readonly count: number;
}

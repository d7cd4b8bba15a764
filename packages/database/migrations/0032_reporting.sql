-- What spreadsheets and Power BI read: figures by team and month, and nothing of a person or a child. Who reads is told by the
-- login alone: `reporting.reader` binds it to one council, and no setting of a session can change as whom it logged in.
do $$
begin
  if not exists (select from pg_roles where rolname = 'plumbline_reporting') then create role plumbline_reporting nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$;
--> statement-breakpoint
create schema reporting;
--> statement-breakpoint
revoke all on schema reporting from public;
--> statement-breakpoint
create table reporting.reader (
  login name primary key,
  council_id uuid not null references public.council (id)
);
--> statement-breakpoint
-- The council of whoever is connected, not of whom they act as. The application's own role is trusted with its own context.
create view reporting.mine with (security_barrier) as
select case
    when session_user = 'plumbline_app' then nullif(current_setting('plumbline.council', true), '')::uuid
    else (select council_id from reporting.reader where login = session_user)
  end as council_id;
--> statement-breakpoint
-- The views below read as their owner, so that a reader needs no right to any table. Row-level security is forced on the owner
-- too and would show nothing without a context: this opens to the owner the rows of the reader's council. It is a second
-- condition beside the usual one, which a session can set: every view therefore names the reader's council itself.
do $$
declare name text;
begin
  foreach name in array array['fact_team', 'fact_post', 'fact_context_figure', 'fact_rival_event', 'fact_audit_result', 'figure_month', 'council_policy', 'audit', 'audit_item'] loop
    execute format('create policy reporting on public.%I for select to current_user using (council_id = (select council_id from reporting.mine))', name);
  end loop;
end $$;
--> statement-breakpoint
-- The months that are told of: from the first with a figure to the last that is over.
create view reporting.span with (security_barrier) as
select least(
    (select min(month) from public.figure_month where council_id = (select council_id from reporting.mine)),
    (select min(month) from public.fact_context_figure where council_id = (select council_id from reporting.mine) and known_to is null),
    (select date_trunc('quarter', min(completed_on)::timestamp)::date from public.audit_item where council_id = (select council_id from reporting.mine)),
    (select date_trunc('quarter', min(happened_on)::timestamp)::date from public.fact_audit_result where council_id = (select council_id from reporting.mine) and known_to is null)
  ) as first_month,
  (date_trunc('month', now() at time zone 'Europe/London') - interval '1 month')::date as last_month;
--> statement-breakpoint
-- How many people were in post in a team for the whole of a month: +1 at the first whole month of each, -1 after the last, to be
-- added up by team. Somebody with posts in several teams of a service counts in one of them only, so that the counts of several
-- teams may be added. A team comes first with its service and 0. It is put between what is counted and added up in one pass:
-- joined month by month it takes seconds wherever the planner takes a council for smaller than it is.
create view reporting.post_step with (security_barrier) as
with team as (
  select team, service from public.fact_team where council_id = (select council_id from reporting.mine) and known_to is null
), held as (
  select p.person, t.team, t.service, range_agg(daterange(p.from_on, p.to_on, '[]')) as days
    from public.fact_post p join team t on t.team = p.team
   where p.council_id = (select council_id from reporting.mine) and p.known_to is null
   group by p.person, t.team, t.service
), once as (
  select team, unnest(days - coalesce(
      range_agg(days) over (partition by service, person order by team rows between unbounded preceding and 1 preceding),
      '{}'::datemultirange)) as days
    from held
), whole as (
  select team, date_trunc('month', (lower(days) - 1 + interval '1 month')::timestamp)::date as from_month,
         date_trunc('month', upper(days)::timestamp)::date as before_month
    from once
)
select team, service, '-infinity'::date as month, 0 as change from team
union all
select team, null, from_month, 1 from whole where before_month is null or from_month < before_month
union all
select team, null, before_month, -1 from whole where from_month < before_month;
--> statement-breakpoint
create view reporting.team with (security_barrier) as
with team as (
  select team, name, service, site, kind from public.fact_team
   where council_id = (select council_id from reporting.mine) and known_to is null
)
select team, name, service, site, kind, false as is_combined from team
union all
select '*other:' || service, 'Other teams of ' || service, service, null, null, true from (select distinct service from team) s
union all
select '*council', 'Whole council', null, null, null, true where (select council_id from reporting.mine) is not null;
--> statement-breakpoint
create view reporting.month with (security_barrier) as
select m::date as month, (m + interval '1 month' - interval '1 day')::date as last_day, to_char(m, 'FMMonth YYYY') as name,
       extract(year from m)::integer as year, extract(month from m)::integer as month_of_year, date_trunc('quarter', m)::date as quarter,
       extract(year from m - interval '3 months')::integer || '/' || to_char(m + interval '9 months', 'YY') as financial_year
  from reporting.span s, generate_series(s.first_month::timestamp, s.last_month::timestamp, interval '1 month') m;
--> statement-breakpoint
-- Of two versions for the same day the one published later replaces the other; the first stands for all days before it too.
create view reporting.policy_version with (security_barrier) as
with kept as (
  select distinct on (valid_from) number, version, pack ->> 'title' as title, valid_from
    from public.council_policy where council_id = (select council_id from reporting.mine)
   order by valid_from, number desc
), held as (
  select *, lead(valid_from) over (order by valid_from) as next_from, row_number() over (order by valid_from) = 1 as is_first from kept
), today as (
  select (now() at time zone 'Europe/London')::date as today
)
select number, version, title, valid_from as from_on, next_from - 1 as to_on,
       (valid_from <= today or is_first) and coalesce(next_from > today, true) as is_in_force
  from held, today;
--> statement-breakpoint
-- What is counted: the clocks of the policy, its further rules wherever something fell due by them, and monthly context. What only
-- an earlier version asked keeps the words of the latest that asked it.
create view reporting.measure with (security_barrier) as
with version as (
  select p.number, p.pack, v.is_in_force from public.council_policy p join reporting.policy_version v on v.number = p.number
   where p.council_id = (select council_id from reporting.mine)
), declared as (
  select number, is_in_force, s ->> 'id' as measure, 'clock' as kind, s ->> 'title' as title
    from version, jsonb_array_elements(pack -> 'series') s
  union all
  select number, is_in_force, r ->> 'id', 'rule', r ->> 'says'
    from version, jsonb_array_elements(pack -> 'rules') r
   where r ->> 'id' in (select measure from public.figure_month where council_id = (select council_id from reporting.mine))
), latest as (
  select distinct on (measure) measure, kind, title, is_in_force from declared order by measure, is_in_force desc, number desc
)
select measure, kind, title, 'requirements' as unit, is_in_force from latest
union all
select measure, 'context', title, unit, true
  from (values ('caseload', 'Average caseload', 'cases'), ('unallocated', 'Unallocated cases', 'cases'),
    ('vacancies', 'Vacant posts (%)', 'per cent'), ('agency', 'Agency staff (%)', 'per cent'), ('leavers', 'Leavers', 'people'),
    ('front-door', 'Front door decisions in time (%)', 'per cent'), ('forum', 'Forum attendance (%)', 'per cent'),
    ('sickness', 'Days lost to sickness (%)', 'per cent')) as c (measure, title, unit)
 where (select council_id from reporting.mine) is not null;
--> statement-breakpoint
-- A count stands for its team where at least five people were in post there all month and either none or at least five
-- requirements were judged. Every other count goes into that of the other teams of its service, which is left out where it
-- comes to fewer than five people, or to one to four requirements. No total is shown, from which what is left out could be
-- taken back.
create view reporting.requirement_month with (security_barrier) as
with placed as (
  select team, month, 0 as place, service, change, null as measure, 0 as due, 0 as on_time, 0 as late, 0 as excused, 0 as unknown
    from reporting.post_step
  union all
  select team, month, 1, null, 0, measure, due, on_time, late, excused, unknown
    from public.figure_month
   where council_id = (select council_id from reporting.mine) and due + unknown > 0
     and month <= (select last_month from reporting.span)
), added as (
  select *, sum(change) over steps as people, first_value(service) over steps as its_service
    from placed window steps as (partition by team order by month, place rows unbounded preceding)
), cell as materialized (
  select its_service as service, team, measure, month, due, on_time, late, excused, unknown, people,
         people >= 5 and (due = 0 or due >= 5) as stands
    from added where place = 1 and its_service is not null
), shown as (
  select month, team, measure, due, on_time, late, excused, unknown from cell where stands
  union all
  select month, '*other:' || service, measure, sum(due)::integer, sum(on_time)::integer, sum(late)::integer, sum(excused)::integer,
         sum(unknown)::integer
    from cell where not stands
   group by month, service, measure
  having sum(people) >= 5 and (sum(due) = 0 or sum(due) >= 5)
)
select month, team, measure, due, on_time, late, excused, due - on_time - late - excused as not_done, unknown from shown;
--> statement-breakpoint
-- The figure of a team stands where at least five people were in post all month. That of the whole council is left out where
-- those of teams that are not shown are of fewer than five people together: it would give theirs back.
create view reporting.context_month with (security_barrier) as
with placed as (
  select team, month, 0 as place, change, null as measure, null::numeric as value from reporting.post_step
  union all
  select team, month, 1, 0, measure, value
    from public.fact_context_figure
   where council_id = (select council_id from reporting.mine) and known_to is null
     and month <= (select last_month from reporting.span)
), added as (
  select *, sum(change) over (partition by team order by month, place rows unbounded preceding) as people from placed
), figure as materialized (
  select month, team, measure, value, people from added where place = 1
), hidden as (
  select month, measure, sum(people) as people from figure where team is not null and people < 5 group by month, measure
)
select f.month, coalesce(f.team, '*council') as team, f.measure, f.value
  from figure f left join hidden h on h.month = f.month and h.measure = f.measure
 where case when f.team is null then coalesce(h.people >= 5, true) else f.people >= 5 end;
--> statement-breakpoint
-- Without its title, which is written by hand.
create view reporting.event with (security_barrier) as
select happened_on as from_on, to_on, coalesce(team, '*council') as team, kind, coalesce(is_new_start, false) as is_new_start
  from public.fact_rival_event
 where council_id = (select council_id from reporting.mine) and known_to is null;
--> statement-breakpoint
-- How many audits were completed, here and elsewhere, and nothing of what they found. Small teams as for requirements, by the
-- fewest people of the three months.
create view reporting.audit_quarter with (security_barrier) as
with completed as (
  select i.team, a.kind, a.basis, date_trunc('quarter', i.completed_on::timestamp)::date as quarter
    from public.audit_item i join public.audit a on a.council_id = i.council_id and a.id = i.audit_id
   where i.council_id = (select council_id from reporting.mine) and a.council_id = (select council_id from reporting.mine)
     and i.state in ('completed', 'fed-back') and i.completed_on is not null
  union all
  select team, kind, basis, date_trunc('quarter', happened_on::timestamp)::date
    from public.fact_audit_result
   where council_id = (select council_id from reporting.mine) and known_to is null and team is not null
), counted as (
  select team, kind, basis, quarter, count(*)::integer as completed from completed
   where quarter + interval '2 months' <= (select last_month from reporting.span)
   group by team, kind, basis, quarter
), placed as (
  select team, month, 0 as place, service, change, null as kind, null as basis, null::date as quarter, 0 as completed
    from reporting.post_step
  union all
  select team, (quarter + later)::date, 1, null, 0, kind, basis, quarter, completed
    from counted, (values (interval '0 months'), (interval '1 month'), (interval '2 months')) as l (later)
), added as (
  select *, sum(change) over steps as people, first_value(service) over steps as its_service
    from placed window steps as (partition by team order by month, place rows unbounded preceding)
), cell as materialized (
  select its_service as service, team, kind, basis, quarter, completed, min(people) as people
    from added where place = 1 and its_service is not null
   group by its_service, team, kind, basis, quarter, completed
)
select quarter, team, kind as audit_kind, basis, completed from cell where people >= 5
union all
select quarter, '*other:' || service, kind, basis, sum(completed)::integer from cell where people < 5
 group by quarter, service, kind, basis having sum(people) >= 5;
--> statement-breakpoint
grant usage on schema reporting to plumbline_reporting, plumbline_app;
--> statement-breakpoint
grant select on reporting.team, reporting.month, reporting.measure, reporting.policy_version, reporting.requirement_month,
  reporting.context_month, reporting.event, reporting.audit_quarter to plumbline_reporting, plumbline_app;
--> statement-breakpoint
-- What could be run by everybody is run by the application only.
revoke all on function public.new_id() from public;
--> statement-breakpoint
grant execute on function public.new_id() to plumbline_app;

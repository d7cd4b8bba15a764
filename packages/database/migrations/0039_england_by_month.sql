-- What a national reader sees: how requirements stood in every council by month, five years in one small read. A council's part is the
-- sum of what its own reports show, so that the two together tell no more than they do alone; it is made again every night.
create schema england;
--> statement-breakpoint
revoke all on schema england from public;
--> statement-breakpoint
do $$
begin
  if not exists (select from pg_roles where rolname = 'plumbline_reporting__england') then create role plumbline_reporting__england nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$;
--> statement-breakpoint
create table england.reader (
  login name primary key
);
--> statement-breakpoint
create table england.council_month (
  council_id uuid not null references public.council (id),
  month date not null,
  about text not null check (about in ('person', 'child')),
  due integer not null,
  on_time integer not null,
  late integer not null,
  excused integer not null,
  unknown integer not null,
  primary key (month, about, council_id)
);
--> statement-breakpoint
create index council_month_council on england.council_month (council_id);
--> statement-breakpoint
alter table england.council_month enable row level security;
--> statement-breakpoint
alter table england.council_month force row level security;
--> statement-breakpoint
create policy council on england.council_month using (council_id = (select nullif(current_setting('plumbline.council', true), '')::uuid))
  with check (council_id = (select nullif(current_setting('plumbline.council', true), '')::uuid));
--> statement-breakpoint
-- The views below read as their owner. This opens the rows to it for the logins that were made for England, and for nobody else:
-- as whom a session logged in cannot be changed from within it.
create policy england on england.council_month for select to current_user
  using ((select exists (select from england.reader where login = session_user)));
--> statement-breakpoint
create view england.council with (security_barrier) as
select slug as council, name from public.council
 where (select exists (select from england.reader where login = session_user))
   and exists (select from england.council_month m where m.council_id = council.id);
--> statement-breakpoint
create view england.requirement_month with (security_barrier) as
select m.month, c.slug as council, m.about, m.due, m.on_time, m.late, m.excused, m.due - m.on_time - m.late - m.excused as not_done, m.unknown
  from england.council_month m join public.council c on c.id = m.council_id
 where (select exists (select from england.reader where login = session_user));
--> statement-breakpoint
create view england.month with (security_barrier) as
select month, about, count(*)::integer as councils, sum(due)::integer as due, sum(on_time)::integer as on_time, sum(late)::integer as late,
       sum(excused)::integer as excused, sum(due - on_time - late - excused)::integer as not_done, sum(unknown)::integer as unknown
  from england.council_month
 where (select exists (select from england.reader where login = session_user))
 group by month, about;
--> statement-breakpoint
grant usage on schema england to plumbline_reporting__england, plumbline_app;
--> statement-breakpoint
grant select on england.council, england.requirement_month, england.month to plumbline_reporting__england;
--> statement-breakpoint
grant select, insert, delete on england.council_month to plumbline_app;
--> statement-breakpoint
-- Who answers today is among the few whose time is not over; without this a page reads five years of answers for it.
create index responsibility_to on responsibility (council_id, to_on);
--> statement-breakpoint
-- As before, and sooner: how many people were in post is worked out for each team and month, and looked up by the place of
-- the month, where it was added up through all figures in order. Teams and months are few, so that no plan of the two joins can be slow.
create or replace view reporting.requirement_month with (security_barrier) as
with month as materialized (
  select m::date as month, place
    from generate_series(
      (select min(month) from public.figure_month where council_id = (select council_id from reporting.mine))::timestamp,
      (select last_month from reporting.span)::timestamp, interval '1 month') with ordinality as g (m, place)
), step as materialized (
  select team, service, month, change from reporting.post_step
), placed as (
  select team, month, 0 as place, service, change from step
  union all
  select t.team, m.month, 1, null, 0 from (select distinct team from step) t cross join month m
), added as (
  select team, month, place, sum(change) over steps as people, first_value(service) over steps as service
    from placed window steps as (partition by team order by month, place rows unbounded preceding)
), staffed as materialized (
  select team, service, array_agg(people order by month) as people from added where place = 1 group by team, service
), cell as materialized (
  select s.service, f.team, f.measure, f.month, f.due, f.on_time, f.late, f.excused, f.unknown, s.people[m.place] as people,
         s.people[m.place] >= 5 and (f.due = 0 or f.due >= 5) as stands
    from public.figure_month f join staffed s on s.team = f.team join month m on m.month = f.month
   where f.council_id = (select council_id from reporting.mine) and f.due + f.unknown > 0 and s.service is not null
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

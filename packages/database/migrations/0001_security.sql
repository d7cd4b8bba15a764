-- Login roles. They cannot log in until `plumbline database prepare` gives them passwords.
do $$
begin
  if not exists (select from pg_roles where rolname = 'plumbline_app') then create role plumbline_app nologin; end if;
  if not exists (select from pg_roles where rolname = 'plumbline_identity') then create role plumbline_identity nologin; end if;
  if not exists (select from pg_roles where rolname = 'plumbline_jobs') then create role plumbline_jobs nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$;
--> statement-breakpoint
-- A council sees its own rows only. Forced, so that it holds for the owner of the tables too. The sub-select is evaluated
-- once a statement; an empty setting (a connection that was used before) is the same as none.
do $$
declare name text;
begin
  for name in
    select c.relname from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'council_id' and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy council on %I using (council_id = (select nullif(current_setting(''plumbline.council'', true), '''')::uuid)) with check (council_id = (select nullif(current_setting(''plumbline.council'', true), '''')::uuid))',
      name);
    execute format('grant select, insert, update, delete on %I to plumbline_app', name);
  end loop;
end $$;
--> statement-breakpoint
-- Which councils there are is no secret; making or changing one needs its own context.
alter table council enable row level security;
--> statement-breakpoint
alter table council force row level security;
--> statement-breakpoint
create policy listed on council for select using (true);
--> statement-breakpoint
create policy council on council using (id = (select nullif(current_setting('plumbline.council', true), '')::uuid))
  with check (id = (select nullif(current_setting('plumbline.council', true), '')::uuid));
--> statement-breakpoint
grant select, insert, update on council to plumbline_app;
--> statement-breakpoint
-- After sign-in, before a council is chosen, somebody may see where they belong: their own memberships, nobody else's.
create policy own on membership for select
  using (user_id = (select nullif(current_setting('plumbline.identity', true), '')));
--> statement-breakpoint
-- What was done stays written down: not even the owner changes or removes a line.
revoke update, delete on audit_entry from plumbline_app;
--> statement-breakpoint
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are only ever added.', tg_table_name using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
create trigger append_only before update or delete on audit_entry for each row execute function refuse_change();
--> statement-breakpoint
create trigger never_truncated before truncate on audit_entry for each statement execute function refuse_change();
--> statement-breakpoint
grant usage on schema identity to plumbline_identity;
--> statement-breakpoint
grant select, insert, update, delete on all tables in schema identity to plumbline_identity;
--> statement-breakpoint
-- Statistics must follow a bulk write at once, inside its transaction, or what comes next in it is planned for empty tables.
-- Only an owner may gather them, so this runs as one; it tells nothing and changes no row.
create function gather_statistics(name text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if name !~ '^(fact_[a-z_]+|duty|responsibility|subject)$' then raise exception 'No statistics of %.', name; end if;
  execute format('analyze public.%I', name);
end $$;
--> statement-breakpoint
revoke all on function gather_statistics(text) from public;
--> statement-breakpoint
grant execute on function gather_statistics(text) to plumbline_app;

-- What 0001 did for the tables of its day, for those that came with the records: a council sees its own rows only.
do $$
declare name text;
begin
  for name in
    select c.relname from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'council_id' and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname like 'fact\_%' and not c.relrowsecurity
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
-- One departure from a rule at a time for each person.
alter table "fact_deviation" add constraint "fact_deviation_no_overlap" exclude using gist (
  (council_id::text || chr(31) || "person" || chr(31) || "rule") with =, daterange("from_on", "to_on", '[]') with &&
) where (known_to is null) deferrable initially immediate;
--> statement-breakpoint
alter table "fact_access_request" add constraint "fact_access_request_order" check ("until" is null or "until" >= "from_on");

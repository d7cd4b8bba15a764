CREATE TABLE "fact_confirmation" (
	"council_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"key" text NOT NULL,
	"feed_key" text,
	"source" text NOT NULL,
	"recorded_by" text,
	"import_id" uuid,
	"because" text,
	"known_from" timestamp with time zone NOT NULL,
	"known_to" timestamp with time zone,
	"confirmation" text NOT NULL,
	"rule" text NOT NULL,
	"person" text,
	"child" text,
	"session" text,
	"discussed_on" date,
	"record" text,
	"event" text,
	"happened_on" date NOT NULL,
	"answer" text NOT NULL,
	"confirmed_by" text NOT NULL,
	CONSTRAINT "fact_confirmation_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "fact_confirmation_current" ON "fact_confirmation" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_confirmation_superseded" ON "fact_confirmation" USING btree ("council_id","known_to") WHERE known_to is not null;--> statement-breakpoint
CREATE INDEX "fact_confirmation_feed_key" ON "fact_confirmation" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_confirmation_person" ON "fact_confirmation" USING btree ("council_id","person") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_confirmation_child" ON "fact_confirmation" USING btree ("council_id","child") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_confirmation_session" ON "fact_confirmation" USING btree ("council_id","session") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_confirmation_record" ON "fact_confirmation" USING btree ("council_id","record") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_confirmation_event" ON "fact_confirmation" USING btree ("council_id","event") WHERE known_to is null;
--> statement-breakpoint
-- A council sees its own confirmations only, as with every other kind of fact.
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

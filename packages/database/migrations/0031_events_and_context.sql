CREATE TABLE "fact_context_figure" (
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
	"measure" text NOT NULL,
	"team" text,
	"month" date NOT NULL,
	"value" numeric NOT NULL,
	CONSTRAINT "fact_context_figure_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "fact_rival_event" (
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
	"event" text NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"happened_on" date NOT NULL,
	"to_on" date,
	"team" text,
	"is_new_start" boolean,
	CONSTRAINT "fact_rival_event_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "fact_context_figure_current" ON "fact_context_figure" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_context_figure_superseded" ON "fact_context_figure" USING btree ("council_id","known_to") WHERE known_to is not null;--> statement-breakpoint
CREATE INDEX "fact_context_figure_feed_key" ON "fact_context_figure" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_context_figure_team" ON "fact_context_figure" USING btree ("council_id","team") WHERE known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_rival_event_current" ON "fact_rival_event" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_rival_event_superseded" ON "fact_rival_event" USING btree ("council_id","known_to") WHERE known_to is not null;--> statement-breakpoint
CREATE INDEX "fact_rival_event_feed_key" ON "fact_rival_event" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_rival_event_team" ON "fact_rival_event" USING btree ("council_id","team") WHERE known_to is null;
--> statement-breakpoint
-- A council sees its own events and figures only, as with every other kind of fact.
do $$
declare name text;
begin
  foreach name in array array['fact_rival_event', 'fact_context_figure'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy council on %I using (council_id = (select nullif(current_setting(''plumbline.council'', true), '''')::uuid)) with check (council_id = (select nullif(current_setting(''plumbline.council'', true), '''')::uuid))',
      name);
    execute format('grant select, insert, update, delete on %I to plumbline_app', name);
  end loop;
end $$;

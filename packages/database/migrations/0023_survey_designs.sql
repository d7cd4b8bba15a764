CREATE TABLE "survey_design" (
	"council_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"origin" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"draft" jsonb NOT NULL,
	"draft_from" integer,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "survey_design_council_id_id_pk" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
CREATE TABLE "survey_design_version" (
	"council_id" uuid NOT NULL,
	"design_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"instrument" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"based_on" integer,
	"published_by" text NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "survey_design_version_council_id_design_id_number_pk" PRIMARY KEY("council_id","design_id","number")
);
--> statement-breakpoint
ALTER TABLE "survey_design" ADD CONSTRAINT "survey_design_council_id_council_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."council"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_design_version" ADD CONSTRAINT "survey_design_version_design" FOREIGN KEY ("council_id","design_id") REFERENCES "public"."survey_design"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "survey_design_recent" ON "survey_design" USING btree ("council_id","updated_at");
--> statement-breakpoint
-- A council sees its own designs only; a published version is only ever added.
do $$
declare name text;
begin
  foreach name in array array['survey_design', 'survey_design_version'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy council on %I using (council_id = (select nullif(current_setting(''plumbline.council'', true), '''')::uuid)) with check (council_id = (select nullif(current_setting(''plumbline.council'', true), '''')::uuid))',
      name);
  end loop;
end $$;
--> statement-breakpoint
grant select, insert, update on survey_design to plumbline_app;
--> statement-breakpoint
grant select, insert on survey_design_version to plumbline_app;

CREATE TABLE "survey_comment" (
	"council_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"item" text NOT NULL,
	"may_quote" boolean NOT NULL,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"proposal" "bytea",
	"theme_id" uuid,
	"text" text,
	"is_paraphrase" boolean DEFAULT false NOT NULL,
	"screened_by" text,
	"screened_on" date,
	"settled_by" text,
	"settled_on" date,
	CONSTRAINT "survey_comment_council_id_round_id_key_pk" PRIMARY KEY("council_id","round_id","key")
);
--> statement-breakpoint
CREATE TABLE "survey_concern" (
	"council_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"kind" text NOT NULL,
	"words" "bytea",
	"referred_by" text NOT NULL,
	"referred_on" date NOT NULL,
	"read_on" date,
	"closed_on" date,
	"outcome" text,
	CONSTRAINT "survey_concern_council_id_round_id_key_pk" PRIMARY KEY("council_id","round_id","key")
);
--> statement-breakpoint
CREATE TABLE "survey_decision" (
	"council_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"round_id" uuid NOT NULL,
	"content" jsonb NOT NULL,
	"is_withdrawn" boolean DEFAULT false NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "survey_decision_council_id_id_version_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "survey_plan" (
	"council_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"choice" jsonb NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "survey_plan_council_id_round_id_pk" PRIMARY KEY("council_id","round_id")
);
--> statement-breakpoint
CREATE TABLE "survey_release" (
	"council_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"content" jsonb NOT NULL,
	"proof" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"previous_hash" text,
	"published_by" text NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "survey_release_council_id_round_id_sequence_pk" PRIMARY KEY("council_id","round_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "survey_theme" (
	"council_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item" text NOT NULL,
	"label" text NOT NULL,
	CONSTRAINT "survey_theme_council_id_round_id_id_pk" PRIMARY KEY("council_id","round_id","id")
);
--> statement-breakpoint
ALTER TABLE "survey_comment" ADD CONSTRAINT "survey_comment_round" FOREIGN KEY ("council_id","round_id") REFERENCES "public"."survey_round"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_comment" ADD CONSTRAINT "survey_comment_theme" FOREIGN KEY ("council_id","round_id","theme_id") REFERENCES "public"."survey_theme"("council_id","round_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_concern" ADD CONSTRAINT "survey_concern_round" FOREIGN KEY ("council_id","round_id") REFERENCES "public"."survey_round"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_decision" ADD CONSTRAINT "survey_decision_round_fk" FOREIGN KEY ("council_id","round_id") REFERENCES "public"."survey_round"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_plan" ADD CONSTRAINT "survey_plan_round" FOREIGN KEY ("council_id","round_id") REFERENCES "public"."survey_round"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_release" ADD CONSTRAINT "survey_release_round" FOREIGN KEY ("council_id","round_id") REFERENCES "public"."survey_round"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_theme" ADD CONSTRAINT "survey_theme_round" FOREIGN KEY ("council_id","round_id") REFERENCES "public"."survey_round"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "survey_decision_round" ON "survey_decision" USING btree ("council_id","round_id");
--> statement-breakpoint
-- A council sees its own results, comments and decisions only.
do $$
declare name text;
begin
  foreach name in array array['survey_plan', 'survey_release', 'survey_theme', 'survey_comment', 'survey_concern', 'survey_decision'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy council on %I using (council_id = (select nullif(current_setting(''plumbline.council'', true), '''')::uuid)) with check (council_id = (select nullif(current_setting(''plumbline.council'', true), '''')::uuid))',
      name);
  end loop;
end $$;
--> statement-breakpoint
grant select, insert, update on survey_plan, survey_theme, survey_comment, survey_concern to plumbline_app;
--> statement-breakpoint
grant delete on survey_theme to plumbline_app;
--> statement-breakpoint
grant select, insert on survey_release, survey_decision to plumbline_app;
--> statement-breakpoint
-- What was published stays as it was, and what was decided keeps its history: whoever asks, the owner of the tables included.
create trigger stays before update or delete or truncate on survey_release for each statement execute function refuse_change();
--> statement-breakpoint
create trigger stays before update or delete or truncate on survey_decision for each statement execute function refuse_change();
--> statement-breakpoint
-- Once a comment is settled, its own words are destroyed.
grant delete on box.comment to plumbline_box;

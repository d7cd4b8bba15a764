CREATE TABLE "fact_audit_answer" (
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
	"audit" text NOT NULL,
	"question" text NOT NULL,
	"area" text,
	"answer" text NOT NULL,
	"answered_on" date,
	CONSTRAINT "fact_audit_answer_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "fact_audit_result" (
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
	"audit" text NOT NULL,
	"kind" text NOT NULL,
	"person" text,
	"child" text,
	"team" text,
	"auditor" text NOT NULL,
	"happened_on" date NOT NULL,
	"basis" text NOT NULL,
	"overall" text,
	"second_grade" text,
	"agreed_grade" text,
	"is_fed_back" boolean,
	CONSTRAINT "fact_audit_result_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "fact_audit_answer_current" ON "fact_audit_answer" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_audit_answer_superseded" ON "fact_audit_answer" USING btree ("council_id","known_to") WHERE known_to is not null;--> statement-breakpoint
CREATE INDEX "fact_audit_answer_feed_key" ON "fact_audit_answer" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_audit_answer_audit" ON "fact_audit_answer" USING btree ("council_id","audit") WHERE known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_audit_result_current" ON "fact_audit_result" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_audit_result_superseded" ON "fact_audit_result" USING btree ("council_id","known_to") WHERE known_to is not null;--> statement-breakpoint
CREATE INDEX "fact_audit_result_feed_key" ON "fact_audit_result" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_audit_result_person" ON "fact_audit_result" USING btree ("council_id","person") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_audit_result_child" ON "fact_audit_result" USING btree ("council_id","child") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_audit_result_team" ON "fact_audit_result" USING btree ("council_id","team") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_audit_result_audit" ON "fact_audit_result" USING btree ("council_id","audit") WHERE known_to is null;
--> statement-breakpoint
-- A council sees its own audits only, as with every other kind of fact.
do $$
declare name text;
begin
  foreach name in array array['fact_audit_result', 'fact_audit_answer'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy council on %I using (council_id = (select nullif(current_setting(''plumbline.council'', true), '''')::uuid)) with check (council_id = (select nullif(current_setting(''plumbline.council'', true), '''')::uuid))',
      name);
    execute format('grant select, insert, update, delete on %I to plumbline_app', name);
  end loop;
end $$;

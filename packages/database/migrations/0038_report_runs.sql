CREATE TABLE "report_run" (
	"council_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"how" text NOT NULL,
	"asked_by" text,
	"state" text NOT NULL,
	"tries" integer NOT NULL,
	"folder" text,
	"files" integer,
	"rows" integer,
	"bytes" bigint,
	"checksum" text,
	"problem" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "report_run_council_id_id_pk" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
ALTER TABLE "report_run" ADD CONSTRAINT "report_run_council_id_council_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."council"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "report_run_of_day" ON "report_run" USING btree ("council_id","on_day") WHERE how = 'clock';--> statement-breakpoint
CREATE UNIQUE INDEX "report_run_waiting" ON "report_run" USING btree ("council_id") WHERE state = 'waiting';--> statement-breakpoint
-- A council sees its own rows only. What was written stays as it was; a row that waits or failed is settled by the next try.
ALTER TABLE "report_run" ADD CONSTRAINT "report_run_settled" CHECK ((state = 'written') = (folder is not null and files is not null and rows is not null and bytes is not null and checksum is not null) and (state = 'failed') = (problem is not null) and (how = 'hand') = (asked_by is not null));
--> statement-breakpoint
alter table report_run enable row level security;
--> statement-breakpoint
alter table report_run force row level security;
--> statement-breakpoint
create policy council on report_run
  using (council_id = (select nullif(current_setting('plumbline.council', true), '')::uuid))
  with check (council_id = (select nullif(current_setting('plumbline.council', true), '')::uuid));
--> statement-breakpoint
grant select, insert, update on report_run to plumbline_app;
--> statement-breakpoint
create trigger written_stays before update on report_run for each row when (old.state = 'written') execute function refuse_change();
--> statement-breakpoint
create trigger never_removed before delete on report_run for each row execute function refuse_change();
--> statement-breakpoint
create trigger never_truncated before truncate on report_run for each statement execute function refuse_change();

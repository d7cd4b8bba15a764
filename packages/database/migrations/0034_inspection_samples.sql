CREATE TABLE "inspection_sample" (
	"council_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"inspectorate" text NOT NULL,
	"asked_by" text NOT NULL,
	"purpose" text NOT NULL,
	"beside" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"taken_by" text NOT NULL,
	"taken_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inspection_sample_council_id_id_pk" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
CREATE TABLE "inspection_sample_end" (
	"council_id" uuid NOT NULL,
	"sample_id" uuid NOT NULL,
	"ended_by" text NOT NULL,
	"ended_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inspection_sample_end_council_id_sample_id_pk" PRIMARY KEY("council_id","sample_id")
);
--> statement-breakpoint
CREATE TABLE "inspection_sample_subject" (
	"council_id" uuid NOT NULL,
	"sample_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"ref" text NOT NULL,
	"place" integer NOT NULL,
	CONSTRAINT "inspection_sample_subject_council_id_sample_id_kind_ref_pk" PRIMARY KEY("council_id","sample_id","kind","ref")
);
--> statement-breakpoint
ALTER TABLE "record_read" ADD COLUMN "sample_id" uuid;--> statement-breakpoint
ALTER TABLE "record_read" ADD COLUMN "beside" text;--> statement-breakpoint
ALTER TABLE "inspection_sample" ADD CONSTRAINT "inspection_sample_council_id_council_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."council"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_sample_end" ADD CONSTRAINT "inspection_sample_end_sample" FOREIGN KEY ("council_id","sample_id") REFERENCES "public"."inspection_sample"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_sample_subject" ADD CONSTRAINT "inspection_sample_subject_sample" FOREIGN KEY ("council_id","sample_id") REFERENCES "public"."inspection_sample"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inspection_sample_taken" ON "inspection_sample" USING btree ("council_id","taken_at");--> statement-breakpoint
ALTER TABLE "record_read" ADD CONSTRAINT "record_read_sample" FOREIGN KEY ("council_id","sample_id") REFERENCES "public"."inspection_sample"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "record_read_in_sample" ON "record_read" USING btree ("council_id","sample_id") WHERE sample_id is not null;--> statement-breakpoint
ALTER TABLE "record_read" ADD CONSTRAINT "record_read_inspection" CHECK ((ground = 'inspection') = (sample_id is not null) and (sample_id is null) = (beside is null));
--> statement-breakpoint
-- A council sees its own samples only. Who asked for whom, and that it was ended, stays as it was: rows are only ever added.
do $$
declare name text;
begin
  foreach name in array array['inspection_sample', 'inspection_sample_subject', 'inspection_sample_end'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy council on %I using (council_id = (select nullif(current_setting(''plumbline.council'', true), '''')::uuid)) with check (council_id = (select nullif(current_setting(''plumbline.council'', true), '''')::uuid))',
      name);
    execute format('grant select, insert on %I to plumbline_app', name);
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', name);
    execute format('create trigger never_truncated before truncate on %I for each statement execute function refuse_change()', name);
  end loop;
end $$;

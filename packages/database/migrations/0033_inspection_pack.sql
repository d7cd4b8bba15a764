CREATE TABLE "inspection_pack" (
	"council_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"as_of" date NOT NULL,
	"known_at" timestamp with time zone NOT NULL,
	"policy_version" text NOT NULL,
	"content" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"drafted_by" text NOT NULL,
	"drafted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inspection_pack_council_id_id_pk" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
CREATE TABLE "inspection_pack_step" (
	"council_id" uuid NOT NULL,
	"pack_id" uuid NOT NULL,
	"step" text NOT NULL,
	"content_hash" text NOT NULL,
	"done_by" text NOT NULL,
	"done_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inspection_pack_step_council_id_pack_id_step_pk" PRIMARY KEY("council_id","pack_id","step")
);
--> statement-breakpoint
ALTER TABLE "inspection_pack" ADD CONSTRAINT "inspection_pack_council_id_council_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."council"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_pack_step" ADD CONSTRAINT "inspection_pack_step_pack" FOREIGN KEY ("council_id","pack_id") REFERENCES "public"."inspection_pack"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inspection_pack_drafted" ON "inspection_pack" USING btree ("council_id","drafted_at");
--> statement-breakpoint
-- A council sees its own packs only. What was drafted, checked or approved stays as it was: rows are only ever added.
do $$
declare name text;
begin
  foreach name in array array['inspection_pack', 'inspection_pack_step'] loop
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

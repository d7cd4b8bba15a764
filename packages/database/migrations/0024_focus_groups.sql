CREATE TABLE "codebook_version" (
	"council_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"note" text NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "codebook_version_council_id_number_pk" PRIMARY KEY("council_id","number")
);
--> statement-breakpoint
CREATE TABLE "coded_extract" (
	"council_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source" text NOT NULL,
	"group_id" uuid,
	"question_id" text,
	"construct" integer,
	"band" text,
	"words" text NOT NULL,
	"is_verbatim" boolean NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "coded_extract_council_id_id_pk" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
CREATE TABLE "extract_coding" (
	"council_id" uuid NOT NULL,
	"extract_id" uuid NOT NULL,
	"coder" text NOT NULL,
	"is_second" boolean NOT NULL,
	"codes" text[] NOT NULL,
	"direction" text NOT NULL,
	"evidence" text NOT NULL,
	"codebook_number" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"coded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "extract_coding_council_id_extract_id_coder_pk" PRIMARY KEY("council_id","extract_id","coder")
);
--> statement-breakpoint
CREATE TABLE "focus_group" (
	"council_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"state" text NOT NULL,
	"held_on" date,
	"retained_until" date,
	"version" integer DEFAULT 1 NOT NULL,
	"record" jsonb NOT NULL,
	"source_name" text,
	"source_text" text,
	"sent_at" timestamp with time zone,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "focus_group_council_id_id_pk" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
CREATE TABLE "focus_group_correction" (
	"council_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"person" text NOT NULL,
	"question_id" text,
	"version" integer NOT NULL,
	"says" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"reply" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answered_by" text,
	"answered_at" timestamp with time zone,
	CONSTRAINT "focus_group_correction_council_id_id_pk" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
CREATE TABLE "focus_group_member" (
	"council_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"person" text NOT NULL,
	"role_family" text NOT NULL,
	"was_present" boolean DEFAULT false NOT NULL,
	"agreed_version" integer,
	"agreed_on" date,
	"invited_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "focus_group_member_council_id_group_id_person_pk" PRIMARY KEY("council_id","group_id","person")
);
--> statement-breakpoint
CREATE TABLE "focus_group_version" (
	"council_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"record" jsonb NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "focus_group_version_council_id_group_id_version_pk" PRIMARY KEY("council_id","group_id","version")
);
--> statement-breakpoint
CREATE TABLE "theme" (
	"council_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"says" text NOT NULL,
	"codes" text[] NOT NULL,
	"questions" integer[] NOT NULL,
	"figures" text[] NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "theme_council_id_id_pk" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
ALTER TABLE "codebook_version" ADD CONSTRAINT "codebook_version_council_id_council_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."council"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coded_extract" ADD CONSTRAINT "coded_extract_council_id_council_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."council"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coded_extract" ADD CONSTRAINT "coded_extract_council_id_group_id_focus_group_council_id_id_fk" FOREIGN KEY ("council_id","group_id") REFERENCES "public"."focus_group"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extract_coding" ADD CONSTRAINT "extract_coding_council_id_extract_id_coded_extract_council_id_id_fk" FOREIGN KEY ("council_id","extract_id") REFERENCES "public"."coded_extract"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "focus_group" ADD CONSTRAINT "focus_group_council_id_council_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."council"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "focus_group_correction" ADD CONSTRAINT "focus_group_correction_council_id_group_id_focus_group_council_id_id_fk" FOREIGN KEY ("council_id","group_id") REFERENCES "public"."focus_group"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "focus_group_member" ADD CONSTRAINT "focus_group_member_council_id_group_id_focus_group_council_id_id_fk" FOREIGN KEY ("council_id","group_id") REFERENCES "public"."focus_group"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "focus_group_version" ADD CONSTRAINT "focus_group_version_council_id_group_id_focus_group_council_id_id_fk" FOREIGN KEY ("council_id","group_id") REFERENCES "public"."focus_group"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme" ADD CONSTRAINT "theme_council_id_council_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."council"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "coded_extract_group" ON "coded_extract" USING btree ("council_id","group_id");--> statement-breakpoint
CREATE INDEX "focus_group_recent" ON "focus_group" USING btree ("council_id","updated_at");--> statement-breakpoint
CREATE INDEX "focus_group_correction_group" ON "focus_group_correction" USING btree ("council_id","group_id");--> statement-breakpoint
CREATE INDEX "focus_group_member_person" ON "focus_group_member" USING btree ("council_id","person");
--> statement-breakpoint
-- A council sees its own focus groups, codebook, extracts and themes only.
do $$
declare name text;
begin
  foreach name in array array['focus_group', 'focus_group_version', 'focus_group_member', 'focus_group_correction', 'codebook_version', 'coded_extract', 'extract_coding', 'theme'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy council on %I using (council_id = (select nullif(current_setting(''plumbline.council'', true), '''')::uuid)) with check (council_id = (select nullif(current_setting(''plumbline.council'', true), '''')::uuid))',
      name);
    execute format('grant select, insert, update, delete on %I to plumbline_app', name);
  end loop;
end $$;
--> statement-breakpoint
-- Trends rest on what codes meant when: versions of the codebook are never changed and never taken away.
revoke update, delete on codebook_version from plumbline_app;
--> statement-breakpoint
create trigger append_only before update or delete on codebook_version for each row execute function refuse_change();
--> statement-breakpoint
create trigger never_truncated before truncate on codebook_version for each statement execute function refuse_change();
--> statement-breakpoint
-- A group and its state are kept for ever; its words are not. What stood in its record before is only added, and goes when it is retired.
revoke delete on focus_group from plumbline_app;
--> statement-breakpoint
revoke update on focus_group_version from plumbline_app;

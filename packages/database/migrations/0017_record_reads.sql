CREATE TABLE "identity"."sign_in_failure" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "identity"."sign_in_failure_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"name_digest" text NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "record_read" (
	"council_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "record_read_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"reader" text NOT NULL,
	"about_kind" text NOT NULL,
	"about_ref" text NOT NULL,
	"what" text NOT NULL,
	"ground" text NOT NULL,
	CONSTRAINT "record_read_council_id_id_pk" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
ALTER TABLE "record_read" ADD CONSTRAINT "record_read_council_id_council_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."council"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sign_in_failure_at" ON "identity"."sign_in_failure" USING btree ("at");--> statement-breakpoint
CREATE INDEX "record_read_about" ON "record_read" USING btree ("council_id","about_kind","about_ref","at");
--> statement-breakpoint
alter table record_read enable row level security;
--> statement-breakpoint
alter table record_read force row level security;
--> statement-breakpoint
create policy council on record_read using (council_id = (select nullif(current_setting('plumbline.council', true), '')::uuid))
  with check (council_id = (select nullif(current_setting('plumbline.council', true), '')::uuid));
--> statement-breakpoint
-- Who looked is kept for good: added to, and neither changed nor taken away by anybody.
grant select, insert on record_read to plumbline_app;
--> statement-breakpoint
create trigger append_only before update or delete on record_read for each row execute function refuse_change();
--> statement-breakpoint
create trigger never_truncated before truncate on record_read for each statement execute function refuse_change();
--> statement-breakpoint
grant select, insert on identity.sign_in_failure to plumbline_identity;
--> statement-breakpoint
create trigger append_only before update or delete on identity.sign_in_failure for each row execute function refuse_change();
--> statement-breakpoint
create trigger never_truncated before truncate on identity.sign_in_failure for each statement execute function refuse_change();

CREATE TABLE "audit_alert_passed" (
	"council_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"passed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"from_responder" text NOT NULL,
	"to_responder" text NOT NULL,
	"passed_by" text NOT NULL,
	CONSTRAINT "audit_alert_passed_council_id_item_id_passed_at_pk" PRIMARY KEY("council_id","item_id","passed_at")
);
--> statement-breakpoint
ALTER TABLE "audit_alert_passed" ADD CONSTRAINT "audit_alert_passed_alert" FOREIGN KEY ("council_id","item_id") REFERENCES "public"."audit_alert"("council_id","item_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "audit_item_once" ON "audit_item" USING btree ("council_id","audit_id","kind","ref") WHERE state <> 'put-aside';--> statement-breakpoint
CREATE UNIQUE INDEX "figures_sign_off_once" ON "figures_sign_off" USING btree ("council_id","service","from_on","to_on");
--> statement-breakpoint
-- A council sees its own only. Who was asked before stays: rows are only ever added.
alter table audit_alert_passed enable row level security;
--> statement-breakpoint
alter table audit_alert_passed force row level security;
--> statement-breakpoint
create policy council on audit_alert_passed using (council_id = (select nullif(current_setting('plumbline.council', true), '')::uuid)) with check (council_id = (select nullif(current_setting('plumbline.council', true), '')::uuid));
--> statement-breakpoint
grant select, insert on audit_alert_passed to plumbline_app;
--> statement-breakpoint
-- What stood in an audit before each save is history too, for whoever owns the tables as well.
do $$
declare name text;
begin
  foreach name in array array['audit_alert_passed', 'audit_item_version'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', name);
    execute format('create trigger never_truncated before truncate on %I for each statement execute function refuse_change()', name);
  end loop;
end $$;

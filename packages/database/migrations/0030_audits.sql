CREATE TABLE "audit" (
	"council_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"about" text NOT NULL,
	"basis" text NOT NULL,
	"tool_id" uuid NOT NULL,
	"tool_number" integer NOT NULL,
	"starts_on" date NOT NULL,
	"due_on" date NOT NULL,
	"teams" text[] NOT NULL,
	"lead" text NOT NULL,
	"responder" text NOT NULL,
	"state" text NOT NULL,
	"size" integer NOT NULL,
	"reserves" integer NOT NULL,
	"seed" text,
	"list_hash" text,
	"listed_on" date,
	"list" jsonb,
	"excluded" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_council_id_id_pk" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_action" (
	"council_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"audit_id" uuid,
	"item_id" uuid,
	"sign_off_id" uuid,
	"team" text NOT NULL,
	"owner" text NOT NULL,
	"raised_by" text NOT NULL,
	"raised_on" date NOT NULL,
	"due_on" date NOT NULL,
	"state" text NOT NULL,
	"data_key" "bytea" NOT NULL,
	"content" "bytea" NOT NULL,
	"closed_by" text,
	"closed_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_action_council_id_id_pk" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_alert" (
	"council_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"responder" text NOT NULL,
	"raised_at" timestamp with time zone DEFAULT now() NOT NULL,
	"respond_by" timestamp with time zone NOT NULL,
	"answered_by" text,
	"answered_at" timestamp with time zone,
	"says" "bytea",
	CONSTRAINT "audit_alert_council_id_item_id_pk" PRIMARY KEY("council_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "audit_item" (
	"council_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"audit_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"ref" text NOT NULL,
	"person" text,
	"team" text NOT NULL,
	"place" integer NOT NULL,
	"is_for_second_grade" boolean NOT NULL,
	"state" text NOT NULL,
	"auditor" text,
	"put_aside_because" text,
	"data_key" "bytea" NOT NULL,
	"content" "bytea" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"saved_key" uuid,
	"overall" smallint,
	"answers" jsonb,
	"completed_on" date,
	"fed_back_on" date,
	"feedback" "bytea",
	"updated_by" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_item_council_id_id_pk" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_item_version" (
	"council_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" "bytea" NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_item_version_council_id_item_id_version_pk" PRIMARY KEY("council_id","item_id","version")
);
--> statement-breakpoint
CREATE TABLE "audit_learning" (
	"council_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"person" text NOT NULL,
	"says" "bytea" NOT NULL,
	"state" text NOT NULL,
	"raised_by" text NOT NULL,
	"raised_on" date NOT NULL,
	"answered_on" date,
	CONSTRAINT "audit_learning_council_id_id_pk" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_second_grade" (
	"council_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"basis" text NOT NULL,
	"moderator" text,
	"state" text NOT NULL,
	"overall" smallint,
	"because" "bytea",
	"graded_on" date,
	"agreed" smallint,
	"agreed_because" "bytea",
	"agreed_by" text,
	"agreed_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "audit_second_grade_council_id_item_id_pk" PRIMARY KEY("council_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "audit_tool" (
	"council_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"draft" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"published" integer,
	"is_discarded" boolean DEFAULT false NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_tool_council_id_id_pk" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_tool_version" (
	"council_id" uuid NOT NULL,
	"tool_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"published_by" text NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_tool_version_council_id_tool_id_number_pk" PRIMARY KEY("council_id","tool_id","number")
);
--> statement-breakpoint
CREATE TABLE "figures_sign_off" (
	"council_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"service" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"figures" jsonb NOT NULL,
	"policy_version" text,
	"data_key" "bytea" NOT NULL,
	"comment" "bytea" NOT NULL,
	"signed_by" text NOT NULL,
	"signed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "figures_sign_off_council_id_id_pk" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
ALTER TABLE "audit" ADD CONSTRAINT "audit_council_id_council_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."council"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit" ADD CONSTRAINT "audit_council_id_tool_id_tool_number_audit_tool_version_council_id_tool_id_number_fk" FOREIGN KEY ("council_id","tool_id","tool_number") REFERENCES "public"."audit_tool_version"("council_id","tool_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_action" ADD CONSTRAINT "audit_action_council_id_council_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."council"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_action" ADD CONSTRAINT "audit_action_council_id_audit_id_audit_council_id_id_fk" FOREIGN KEY ("council_id","audit_id") REFERENCES "public"."audit"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_action" ADD CONSTRAINT "audit_action_council_id_item_id_audit_item_council_id_id_fk" FOREIGN KEY ("council_id","item_id") REFERENCES "public"."audit_item"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_action" ADD CONSTRAINT "audit_action_council_id_sign_off_id_figures_sign_off_council_id_id_fk" FOREIGN KEY ("council_id","sign_off_id") REFERENCES "public"."figures_sign_off"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_alert" ADD CONSTRAINT "audit_alert_council_id_item_id_audit_item_council_id_id_fk" FOREIGN KEY ("council_id","item_id") REFERENCES "public"."audit_item"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_item" ADD CONSTRAINT "audit_item_council_id_audit_id_audit_council_id_id_fk" FOREIGN KEY ("council_id","audit_id") REFERENCES "public"."audit"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_item_version" ADD CONSTRAINT "audit_item_version_council_id_item_id_audit_item_council_id_id_fk" FOREIGN KEY ("council_id","item_id") REFERENCES "public"."audit_item"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_learning" ADD CONSTRAINT "audit_learning_council_id_item_id_audit_item_council_id_id_fk" FOREIGN KEY ("council_id","item_id") REFERENCES "public"."audit_item"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_second_grade" ADD CONSTRAINT "audit_second_grade_council_id_item_id_audit_item_council_id_id_fk" FOREIGN KEY ("council_id","item_id") REFERENCES "public"."audit_item"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_tool" ADD CONSTRAINT "audit_tool_council_id_council_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."council"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_tool_version" ADD CONSTRAINT "audit_tool_version_council_id_tool_id_audit_tool_council_id_id_fk" FOREIGN KEY ("council_id","tool_id") REFERENCES "public"."audit_tool"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures_sign_off" ADD CONSTRAINT "figures_sign_off_council_id_council_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."council"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_by_day" ON "audit" USING btree ("council_id","starts_on");--> statement-breakpoint
CREATE INDEX "audit_action_owner" ON "audit_action" USING btree ("council_id","owner");--> statement-breakpoint
CREATE INDEX "audit_action_item" ON "audit_action" USING btree ("council_id","item_id");--> statement-breakpoint
CREATE INDEX "audit_alert_responder" ON "audit_alert" USING btree ("council_id","responder");--> statement-breakpoint
CREATE INDEX "audit_item_audit" ON "audit_item" USING btree ("council_id","audit_id");--> statement-breakpoint
CREATE INDEX "audit_item_auditor" ON "audit_item" USING btree ("council_id","auditor");--> statement-breakpoint
CREATE INDEX "audit_item_person" ON "audit_item" USING btree ("council_id","person");--> statement-breakpoint
CREATE INDEX "audit_item_completed" ON "audit_item" USING btree ("council_id","completed_on");--> statement-breakpoint
CREATE INDEX "audit_learning_person" ON "audit_learning" USING btree ("council_id","person");--> statement-breakpoint
CREATE INDEX "audit_second_grade_moderator" ON "audit_second_grade" USING btree ("council_id","moderator");--> statement-breakpoint
CREATE INDEX "figures_sign_off_period" ON "figures_sign_off" USING btree ("council_id","service","to_on");
--> statement-breakpoint
-- A council sees its own audits only.
do $$
declare name text;
begin
  foreach name in array array['audit_tool', 'audit_tool_version', 'audit', 'audit_item', 'audit_item_version', 'audit_second_grade', 'audit_alert', 'audit_action', 'audit_learning', 'figures_sign_off'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy council on %I using (council_id = (select nullif(current_setting(''plumbline.council'', true), '''')::uuid)) with check (council_id = (select nullif(current_setting(''plumbline.council'', true), '''')::uuid))',
      name);
    execute format('grant select, insert, update, delete on %I to plumbline_app', name);
  end loop;
end $$;
--> statement-breakpoint
-- What was asked, and what was signed, never changes and is never taken away.
revoke update, delete on audit_tool_version from plumbline_app;
--> statement-breakpoint
create trigger append_only before update or delete on audit_tool_version for each row execute function refuse_change();
--> statement-breakpoint
create trigger never_truncated before truncate on audit_tool_version for each statement execute function refuse_change();
--> statement-breakpoint
revoke update, delete on figures_sign_off from plumbline_app;
--> statement-breakpoint
create trigger append_only before update or delete on figures_sign_off for each row execute function refuse_change();
--> statement-breakpoint
create trigger never_truncated before truncate on figures_sign_off for each statement execute function refuse_change();
--> statement-breakpoint
-- Audits, actions and alerts are closed or dropped, never taken away; what stood before is only added. Only a draw that nobody has begun goes.
revoke delete on audit, audit_tool, audit_alert, audit_action, audit_learning from plumbline_app;
--> statement-breakpoint
revoke update, delete on audit_item_version from plumbline_app;

CREATE SCHEMA "identity";
--> statement-breakpoint
CREATE SCHEMA "jobs";
--> statement-breakpoint
CREATE TABLE "identity"."account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jobs"."job" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "jobs"."job_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"council_id" uuid NOT NULL,
	"principal" text NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"run_at" timestamp with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"claimed_until" timestamp with time zone,
	"done_at" timestamp with time zone,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "identity"."rate_limit" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "rate_limit_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "identity"."session" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "identity"."two_factor" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"verified" boolean DEFAULT true,
	"failed_verification_count" integer DEFAULT 0,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "identity"."user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"username" text,
	"display_username" text,
	"two_factor_enabled" boolean DEFAULT false,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email"),
	CONSTRAINT "user_username_unique" UNIQUE("username")
);
--> statement-breakpoint
CREATE TABLE "identity"."verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"council_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "audit_entry_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"kind" text,
	"fact_id" uuid,
	"import_id" uuid,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "audit_entry_council_id_id_pk" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
CREATE TABLE "code_mapping" (
	"council_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"column_name" text NOT NULL,
	"theirs" text NOT NULL,
	"ours" text,
	"times_seen" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "code_mapping_council_id_kind_column_name_theirs_pk" PRIMARY KEY("council_id","kind","column_name","theirs")
);
--> statement-breakpoint
CREATE TABLE "council" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"is_demonstration" boolean DEFAULT false NOT NULL,
	"salt" uuid DEFAULT gen_random_uuid() NOT NULL,
	"duties_open_until" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "council_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "council_policy" (
	"council_id" uuid NOT NULL,
	"content_hash" text NOT NULL,
	"pack_id" text NOT NULL,
	"version" text NOT NULL,
	"pack" jsonb NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_by" text,
	CONSTRAINT "council_policy_council_id_content_hash_pk" PRIMARY KEY("council_id","content_hash")
);
--> statement-breakpoint
CREATE TABLE "fact_withdrawal" (
	"council_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"fact_id" uuid NOT NULL,
	"because" text NOT NULL,
	"recorded_by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "fact_withdrawal_council_id_kind_key_pk" PRIMARY KEY("council_id","kind","key")
);
--> statement-breakpoint
CREATE TABLE "feed" (
	"council_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"from_on" date NOT NULL,
	CONSTRAINT "feed_council_id_kind_pk" PRIMARY KEY("council_id","kind")
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"council_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"fingerprint" text NOT NULL,
	"response" jsonb,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_council_id_key_pk" PRIMARY KEY("council_id","key")
);
--> statement-breakpoint
CREATE TABLE "import_change" (
	"council_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"change" text NOT NULL,
	"row_no" integer,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "import_change_council_id_import_id_no_pk" PRIMARY KEY("council_id","import_id","no")
);
--> statement-breakpoint
CREATE TABLE "import_file" (
	"council_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"chunk" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "import_file_council_id_import_id_chunk_pk" PRIMARY KEY("council_id","import_id","chunk")
);
--> statement-breakpoint
CREATE TABLE "import_row" (
	"council_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"row_no" integer NOT NULL,
	"cells" jsonb,
	"key" text,
	"values" jsonb,
	"problems" jsonb,
	CONSTRAINT "import_row_council_id_import_id_row_no_pk" PRIMARY KEY("council_id","import_id","row_no")
);
--> statement-breakpoint
CREATE TABLE "import_run" (
	"council_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"state" text NOT NULL,
	"columns" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"unmapped" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"rows" integer DEFAULT 0 NOT NULL,
	"problems" integer DEFAULT 0 NOT NULL,
	"changes" jsonb,
	"progress_percent" integer DEFAULT 0 NOT NULL,
	"is_full_extract" boolean DEFAULT false NOT NULL,
	"extract_on" date,
	"file_hash" text,
	"uploaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"uploaded_by" text NOT NULL,
	"failure" text,
	"applied_at" timestamp with time zone,
	CONSTRAINT "import_run_council_id_id_pk" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"council_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"person" text NOT NULL,
	"roles" text[] NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	CONSTRAINT "membership_council_id_id_pk" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"council_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "outbox_council_id_id_pk" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
CREATE TABLE "subject" (
	"council_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"ref" text NOT NULL,
	CONSTRAINT "subject_council_id_id_pk" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
CREATE TABLE "duty" (
	"council_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"about_kind" text NOT NULL,
	"about_ref" text NOT NULL,
	"rule" text NOT NULL,
	"series" text,
	"strength" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject" text NOT NULL,
	"opening" text NOT NULL,
	"opened_on" date NOT NULL,
	"due_on" date,
	"due_at" timestamp with time zone,
	"met_on" date,
	"met_at" timestamp with time zone,
	"ended_on" date,
	"closed_on" date NOT NULL,
	"owed_by" text,
	"absent_from" date,
	"absent_to" date,
	"return_due_on" date,
	"judged" text NOT NULL,
	"pack_hash" text NOT NULL,
	"engine" integer NOT NULL,
	CONSTRAINT "duty_council_id_id_pk" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
CREATE TABLE "figure_month" (
	"council_id" uuid NOT NULL,
	"team" text NOT NULL,
	"measure" text NOT NULL,
	"month" date NOT NULL,
	"due" integer DEFAULT 0 NOT NULL,
	"on_time" integer DEFAULT 0 NOT NULL,
	"late" integer DEFAULT 0 NOT NULL,
	"excused" integer DEFAULT 0 NOT NULL,
	"unknown" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "figure_month_council_id_team_measure_month_pk" PRIMARY KEY("council_id","team","measure","month")
);
--> statement-breakpoint
CREATE TABLE "responsibility" (
	"council_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"ref" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"worker" text,
	"supervisor" text,
	"line_manager" text,
	"team" text,
	CONSTRAINT "responsibility_council_id_kind_ref_from_on_pk" PRIMARY KEY("council_id","kind","ref","from_on")
);
--> statement-breakpoint
CREATE TABLE "fact_absence" (
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
	"person" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"is_half_day" boolean,
	CONSTRAINT "fact_absence_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "fact_agreed_interval" (
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
	"subject_kind" text NOT NULL,
	"subject" text NOT NULL,
	"days" integer,
	"months" integer,
	"reason" text,
	"agreed_by" text,
	"from_on" date NOT NULL,
	"to_on" date,
	"review_on" date,
	CONSTRAINT "fact_agreed_interval_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "fact_allocation" (
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
	"child" text NOT NULL,
	"worker" text NOT NULL,
	"allocated_at" timestamp with time zone NOT NULL,
	"ended_on" date,
	"discussed_at" timestamp with time zone,
	"is_secondary" boolean,
	CONSTRAINT "fact_allocation_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "fact_child" (
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
	"child" text NOT NULL,
	"family" text,
	"opened_on" date NOT NULL,
	"closed_on" date,
	"assessment_completed_on" date,
	"genogram_on" date,
	"chronology_on" date,
	CONSTRAINT "fact_child_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "fact_child_flag" (
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
	"child" text NOT NULL,
	"flag" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"set_by" text,
	CONSTRAINT "fact_child_flag_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "fact_child_status" (
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
	"child" text NOT NULL,
	"status" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	CONSTRAINT "fact_child_status_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "fact_discussion" (
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
	"child" text NOT NULL,
	"session" text,
	"discussed_on" date NOT NULL,
	"written_by" text,
	"summary_sent_at" timestamp with time zone,
	"filed_at" timestamp with time zone,
	"is_reflective" boolean,
	"frequency_view" text,
	CONSTRAINT "fact_discussion_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "fact_family" (
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
	"family" text NOT NULL,
	"referred_on" date,
	CONSTRAINT "fact_family_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "fact_front_door_contact" (
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
	"contact" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"outcome" text,
	"worker" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "fact_front_door_contact_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "fact_person" (
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
	"person" text NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"employed_from" date NOT NULL,
	"employed_to" date,
	"is_social_work_qualified" boolean,
	"practice_from" date,
	"asye_from" date,
	"asye_passed_on" date,
	"recruited_abroad_from" date,
	"student_from" date,
	"student_to" date,
	"student_interval_days" integer,
	"newly_qualified_psychologist_from" date,
	"newly_qualified_psychologist_to" date,
	CONSTRAINT "fact_person_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "fact_placement" (
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
	"child" text NOT NULL,
	"kind" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	CONSTRAINT "fact_placement_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "fact_post" (
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
	"person" text NOT NULL,
	"post" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"role" text NOT NULL,
	"team" text NOT NULL,
	"line_manager" text,
	"is_managed_by_job_share" boolean,
	"contract" text,
	"full_time_equivalent" numeric,
	"works_on" text[],
	"is_registration_required" boolean,
	"is_management_post" boolean,
	CONSTRAINT "fact_post_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "fact_registration" (
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
	"person" text NOT NULL,
	"register" text NOT NULL,
	"number" text,
	"from_on" date NOT NULL,
	"to_on" date,
	CONSTRAINT "fact_registration_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "fact_session" (
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
	"session" text NOT NULL,
	"supervisee" text NOT NULL,
	"supervisor" text NOT NULL,
	"kind" text NOT NULL,
	"purposes" text[],
	"status" text NOT NULL,
	"booked_at" timestamp with time zone,
	"planned_start_at" timestamp with time zone NOT NULL,
	"planned_minutes" integer,
	"started_at" timestamp with time zone,
	"minutes" integer,
	"longest_block_minutes" integer,
	"mode" text,
	"reason" text,
	"cancelled_by" text,
	"is_exceptional" boolean,
	"rearranged_for" date,
	"no_new_date_reason" text,
	"record_shared_at" timestamp with time zone,
	"record_filed_at" timestamp with time zone,
	"supervisor_signed_at" timestamp with time zone,
	"supervisee_signed_at" timestamp with time zone,
	"topics" text[],
	CONSTRAINT "fact_session_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "fact_shift" (
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
	"person" text NOT NULL,
	"worked_on" date NOT NULL,
	"hours" numeric,
	CONSTRAINT "fact_shift_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "fact_stage_decision" (
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
	"person" text NOT NULL,
	"stage" text NOT NULL,
	"observed_on" date,
	"is_standard_met" boolean,
	"decided_by" text,
	"decided_on" date NOT NULL,
	CONSTRAINT "fact_stage_decision_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "fact_supervision_pair" (
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
	"supervisee" text NOT NULL,
	"supervisor" text NOT NULL,
	"capacity" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	CONSTRAINT "fact_supervision_pair_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "fact_team" (
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
	"team" text NOT NULL,
	"name" text NOT NULL,
	"service" text NOT NULL,
	"site" text,
	"kind" text,
	CONSTRAINT "fact_team_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "fact_training" (
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
	"person" text NOT NULL,
	"course" text NOT NULL,
	"title" text,
	"completed_on" date NOT NULL,
	CONSTRAINT "fact_training_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
ALTER TABLE "identity"."account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."two_factor" ADD CONSTRAINT "two_factor_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_council_id_council_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."council"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "code_mapping" ADD CONSTRAINT "code_mapping_council_id_council_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."council"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_policy" ADD CONSTRAINT "council_policy_council_id_council_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."council"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_withdrawal" ADD CONSTRAINT "fact_withdrawal_council_id_council_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."council"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feed" ADD CONSTRAINT "feed_council_id_council_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."council"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency" ADD CONSTRAINT "idempotency_council_id_council_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."council"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_change" ADD CONSTRAINT "import_change_council_id_import_id_import_run_council_id_id_fk" FOREIGN KEY ("council_id","import_id") REFERENCES "public"."import_run"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_council_id_import_id_import_run_council_id_id_fk" FOREIGN KEY ("council_id","import_id") REFERENCES "public"."import_run"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_council_id_import_id_import_run_council_id_id_fk" FOREIGN KEY ("council_id","import_id") REFERENCES "public"."import_run"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_council_id_council_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."council"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_council_id_council_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."council"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_council_id_council_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."council"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subject" ADD CONSTRAINT "subject_council_id_council_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."council"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_user" ON "identity"."account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "job_waiting" ON "jobs"."job" USING btree ("run_at") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "session_user" ON "identity"."session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "two_factor_user" ON "identity"."two_factor" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "two_factor_secret" ON "identity"."two_factor" USING btree ("secret");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "identity"."verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "audit_entry_at" ON "audit_entry" USING btree ("council_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "council_policy_version" ON "council_policy" USING btree ("council_id","pack_id","version");--> statement-breakpoint
CREATE INDEX "import_row_problems" ON "import_row" USING btree ("council_id","import_id","row_no") WHERE problems is not null;--> statement-breakpoint
CREATE INDEX "import_run_recent" ON "import_run" USING btree ("council_id","uploaded_at");--> statement-breakpoint
CREATE INDEX "membership_user" ON "membership" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "membership_person" ON "membership" USING btree ("council_id","user_id","person","from_on");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("council_id","id") WHERE sent_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "subject_ref" ON "subject" USING btree ("council_id","kind","ref");--> statement-breakpoint
CREATE INDEX "duty_about" ON "duty" USING btree ("council_id","about_kind","about_ref","closed_on");--> statement-breakpoint
CREATE INDEX "duty_closed" ON "duty" USING btree ("council_id","closed_on");--> statement-breakpoint
CREATE INDEX "figure_month_month" ON "figure_month" USING btree ("council_id","month");--> statement-breakpoint
CREATE INDEX "responsibility_team" ON "responsibility" USING btree ("council_id","team");--> statement-breakpoint
CREATE INDEX "responsibility_supervisor" ON "responsibility" USING btree ("council_id","supervisor");--> statement-breakpoint
CREATE INDEX "responsibility_worker" ON "responsibility" USING btree ("council_id","worker");--> statement-breakpoint
CREATE INDEX "responsibility_line_manager" ON "responsibility" USING btree ("council_id","line_manager");--> statement-breakpoint
CREATE UNIQUE INDEX "fact_absence_current" ON "fact_absence" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_absence_feed_key" ON "fact_absence" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_absence_person" ON "fact_absence" USING btree ("council_id","person") WHERE known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_agreed_interval_current" ON "fact_agreed_interval" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_agreed_interval_feed_key" ON "fact_agreed_interval" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_agreed_interval_subject" ON "fact_agreed_interval" USING btree ("council_id","subject") WHERE known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_allocation_current" ON "fact_allocation" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_allocation_feed_key" ON "fact_allocation" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_allocation_child" ON "fact_allocation" USING btree ("council_id","child") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_allocation_worker" ON "fact_allocation" USING btree ("council_id","worker") WHERE known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_child_current" ON "fact_child" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_child_feed_key" ON "fact_child" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_child_child" ON "fact_child" USING btree ("council_id","child") WHERE known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_child_flag_current" ON "fact_child_flag" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_child_flag_feed_key" ON "fact_child_flag" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_child_flag_child" ON "fact_child_flag" USING btree ("council_id","child") WHERE known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_child_status_current" ON "fact_child_status" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_child_status_feed_key" ON "fact_child_status" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_child_status_child" ON "fact_child_status" USING btree ("council_id","child") WHERE known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_discussion_current" ON "fact_discussion" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_discussion_feed_key" ON "fact_discussion" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_discussion_child" ON "fact_discussion" USING btree ("council_id","child") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_discussion_session" ON "fact_discussion" USING btree ("council_id","session") WHERE known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_family_current" ON "fact_family" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_family_feed_key" ON "fact_family" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_family_family" ON "fact_family" USING btree ("council_id","family") WHERE known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_front_door_contact_current" ON "fact_front_door_contact" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_front_door_contact_feed_key" ON "fact_front_door_contact" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_front_door_contact_worker" ON "fact_front_door_contact" USING btree ("council_id","worker") WHERE known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_person_current" ON "fact_person" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_person_feed_key" ON "fact_person" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_person_person" ON "fact_person" USING btree ("council_id","person") WHERE known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_placement_current" ON "fact_placement" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_placement_feed_key" ON "fact_placement" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_placement_child" ON "fact_placement" USING btree ("council_id","child") WHERE known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_post_current" ON "fact_post" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_post_feed_key" ON "fact_post" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_post_person" ON "fact_post" USING btree ("council_id","person") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_post_team" ON "fact_post" USING btree ("council_id","team") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_post_line_manager" ON "fact_post" USING btree ("council_id","line_manager") WHERE known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_registration_current" ON "fact_registration" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_registration_feed_key" ON "fact_registration" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_registration_person" ON "fact_registration" USING btree ("council_id","person") WHERE known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_session_current" ON "fact_session" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_session_feed_key" ON "fact_session" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_session_supervisee" ON "fact_session" USING btree ("council_id","supervisee") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_session_session" ON "fact_session" USING btree ("council_id","session") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_session_supervisor" ON "fact_session" USING btree ("council_id","supervisor") WHERE known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_shift_current" ON "fact_shift" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_shift_feed_key" ON "fact_shift" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_shift_person" ON "fact_shift" USING btree ("council_id","person") WHERE known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_stage_decision_current" ON "fact_stage_decision" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_stage_decision_feed_key" ON "fact_stage_decision" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_stage_decision_person" ON "fact_stage_decision" USING btree ("council_id","person") WHERE known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_supervision_pair_current" ON "fact_supervision_pair" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_supervision_pair_feed_key" ON "fact_supervision_pair" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_supervision_pair_supervisee" ON "fact_supervision_pair" USING btree ("council_id","supervisee") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_supervision_pair_supervisor" ON "fact_supervision_pair" USING btree ("council_id","supervisor") WHERE known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_team_current" ON "fact_team" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_team_feed_key" ON "fact_team" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_training_current" ON "fact_training" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_training_feed_key" ON "fact_training" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_training_person" ON "fact_training" USING btree ("council_id","person") WHERE known_to is null;
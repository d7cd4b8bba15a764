CREATE TABLE "fact_access_request" (
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
	"request" text NOT NULL,
	"person" text NOT NULL,
	"reader" text NOT NULL,
	"record" text,
	"ground" text,
	"has_purpose" boolean,
	"reference" text,
	"granted_by" text,
	"from_on" date NOT NULL,
	"until" date,
	CONSTRAINT "fact_access_request_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "fact_action" (
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
	"action" text NOT NULL,
	"child" text,
	"person" text,
	"session" text,
	"agreed_on" date NOT NULL,
	"owner" text,
	"due_on" date,
	"states" text[],
	"closed_on" date,
	CONSTRAINT "fact_action_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "fact_action_progress" (
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
	"action" text NOT NULL,
	"noted_on" date NOT NULL,
	CONSTRAINT "fact_action_progress_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "fact_agreement" (
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
	"drawn_up_on" date NOT NULL,
	"shared_on" date,
	"history_offered_on" date,
	"discussed_on" date,
	"supervisor_signed_on" date,
	"supervisee_signed_on" date,
	"reviewed_on" date,
	"interval_days" integer,
	"minutes" integer,
	"says_who_may_read" boolean,
	CONSTRAINT "fact_agreement_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "fact_attendance" (
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
	"group_ref" text NOT NULL,
	"person" text NOT NULL,
	"is_present" boolean,
	"has_reason" boolean,
	CONSTRAINT "fact_attendance_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "fact_deviation" (
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
	"rule" text NOT NULL,
	"supervisor" text,
	"has_reason" boolean,
	"recorded_on" date,
	"agreed_by" text,
	"agreed_on" date,
	"from_on" date NOT NULL,
	"to_on" date,
	CONSTRAINT "fact_deviation_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "fact_event" (
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
	"event" text NOT NULL,
	"kind" text NOT NULL,
	"person" text,
	"child" text,
	"happened_on" date NOT NULL,
	"done_on" date,
	"done_by" text,
	"point" integer,
	"shows" text[],
	"supervisor_signed_on" date,
	"supervisee_signed_on" date,
	"reference" text,
	CONSTRAINT "fact_event_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "fact_group" (
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
	"group_ref" text NOT NULL,
	"held_on" date NOT NULL,
	"format" text,
	"team" text,
	"facilitator" text,
	"template" text,
	"audience" text,
	"is_closed" boolean,
	"purpose_agreed_on" date,
	"record_filed_at" timestamp with time zone,
	CONSTRAINT "fact_group_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "fact_record" (
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
	"record" text NOT NULL,
	"session" text NOT NULL,
	"supervisee" text NOT NULL,
	"class" text,
	"template" text,
	"sections" text[],
	"sections_with_actions" text[],
	"written_by" text,
	"is_typed" boolean,
	"typed_by" text,
	"is_typing_agreed" boolean,
	"is_private_part_kept" boolean,
	"has_names" boolean,
	"draft_offered_at" timestamp with time zone,
	"response" text,
	"changes_agreed_at" timestamp with time zone,
	"stored_at" timestamp with time zone,
	"supervisor_copy_at" timestamp with time zone,
	"supervisee_copy_at" timestamp with time zone,
	"is_delay_explained" boolean,
	"next_on" date,
	"has_next_time" boolean,
	"has_next_place" boolean,
	CONSTRAINT "fact_record_pk" PRIMARY KEY("council_id","id","version")
);
--> statement-breakpoint
ALTER TABLE "fact_discussion" ADD COLUMN "reference" text;--> statement-breakpoint
ALTER TABLE "fact_discussion" ADD COLUMN "parts" text[];--> statement-breakpoint
ALTER TABLE "fact_discussion" ADD COLUMN "approach" text;--> statement-breakpoint
ALTER TABLE "fact_discussion" ADD COLUMN "is_management_action" boolean;--> statement-breakpoint
ALTER TABLE "fact_discussion" ADD COLUMN "concerns_family" boolean;--> statement-breakpoint
ALTER TABLE "fact_discussion" ADD COLUMN "delegated_on" date;--> statement-breakpoint
ALTER TABLE "fact_discussion" ADD COLUMN "sent_back_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "fact_front_door_contact" ADD COLUMN "session" text;--> statement-breakpoint
ALTER TABLE "fact_front_door_contact" ADD COLUMN "number" text;--> statement-breakpoint
ALTER TABLE "fact_person" ADD COLUMN "is_external" boolean;--> statement-breakpoint
ALTER TABLE "fact_person" ADD COLUMN "is_experienced_supervisor" boolean;--> statement-breakpoint
ALTER TABLE "fact_person" ADD COLUMN "left_authority_on" date;--> statement-breakpoint
ALTER TABLE "fact_post" ADD COLUMN "level" integer;--> statement-breakpoint
ALTER TABLE "fact_post" ADD COLUMN "is_statutory" boolean;--> statement-breakpoint
ALTER TABLE "fact_post" ADD COLUMN "is_front_line" boolean;--> statement-breakpoint
ALTER TABLE "fact_post" ADD COLUMN "joined_from" text;--> statement-breakpoint
ALTER TABLE "fact_session" ADD COLUMN "conversation" text;--> statement-breakpoint
ALTER TABLE "fact_session" ADD COLUMN "group_ref" text;--> statement-breakpoint
ALTER TABLE "fact_session" ADD COLUMN "observes" text;--> statement-breakpoint
ALTER TABLE "fact_session" ADD COLUMN "is_formal" boolean;--> statement-breakpoint
ALTER TABLE "fact_session" ADD COLUMN "feedback_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "fact_session" ADD COLUMN "feedback" text[];--> statement-breakpoint
CREATE UNIQUE INDEX "fact_access_request_current" ON "fact_access_request" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_access_request_superseded" ON "fact_access_request" USING btree ("council_id","known_to") WHERE known_to is not null;--> statement-breakpoint
CREATE INDEX "fact_access_request_feed_key" ON "fact_access_request" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_access_request_person" ON "fact_access_request" USING btree ("council_id","person") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_access_request_record" ON "fact_access_request" USING btree ("council_id","record") WHERE known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_action_current" ON "fact_action" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_action_superseded" ON "fact_action" USING btree ("council_id","known_to") WHERE known_to is not null;--> statement-breakpoint
CREATE INDEX "fact_action_feed_key" ON "fact_action" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_action_child" ON "fact_action" USING btree ("council_id","child") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_action_person" ON "fact_action" USING btree ("council_id","person") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_action_session" ON "fact_action" USING btree ("council_id","session") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_action_action" ON "fact_action" USING btree ("council_id","action") WHERE known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_action_progress_current" ON "fact_action_progress" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_action_progress_superseded" ON "fact_action_progress" USING btree ("council_id","known_to") WHERE known_to is not null;--> statement-breakpoint
CREATE INDEX "fact_action_progress_feed_key" ON "fact_action_progress" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_action_progress_action" ON "fact_action_progress" USING btree ("council_id","action") WHERE known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_agreement_current" ON "fact_agreement" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_agreement_superseded" ON "fact_agreement" USING btree ("council_id","known_to") WHERE known_to is not null;--> statement-breakpoint
CREATE INDEX "fact_agreement_feed_key" ON "fact_agreement" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_agreement_supervisee" ON "fact_agreement" USING btree ("council_id","supervisee") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_agreement_supervisor" ON "fact_agreement" USING btree ("council_id","supervisor") WHERE known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_attendance_current" ON "fact_attendance" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_attendance_superseded" ON "fact_attendance" USING btree ("council_id","known_to") WHERE known_to is not null;--> statement-breakpoint
CREATE INDEX "fact_attendance_feed_key" ON "fact_attendance" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_attendance_person" ON "fact_attendance" USING btree ("council_id","person") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_attendance_group_ref" ON "fact_attendance" USING btree ("council_id","group_ref") WHERE known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_deviation_current" ON "fact_deviation" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_deviation_superseded" ON "fact_deviation" USING btree ("council_id","known_to") WHERE known_to is not null;--> statement-breakpoint
CREATE INDEX "fact_deviation_feed_key" ON "fact_deviation" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_deviation_person" ON "fact_deviation" USING btree ("council_id","person") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_deviation_supervisor" ON "fact_deviation" USING btree ("council_id","supervisor") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_deviation_agreed_by" ON "fact_deviation" USING btree ("council_id","agreed_by") WHERE known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_event_current" ON "fact_event" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_event_superseded" ON "fact_event" USING btree ("council_id","known_to") WHERE known_to is not null;--> statement-breakpoint
CREATE INDEX "fact_event_feed_key" ON "fact_event" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_event_person" ON "fact_event" USING btree ("council_id","person") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_event_child" ON "fact_event" USING btree ("council_id","child") WHERE known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_group_current" ON "fact_group" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_group_superseded" ON "fact_group" USING btree ("council_id","known_to") WHERE known_to is not null;--> statement-breakpoint
CREATE INDEX "fact_group_feed_key" ON "fact_group" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_group_facilitator" ON "fact_group" USING btree ("council_id","facilitator") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_group_team" ON "fact_group" USING btree ("council_id","team") WHERE known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_record_current" ON "fact_record" USING btree ("council_id","key") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_record_superseded" ON "fact_record" USING btree ("council_id","known_to") WHERE known_to is not null;--> statement-breakpoint
CREATE INDEX "fact_record_feed_key" ON "fact_record" USING btree ("council_id","feed_key") WHERE known_to is null and feed_key is not null;--> statement-breakpoint
CREATE INDEX "fact_record_supervisee" ON "fact_record" USING btree ("council_id","supervisee") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_record_session" ON "fact_record" USING btree ("council_id","session") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_record_written_by" ON "fact_record" USING btree ("council_id","written_by") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_record_typed_by" ON "fact_record" USING btree ("council_id","typed_by") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_child_family" ON "fact_child" USING btree ("council_id","family") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_discussion_written_by" ON "fact_discussion" USING btree ("council_id","written_by") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_front_door_contact_session" ON "fact_front_door_contact" USING btree ("council_id","session") WHERE known_to is null;--> statement-breakpoint
CREATE INDEX "fact_session_group_ref" ON "fact_session" USING btree ("council_id","group_ref") WHERE known_to is null;
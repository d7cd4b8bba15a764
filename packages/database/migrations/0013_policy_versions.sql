CREATE TABLE "council_policy_document" (
	"council_id" uuid NOT NULL,
	"content_hash" text NOT NULL,
	"document_id" uuid NOT NULL,
	"attached_by" text NOT NULL,
	"attached_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "council_policy_document_council_id_content_hash_pk" PRIMARY KEY("council_id","content_hash")
);
--> statement-breakpoint
CREATE TABLE "policy_document" (
	"council_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"hash" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"text" text,
	"uploaded_by" text NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "policy_document_council_id_id_pk" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
CREATE TABLE "policy_draft" (
	"council_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"origin" text NOT NULL,
	"base_hash" text,
	"pack" jsonb NOT NULL,
	"source_text" text,
	"version" integer DEFAULT 1 NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"editors" text[] NOT NULL,
	"document_id" uuid,
	"offer" jsonb,
	"published_hash" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text NOT NULL,
	CONSTRAINT "policy_draft_council_id_id_pk" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
CREATE TABLE "policy_reading" (
	"council_id" uuid NOT NULL,
	"content_hash" text NOT NULL,
	"person" text NOT NULL,
	"read_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "policy_reading_council_id_content_hash_person_pk" PRIMARY KEY("council_id","content_hash","person")
);
--> statement-breakpoint
ALTER TABLE "council_policy" ADD COLUMN "number" integer;
--> statement-breakpoint
ALTER TABLE "council_policy" ADD COLUMN "drafted_by" text[] DEFAULT '{}' NOT NULL;
--> statement-breakpoint
ALTER TABLE "council_policy" ADD COLUMN "note" text;
--> statement-breakpoint
ALTER TABLE "council_policy" ADD COLUMN "because" text;
--> statement-breakpoint
ALTER TABLE "feed" ADD COLUMN "known_from" timestamp with time zone DEFAULT now() NOT NULL;
--> statement-breakpoint
ALTER TABLE "feed" ADD COLUMN "known_to" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "duty" ADD COLUMN "policy_version" integer;
--> statement-breakpoint
-- What was there: versions are counted in the order of their publication, requirements stand under the version that they were made
-- by, and the first days of records are taken to have been known for ever. Council by council, for rows show to their council only.
do $$
declare one uuid;
begin
  for one in select id from council loop
    perform set_config('plumbline.council', one::text, true);
    update council_policy p set number = n.number
      from (select content_hash, row_number() over (order by published_at, content_hash) as number from council_policy where council_id = one) n
     where p.council_id = one and p.content_hash = n.content_hash;
    update duty d set policy_version = coalesce((select number from council_policy p where p.council_id = one and p.content_hash = d.pack_hash), 1)
     where d.council_id = one;
    update feed set known_from = '-infinity' where council_id = one;
  end loop;
  perform set_config('plumbline.council', '', true);
end $$;
--> statement-breakpoint
ALTER TABLE "council_policy" ALTER COLUMN "number" SET NOT NULL;
--> statement-breakpoint
ALTER TABLE "duty" ALTER COLUMN "policy_version" SET NOT NULL;
--> statement-breakpoint
ALTER TABLE "feed" DROP CONSTRAINT "feed_council_id_kind_pk";
--> statement-breakpoint
ALTER TABLE "feed" ADD CONSTRAINT "feed_council_id_kind_known_from_pk" PRIMARY KEY("council_id","kind","known_from");
--> statement-breakpoint
ALTER TABLE "council_policy_document" ADD CONSTRAINT "council_policy_document_council_id_content_hash_council_policy_council_id_content_hash_fk" FOREIGN KEY ("council_id","content_hash") REFERENCES "public"."council_policy"("council_id","content_hash") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "council_policy_document" ADD CONSTRAINT "council_policy_document_council_id_document_id_policy_document_council_id_id_fk" FOREIGN KEY ("council_id","document_id") REFERENCES "public"."policy_document"("council_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "policy_document" ADD CONSTRAINT "policy_document_council_id_council_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."council"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "policy_draft" ADD CONSTRAINT "policy_draft_council_id_council_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."council"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "policy_reading" ADD CONSTRAINT "policy_reading_council_id_content_hash_council_policy_council_id_content_hash_fk" FOREIGN KEY ("council_id","content_hash") REFERENCES "public"."council_policy"("council_id","content_hash") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "policy_draft_recent" ON "policy_draft" USING btree ("council_id","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "council_policy_number" ON "council_policy" USING btree ("council_id","number");
--> statement-breakpoint
CREATE UNIQUE INDEX "feed_now" ON "feed" USING btree ("council_id","kind") WHERE known_to is null;
--> statement-breakpoint
ALTER TABLE "council_policy" DROP COLUMN "valid_to";
--> statement-breakpoint
ALTER TABLE "duty" DROP COLUMN "pack_hash";

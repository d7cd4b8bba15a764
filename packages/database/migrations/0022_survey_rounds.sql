CREATE SCHEMA "box";
--> statement-breakpoint
CREATE TABLE "box"."ballot" (
	"key" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"cell" text NOT NULL,
	"answers" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "box"."round" (
	"id" uuid PRIMARY KEY NOT NULL,
	"manifest" jsonb NOT NULL,
	"manifest_hash" text NOT NULL,
	"instrument" jsonb NOT NULL,
	"state" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "box"."carry_over" (
	"round" uuid NOT NULL,
	"key" text NOT NULL,
	"ciphertext" text NOT NULL,
	CONSTRAINT "carry_over_round_key_pk" PRIMARY KEY("round","key")
);
--> statement-breakpoint
CREATE TABLE "box"."comment" (
	"key" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round" uuid NOT NULL,
	"item" text NOT NULL,
	"text" text NOT NULL,
	"may_quote" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "box"."counted" (
	"key" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round" uuid NOT NULL,
	"cell" text NOT NULL,
	"answers" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "box"."receipt" (
	"round" uuid NOT NULL,
	"token_hash" text NOT NULL,
	CONSTRAINT "receipt_round_token_hash_pk" PRIMARY KEY("round","token_hash")
);
--> statement-breakpoint
CREATE TABLE "box"."words" (
	"key" text PRIMARY KEY NOT NULL,
	"round" uuid NOT NULL,
	"item" text NOT NULL,
	"text" text NOT NULL,
	"may_quote" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_cell" (
	"council_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"id" text NOT NULL,
	"label" text NOT NULL,
	"services" text[] NOT NULL,
	"role_families" text[] NOT NULL,
	"head_count" integer NOT NULL,
	"public_key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"private_key" "bytea",
	"issued" integer,
	"received" integer,
	CONSTRAINT "survey_cell_council_id_round_id_id_pk" PRIMARY KEY("council_id","round_id","id")
);
--> statement-breakpoint
CREATE TABLE "survey_invitation" (
	"council_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"person" text NOT NULL,
	"cell" text NOT NULL,
	"service" text NOT NULL,
	"role_family" text NOT NULL,
	"team" text NOT NULL,
	"issued_on" date,
	"how" text,
	"blinded_hash" text,
	"reminded_on" date,
	"reminders_stopped" boolean DEFAULT false NOT NULL,
	CONSTRAINT "survey_invitation_council_id_round_id_person_pk" PRIMARY KEY("council_id","round_id","person")
);
--> statement-breakpoint
CREATE TABLE "survey_round" (
	"council_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"state" text DEFAULT 'drafted' NOT NULL,
	"design_id" uuid NOT NULL,
	"design_version" integer NOT NULL,
	"instrument" jsonb NOT NULL,
	"title" text NOT NULL,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"report_by" date NOT NULL,
	"paper_by" text[] NOT NULL,
	"screeners" text[] NOT NULL,
	"safeguarding_to" text NOT NULL,
	"created_by" text NOT NULL,
	"without_post" integer DEFAULT 0 NOT NULL,
	"merged" jsonb DEFAULT '[]' NOT NULL,
	"manifest" jsonb,
	"manifest_hash" text,
	"frozen_on" date,
	"opened_on" date,
	"closed_on" date,
	"reminded_on" date,
	CONSTRAINT "survey_round_council_id_id_pk" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "not_before" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "given_up_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "box"."ballot" ADD CONSTRAINT "ballot_round_round_id_fk" FOREIGN KEY ("round") REFERENCES "box"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "box"."carry_over" ADD CONSTRAINT "carry_over_round_round_id_fk" FOREIGN KEY ("round") REFERENCES "box"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "box"."comment" ADD CONSTRAINT "comment_round_round_id_fk" FOREIGN KEY ("round") REFERENCES "box"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "box"."counted" ADD CONSTRAINT "counted_round_round_id_fk" FOREIGN KEY ("round") REFERENCES "box"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "box"."receipt" ADD CONSTRAINT "receipt_round_round_id_fk" FOREIGN KEY ("round") REFERENCES "box"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "box"."words" ADD CONSTRAINT "words_round_round_id_fk" FOREIGN KEY ("round") REFERENCES "box"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_cell" ADD CONSTRAINT "survey_cell_round" FOREIGN KEY ("council_id","round_id") REFERENCES "public"."survey_round"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_invitation" ADD CONSTRAINT "survey_invitation_cell" FOREIGN KEY ("council_id","round_id","cell") REFERENCES "public"."survey_cell"("council_id","round_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_round" ADD CONSTRAINT "survey_round_council_id_council_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."council"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "ballot_token" ON "box"."ballot" USING btree ("round","token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_cell_fingerprint" ON "survey_cell" USING btree ("council_id","fingerprint");--> statement-breakpoint
CREATE INDEX "survey_invitation_person" ON "survey_invitation" USING btree ("council_id","person");--> statement-breakpoint
CREATE INDEX "survey_round_recent" ON "survey_round" USING btree ("council_id","opens_on");
--> statement-breakpoint
-- The register: a council sees its own rounds, groups and invitations only.
do $$
declare name text;
begin
  foreach name in array array['survey_round', 'survey_cell', 'survey_invitation'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy council on %I using (council_id = (select nullif(current_setting(''plumbline.council'', true), '''')::uuid)) with check (council_id = (select nullif(current_setting(''plumbline.council'', true), '''')::uuid))',
      name);
    execute format('grant select, insert, update, delete on %I to plumbline_app', name);
  end loop;
end $$;
--> statement-breakpoint
-- The box: a role of its own, which works here and nowhere else, and nobody else works here.
do $$
begin
  if not exists (select from pg_roles where rolname = 'plumbline_box') then create role plumbline_box nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$;
--> statement-breakpoint
revoke all on schema box from public;
--> statement-breakpoint
revoke all on all tables in schema box from public;
--> statement-breakpoint
grant usage on schema box to plumbline_box;
--> statement-breakpoint
grant select, insert, update on box.round to plumbline_box;
--> statement-breakpoint
grant select, insert, update, delete on box.ballot, box.words, box.carry_over to plumbline_box;
--> statement-breakpoint
grant select on box.counted, box.comment, box.receipt to plumbline_box;
--> statement-breakpoint
-- Ends a round: its answers are written anew in random order, under new random keys, without their tokens; what was written
-- in words apart from them; the tokens' hashes apart from both; drafts go. What other rounds hold so far is written anew in
-- random order too. Emptying a table gives it a new file, so that nothing of the old order stays on the disk. All of it or
-- nothing, in one transaction, and a second time nothing. The random keys are of cryptographic quality, which random() is not.
create function box.mix(asked uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  found_state text;
begin
  select state into found_state from box.round where id = asked for update;
  if found_state = 'mixed' then return; end if;
  if found_state is distinct from 'closed' then raise exception 'Only a closed round is mixed.' using errcode = 'object_not_in_prerequisite_state'; end if;
  lock table box.ballot, box.words, box.carry_over in access exclusive mode;
  insert into box.counted (key, round, cell, answers)
    select gen_random_uuid(), round, cell, answers from box.ballot where round = asked order by gen_random_uuid();
  insert into box.comment (key, round, item, text, may_quote)
    select gen_random_uuid(), round, item, text, may_quote from box.words where round = asked order by gen_random_uuid();
  insert into box.receipt (round, token_hash) select round, token_hash from box.ballot where round = asked order by token_hash;
  create temporary table other_ballots on commit drop as
    select gen_random_uuid() as key, round, token_hash, cell, answers from box.ballot where round <> asked order by gen_random_uuid();
  create temporary table other_words on commit drop as select * from box.words where round <> asked order by gen_random_uuid();
  create temporary table other_drafts on commit drop as select * from box.carry_over where round <> asked order by gen_random_uuid();
  truncate box.ballot, box.words, box.carry_over;
  insert into box.ballot (key, round, token_hash, cell, answers) select key, round, token_hash, cell, answers from pg_temp.other_ballots;
  insert into box.words (key, round, item, text, may_quote) select key, round, item, text, may_quote from pg_temp.other_words;
  insert into box.carry_over (round, key, ciphertext) select round, key, ciphertext from pg_temp.other_drafts;
  update box.round set state = 'mixed' where id = asked;
end $$;
--> statement-breakpoint
revoke all on function box.mix(uuid) from public;
--> statement-breakpoint
grant execute on function box.mix(uuid) to plumbline_box;

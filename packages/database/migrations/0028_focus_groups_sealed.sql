-- What people said is sealed from here on: a dump holds none of it in the clear. No release has kept a group before, and what
-- trials hold cannot be sealed here, where the key is not known.
truncate extract_coding, coded_extract, focus_group_correction, focus_group_member, focus_group_version, focus_group;
--> statement-breakpoint
alter table "focus_group" drop column "record";
--> statement-breakpoint
alter table "focus_group" drop column "source_text";
--> statement-breakpoint
alter table "focus_group" add column "data_key" "bytea" not null;
--> statement-breakpoint
alter table "focus_group" add column "record" "bytea" not null;
--> statement-breakpoint
alter table "focus_group" add column "source_text" "bytea";
--> statement-breakpoint
alter table "focus_group_version" drop column "record";
--> statement-breakpoint
alter table "focus_group_version" add column "record" "bytea" not null;
--> statement-breakpoint
alter table "focus_group_correction" drop column "says";
--> statement-breakpoint
alter table "focus_group_correction" drop column "reply";
--> statement-breakpoint
alter table "focus_group_correction" add column "says" "bytea" not null;
--> statement-breakpoint
alter table "focus_group_correction" add column "reply" "bytea";
--> statement-breakpoint
alter table "coded_extract" drop column "words";
--> statement-breakpoint
alter table "coded_extract" add column "words" "bytea";

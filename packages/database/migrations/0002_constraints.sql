-- Two facts of the same kind may not hold at once where the kind says so. Written by hand: the generator knows no EXCLUDE.
-- Only what is known now counts; an open end reaches for ever. Checked at the end of each statement, or of a bulk merge.
create extension if not exists btree_gist;
--> statement-breakpoint
alter table "fact_post" add constraint "fact_post_no_overlap" exclude using gist (
  council_id with =, "person" with =, "post" with =, daterange("from_on", "to_on", '[]') with &&
) where (known_to is null) deferrable initially immediate;
--> statement-breakpoint
alter table "fact_registration" add constraint "fact_registration_no_overlap" exclude using gist (
  council_id with =, "person" with =, "register" with =, daterange("from_on", "to_on", '[]') with &&
) where (known_to is null) deferrable initially immediate;
--> statement-breakpoint
alter table "fact_absence" add constraint "fact_absence_no_overlap" exclude using gist (
  council_id with =, "person" with =, daterange("from_on", "to_on", '[]') with &&
) where (known_to is null) deferrable initially immediate;
--> statement-breakpoint
alter table "fact_supervision_pair" add constraint "fact_supervision_pair_no_overlap" exclude using gist (
  council_id with =, "supervisee" with =, "supervisor" with =, "capacity" with =, daterange("from_on", "to_on", '[]') with &&
) where (known_to is null) deferrable initially immediate;
--> statement-breakpoint
alter table "fact_child" add constraint "fact_child_no_overlap" exclude using gist (
  council_id with =, "child" with =, daterange("opened_on", "closed_on", '[]') with &&
) where (known_to is null) deferrable initially immediate;
--> statement-breakpoint
alter table "fact_child_status" add constraint "fact_child_status_no_overlap" exclude using gist (
  council_id with =, "child" with =, "status" with =, daterange("from_on", "to_on", '[]') with &&
) where (known_to is null) deferrable initially immediate;
--> statement-breakpoint
alter table "fact_placement" add constraint "fact_placement_no_overlap" exclude using gist (
  council_id with =, "child" with =, daterange("from_on", "to_on", '[]') with &&
) where (known_to is null) deferrable initially immediate;
--> statement-breakpoint
alter table "fact_child_flag" add constraint "fact_child_flag_no_overlap" exclude using gist (
  council_id with =, "child" with =, "flag" with =, daterange("from_on", "to_on", '[]') with &&
) where (known_to is null) deferrable initially immediate;
--> statement-breakpoint
alter table "fact_agreed_interval" add constraint "fact_agreed_interval_order" check ("to_on" is null or "to_on" >= "from_on");

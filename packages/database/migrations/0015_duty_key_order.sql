DROP INDEX "duty_about";--> statement-breakpoint
ALTER TABLE "duty" DROP CONSTRAINT "duty_council_id_about_kind_about_ref_id_pk";--> statement-breakpoint
ALTER TABLE "duty" ADD CONSTRAINT "duty_about_ref_id_about_kind_council_id_pk" PRIMARY KEY("about_ref","id","about_kind","council_id");--> statement-breakpoint
CREATE INDEX "duty_about" ON "duty" USING btree ("about_ref","closed_on","council_id","about_kind");
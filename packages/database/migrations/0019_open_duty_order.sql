DROP INDEX "duty_about";--> statement-breakpoint
CREATE INDEX "duty_about" ON "duty" USING btree ("about_ref","council_id","about_kind","closed_on");
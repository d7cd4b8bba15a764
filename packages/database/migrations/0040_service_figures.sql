-- What the page of a service counts, read by what it asks for. Of what is open in a council few are clocks; the rest was read and left out.
CREATE INDEX "duty_clock" ON "duty" USING btree ("council_id","closed_on","due_on") WHERE series is not null;--> statement-breakpoint
-- Monthly figures are asked for by measure: months of all measures, or of each team in turn, were many times as many entries.
DROP INDEX "figure_month_month";--> statement-breakpoint
CREATE INDEX "figure_month_measure" ON "figure_month" USING btree ("council_id","measure","month");--> statement-breakpoint
-- Who manages which team: a few among all posts that are known.
CREATE INDEX "fact_post_manager" ON "fact_post" USING btree ("council_id","team") WHERE known_to is null and role in ('team-manager', 'registered-manager');

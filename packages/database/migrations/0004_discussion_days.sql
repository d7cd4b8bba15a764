DROP INDEX "fact_discussion_child";--> statement-breakpoint
CREATE INDEX "fact_discussion_child" ON "fact_discussion" USING btree ("council_id","child","discussed_on") WHERE known_to is null;
ALTER TABLE "responsibility" ADD COLUMN "second_line_manager" text;--> statement-breakpoint
ALTER TABLE "fact_post" ADD COLUMN "second_line_manager" text;--> statement-breakpoint
CREATE INDEX "responsibility_second_line_manager" ON "responsibility" USING btree ("council_id","second_line_manager") WHERE second_line_manager is not null;--> statement-breakpoint
CREATE INDEX "fact_post_second_line_manager" ON "fact_post" USING btree ("council_id","second_line_manager") WHERE known_to is null;
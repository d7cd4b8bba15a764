ALTER TABLE "feed" ALTER COLUMN "from_on" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "basis" text;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "concerns" jsonb DEFAULT '[]'::jsonb NOT NULL;
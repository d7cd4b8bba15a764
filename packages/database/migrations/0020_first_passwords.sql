ALTER TABLE "identity"."user" ADD COLUMN "first_password_until" timestamp with time zone;

-- Work is added through this function only. It runs as the owner, takes the council from the caller's own context and
-- refuses without one.
create function jobs.enqueue(kind text, principal text, payload jsonb, run_at timestamptz default now()) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into jobs.job (council_id, principal, kind, payload, run_at)
  values (nullif(current_setting('plumbline.council', true), '')::uuid, principal, kind, payload, run_at)
  returning id;
$$;
--> statement-breakpoint
revoke all on function jobs.enqueue(text, text, jsonb, timestamptz) from public;
--> statement-breakpoint
grant usage on schema jobs to plumbline_app, plumbline_jobs;
--> statement-breakpoint
grant execute on function jobs.enqueue(text, text, jsonb, timestamptz) to plumbline_app;
--> statement-breakpoint
grant select, update, delete on jobs.job to plumbline_jobs;

drop function jobs.enqueue(text, text, jsonb, timestamptz);
--> statement-breakpoint
DROP TABLE "jobs"."job" CASCADE;
--> statement-breakpoint
-- Work is left for later through this function only. It runs as the owner, takes the council from the caller's own context
-- and refuses without one, so that nothing is ever done for a council that the caller was not in. One council's work is
-- done in order. The worker brings its own tables, in its own schema.
create function jobs.enqueue(kind text, principal text, payload jsonb, run_at timestamptz default now(), job_key text default null)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare council uuid := nullif(current_setting('plumbline.council', true), '')::uuid;
begin
  if council is null then raise exception 'Work is left for a council.' using errcode = 'null_value_not_allowed'; end if;
  perform graphile_worker.add_job(
    identifier => kind,
    payload => json_build_object('councilId', council, 'principal', principal, 'payload', payload),
    queue_name => council::text,
    run_at => run_at,
    job_key => council::text || ' ' || kind || ' ' || job_key);
end $$;
--> statement-breakpoint
revoke all on function jobs.enqueue(text, text, jsonb, timestamptz, text) from public;
--> statement-breakpoint
grant execute on function jobs.enqueue(text, text, jsonb, timestamptz, text) to plumbline_app;
--> statement-breakpoint
revoke usage on schema jobs from plumbline_jobs;

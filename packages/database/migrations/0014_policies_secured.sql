-- What 0001 did for the tables of its day, for those around policies: a council sees its own rows only.
do $$
declare name text;
begin
  foreach name in array array['policy_draft', 'policy_reading', 'policy_document', 'council_policy_document'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy council on %I using (council_id = (select nullif(current_setting(''plumbline.council'', true), '''')::uuid)) with check (council_id = (select nullif(current_setting(''plumbline.council'', true), '''')::uuid))',
      name);
    execute format('grant select, insert, update, delete on %I to plumbline_app', name);
  end loop;
end $$;
--> statement-breakpoint
-- What was published is never changed and never taken away, and neither is who read it when.
revoke update, delete on council_policy, policy_reading, policy_document from plumbline_app;
--> statement-breakpoint
create trigger append_only before update or delete on council_policy for each row execute function refuse_change();
--> statement-breakpoint
create trigger never_truncated before truncate on council_policy for each statement execute function refuse_change();
--> statement-breakpoint
create trigger append_only before update or delete on policy_reading for each row execute function refuse_change();
--> statement-breakpoint
create trigger append_only before update or delete on policy_document for each row execute function refuse_change();

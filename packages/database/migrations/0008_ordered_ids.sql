-- Ids of facts that come in bulk: random, but rising with time where the server knows how (PostgreSQL 18), so that half a
-- million new rows lie side by side in the index instead of touching all of it.
do $$
begin
  if current_setting('server_version_num')::int >= 180000 then
    execute 'create function new_id() returns uuid language sql volatile as $f$ select pg_catalog.uuidv7() $f$';
  else
    execute 'create function new_id() returns uuid language sql volatile as $f$ select pg_catalog.gen_random_uuid() $f$';
  end if;
end $$;

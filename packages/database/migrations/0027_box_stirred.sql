-- What mixing a round and stirring the open ones have in common: everything that lies in the open tables, but for one round, is
-- written anew in random order, into files of its own. Called with the tables locked.
create function box.rewrite_open(leaving_out uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  create temporary table open_ballots on commit drop as
    select gen_random_uuid() as key, round, token_hash, cell, answers from box.ballot
     where round is distinct from leaving_out order by gen_random_uuid();
  create temporary table open_words on commit drop as
    select * from box.words where round is distinct from leaving_out order by gen_random_uuid();
  create temporary table open_drafts on commit drop as
    select * from box.carry_over where round is distinct from leaving_out order by gen_random_uuid();
  truncate box.ballot, box.words, box.carry_over;
  insert into box.ballot (key, round, token_hash, cell, answers) select key, round, token_hash, cell, answers from pg_temp.open_ballots;
  insert into box.words (key, round, item, text, may_quote) select key, round, item, text, may_quote from pg_temp.open_words;
  insert into box.carry_over (round, key, ciphertext) select round, key, ciphertext from pg_temp.open_drafts;
end $$;
--> statement-breakpoint
create or replace function box.mix(asked uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  found_state text;
begin
  select state into found_state from box.round where id = asked for update;
  if found_state = 'mixed' then return; end if;
  if found_state is distinct from 'closed' then raise exception 'Only a closed round is mixed.' using errcode = 'object_not_in_prerequisite_state'; end if;
  lock table box.ballot, box.words, box.carry_over in access exclusive mode;
  insert into box.counted (key, round, cell, answers)
    select gen_random_uuid(), round, cell, answers from box.ballot where round = asked order by gen_random_uuid();
  insert into box.comment (key, round, item, text, may_quote)
    select gen_random_uuid(), round, item, text, may_quote from box.words where round = asked order by gen_random_uuid();
  insert into box.receipt (round, token_hash) select round, token_hash from box.ballot where round = asked order by token_hash;
  perform box.rewrite_open(asked);
  update box.round set state = 'mixed' where id = asked;
end $$;
--> statement-breakpoint
-- Every night: in which order the answers of the days before came is gone before the round closes.
create function box.stir() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  lock table box.ballot, box.words, box.carry_over in access exclusive mode;
  perform box.rewrite_open(null);
end $$;
--> statement-breakpoint
revoke all on function box.rewrite_open(uuid) from public;
--> statement-breakpoint
revoke all on function box.stir() from public;
--> statement-breakpoint
grant execute on function box.stir() to plumbline_box;

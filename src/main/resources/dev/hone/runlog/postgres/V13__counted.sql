-- What statistics count runs by and would have to look up in other tables for each run. A trigger
-- keeps it and not the program: one of an older version that is still at work writes runs too.
alter table run add column rounds bigint;
alter table run add column best_verdict text collate "C";
alter table run add column code_prompt text collate "C";
alter table run add column prompts text collate "C";

create function run_ended() returns trigger language plpgsql as $$
begin
  new.rounds := (select max(round) from attempt where run_id = new.id);
  new.best_verdict := (
    select verdict from attempt where run_id = new.id and number = new.best_attempt);
  new.code_prompt := coalesce((
    select prompt_name || '@' || prompt_hash from exchange
    where run_id = new.id and attempt = 1 and role = 'code' order by position limit 1), '');
  new.prompts := (
    select coalesce(json_agg(prompt order by prompt), '[]') from (
      select distinct prompt_name || '@' || prompt_hash as prompt from exchange
      where run_id = new.id) as asked);
  return new;
end
$$;

create trigger run_ended before update of ended on run for each row when (new.ended is not null)
execute function run_ended();

update run set ended = ended where ended is not null;

-- All that is counted, in the order in which runs are grouped, so that nothing has to be sorted. An
-- index is read without the table only where it has the columns of its expressions by themselves.
create index run_counts on run (
  coalesce(label_type, type, ''), coalesce(language, ''), model, code_prompt, ended, prompts, id)
include (
  started_at, language, type, label_type, label, passed, best_attempt, rounds, prompt_tokens,
  completion_tokens);

-- The runs that failed, as statistics count them.
create index run_failed on run (coalesce(label_type, type, ''), id)
include (started_at, language, type, label_type, label, ended, passed, best_attempt, best_verdict)
where ended is not null and ended <> 'Cancelled'
  and case label when 'wrong' then 1 when 'right' then 0 else 1 - passed end = 1;

-- All runs by the day they began on.
drop index run_facts;
create index run_facts on run (substr(started_at, 1, 10))
include (started_at, language, type, label_type, label, ended, passed);

drop index exchange_prompt;

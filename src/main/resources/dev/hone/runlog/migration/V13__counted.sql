-- What statistics count runs by and would have to look up in other tables for each run. A trigger
-- keeps it and not the program: one of an older version that is still at work writes runs too.
alter table run add column rounds integer;
alter table run add column best_verdict text;
alter table run add column code_prompt text;
alter table run add column prompts text;

create trigger run_ended after update of ended on run when new.ended is not null
begin
  update run set
    rounds = (select max(round) from attempt where run_id = new.id),
    best_verdict = (
      select verdict from attempt where run_id = new.id and number = new.best_attempt),
    code_prompt = coalesce((
      select prompt_name || '@' || prompt_hash from exchange
      where run_id = new.id and attempt = 1 and role = 'code' order by position limit 1), ''),
    prompts = (
      select json_group_array(prompt) from (
        select distinct prompt_name || '@' || prompt_hash as prompt from exchange
        where run_id = new.id order by prompt))
  where id = new.id;
end;

update run set ended = ended where ended is not null;

-- All that is counted, in the order in which runs are grouped, so that nothing has to be sorted.
create index run_counts on run (
  coalesce(label_type, type, ''), coalesce(language, ''), model, code_prompt, ended, prompts, id,
  started_at, language, type, label_type, label, passed, best_attempt, rounds, prompt_tokens,
  completion_tokens);

-- The runs that failed, as statistics count them.
create index run_failed on run (
  coalesce(label_type, type, ''), id, started_at, language, type, label_type, label, ended, passed,
  best_attempt, best_verdict)
where ended is not null and ended <> 'Cancelled'
  and case label when 'wrong' then 1 when 'right' then 0 else 1 - passed end = 1;

-- All runs by the day they began on. An older version that is still at work asks for an index of
-- this name, whatever is in it.
drop index run_facts;
create index run_facts on run (
  substr(started_at, 1, 10), started_at, language, type, label_type, label, ended, passed);

drop index exchange_prompt;

pragma user_version = 13;

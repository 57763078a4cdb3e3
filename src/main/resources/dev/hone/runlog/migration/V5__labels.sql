-- what a person says of a run
alter table run add column label text;
alter table run add column label_type text;
alter table run add column labelled_at text;

-- Statistics read every run: from these indexes alone, past plans, prompts and replies, which fill
-- most of the file.
create index run_facts on run (
  id, started_at, language, type, label_type, label, model, ended, passed, best_round,
  prompt_tokens, completion_tokens);

create index exchange_prompt on exchange (run_id, prompt_name, prompt_hash, round, role);

pragma user_version = 5;

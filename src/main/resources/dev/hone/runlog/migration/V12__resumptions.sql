-- each time that a run went on which had been killed or had ended: on what terms, and what it had
-- come to before
create table resumption (
  run_id text not null references run (id),
  number integer not null,
  resumed_at text not null,
  model text not null,
  sandbox text not null,
  hone_version text not null,
  rounds_limit integer not null,
  budget text not null,
  attempts_before integer not null,
  ended_before text,
  calls_before integer not null,
  prompt_tokens_before integer not null,
  cached_tokens_before integer not null,
  completion_tokens_before integer not null,
  thinking_tokens_before integer not null,
  retries_before integer not null,
  cost_nanos_before integer,
  model_millis_before integer not null,
  total_millis_before integer not null,
  primary key (run_id, number)
);

create index resumption_time on resumption (resumed_at);

-- what tests written from examples were written from
alter table test_file add column examples text not null default '{}';

pragma user_version = 12;

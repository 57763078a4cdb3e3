-- each time that a run went on which had been killed or had ended: on what terms, and what it had
-- come to before
create table resumption (
  run_id text collate "C" not null references run (id),
  number bigint not null,
  resumed_at text collate "C" not null,
  model text collate "C" not null,
  sandbox text collate "C" not null,
  hone_version text collate "C" not null,
  rounds_limit bigint not null,
  budget text collate "C" not null,
  attempts_before bigint not null,
  ended_before text collate "C",
  calls_before bigint not null,
  prompt_tokens_before bigint not null,
  cached_tokens_before bigint not null,
  completion_tokens_before bigint not null,
  thinking_tokens_before bigint not null,
  retries_before bigint not null,
  cost_nanos_before bigint,
  model_millis_before bigint not null,
  total_millis_before bigint not null,
  primary key (run_id, number)
);

create index resumption_time on resumption (resumed_at);

-- what tests written from examples were written from
alter table test_file add column examples text collate "C" not null default '{}';

create table run (
  id text not null primary key,
  started_at text not null,
  requirement text not null,
  language_option text not null,
  model text not null,
  model_billions real not null,
  model_context_tokens integer not null,
  model_fingerprint text not null,
  engine text not null,
  sandbox text not null,
  hone_version text not null,
  seed integer not null,
  rounds_limit integer not null,
  timeout_millis integer not null,
  allowed text not null,
  required_basis text not null,
  language text,
  language_by text,
  language_why text,
  type text,
  plan text,
  ended text,
  ended_why text,
  passed integer not null default 0,
  best_round integer not null default 0,
  basis text,
  given_passed integer,
  given_total integer,
  own_passed integer,
  own_total integer,
  set_aside integer,
  calls integer,
  prompt_tokens integer,
  cached_tokens integer,
  completion_tokens integer,
  model_millis integer,
  total_millis integer
);

create index run_started_at on run (started_at);

create table attempt (
  run_id text not null references run (id),
  round integer not null,
  started_at text not null,
  verdict text not null,
  millis integer not null,
  primary key (run_id, round)
);

create table exchange (
  run_id text not null references run (id),
  round integer not null,
  position integer not null,
  role text not null,
  prompt_name text not null,
  prompt_hash text not null,
  messages text not null,
  reply text not null,
  finish text not null,
  prompt_tokens integer not null,
  cached_tokens integer not null,
  completion_tokens integer not null,
  first_token_millis integer not null,
  millis integer not null,
  primary key (run_id, round, position)
);

create table code_file (
  run_id text not null references run (id),
  round integer not null,
  position integer not null,
  path text not null,
  content text not null,
  primary key (run_id, round, position)
);

create table test_file (
  run_id text not null references run (id),
  round integer not null,
  position integer not null,
  origin text not null,
  path text not null,
  content text not null,
  names text not null,
  primary key (run_id, round, position)
);

create table outcome (
  run_id text not null references run (id),
  round integer not null,
  position integer not null,
  name text not null,
  origin text not null,
  outcome text not null,
  message text not null,
  primary key (run_id, round, position)
);

create table finding (
  run_id text not null references run (id),
  round integer not null,
  position integer not null,
  rule text not null,
  severity text not null,
  path text not null,
  line integer not null,
  call text not null,
  why text not null,
  primary key (run_id, round, position)
);

create table error (
  run_id text not null references run (id),
  round integer not null,
  position integer not null,
  text text not null,
  primary key (run_id, round, position)
);

create table execution (
  run_id text not null references run (id),
  round integer not null,
  position integer not null,
  exit integer not null,
  signal integer not null,
  limit_hit text not null,
  stdout text not null,
  stderr text not null,
  truncated integer not null,
  wall_millis integer not null,
  cpu_millis integer not null,
  peak_memory_bytes integer not null,
  sandbox text not null,
  primary key (run_id, round, position)
);

-- read at every start instead of the migration history, which takes longer to ask
pragma user_version = 1;

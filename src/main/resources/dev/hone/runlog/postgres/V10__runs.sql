-- All tables as the tenth migration of SQLite leaves them, of which the numbers go on. Truth values
-- are 0 and 1 and times are texts there too, so that one set of statements serves both. Texts are
-- compared by their characters' numbers, whatever the language of the server.

create table run (
  id text collate "C" not null,
  started_at text collate "C" not null,
  requirement text collate "C" not null,
  language_option text collate "C" not null,
  model text collate "C" not null,
  model_billions double precision not null,
  model_context_tokens bigint not null,
  model_fingerprint text collate "C" not null,
  engine text collate "C" not null,
  sandbox text collate "C" not null,
  hone_version text collate "C" not null,
  seed bigint not null,
  rounds_limit bigint not null,
  timeout_millis bigint not null,
  allowed text collate "C" not null,
  required_basis text collate "C" not null,
  language text collate "C",
  language_by text collate "C",
  language_why text collate "C",
  type text collate "C",
  plan text collate "C",
  ended text collate "C",
  ended_why text collate "C",
  passed bigint not null default 0,
  best_attempt bigint not null default 0,
  basis text collate "C",
  given_passed bigint,
  given_total bigint,
  own_passed bigint,
  own_total bigint,
  set_aside bigint,
  calls bigint,
  prompt_tokens bigint,
  cached_tokens bigint,
  completion_tokens bigint,
  model_millis bigint,
  total_millis bigint,
  packages text collate "C" not null default '[]',
  thinking_tokens bigint,
  retries bigint,
  label text collate "C",
  label_type text collate "C",
  labelled_at text collate "C",
  budget text collate "C" not null default '[]',
  cost_nanos bigint,
  failure text collate "C",
  mutants bigint,
  mutants_killed bigint,
  pruned_at text collate "C",
  -- SQLite has this column by itself: the order in which rows came
  rowid bigint not null generated always as identity,
  primary key (id)
);

create table attempt (
  run_id text collate "C" not null references run (id),
  number bigint not null,
  started_at text collate "C" not null,
  verdict text collate "C" not null,
  millis bigint not null,
  round bigint not null default 0,
  primary key (run_id, number)
);

create table exchange (
  run_id text collate "C" not null references run (id),
  attempt bigint not null,
  position bigint not null,
  role text collate "C" not null,
  prompt_name text collate "C" not null,
  prompt_hash text collate "C" not null,
  messages text collate "C" not null,
  reply text collate "C" not null,
  finish text collate "C" not null,
  prompt_tokens bigint not null,
  cached_tokens bigint not null,
  completion_tokens bigint not null,
  first_token_millis bigint not null,
  millis bigint not null,
  thinking_tokens bigint not null default 0,
  retries bigint not null default 0,
  model text collate "C" not null default '',
  cost_nanos bigint,
  primary key (run_id, attempt, position)
);

create table code_file (
  run_id text collate "C" not null references run (id),
  attempt bigint not null,
  position bigint not null,
  path text collate "C" not null,
  content text collate "C" not null,
  primary key (run_id, attempt, position)
);

create table test_file (
  run_id text collate "C" not null references run (id),
  attempt bigint not null,
  position bigint not null,
  origin text collate "C" not null,
  path text collate "C" not null,
  content text collate "C" not null,
  names text collate "C" not null,
  primary key (run_id, attempt, position)
);

create table outcome (
  run_id text collate "C" not null references run (id),
  attempt bigint not null,
  position bigint not null,
  name text collate "C" not null,
  origin text collate "C" not null,
  outcome text collate "C" not null,
  message text collate "C" not null,
  primary key (run_id, attempt, position)
);

create table finding (
  run_id text collate "C" not null references run (id),
  attempt bigint not null,
  position bigint not null,
  rule text collate "C" not null,
  severity text collate "C" not null,
  path text collate "C" not null,
  line bigint not null,
  call text collate "C" not null,
  why text collate "C" not null,
  primary key (run_id, attempt, position)
);

create table error (
  run_id text collate "C" not null references run (id),
  attempt bigint not null,
  position bigint not null,
  text text collate "C" not null,
  primary key (run_id, attempt, position)
);

create table execution (
  run_id text collate "C" not null references run (id),
  attempt bigint not null,
  position bigint not null,
  exit bigint not null,
  signal bigint not null,
  limit_hit text collate "C" not null,
  stdout text collate "C" not null,
  stderr text collate "C" not null,
  truncated bigint not null,
  wall_millis bigint not null,
  cpu_millis bigint not null,
  peak_memory_bytes bigint not null,
  sandbox text collate "C" not null,
  primary key (run_id, attempt, position)
);

create table mending (
  run_id text collate "C" not null references run (id),
  attempt bigint not null,
  position bigint not null,
  rules text collate "C" not null,
  verdict_before text collate "C" not null,
  errors_before text collate "C" not null,
  primary key (run_id, attempt, position)
);

create table given_file (
  run_id text collate "C" not null references run (id),
  role text collate "C" not null,
  position bigint not null,
  path text collate "C" not null,
  content text collate "C" not null,
  primary key (run_id, role, position)
);

create index run_started_at on run (started_at);

create index run_facts on run (
  id, started_at, language, type, label_type, label, model, ended, passed, best_attempt,
  prompt_tokens, completion_tokens);

create index exchange_prompt on exchange (run_id, prompt_name, prompt_hash, attempt, role);

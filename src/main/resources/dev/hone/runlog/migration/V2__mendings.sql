create table mending (
  run_id text not null references run (id),
  round integer not null,
  position integer not null,
  rules text not null,
  verdict_before text not null,
  errors_before text not null,
  primary key (run_id, round, position)
);

pragma user_version = 2;
